"""Holidays and recurring meetings, which name their day without a number."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from legation.reading.times.grammar import Reading
from legation.reading.times.scene import Scene
from legation.reading.times.tokens import Tokens


def find_named(text: str, tokens: Tokens) -> Iterator[tuple[int, int, Callable[[Scene], Reading | None]]]:
    """First token, token after the last, and how to read each holiday or meeting that the text names."""
    yield from ()
