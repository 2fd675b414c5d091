"""Times as a user writes them: YYYY, YYYY-MM or YYYY-MM-DD."""

from __future__ import annotations

from datetime import date

from legation.model import DateInterval, LegationError
from legation.model.dates import interval_named


def day_asked(value: str | date | None, *, last: bool = False) -> date | None:
    """A date, or the first (or last) day of a year or month given as text. Raises LegationError for other texts."""
    if value is None or isinstance(value, date):
        return value
    try:
        # People leave out the zeros: 2023-6.
        named = interval_named("-".join(part.zfill(2) for part in value.split("-")))
    except ValueError as error:
        raise LegationError(f"{value!r} is not a date: give YYYY, YYYY-MM or YYYY-MM-DD") from error
    return named.latest if last else named.earliest


def time_asked(value: str | date | None) -> date | DateInterval:
    """A day, or the whole month or year that a text names; today for None. Raises LegationError for other texts."""
    first, last = day_asked(value), day_asked(value, last=True)
    if first is None or last is None:
        return date.today()
    return first if first == last else DateInterval(first, last, "month" if len(str(value)) > 4 else "year", str(value))
