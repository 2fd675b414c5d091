"""Who claims a figure, and for what time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.model import DateInterval, Figure, Span, Statement, TimeExpression
from legation.reading.figures.phrases import Tokens


def claimant_of(figure: Figure, statements: Sequence[Statement]) -> str | None:
    """The speaker of the innermost statement whose content holds the figure."""
    statement = _innermost(figure, statements)
    return statement.speaker if statement else None


def _innermost(figure: Figure, statements: Sequence[Statement]) -> Statement | None:
    best: tuple[int, Statement] | None = None
    for statement in statements:
        for span in statement.content:
            if Span(*span).holds((figure.start, figure.end)) and (best is None or span[1] - span[0] < best[0]):
                best = (span[1] - span[0], statement)
    return best[1] if best else None


def period_of(
    figure: Figure, tokens: Tokens, statements: Sequence[Statement], times: Sequence[TimeExpression]
) -> DateInterval | None:
    """The calendar interval that dates the figure: the nearest one of its sentence that hangs on the same words.

    Inside somebody's statement only times of that statement count: `said on Tuesday` dates the saying. `Since 2019`
    is open at its end. None where the sentence does not tell.
    """
    if not times:
        return None
    at = tokens.at(figure.start)
    sentence = tokens.doc[at].sent
    statement = _innermost(figure, statements)
    above = {token.i for token in tokens.doc[at].ancestors} | {at}
    near: list[tuple[int, DateInterval]] = []
    for time in _within(times, sentence.start_char, sentence.end_char):
        if time.kind in ("TIME", "SET") or time.interval is None:
            continue
        if statement and not any(Span(*span).holds(time.span) for span in statement.content):
            continue
        if _anchor(tokens, time) not in above:
            continue
        interval = time.interval
        if tokens.lower(tokens.at(time.span.start) - 1) == "since" or time.words.lower().startswith("since "):
            interval = replace(interval, latest=None, basis=f"since {time.words.removeprefix('since ')}")
        start, end = time.span
        near.append((figure.start - end if end <= figure.start else start - figure.end, interval))
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _within(times: Sequence[TimeExpression], start: int, end: int) -> Iterator[TimeExpression]:
    """The times that lie between two offsets; `times` stand in reading order."""
    for index in range(bisect_left(times, start, key=lambda time: time.span.start), len(times)):
        if times[index].span.end > end:
            return
        yield times[index]


def _anchor(tokens: Tokens, time: TimeExpression) -> int:
    """The word that a time modifies: the first one above it that is not part of its own phrase."""
    token = tokens.doc[tokens.at(time.span.start)]
    inside = range(token.i, tokens.at(time.span.end - 1) + 1)
    while (
        token.i in inside or token.dep_ in ("pobj", "pcomp") or token.pos_ in ("ADP", "SCONJ")
    ) and token.head.i != token.i:
        token = token.head
    return token.i
