"""Recurring meetings whose place or year tells their days: the G20 in Bali, from `recurring_events.csv`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from legation.lexicon.table import TableRow, read_table
from legation.model import DateInterval
from legation.reading.times.grammar import Reading
from legation.reading.times.scene import Scene

_FRESH = timedelta(days=21)
"""A conference named without year or place is the one that opened within the last three weeks."""
_AHEAD = timedelta(days=800)
"""How long before it opens a meeting is spoken of by its place."""
_ASSEMBLY = (
    r"(?:(?:[Ss]ummits?|[Mm]eeting|[Cc]onference|[Ff]orum"
    r"|(?:[Ee]conomic )?[Ll]eaders(?:['’])?(?: [Ss]ummit| [Mm]eeting)?)(?: of [Ll]eaders)?)"
)


class RecurringEvent(TableRow):
    """A row of `recurring_events.csv`: one edition of a meeting; `names` and `places` are parted by `|`."""

    names: str
    places: str
    since: date
    until: date
    example: str
    reads: str
    """The TIMEX3 value of the example."""


@cache
def _editions() -> dict[str, list[RecurringEvent]]:
    found: dict[str, list[RecurringEvent]] = {}
    for row in read_table("recurring_events", RecurringEvent):
        for name in row.names.split("|"):
            found.setdefault(name, []).append(row)
    return found


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A meeting's name with what follows it, and what may stand before it."""
    names = "|".join(re.escape(name) for name in sorted(_editions(), key=len, reverse=True))
    every = {place for rows in _editions().values() for row in rows for place in row.places.split("|")}
    places = "|".join(re.escape(place) for place in sorted(every, key=len, reverse=True))
    name = re.compile(
        rf"\b(?P<name>{names})\b(?P<assembly> {_ASSEMBLY})?(?: (?:in|at|of) (?P<place>{places})\b)?"
        r"(?:(?:,| in|, in) (?P<late>20\d\d)\b)?"
    )
    lead = re.compile(
        r"(?P<side>\b(?:side-?lines|margins) of )?"
        rf"(?P<all>\b(?:the )?(?:(?P<year>20\d\d) )?(?:(?P<before>{places}) )?)$"
    )
    return name, lead


def find_meetings(text: str) -> Iterator[tuple[int, int, Callable[[Scene, int, int], Reading | None]]]:
    """Where a dated edition of a meeting is named, and how to read it."""
    pattern, lead = _patterns()
    for match in pattern.finditer(text):
        begin = max(0, match.start() - 45)
        before = lead.search(text[begin : match.start()])
        beside = before is not None and before["side"] is not None
        place = match["place"] or (before["before"] if before else None)
        year = match["late"] or (before["year"] if before else None)
        certain = year is not None or match["name"].startswith("COP")
        rows, fresh = _named(match["name"], place, year, match["assembly"] is not None or beside)
        if not rows:
            continue

        def read(
            scene: Scene,
            first: int,
            last: int,
            rows: list[RecurringEvent] = rows,
            fresh: bool = fresh,
            certain: bool = certain,
            beside: bool = beside,
        ) -> Reading | None:
            return _read(scene, rows, fresh, certain, beside)

        yield begin + before.start("all") if before else match.start(), match.end(), read


def _named(name: str, place: str | None, year: str | None, assembles: bool) -> tuple[list[RecurringEvent], bool]:
    """The editions that these words may mean, and whether only a fresh one of them can be meant."""
    rows = _editions()[name]
    yearly = len({row.places for row in rows}) == 1 and len(rows) > 1
    if year is not None:
        rows = [row for row in rows if row.since.year == int(year)]
    if yearly:
        # The place is always the same and tells nothing.
        return rows, year is None
    if place is not None:
        rows = [row for row in rows if place in row.places.split("|")]
    # "NATO in Brussels" is the alliance, "the NATO summit in Brussels" a meeting; the G20 only ever meets.
    named = name.startswith("COP") or (place is not None and name.startswith("G"))
    return (rows if named or (assembles and (place or year)) else []), False


def _read(scene: Scene, rows: list[RecurringEvent], fresh: bool, certain: bool, beside: bool) -> Reading | None:
    """The edition meant: the only one, or the last one begun before the day of writing."""
    base = scene.reference
    if base is not None and not certain:
        rows = [row for row in rows if row.since <= base + _AHEAD]
    if fresh:
        rows = [row for row in rows if base is not None and row.since <= base <= row.since + _FRESH]
    if len(rows) > 1 and base is not None:
        rows = [row for row in rows if row.since <= base][-1:]
    if len(rows) != 1:
        return None
    row = rows[0]
    # Leaders who meet on the sidelines often do so on the eve.
    since = row.since - timedelta(days=1) if beside else row.since
    return Reading("DATE", row.since.isoformat(), DateInterval(since, row.until, "day", ""))
