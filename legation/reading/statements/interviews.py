"""Interviews without labels: a paragraph that asks, then one or more that answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from legation.model import Article, Block
from legation.reading.statements.tables import StatementTables

_LEAST_QUESTIONS = 3
_LONGEST_QUESTION = 60
"""Words; a longer paragraph that ends in a question is an argument."""
_QUOTES = "“\"‘«„'「"
_QUOTED = re.compile(r"[“\"«„][^”\"»“]*[”\"»“]")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|us|me)\b")
_THANKS = re.compile(r"\W*(?:many )?(?:thank you|thanks)\b[^.?!]*[.!]?\W*", re.IGNORECASE)
"""The line with which a talk closes."""


def asked_and_answered(article: Article, tables: StatementTables) -> list[tuple[Block, bool]]:
    """The paragraphs of an interview without labels and whether each asks, in reading order; none where it is none.

    Needed are a word for the talk and three questions, each in a paragraph of its own with an answer behind it.
    """
    if "interview" not in article.text.lower() and not tables.talk_pattern.search(article.text):
        return []
    opening = next((block.start for block in article.blocks if block.kind == "body"), len(article.text))
    # A short question in a line of its own looks like a heading.
    body = [b for b in article.blocks if b.kind == "body" or (b.kind == "headline" and b.start > opening)]
    asking = [number for number, block in enumerate(body) if _asks(article, block)]
    if len(asking) < _LEAST_QUESTIONS or any(after == before + 1 for before, after in pairwise(asking)):
        return []
    gaps = [after - before - 1 for before, after in pairwise(asking)]
    one_each = sorted(gaps)[(len(gaps) - 1) // 2] == 1
    end = _end(article, body, asking[-1], one_each)
    if len(asking) * 5 < end - asking[0]:
        return []
    asking += [n for before, after in pairwise(asking) for n in _prompts(article, body, before, after, one_each)]
    found = [(body[number], number in asking) for number in range(asking[0], end)]
    return found if _speak_for_themselves(article, [block for block, asks in found if not asks]) else []


def _speak_for_themselves(article: Article, answers: Sequence[Block]) -> bool:
    """Whether a quarter of the answers say `I` or `we` outside quotation marks, as an explainer's don't."""
    told = [_QUOTED.sub("", article.text[block.start : block.end]) for block in answers]
    return sum(_FIRST_PERSON.search(words) is not None for words in told) * 4 >= len(told)


def _asks(article: Article, block: Block) -> bool:
    words = article.text[block.start : block.end].strip()
    return words.endswith("?") and words[0] not in _QUOTES and len(words.split()) <= _LONGEST_QUESTION


def _end(article: Article, body: Sequence[Block], last: int, one_each: bool) -> int:
    """Number of the paragraph behind the last answer."""
    if one_each:
        return min(last + 2, len(body))
    closing = (n for n in range(last + 1, len(body)) if _THANKS.fullmatch(article.text, body[n].start, body[n].end))
    return next(closing, len(body))


def _prompts(article: Article, body: Sequence[Block], before: int, after: int, one_each: bool) -> list[int]:
    """Paragraphs that prompt without a question: where answers are one paragraph each, every second one that is
    shorter than the answers on both its sides."""
    if not one_each or (after - before) % 2:
        return []
    length = [block.end - block.start for block in body]
    found = range(before + 2, after, 2)
    return [n for n in found if length[n] < min(length[n - 1], length[n + 1])]
