"""The value that most rows tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def commonest(values: Iterable[str | None]) -> str | None:
    """The commonest value that is told; of equally common ones the first of the alphabet; None where none is told."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None
