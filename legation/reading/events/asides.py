"""Events that a clause names beside its own: `halted the talks over the visit`, `left after Holm had arrived`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from spacy.tokens import Token

from legation.model import DateInterval, TimeExpression
from legation.model.dates import Precision
from legation.reading.events.clauses import VERBAL, lemma_of
from legation.reading.events.tables import words_of
from legation.reading.parse import text_of
from legation.reading.times.calendar import moved

Order = Literal["earlier", "later", "same", "unknown"]


@dataclass(frozen=True, slots=True)
class Aside:
    """That an event is not the one of the clause around it: when it was, by which word, and that clause's verb."""

    order: Order
    word: Token
    verb: Token | None


_WITHIN_A_DAY = frozenset({"hour", "minute"})
_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")
_LEEWAY: dict[str, tuple[int, Precision]] = {"D": (0, "day"), "W": (3, "week"), "M": (15, "month"), "Y": (182, "year")}
"""Days by which `two weeks after` may be off, either way, and the precision that is left."""


def aside_of(token: Token) -> Aside | None:
    """How an event stands to the clause that names it as cause, aftermath or topic; None where it is that clause's."""
    return _of_noun(token) if token.pos_ in ("NOUN", "PROPN") else _of_clause(token)


def _of_noun(token: Token) -> Aside | None:
    at = token
    for _ in range(4):
        while at.dep_ in ("conj", "compound", "nmod"):
            at = at.head
        if at.dep_ not in ("pobj", "pcomp"):
            return None
        preposition, above = at.head, at.head.head
        while above.pos_ in ("ADP", "ADV", "SCONJ") and above.head != above:
            # "because of the visit", "ahead of the visit"
            preposition, above = above, above.head
        order = _order(preposition) or ("earlier" if lemma_of(above) in words_of("reactions") else None)
        if order == "earlier" and lemma_of(at) in _WITHIN_A_DAY:
            order = "same"
        if order is not None:
            return Aside(order, preposition, _verb_above(above))
        if above.pos_ not in ("NOUN", "PROPN"):
            return None
        at = above
    return None


def _of_clause(verb: Token) -> Aside | None:
    """`after Holm had arrived`, `before leaving Norland`."""
    if verb.dep_ == "advcl":
        mark = next((one for one in verb.children if one.dep_ == "mark" and one.i < verb.i), None)
    else:
        mark = verb.head if verb.dep_ == "pcomp" else None
    order = _order(mark) if mark is not None else None
    if mark is None or order is None or verb.head == verb:
        return None
    return Aside(order, mark, _verb_above(verb.head))


def _order(word: Token) -> Order | None:
    if word.lower_ in words_of("aside_past"):
        return "earlier"
    if word.lower_ in words_of("aside_ahead"):
        return "later"
    return "unknown" if word.lower_ in words_of("aside") else None


def _verb_above(word: Token) -> Token | None:
    return next((one for one in (word, *word.ancestors) if one.pos_ in VERBAL), None)


def day_beside(aside: Aside, day: DateInterval | None, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The days of an event from the `day` of the clause around it; None where its order says nothing.

    `Two weeks after` counts back; `after four hours of talks` is the same day; else the interval has an open end.
    """
    if day is None or aside.order == "unknown":
        return None
    if aside.order == "same":
        return day
    return _counted(aside, day, times) or _open(aside.order, day)


def _counted(aside: Aside, day: DateInterval, times: Sequence[TimeExpression]) -> DateInterval | None:
    lengths = lengths_before(aside.word, times)
    counted = [_LENGTH.fullmatch(one.value) for one in lengths]
    first, last, unit = day.earliest, day.latest, "D"
    for part in counted:
        if part is None or first is None or last is None:
            return None
        unit = part[2]
        steps = int(part[1]) * (-1 if aside.order == "earlier" else 1)
        first, last = moved(first, unit, steps), moved(last, unit, steps)
    if not lengths or first is None or last is None:
        return None
    days, precision = _LEEWAY[unit]
    leeway = timedelta(days=days)
    words = " and ".join(one.words for one in lengths)
    basis = f"{words} {'before' if aside.order == 'earlier' else 'after'} {day.basis}"
    return DateInterval(first - leeway, last + leeway, precision if first == last else "unknown", basis)


def lengths_before(word: Token, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The lengths of time that stand before a word, in reading order: `a year and a day after`."""
    text = text_of(word.doc)
    found: list[TimeExpression] = []
    at = word.idx
    for time in sorted((one for one in times if one.span.end <= word.idx), key=lambda one: -one.span.end):
        if time.kind != "DURATION" or text[time.span.end : at].strip() not in ("", "and"):
            break
        found.insert(0, time)
        at = time.span.start
    return found


def _open(order: Order, day: DateInterval) -> DateInterval | None:
    """The open interval of what came before or after an act of that day."""
    if order == "earlier":
        return DateInterval(None, day.latest, "unknown", f"not after {day.basis}") if day.latest else None
    return DateInterval(day.earliest, None, "unknown", f"not before {day.basis}") if day.earliest else None
