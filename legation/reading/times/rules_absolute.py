"""Rules for dates that name a year, a month or a day of the month."""

from __future__ import annotations

import re
from datetime import date

from legation.model import DateInterval
from legation.reading.times.calendar import (
    first_day,
    interval_of,
    make_day,
    month_interval,
    narrowed,
    week_value,
)
from legation.reading.times.grammar import Hit, Reading, Rule, compiled
from legation.reading.times.scene import Scene
from legation.reading.times.tense import Direction, Leaning

_AGAINST = 4
_SURELY_AGAINST = 25
"""A date against the tense of its clause must be so many times nearer to be meant."""
_YEAR_LEADS = frozenset(
    [
        "in",
        "since",
        "by",
        "of",
        "until",
        "till",
        "from",
        "before",
        "after",
        "around",
        "circa",
        "during",
        "through",
        "between",
        "late",
        "early",
        "mid",
        "the",
        "year",
        "for",
        "to",
        "and",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
    ]
)


def dated(value: str, hit: Hit | None = None) -> Reading | None:
    """A DATE of this value, narrowed by the match's `phase`; None where the calendar has no such date."""
    interval = interval_of(value, "")
    if interval is None:
        return None
    return Reading("DATE", value, narrowed(interval, hit.phase()) if hit is not None else interval)


def full_year(words: str) -> int:
    """A year from two or four digits; two digits are read from 1950 to 2049."""
    year = int(words)
    if len(words) > 2:
        return year
    return year + (1900 if year >= 50 else 2000)


def read_iso(hit: Hit, scene: Scene) -> Reading | None:
    """2021-03-18, 2021-03-18T12:30."""
    value = hit.value("iso").upper()
    interval = interval_of(value, "")
    if interval is None:
        return None
    return Reading("TIME" if "T" in value else "DATE", re.sub(r"(T\d\d:\d\d):\d\d", r"\1", value), interval)


def read_slash(hit: Hit, scene: Scene) -> Reading | None:
    """3/18/2021: month first, as American papers write it, unless that is no date."""
    first, second, year = hit.value("slash").split("/")
    day = make_day(full_year(year), int(first), int(second)) or make_day(full_year(year), int(second), int(first))
    return None if day is None else dated(day.isoformat())


def read_day(hit: Hit, scene: Scene) -> Reading | None:
    """March 18, 2021; Thursday, 18 March 2021; Nov. 9 (its year told by tense and nearness)."""
    month, number = int(hit.value("month")), int(hit.number("day") or 0)
    if hit.has("year"):
        day = make_day(int(hit.value("year")), month, number)
        return None if day is None else dated(day.isoformat())
    if make_day(2000, month, number) is None:
        return None
    above = scene.year_above(hit.start)
    if above is not None:
        day = make_day(above, month, number)
        return None if day is None else dated(day.isoformat())
    base = scene.base(hit.start)
    weekday = int(hit.value("weekday") or 0)
    day = None if base is None else nearest(base, month, number, weekday, scene, hit)
    if day is None:
        return Reading("DATE", f"XXXX-{month:02d}-{number:02d}")
    return dated(day.isoformat())


def nearest(base: date, month: int, number: int, weekday: int, scene: Scene, hit: Hit) -> date | None:
    """The day with this month and number that fits weekday, tense and nearness to `base` best."""
    days = [make_day(base.year + step, month, number) for step in (-1, 0, 1)]
    if scene.reference is None:
        return days[1]
    choices = [day for day in days if day is not None and (not weekday or day.isoweekday() == weekday)]
    choices = choices or [day for day in days if day is not None]
    if not choices:
        return None
    told: Direction = "past" if hit.value("which") == "-1" else "future" if hit.value("which") == "1" else None
    leaning = Leaning(told, True) if hit.has("which") else scene.leaning(hit.start, hit.end)
    return min(choices, key=lambda day: distance((day - base).days, leaning))


def distance(step: int, leaning: Leaning) -> int:
    """How far a day or month lies, stretched where it lies against the tense."""
    wrong = (step > 0 and leaning.direction == "past") or (step < 0 and leaning.direction == "future")
    return abs(step) * ((_SURELY_AGAINST if leaning.close else _AGAINST) if wrong else 1)


def read_week_of(hit: Hit, scene: Scene) -> Reading | None:
    """The week of March 6."""
    day = read_day(hit, scene) if hit.value("unit") == "W" else None
    if day is None or day.interval is None or day.interval.earliest is None:
        return None
    return dated(week_value(day.interval.earliest))


