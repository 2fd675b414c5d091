"""Which time expression dates a trigger: the one of its own clause, never one inside another clause."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from legation.model import TimeExpression
from legation.reading.parse import head_at

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "ROOT", "pcomp"})
"""Dependency labels that open a clause of its own: what stands below does not date what stands above."""
_VERBAL = frozenset({"VERB", "AUX"})
_PLANNING = frozenset({"expect", "schedule", "due", "plan", "set", "slate", "aim", "intend", "likely"})
"""Lemmas whose date is that of what is planned: "on Friday he is expected to visit Paris"."""


def time_of(doc: Doc, start: int, end: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression among `times` that dates the words at characters `start` to `end`, or None.

    `doc` is the parse whose token offsets count from the text that `times` were found in. Only expressions
    with a calendar interval, in the trigger's own sentence and clause, are considered; there is no fall back
    to the date of publication.
    """
    trigger = head_at(doc, start, end)
    if trigger is None:
        return None
    first, last = trigger.sent.start_char, trigger.sent.end_char
    best: tuple[int, int, int] | None = None
    chosen: TimeExpression | None = None
    for time in times:
        if time.interval is None or time.kind == "SET" or time.span.start < first or time.span.end > last:
            continue
        if time.span.start < end and start < time.span.end:
            continue
        head = head_at(doc, time.span.start, time.span.end)
        rank = None if head is None else _closeness(trigger, head)
        if head is None or rank is None:
            continue
        key = (rank, time.kind == "DURATION", abs(head.i - trigger.i))
        if best is None or key < best:
            best, chosen = key, time
    return chosen


def _climb(token: Token) -> list[Token]:
    """`token` and its governors, up to and including the head of the clause it stands in."""
    path = [token]
    while token.head != token and token.dep_ not in _CLAUSES and len(path) < 40:
        if token.pos_ in _VERBAL and token.dep_ in ("xcomp", "conj"):
            break
        token = token.head
        path.append(token)
    return path


def _closeness(trigger: Token, time: Token) -> int | None:
    """How near `time` hangs to `trigger`, 0 the nearest; None where it belongs to another clause."""
    above_time, above_trigger = _climb(time), _climb(trigger)
    meeting = next((token for token in above_time if token in above_trigger), None)
    if meeting is None:
        return _from_governor(above_trigger[-1], above_time[-1], time)
    # A date inside another noun's phrase ("the 1992 accord") dates that noun alone.
    between = above_time[1 : above_time.index(meeting)]
    if any(token.pos_ in ("NOUN", "PROPN") for token in between):
        return None
    return 0 if meeting == trigger else 1


def _from_governor(top: Token, owner: Token, time: Token) -> int | None:
    """Whether a date of the governing clause holds for the clause of `top` too."""
    shared = top.head == owner and time.i < top.i
    if shared and top.dep_ == "conj" and time.i < owner.i:
        return 4
    if shared and top.dep_ == "xcomp" and (time.i < owner.i or owner.lemma_ in _PLANNING):
        return 4 if owner.lemma_ in _PLANNING else 5
    return None
