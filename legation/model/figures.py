"""Numbers that somebody claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import DateInterval

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