def read_days(hit: Hit, scene: Scene) -> Reading | None:
    """Nov. 15-16; 5 to 7 May 2021; April 24 and 25: one expression, whose value is its first day's."""
    opening = read_day(hit, scene)
    last = int(hit.number("until") or 0)
    start = opening.interval.earliest if opening is not None and opening.interval is not None else None
    if opening is None or start is None:
        return opening if opening is not None and last <= 31 else None
    end = make_day(start.year, start.month, last)
    if end is None or end <= start:
        return None
    return Reading("DATE", opening.value, DateInterval(start, end, "day", ""))


def read_month(hit: Hit, scene: Scene) -> Reading | None:
    """March 2021; early November; in October (its year told by tense)."""
    month = int(hit.value("month"))
    if hit.has("year"):
        return dated(f"{int(hit.value('year')):04d}-{month:02d}", hit)
    base = scene.base(hit.start)
    if base is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    year = base.year
    if scene.reference is not None and not hit.has("which"):
        leaning = scene.leaning(hit.start, hit.end)
        steps = [12 * turn + month - base.month for turn in (-1, 0, 1)]
        step = min(steps, key=lambda step: distance(step, leaning))
        year = (base.year * 12 + base.month - 1 + step) // 12
    elif hit.has("which"):
        which = hit.value("which")
        year += {"-1": -1 if month >= base.month else 0, "1": 1 if month <= base.month else 0}.get(which, 0)
    return dated(f"{year:04d}-{month:02d}", hit)


def read_following_month(hit: Hit, scene: Scene) -> Reading | None:
    """The following January: the first one after the date last named."""
    anchor = scene.near_anchor(hit.start)
    start = None if anchor is None else first_day(anchor)
    month = int(hit.value("month"))
    if start is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    return dated(f"{start.year + (month <= start.month):04d}-{month:02d}")


def read_month_of(hit: Hit, scene: Scene) -> Reading | None:
    """October last year; in June of this year; March next year."""
    base = scene.base(hit.start)
    month = int(hit.value("month"))
    if base is None:
        return Reading("DATE", f"XXXX-{month:02d}")
    year = base.year + int(hit.value("which"))
    if hit.has("day"):
        day = make_day(year, month, int(hit.number("day") or 0))
        return None if day is None else dated(day.isoformat())
    return dated(f"{year:04d}-{month:02d}", hit)


def read_year(hit: Hit, scene: Scene) -> Reading | None:
    """In 1996; the 1996 campaign; early 1996; a number of four digits that nothing tells to be a count."""
    year = int(hit.value("year"))
    before, after = scene.kind(hit.start - 1), scene.kind(hit.end)
    if before == "hyphen" and scene.word(hit.start - 2) in ("pre", "post"):
        before = ""
    if before in ("numbered", "$", "approx", "than", "year", "hyphen", "month") or after in (
        "%",
        "counted",
        "$",
        "unit",
        "units",
    ):
        return None
    if before == "." and scene.kind(hit.start - 2) == "numbered":
        return None
    led = scene.word(hit.start - 1) in _YEAR_LEADS or hit.has("phase") or hit.has("the_year") or hit.has("fiscal")
    if not 1900 <= year <= 2050 and not (led and 1200 <= year <= 2100):
        return None
    if after == "hyphen" and scene.kind(hit.end + 1) in ("units", "unit", "digits"):
        return None
    return dated(f"{year:04d}", hit)


def read_years(hit: Hit, scene: Scene) -> Reading | None:
    """2019-21; 2019-2021: one expression from the first year to the last."""
    first, last = hit.value("year"), hit.value("until")
    last = first[:2] + last if len(last) == 2 else last
    if not (len(last) == 4 and 1900 <= int(first) < int(last) <= 2100 and int(last) - int(first) < 100):
        return None
    return Reading("DATE", first, month_interval(int(first), 1, 12 * (int(last) - int(first) + 1), "unknown", ""))


def read_spelled_year(hit: Hit, scene: Scene) -> Reading | None:
    """Nineteen ninety-six; two thousand and ten; twenty-thirteen."""
    values = [
        int(hit.tokens.values[i])
        for i in range(*hit.match.span("words"))
        if hit.tokens.kinds[i] in ("number", "multiple")
    ]
    if values[:2] == [2, 1000]:
        year = 2000 + sum(values[2:])
    elif len(values) > 1 and values[0] in (18, 19, 20) and values[1] >= 10:
        year = values[0] * 100 + sum(values[1:])
    else:
        return None
    led = scene.word(hit.start - 1) in _YEAR_LEADS or hit.has("the_year") or hit.has("month") or values[0] != 20
    if not led or not 1800 <= year <= 2100:
        return None
    return dated(f"{year:04d}-{int(hit.value('month')):02d}" if hit.has("month") else f"{year:04d}", hit)


