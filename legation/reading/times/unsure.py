"""Time expressions of an article whose day of publication is known only within some days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model import DateInterval, Span, TimeExpression
from legation.reading.times.find import find_times

WIDEST = 31
"""Days within which publication must lie; with less known, only absolute dates are resolved."""


def find_times_of(
    text: str, published: DateInterval | None, spans: Sequence[Span] | None = None
) -> list[TimeExpression]:
    """As `find_times`, for a publication date that may be an interval.

    Where the expression means the same from the first and the last day of publication (`in October`), that is its
    time; where it does not (`on Friday`), its interval holds both readings, without precision.
    """
    if published is None or published.earliest is None or published.latest is None:
        return find_times(text, None, spans)
    if published.earliest == published.latest:
        return find_times(text, published.latest, spans)
    if (published.latest - published.earliest).days > WIDEST:
        return find_times(text, None, spans)
    first = {time.span: time for time in find_times(text, published.earliest, spans)}
    last = find_times(text, published.latest, spans)
    return [_both(first.get(time.span), time) for time in last]


def _both(one: TimeExpression | None, other: TimeExpression) -> TimeExpression:
    if one is None or one.interval == other.interval:
        return other
    if one.interval is None or other.interval is None:
        return replace(other, interval=None)
    earliest = [day for day in (one.interval.earliest, other.interval.earliest) if day is not None]
    latest = [day for day in (one.interval.latest, other.interval.latest) if day is not None]
    both = DateInterval(
        min(earliest) if len(earliest) == 2 else None,
        max(latest) if len(latest) == 2 else None,
        "unknown",
        other.words,
    )
    return replace(other, interval=both)
