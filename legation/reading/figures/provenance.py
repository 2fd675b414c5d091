"""Who claims a figure, and for what time."""

from __future__ import annotations

from collections.abc import Sequence

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
    """The calendar interval told nearest to the figure in its own sentence.

    Inside somebody's statement only times of that statement count: `said on Tuesday` dates the saying.
    """
    if not times:
        return None
    sentence = tokens.doc[tokens.at(figure.start)].sent
    low, high = sentence.start_char, sentence.end_char
    statement = _innermost(figure, statements)
    near: list[tuple[int, DateInterval]] = []
    for time in times:
        start, end = time.span
        if time.interval is None or start < low or end > high:
            continue
        if statement and not any(Span(*span).holds(time.span) for span in statement.content):
            continue
        near.append((figure.start - end if end <= figure.start else start - figure.end, time.interval))
    return min(near, key=lambda pair: pair[0])[1] if near else None
