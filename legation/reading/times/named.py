"""Holidays and recurring meetings in a text: days that are named without a number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator

from legation.reading.times.grammar import Reading
from legation.reading.times.holidays import find_holidays
from legation.reading.times.meetings import find_meetings
from legation.reading.times.scene import Scene
from legation.reading.times.tokens import Tokens

Reader = Callable[[Scene, int, int], Reading | None]
"""Reads a name that stands from one token up to another."""


def find_named(text: str, tokens: Tokens) -> Iterator[tuple[int, int, Callable[[Scene], Reading | None]]]:
    """First token, token after the last, and how to read each holiday or meeting that the text names."""
    for start, end, read in [*find_holidays(text), *find_meetings(text)]:
        first, last = bisect_left(tokens.starts, start), bisect_right(tokens.ends, end)
        # A zero-width gap may share the place where a paragraph starts.
        while first < last and tokens.ends[first] == tokens.starts[first]:
            first += 1
        # Outside the readable spans there are no tokens at these places; across an edge stands a gap.
        if (
            first >= last
            or tokens.starts[first] != start
            or tokens.ends[last - 1] != end
            or "gap" in tokens.kinds[first:last]
        ):
            continue
        yield first, last, lambda scene, read=read, first=first, last=last: read(scene, first, last)  # type: ignore[misc]
