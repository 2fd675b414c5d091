"""Times as a user writes them: YYYY, YYYY-MM or YYYY-MM-DD."""

from __future__ import annotations

from datetime import date

from legation.model import DateInterval, LegationError


def day_asked(value: str | date | None, *, last: bool = False) -> date | None:
    """A date, or the first (or last) day of a year or month given as text."""
    if value is None or isinstance(value, date):
        return value
    parts = value.split("-")
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 3:
            return date(*numbers)
        if not last:
            return date(numbers[0], numbers[1] if len(numbers) == 2 else 1, 1)
        year, month = (numbers[0], numbers[1]) if len(numbers) == 2 else (numbers[0], 12)
        following = date(year + month // 12, month % 12 + 1, 1)
        return date.fromordinal(following.toordinal() - 1)
    except (ValueError, IndexError) as error:
        raise LegationError(f"{value!r} is not a date: give YYYY, YYYY-MM or YYYY-MM-DD") from error


def time_asked(value: str | date | None) -> date | DateInterval:
    """A day, or the whole month or year that a text names; today for None."""
    first, last = day_asked(value), day_asked(value, last=True)
    if first is None or last is None:
        return date.today()
    return first if first == last else DateInterval(first, last, "month" if len(str(value)) > 4 else "year", str(value))
