"""Whether an event is told as background: long past, an anniversary, a comparison."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Token

from legation.lexicon.table import read_table
from legation.model import Account, Article, DateInterval, Span, TimeExpression
from legation.reading.events.asides import aside_of, lengths_before
from legation.reading.events.clauses import VERBAL, cleft_of
from legation.reading.events.tables import words_of

_YEAR = re.compile(r"\b(?:in|of|during|from)\s+(?:the\s+(?:early|late|mid-?)?\s*)?((?:1[5-9]|20)\d\d)(?:s\b|\b)")
_LONG_YEARS = re.compile(r"P\d{1,3}Y")

_A_YEAR = 366
"""Days; a date wider than that ("decades ago") leaves it to the words."""

NEWS_DAYS = 75
"""An event that ended this long before publication is background: monthlies look back two months."""


class PhraseRow(BaseModel):
    """Words that say of their clause that it tells of long ago."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    phrase: str
    example: str


@cache
def _phrases() -> re.Pattern[str]:
    phrases = (re.escape(row.phrase) for row in read_table("background_phrases", PhraseRow))
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b", re.IGNORECASE)


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
    words = "".join(one.text_with_ws for one in inside if one.i not in hidden)
    return " ".join((*_fronted(token, evidence), words))


def _fronted(token: Token, evidence: Span) -> Iterator[str]:
    """The circumstances that open a clause before a comma: `During the Cold War, Norland broke off relations`."""
    for one in (*token.children, *(cleft.children if (cleft := cleft_of(token)) is not None else ())):
        told = one.dep_ in ("prep", "npadvmod", "advmod") and one.lower_ not in words_of("comparing")
        if told and one.i < token.i and one.idx < evidence.start:
            yield one.doc[one.left_edge.i : one.right_edge.i + 1].text


def is_background(
    token: Token, day: DateInterval | None, article: Article, clause: str, times: Sequence[TimeExpression]
) -> bool:
    """Whether an event is old; `clause` is the text of the trigger's clause. Dates outrank words."""
    published = article.published
    if day is not None and day.latest is not None and published is not None and published.earliest is not None:
        if (published.earliest - day.latest).days > NEWS_DAYS:
            return True
        if day.earliest is not None and (day.latest - day.earliest).days <= _A_YEAR:
            return False
    if _phrases().search(clause) or _is_commemorated(token) or _is_years_before(token, times):
        return True
    year = _YEAR.search(clause)
    if year is not None and published is not None and published.earliest is not None:
        return int(year.group(1)) < published.earliest.year - 1
    if year is not None:
        # Without a date of publication, a plain year beside a past tense is no news.
        return token.tag_ in ("VBD", "VBN")
    return False


def _is_commemorated(token: Token) -> bool:
    """`The 20th anniversary of the signing`; what is done on the day of it is news."""
    return any(one.lemma_.lower() == "anniversary" for one in (token, *token.ancestors))


def _is_years_before(token: Token, times: Sequence[TimeExpression]) -> bool:
    """`Ten years after Norland invaded Mali`, `50 years since it cut ties`."""
    aside = aside_of(token)
    if aside is None or aside.order != "earlier":
        return False
    return any(_LONG_YEARS.fullmatch(one.value) for one in lengths_before(aside.word, times))


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
