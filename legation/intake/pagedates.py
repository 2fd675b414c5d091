"""Calendar days as pages and feeds write them: `January 2, 2021`, `2 Jan 2021`, `2021-01-02T09:00:00Z`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from legation.intake.stamps import MONTH, MONTHS, YEAR, YEAR_END

_DAY = re.compile(
    rf"(?P<m1>{MONTH})\s{{0,3}}(?P<d1>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?,?\s{{0,3}}(?P<y1>{YEAR}){YEAR_END}"
    rf"|(?<!\d)(?P<d2>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?:\s{{0,3}}|-)(?:of\s)?(?P<m2>{MONTH}),?"
    rf"(?:\s{{0,3}}|-)(?:of\s)?(?P<y2>{YEAR}){YEAR_END}"
    rf"|(?<!\d)(?P<y3>{YEAR})\s?[-/.年]\s?(?P<m3>\d{{1,2}})\s?[-/.月]\s?(?P<d3>\d{{1,2}})(?!\d)日?"
    rf"|(?<!\d)(?P<y4>{YEAR})(?P<m4>0[1-9]|1[0-2])(?P<d4>0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<![\d/.-])(?P<a>\d{{1,2}})[-/.](?P<b>\d{{1,2}})[-/.](?P<y5>{YEAR})(?!\d)",
    re.IGNORECASE,
)

_MONTH_YEAR = re.compile(rf"\b(?P<m>{MONTH}),?\s(?P<y>{YEAR})\b", re.IGNORECASE)


class FoundDay(NamedTuple):
    """A day and where its words stand."""

    start: int
    end: int
    day: date


def days_in(text: str) -> list[FoundDay]:
    """Every full calendar day in a text. `03/04/2021` names two days and is left out; `31/04/2021` is none."""
    found: list[FoundDay] = []
    for match in _DAY.finditer(text):
        day = _day_of(match)
        if day is not None:
            found.append(FoundDay(match.start(), match.end(), day))
    return found


def months_in(text: str) -> list[tuple[int, int, date, date]]:
    """Every month with its year in a text (`March 2021`): where it stands, its first day and its last."""
    found: list[tuple[int, int, date, date]] = []
    for match in _MONTH_YEAR.finditer(text):
        year, month = int(match["y"]), MONTHS[match["m"].rstrip(".").casefold()]
        first = date(year, month, 1)
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        found.append((match.start(), match.end(), first, last))
    return found


def day_in(text: str) -> date | None:
    """The first full calendar day in a field of metadata."""
    found = days_in(text)
    return found[0].day if found else None


def _day_of(match: re.Match[str]) -> date | None:
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y3", "m3", "d3"), ("y4", "m4", "d4")):
        if match[year]:
            name = match[month].rstrip(".").casefold()
            return _date(int(match[year]), MONTHS.get(name) or int(name), int(match[day]))
    first, second = int(match["a"]), int(match["b"])
    if first > 12:
        return _date(int(match["y5"]), second, first)
    if second > 12 or first == second:
        return _date(int(match["y5"]), first, second)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
