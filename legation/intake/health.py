"""What looks damaged or is missing in an article: warnings that the record keeps and counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from legation.model import Article, Problem

_MOJIBAKE = re.compile(r"â€[™œ\u009d˜“”¦\u0093\u0094]|Ã[©¨¡³±¼¶¤\u00a0-\u00bf]|Â[ \u00a0£©®°»«]|ï»¿|ðŸ|\ufffd")
_CUT = re.compile(
    r"(?:\[\s?[+…]?\s?\d+\s?char(?:s|acters)\s?\]|\[(?:\.\.\.|…)\]|…|\.\.\.|(?:read more|continue reading|more)\s?(?:…|\.\.\.|»)?)\s*$",
    re.IGNORECASE,
)


def health_of(article: Article) -> tuple[Problem, ...]:
    """The article's warnings, in a fixed order."""
    body = [article.text[block.start : block.end] for block in article.blocks if block.kind == "body"]
    checks: Sequence[Callable[[Article, list[str]], Problem | None]] = (
        _no_text, _no_date, _language, _unclosed_quotation, _cut_short, _mojibake, _machine_translated,
    )  # fmt: skip
    return tuple(problem for check in checks if (problem := check(article, body)))


def _no_text(article: Article, body: list[str]) -> Problem | None:
    return None if body else Problem("no-text", "no running text was found")


def _no_date(article: Article, body: list[str]) -> Problem | None:
    return None if article.published else Problem("no-date", "no date of publication was found")


def _language(article: Article, body: list[str]) -> Problem | None:
    if article.language in (None, "en"):
        return None
    return Problem("language", f"looks like {article.language}, not English; findings will be few or wrong")


def _unclosed_quotation(article: Article, body: list[str]) -> Problem | None:
    """A quotation mark that nothing closes. A quotation that runs on opens each paragraph anew and closes the last."""
    for index, words in enumerate(body):
        following = body[index + 1] if index + 1 < len(body) else ""
        opened, closed = words.count("“"), words.count("”")
        if opened > closed and not following.lstrip().startswith("“"):
            return _unclosed(words, words.rfind("“"))
        if closed > opened and not _closes_what_ran_on(body, index):
            return _unclosed(words, words.find("”"))
        straight = words.count('"') - len(re.findall(r"\d\"", words))
        if straight % 2 and not following.lstrip().startswith('"') and not words.lstrip().startswith('"'):
            return _unclosed(words, words.rfind('"'))
    return None


def _closes_what_ran_on(body: list[str], index: int) -> bool:
    return index > 0 and body[index - 1].count("“") > body[index - 1].count("”")


def _unclosed(words: str, place: int) -> Problem:
    shown = words[max(0, place - 20) : place + 40].replace("\n", " ").strip()
    return Problem("unclosed-quotation", f"a quotation mark has no partner near: {shown}")


def _cut_short(article: Article, body: list[str]) -> Problem | None:
    if not body:
        return None
    if _CUT.search(body[-1]):
        return Problem("truncated", "the text breaks off: its last paragraph ends in a sign of more")
    last = body[-1].rstrip(" \u00a0\"”’')]»")
    if len(body[-1]) > 120 and last and ((last[-1].isalpha() and last.split()[-1].islower()) or last[-1] in ",;"):
        return Problem("truncated", f"the text breaks off in a sentence: {body[-1][-40:].strip()}")
    return None


def _mojibake(article: Article, body: list[str]) -> Problem | None:
    found = _MOJIBAKE.search(article.text)
    if found is None:
        return None
    near = article.text[max(0, found.start() - 10) : found.end() + 10].replace("\n", " ")
    return Problem("mojibake", f"letters were read in a wrong encoding near: {near}")


def _machine_translated(article: Article, body: list[str]) -> Problem | None:
    return None
