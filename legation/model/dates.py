"""Calendar intervals and the expressions that name them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from legation.model.spans import Span

Precision = Literal["day", "week", "month", "season", "year", "unknown"]

_NAMED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


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

    def in_words(self) -> str:
        """As a person writes it, never more precise than it is: `18 Feb 2023`, `Nov 2022`, `2018`, `undated`."""
        first, last = self.earliest, self.latest
        if first is None or last is None:
            return f"from {first:%-d %b %Y}" if first else f"by {last:%-d %b %Y}" if last else "undated"
        if first == last:
            return f"{first:%-d %b %Y}"
        if self.precision == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
            return f"{first:%Y}" if first.year == last.year else f"{first:%Y}–{last:%Y}"
        one_month = (first.year, first.month) == (last.year, last.month)
        if self.precision == "month" and one_month and first.day == 1 and last.day >= 28:
            return f"{first:%b %Y}"
        if one_month:
            return f"{first:%-d}–{last:%-d %b %Y}"
        if first.year == last.year:
            return f"{first:%-d %b} – {last:%-d %b %Y}"
        return f"{first:%-d %b %Y} – {last:%-d %b %Y}"


def interval_named(text: str) -> DateInterval:
    """The calendar interval of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; its precision follows from its length.

    Raises ValueError for any other text and for days that no calendar has.
    """
    match = _NAMED.fullmatch(text)
    if match is None:
        raise ValueError(f"'{text}' is not YYYY, YYYY-MM or YYYY-MM-DD")
    year, month, day = int(match[1]), int(match[2] or 1), int(match[3] or 1)
    first = date(year, month, day)
    if match[3]:
        return DateInterval(first, first, "day", text)
    if match[2]:
        return DateInterval(first, date(year, month, monthrange(year, month)[1]), "month", text)
    return DateInterval(first, date(year, 12, 31), "year", text)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, with their TIMEX3 value and, where there is one, their calendar interval."""

    span: Span
    words: str
    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    """The TIMEX3 value: `2021-03-18`, `1998-10`, `P5Y`, `PAST_REF`, ..."""
    interval: DateInterval | None
