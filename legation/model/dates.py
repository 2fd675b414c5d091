"""Calendar intervals and the expressions that name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.model.spans import Span

Precision = Literal["day", "week", "month", "season", "year", "unknown"]


@dataclass(frozen=True, slots=True)
class DateInterval:
    """From `earliest` to `latest`, both included; None is an open end. Precision is never invented."""

    earliest: date | None
    latest: date | None
    precision: Precision
    basis: str
    """The words (or the rule) that the interval rests on."""

    def meets(self, other: DateInterval) -> bool:
        """Whether the two intervals share a day."""
        return (self.earliest is None or other.latest is None or self.earliest <= other.latest) and (
            other.earliest is None or self.latest is None or other.earliest <= self.latest
        )


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, with their TIMEX3 value and, where there is one, their calendar interval."""

    span: Span
    words: str
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    """The TIMEX3 value: `2021-03-18`, `1998-10`, `P5Y`, `PAST_REF`, ..."""
    interval: DateInterval | None
