"""Numbers that somebody claims."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from legation.model.dates import DateInterval

_WORD = re.compile(r"[^\W\d_]{3,}")
_PLURAL = re.compile(r"(?<=\w{3})(?:es|s)$")
_SMALL = frozenset(
    ["the", "and", "for", "its", "their", "from", "with", "that", "this", "said", "more", "than", "over"]
)
Bound = Literal["exact", "over", "nearly", "about", "up-to"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, what it counts and who claims it. Value is in single units: 13 billion is 13e9."""

    article: str
    claimant: str | None
    """Entity id of the speaker, or None where the outlet itself gives the number."""
    value: float
    bound: Bound
    unit: str | None
    """`USD`, `percent`, `tons`, `km`, `times`, or the counted noun's own unit; None for plain counts."""
    what: str
    period: DateInterval | None
    start: int
    end: int

    @property
    def counted(self) -> frozenset[str]:
        """The words that say what is counted, without plural endings."""
        words = (word.casefold() for word in _WORD.findall(self.what))
        return frozenset(_PLURAL.sub("", word) for word in words if word not in _SMALL)

    def allows(self, other: Figure) -> bool:
        """Whether both numbers, of one thing, may be true: `over 300` and 320; `about 300` and 310."""
        low, high = sorted((self, other), key=lambda item: item.value)
        if low.value == high.value or low.bound == "over" or high.bound in ("up-to", "nearly"):
            return low.value == high.value or low.bound == "over" or high.value <= 1.1 * low.value
        return "about" in (self.bound, other.bound) and high.value <= 1.1 * low.value
