"""Whether an event is told as background: long past, an anniversary, a comparison."""

from __future__ import annotations

import re

from spacy.tokens import Token

from legation.model import Article, DateInterval, Span

_OLD = re.compile(
    r"\b(?:anniversary|decades? ago|years? ago|years? earlier|back in|"
    r"unlike in|compared (?:with|to)|as in (?:19|20)\d\d|historically|last century)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:in|of|during|from)\s+((?:1[5-9]|20)\d\d)\b")

NEWS_DAYS = 75
"""An event that ended this long before publication is background: monthlies look back two months."""


def is_past(day: DateInterval, article: Article) -> bool:
    """Whether a date lies wholly before publication."""
    published = article.published
    if day.latest is None or published is None or published.earliest is None:
        return False
    return day.latest < published.earliest


def own_words(token: Token, evidence: Span) -> str:
    """The words of an event's clause without the clauses inside it: `urged Norland to free Berg`, not `who in 2019`."""
    inside = token.doc.char_span(*evidence, alignment_mode="expand")
    if inside is None:
        return ""
    deeper = [
        one for one in inside if one.dep_ in ("relcl", "advcl", "ccomp") and one != token and token in one.ancestors
    ]
    hidden = {part.i for one in deeper for part in one.subtree}
    return "".join(one.text_with_ws for one in inside if one.i not in hidden)


def is_background(token: Token, day: DateInterval | None, article: Article, clause: str) -> bool:
    """`clause` is the text of the trigger's clause; dates outrank words."""
    published = article.published
    if day is not None and day.latest is not None and published is not None and published.earliest is not None:
        return (published.earliest - day.latest).days > NEWS_DAYS
    if _OLD.search(clause):
        return True
    year = _YEAR.search(clause)
    if year is not None and published is not None and published.earliest is not None:
        return int(year.group(1)) < published.earliest.year - 1
    if year is not None:
        # Without a date of publication, a plain year beside a past tense is no news.
        return token.tag_ in ("VBD", "VBN")
    return False
