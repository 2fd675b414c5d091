"""Calendar arithmetic on TIMEX3 values: their intervals, and steps forward and back."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from legation.model import DateInterval
from legation.model.dates import Precision

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}
"""First and last month, northern half of the globe; 13 and 14 are January and February of the next year."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])$")


def make_day(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_interval(year: int, month: int, months: int, precision: Precision, basis: str) -> DateInterval | None:
    """`months` whole months from `month` (which may lie outside 1 to 12) on; None outside the years 1 to 9999."""
    first, last = year * 12 + month - 1, year * 12 + month + months - 2
    if not (first >= 12 and last < 120_000):
        return None
    end = monthrange(last // 12, last % 12 + 1)[1]
    return DateInterval(date(first // 12, first % 12 + 1, 1), date(last // 12, last % 12 + 1, end), precision, basis)


def interval_of(value: str, basis: str) -> DateInterval | None:
    """The days that a TIMEX3 DATE or TIME value covers; None for `PAST_REF`, unknown parts and their like."""
    value = value.split("T", 1)[0] if value[:1].isdigit() else ""
    if match := _DAY.fullmatch(value):
        day = make_day(int(match[1]), int(match[2]), int(match[3]))
        return None if day is None else DateInterval(day, day, "day", basis)
    if match := _WEEK.match(value):
        return _week_interval(int(match[1]), int(match[2]), bool(match[3]), basis)
    if match := _PART.match(value):
        year, part = int(match[1]), match[2]
        if part in _SEASONS:
            first, last = _SEASONS[part]
            return month_interval(year, first, last - first + 1, "season", basis)
        size = 3 if part[0] == "Q" else 6
        return month_interval(year, size * (int(part[1]) - 1) + 1, size, "season", basis)
    if re.fullmatch(r"\d{4}-\d\d", value):
        month = int(value[5:])
        return month_interval(int(value[:4]), month, 1, "month", basis) if 1 <= month <= 12 else None
    if re.fullmatch(r"\d{4}", value):
        return month_interval(int(value), 1, 12, "year", basis)
    if re.fullmatch(r"\d{2,3}", value):
        size = 10 ** (4 - len(value))
        return month_interval(int(value) * size, 1, 12 * size, "unknown", basis)
    return None


def _week_interval(year: int, week: int, weekend: bool, basis: str) -> DateInterval | None:
    try:
        first = date.fromisocalendar(year, week, 6 if weekend else 1)
        last = date.fromisocalendar(year, week, 7)
    except ValueError:
        return None
    return DateInterval(first, last, "week", basis)


def narrowed(interval: DateInterval | None, phase: str) -> DateInterval | None:
    """The first (`START`), middle (`MID`) or last (`END`) third of an interval; its precision stays."""
    if interval is None or interval.earliest is None or interval.latest is None or not phase:
        return interval
    if interval.precision == "year" and interval.earliest.year == interval.latest.year:
        month = {"START": 1, "MID": 5}.get(phase, 9)
        return month_interval(interval.earliest.year, month, 4, "year", interval.basis)
    days = (interval.latest - interval.earliest).days + 1
    third = days // 3
    if not third:
        return interval
    first, last = interval.earliest, interval.latest
    if phase == "START":
        last = first + timedelta(days=third - 1)
    elif phase == "END":
        first = first + timedelta(days=2 * third)
    else:
        first, last = first + timedelta(days=third), first + timedelta(days=2 * third - 1)
    return DateInterval(first, last, interval.precision, interval.basis)


def week_value(day: date) -> str:
    """The ISO week that a day lies in: `2021-W11`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_value(day: date) -> str:
    """The calendar quarter that a day lies in: `2021-Q1`."""
    return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"


def moved(day: date, unit: str, count: int) -> date | None:
    """`day` moved by `count` days, weeks, months, ... (`D W 2W M Q Y E C L`); None outside the calendar."""
    months = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}.get(unit)
    try:
        if months is None:
            return day + timedelta(days=count * {"D": 1, "W": 7, "2W": 14}.get(unit, 0))
        total = day.year * 12 + day.month - 1 + count * months
        year, month = divmod(total, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return None


def at_grain(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, quarter, year, decade or century that `day` lies in."""
    if unit == "D":
        return day.isoformat()
    if unit in ("W", "2W"):
        return week_value(day)
    if unit == "M":
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        return quarter_value(day)
    if unit == "E":
        return f"{day.year // 10:03d}"
    if unit in ("C", "L"):
        return f"{day.year // 100:02d}"
    return f"{day.year:04d}"


def first_day(value: str) -> date | None:
    """The first day that a value covers, None where it covers none."""
    interval = interval_of(value, "")
    return None if interval is None else interval.earliest
