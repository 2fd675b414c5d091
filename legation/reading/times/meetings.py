"""Recurring meetings whose place or year tells their days: the G20 in Bali, from `recurring_events.csv`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

from pydantic import BaseModel

from legation.lexicon.table import read_table
from legation.model import DateInterval
from legation.reading.times.grammar import Reading
from legation.reading.times.scene import Scene

_FRESH = timedelta(days=21)
"""A conference named without year or place is the one that opened within the last three weeks."""
_ASSEMBLY = (
    r"(?:(?:[Ss]ummits?|[Mm]eeting|[Cc]onference|[Ff]orum"
    r"|(?:[Ee]conomic )?[Ll]eaders(?:['’])?(?: [Ss]ummit| [Mm]eeting)?)(?: of [Ll]eaders)?)"
)


class RecurringEvent(BaseModel):
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
        rows = _editions()[match["name"]]
        begin = max(0, match.start() - 45)
        before = lead.search(text[begin : match.start()])
        place = match["place"] or (before["before"] if before else None)
        year = match["late"] or (before["year"] if before else None)
        # "NATO in 2019" is the alliance; "the 2019 NATO summit" is a meeting.
        conference = (
            " " in match["name"] and len(rows) > 6 and rows[0].places in ("Munich", "Singapore", "Davos", "New York")
        )
        if place is not None:
            rows = [row for row in rows if place in row.places.split("|")]
        elif not (conference or match["name"].startswith("COP") or (year and match["assembly"])):
            continue
        if year is not None:
            rows = [row for row in rows if row.since.year == int(year)]
        if not rows:
            continue
        bare = place is None and year is None and not match["name"].startswith("COP")

        def read(
            scene: Scene,
            first: int,
            last: int,
            rows: list[RecurringEvent] = rows,
            bare: bool = bare or (conference and year is None),
            beside: bool = before is not None and before["side"] is not None,
        ) -> Reading | None:
            return _read(scene, rows, bare, beside)

        yield begin + before.start("all") if before else match.start(), match.end(), read


def _read(scene: Scene, rows: list[RecurringEvent], bare: bool, beside: bool) -> Reading | None:
    """The edition meant: the only one, or the last one begun before the day of writing."""
    base = scene.reference
    if bare:
        rows = [row for row in rows if base is not None and row.since <= base <= row.since + _FRESH]
    if len(rows) > 1 and base is not None:
        rows = [row for row in rows if row.since <= base][-1:]
    if len(rows) != 1:
        return None
    row = rows[0]
    # Leaders who meet on the sidelines often do so on the eve.
    since = row.since - timedelta(days=1) if beside else row.since
    return Reading("DATE", row.since.isoformat(), DateInterval(since, row.until, "day", ""))
