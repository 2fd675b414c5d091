"""Damage that machine translation leaves in English: stock mistakes, foreign signs, doubled words, missing articles."""

from __future__ import annotations

import re
from functools import cache

from legation.lexicon.table import TableRow, read_table
from legation.model import Article, Problem

_FOREIGN_STOPS = re.compile(r"[\u3000-\u303f\uff01-\uff5e]")
_FOREIGN_WORDS = re.compile(r"(?<![(（])[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff]{2,}")
_LOOSE_STOPS = re.compile(r"[a-z] [,;.](?=\s)")
_DOUBLED = re.compile(r"\b(the|a|an|of|to|in|for|with|and) \1\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]*")
_ARTICLES = frozenset(("the", "a", "an"))
_LEAST_WORDS = 120
"""A shorter text says nothing by the share of its articles."""
_FEW_ARTICLES = 0.035
"""Of the words; English press has 0.05 to 0.12 (400 releases and 573 reports: median 0.09, four below 0.04)."""
_ENOUGH = 3


class SignRow(TableRow):
    """A row of `translation_signs.csv`: words that translators by machine write and authors hardly ever."""

    words: str
    weight: int
    example: str


@cache
def _signs() -> tuple[re.Pattern[str], dict[str, int]]:
    rows = {row.words: row.weight for row in read_table("translation_signs", SignRow)}
    return re.compile(rf"\b(?:{'|'.join(re.escape(words) for words in rows)})\b", re.IGNORECASE), rows


def looks_translated(article: Article, body: list[str]) -> Problem | None:
    """A warning where signs of several kinds meet, or the page itself says that it was translated by machine."""
    story = "\n".join(body)
    pattern, weights = _signs()
    found = {match[0].casefold() for match in pattern.finditer(article.text)}
    score = sum(weights[words] for words in found)
    shown = sorted(found)
    for name, few, many, expression in (
        ("foreign stops", 2, 6, _FOREIGN_STOPS),
        ("words left untranslated", 3, 8, _FOREIGN_WORDS),
        ("stops after a blank", 3, 10, _LOOSE_STOPS),
        ("doubled words", 4, 12, _DOUBLED),
    ):
        count = len(expression.findall(story))
        # Long transcripts stumble too: one doubled word in five hundred is no sign.
        if count >= max(few, len(story) // 3000):
            score += 1 + (count >= max(many, len(story) // 1000))
            shown.append(f"{count} {name}")
    words = _WORD.findall(story)
    small = sum(word[0].islower() for word in words)
    if len(words) >= _LEAST_WORDS and small > 0.75 * len(words):
        share = sum(word.casefold() in _ARTICLES for word in words) / len(words)
        if share < _FEW_ARTICLES:
            score += 2
            shown.append("hardly any articles")
    if score < _ENOUGH:
        return None
    return Problem("machine-translated", f"reads like a machine's translation: {', '.join(shown)}")
