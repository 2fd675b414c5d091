"""Whether an event is told as background: long past, an anniversary, a comparison."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from legation.model import Account, Article, DateInterval, Span
from legation.reading.events.clauses import VERBAL
from legation.reading.events.tables import words_of

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


def is_alluded_to(token: Token, label: str, day: DateInterval | None) -> bool:
    """`Sent aid since Norland's invasion of Mali`: a war that a phrase only refers to, with no day, is no news."""
    if day is not None or label not in words_of("lasting") or token.pos_ != "NOUN":
        return False
    while token.dep_ == "conj":
        token = token.head
    if token.dep_ != "pobj":
        return False
    # "went to war", "plunged into war": the verb tells it.
    return not (token.head.lower_ in ("to", "into", "in", "with") and token.head.head.pos_ in VERBAL)


def with_told_targets(found: Sequence[tuple[Token, Account]]) -> list[tuple[Token, Account]]:
    """Accounts in order; a war told without its target (`Norland's invasion`) has that of the article's other tellings,
    where all agree."""
    lasting = [one for _, one in found if one.label in words_of("lasting") and one.targets]
    out = []
    for token, account in found:
        if account.label in words_of("lasting") and account.sources and not account.targets:
            sides = [{*one.sources, *one.targets} for one in lasting if {*account.sources} <= {*one.sources}]
            others = {frozenset(side - {*account.sources}) for side in sides} - {frozenset()}
            if len(others) == 1:
                account = replace(account, targets=tuple(sorted(next(iter(others)))))
        out.append((token, account))
    return out
