"""Holidays that diplomacy and its press use as dates, from `holidays.csv`."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from pydantic import field_validator

from legation.lexicon.table import TableRow, read_table
from legation.model import DateInterval
from legation.reading.times.calendar import make_day
from legation.reading.times.grammar import Reading
from legation.reading.times.rules_absolute import distance
from legation.reading.times.scene import Scene
from legation.reading.times.tense import Direction, Leaning

_RULE = re.compile(r"\d\d-\d\d|nth \d{1,2} -?\d [1-7]|easter -?\d+|election|on( \d{4}-\d\d-\d\d)+")


class Holiday(TableRow):
    """A row of `holidays.csv`.

    `rule` is `MM-DD`; `nth MONTH N WEEKDAY` (the N-th such weekday, -1 the last, Monday is 1); `easter DAYS`
    (so many days after western Easter Sunday); `election` (the United States'); or `on DATE DATE ...`.
    """

    name: str
    rule: str
    example: str
    reads: str
    """The TIMEX3 value of the example, written on Thursday 18 March 2021."""

    @field_validator("rule")
    @classmethod
    def _known(cls, rule: str) -> str:
        if not _RULE.fullmatch(rule):
            raise ValueError(f"'{rule}' is no rule for a day")
        return rule


@cache
def holidays() -> dict[str, str]:
    """Each holiday's name, with straight apostrophes, and its rule. Raises LegationError for a broken table."""
    return {row.name: row.rule for row in read_table("holidays", Holiday)}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(name).replace("'", "['’]") for name in sorted(holidays(), key=len, reverse=True))
    return re.compile(rf"\b(?P<name>{names})\b(?:(?:,| in| of)? (?P<year>(?:19|20)\d\d)\b)?")


_WHICH = re.compile(r"\b([Ll]ast|[Tt]his|[Nn]ext) $")


def easter(year: int) -> date:
    """Western Easter Sunday of a year after 1582 (the anonymous Gregorian algorithm of Nature, 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday_in(rule: str, year: int) -> date | None:
    """The day that a rule gives in a year, None where it gives none."""
    head, *rest = rule.split(" ")
    if head == "easter":
        return easter(year) + timedelta(days=int(rest[0]))
    if head == "election":
        return _nth(year, 11, 1, 1) + timedelta(days=1)
    if head == "nth":
        return _nth(year, *(int(each) for each in rest))
    if head == "on":
        return next((date.fromisoformat(each) for each in rest if each.startswith(f"{year:04d}-")), None)
    return make_day(year, int(rule[:2]), int(rule[3:]))


def _nth(year: int, month: int, n: int, weekday: int) -> date:
    if n < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (n - 1))


def find_holidays(text: str) -> Iterator[tuple[int, int, Callable[[Scene, int, int], Reading | None]]]:
    """Where a holiday is named, and how to read it."""
    for match in _pattern().finditer(text):
        rule = holidays()[match["name"].replace("’", "'")]
        led = _WHICH.search(text[max(0, match.start() - 6) : match.start()])
        which = led[1].lower() if led else ""
        year = int(match["year"]) if match["year"] else None

        def read(
            scene: Scene, first: int, last: int, rule: str = rule, which: str = which, year: int | None = year
        ) -> Reading | None:
            return _read(scene, first, last, rule, which, year)

        yield match.start() - (len(which) + 1 if led else 0), match.end(), read


def _read(scene: Scene, first: int, last: int, rule: str, which: str, year: int | None) -> Reading | None:
    """The holiday of the named year; else the one that tense and nearness tell."""
    base = scene.base(first)
    if year is not None:
        day = holiday_in(rule, year)
    elif base is None:
        return Reading("DATE", f"XXXX-{rule}") if rule[0].isdigit() else Reading("DATE", "XXXX-XX-XX")
    else:
        days = [day for step in (-1, 0, 1) if (day := holiday_in(rule, base.year + step)) is not None]
        told: Direction = "past" if which == "last" else "future" if which == "next" else None
        leaning = Leaning(told, True) if which else scene.leaning(first, last)
        days.sort(key=lambda day: distance((day - base).days, leaning))
        day = days[0] if days else None
    return None if day is None else Reading("DATE", day.isoformat(), DateInterval(day, day, "day", ""))