def read_decade(hit: Hit, scene: Scene) -> Reading | None:
    """The 1990s; the late '70s; the nineties."""
    value = hit.value("decade")
    if hit.has("nth"):
        value = hit.value("nth") + "0"
        if scene.word(hit.start - 1) in ("his", "her", "their", "my", "its"):
            return None
    digits = value if len(value) == 4 else ("20" if value in ("00", "10", "20") else "19") + value
    return dated(digits[:3], hit)


def read_century(hit: Hit, scene: Scene) -> Reading | None:
    """The 20th century."""
    number = int(hit.number("nth") or 0)
    return dated(f"{number - 1:02d}", hit) if 10 < number < 23 else None


ABSOLUTE = [
    Rule("iso", compiled("(?P<iso><iso>)"), read_iso),
    Rule("slash", compiled("(?P<slash><slash>)"), read_slash),
    Rule(
        "month day year",
        compiled(
            "(?:(?P<weekday><WEEKDAY>)<,>?(?:<the>)?)?(?P<which><last|this|next>)?(?P<month><MONTH>)<the>?(?P<day><DAY>)(?:<,|of>?(?P<year><year>)(?!<hyphen>?<counted>))?"
        ),
        read_day,
    ),
    Rule(
        "day month year",
        compiled(
            "(?:(?P<weekday><WEEKDAY>)<,>?)?(?:<the>)?(?P<day><DAY>)(?:<of>)?(?P<month><MONTH>)(?:<,|of>?(?P<year><year>))?"
        ),
        read_day,
    ),
    Rule(
        "days",
        compiled("(?P<month><MONTH>)(?P<day><DAY>)<hyphen|dash|to|and>(?P<until><DAY>)(?:<,>?(?P<year><year>))?"),
        read_days,
    ),
    Rule(
        "days month",
        compiled(
            "<the>?(?P<day><DAY>)<hyphen|dash|to|and>(?P<until><DAY>)<of>?(?P<month><MONTH>)(?:<,>?(?P<year><year>))?"
        ),
        read_days,
    ),
    Rule(
        "month year",
        compiled("(?P<phase><PHASE>)?(?P<month><MONTH>)(?:<,>|<of>|<hyphen>)?(?P<year><year>)"),
        read_month,
    ),
    Rule(
        "week of",
        compiled("<the>(?P<unit><unit>)<of>(?P<month><MONTH>)(?P<day><DAY>)(?:<,>?(?P<year><year>))?"),
        read_week_of,
    ),
    Rule("month", compiled("(?P<phase><PHASE>)?(?P<month><MONTH>)"), read_month),
    Rule("following month", compiled("<the><following>(?P<month><MONTH>)"), read_following_month),
    Rule(
        "which month",
        compiled("(?P<phase><PHASE>)?(?P<which><last|past|next|this|coming>)<past|coming>?(?P<month><MONTH>)"),
        read_month,
    ),
    Rule(
        "month of which year",
        compiled(
            "(?P<phase><PHASE>)?(?P<month><MONTH>)(?P<day><DAY>)?<,>?<of>?(?P<which><last|this|next>)(?P<unit><unit>)"
        ),
        lambda hit, scene: read_month_of(hit, scene) if hit.value("unit") == "Y" else None,
    ),
    Rule(
        "year",
        compiled("(?P<phase><PHASE>)?(?P<fiscal><fiscal>)?(?P<the_year><the>?<fiscal>?<unit>)?(?P<year><year>)"),
        lambda hit, scene: read_year(hit, scene) if hit.value("the_year") in ("", "Y") else None,
    ),
    Rule("years", compiled("(?P<year><year>)<hyphen|dash|/>(?P<until><year|small|digits>)"), read_years),
    Rule(
        "spelled year",
        compiled(
            "(?P<phase><PHASE>)?(?P<the_year><the><unit>)?(?P<month><MONTH>)?(?P<words><number>(?:<hyphen|and>?<number>){1,5})"
        ),
        read_spelled_year,
    ),
    Rule("decade", compiled("(?:<the>)?(?P<phase><PHASE>)?(?:<the>)?(?P<decade><decade>)"), read_decade),
    Rule(
        "named decade", compiled("<the>(?P<phase><PHASE>)?(?P<nth><nth>)"), lambda hit, scene: read_decade(hit, scene)
    ),
    Rule(
        "century",
        compiled("(?:<the>)?(?P<phase><PHASE>)?(?P<nth><ordinal|small>)<hyphen>?(?P<unit><unit>)"),
        lambda hit, scene: read_century(hit, scene) if hit.value("unit") == "C" else None,
    ),
]
