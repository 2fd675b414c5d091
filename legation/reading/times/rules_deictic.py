"""Rules for days and stretches seen from the day of writing: Friday, yesterday, last month, this spring."""

from __future__ import annotations

from datetime import date, timedelta

from legation.model import DateInterval
from legation.reading.times.calendar import at_grain, interval_of, moved, week_value
from legation.reading.times.grammar import Hit, Reading, Rule, compiled
from legation.reading.times.rules_absolute import dated
from legation.reading.times.scene import Scene

_SEASON_LEADS = frozenset(
    ["in", "by", "since", "until", "till", "during", "through", "before", "after", "each", "every", "of"]
)
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def at_time(day: date, part: str) -> Reading:
    """A part of a day (`MO`, `AF`, `EV`, `NI`), or the whole day where the part is empty."""
    interval = DateInterval(day, day, "day", "")
    if not part:
        return Reading("DATE", day.isoformat(), interval)
    return Reading("TIME", f"{day.isoformat()}T{part}", interval)


def weekday_date(base: date, weekday: int, which: str, scene: Scene, hit: Hit) -> date:
    """The day meant by a weekday: the last one, that day included, unless words or tense look forward."""
    back = (base.isoweekday() - weekday) % 7
    ahead = (weekday - base.isoweekday()) % 7
    if which == "last":
        return base - timedelta(days=back or 7)
    if which in ("next", "coming", "following"):
        return base + timedelta(days=ahead or 7)
    direction = scene.direction(hit.start, hit.end)
    if scene.kind(hit.end) == "own" and scene.word(hit.start - 1) not in ("at", "in", "during", "before", "of", "for"):
        # "Wednesday's ruling" is known already, whatever comes of it.
        return base - timedelta(days=back)
    if direction == "future" or (which == "this" and direction is None):
        return base + timedelta(days=ahead)
    return base - timedelta(days=back)


def read_weekday(hit: Hit, scene: Scene) -> Reading | None:
    """Friday; last Monday; Saturday night; early Tuesday."""
    weekday = int(hit.value("weekday"))
    base = scene.base(hit.start) if scene.reference is not None else None
    part = hit.value("part")
    if base is None:
        value = f"XXXX-WXX-{weekday}" + (f"T{part}" if part else "")
        return Reading("TIME" if part else "DATE", value)
    which = hit.tokens.kinds[hit.match.start("which")] if hit.has("which") else ""
    if which == "previous":
        anchor = _anchor_day(scene, hit.start) or base
        return at_time(anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7 or 7), part)
    if hit.has("week"):
        if hit.value("week_unit") != "W":
            return None
        monday = base - timedelta(days=base.isoweekday() - 1 - 7 * int(hit.value("week")))
        return at_time(monday + timedelta(days=weekday - 1), part)
    return at_time(weekday_date(base, weekday, which, scene, hit), part)


def read_dayword(hit: Hit, scene: Scene) -> Reading | None:
    """Today, yesterday evening, tomorrow; the day before yesterday."""
    step = int(hit.value("word"))
    if hit.has("beyond"):
        step += int(hit.value("beyond"))
    part = hit.value("part")
    if scene.reference is None:
        return Reading("DATE", "PRESENT_REF" if step == 0 else "XXXX-XX-XX")
    day = moved(scene.reference, "D", step)
    return None if day is None else at_time(day, part)


def read_part(hit: Hit, scene: Scene) -> Reading | None:
    """This morning, last night, tonight, overnight."""
    part = hit.value("part")
    which = hit.tokens.kinds[hit.match.start("which")] if hit.has("which") else ""
    if scene.reference is None:
        return Reading("TIME", f"XXXX-XX-XXT{part}")
    back = which == "last" or (hit.lower("part") == "overnight" and scene.direction(hit.start, hit.end) != "future")
    return at_time(scene.reference - timedelta(days=1 if back else 0), part)


def read_the_part(hit: Hit, scene: Scene) -> Reading | None:
    """In the morning, later that night, earlier in the day: of the day last named, else of the day of writing."""
    day = _anchor_day(scene, hit.start) or (scene.reference if hit.has("phase") or hit.has("that") else None)
    led = hit.has("next") or hit.has("phase") or hit.has("that")
    if day is None or not (led or scene.word(hit.start - 1) in ("in", "by", "during", "until")):
        return None
    if scene.kind(hit.end) == "of" or (hit.has("unit") and hit.value("unit") != "D"):
        return None
    return at_time(day + timedelta(days=1 if hit.has("next") else 0), hit.value("part"))


def read_unit(hit: Hit, scene: Scene) -> Reading | None:
    """Last week, this month, next year, the current quarter, earlier this year."""
    unit = hit.value("unit")
    if unit.startswith("T"):
        return None
    which = hit.value("which")
    step = int(which) if which in ("-1", "0", "1") else 0
    if hit.has("fiscal") and unit != "Y":
        return None
    if scene.reference is None:
        return Reading("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step])
    if step == 1 and hit.has("the") and scene.direction(hit.start, hit.end) == "past":
        # "The next month, they agreed": the month after the one last told of.
        return read_anchored(hit, scene)
    if unit == "WE":
        return _weekend(scene.reference, step)
    if unit in ("E", "C") and step:
        far = moved(scene.reference, unit, step)
        first, last = sorted((scene.reference, far or scene.reference))
        return Reading("DURATION", "P10Y" if unit == "E" else "P100Y", DateInterval(first, last, "unknown", ""))
    day = moved(scene.reference, unit, step)
    return None if day is None else dated(at_grain(day, unit), hit)


def _weekend(base: date, step: int) -> Reading | None:
    return dated(week_value(base + timedelta(days=7 * step)) + "-WE")


def read_the_weekend(hit: Hit, scene: Scene) -> Reading | None:
    """The weekend: the last one, or the coming one where the clause looks forward."""
    base = scene.reference
    if base is None:
        return Reading("DATE", "XXXX-WXX-WE")
    back = scene.direction(hit.start, hit.end) != "future" and base.isoweekday() < 6
    return _weekend(base, -1 if back else 0)


def read_the_unit(hit: Hit, scene: Scene) -> Reading | None:
    """The year (of writing); the end of the month; the year ended March 31 (a stretch of a year)."""
    unit = hit.value("unit")
    if scene.kind(hit.end) == "ended" and unit == "Y":
        return Reading("DURATION", "P1Y")
    if (
        scene.kind(hit.end) == "hyphen"
        or unit not in ("Y", "M", "W", "E", "C")
        or (unit != "Y" and not hit.has("phase"))
    ):
        return None
    if scene.reference is None:
        return Reading("DATE", "PRESENT_REF")
    if (
        unit == "Y"
        and not hit.has("phase")
        and scene.word(hit.start - 1) not in ("for", "of", "in", "during", "throughout")
    ):
        return None
    return dated(at_grain(scene.reference, unit), hit)


def read_year_end(hit: Hit, scene: Scene) -> Reading | None:
    """By year-end, at year's end."""
    base = scene.reference
    if base is None:
        return Reading("DATE", "XXXX-12-31")
    past = scene.direction(hit.start, hit.end) == "past" or scene.word(hit.start - 1) == "since"
    return dated(f"{base.year - (1 if past and base.month < 12 else 0):04d}-12-31")


def read_season(hit: Hit, scene: Scene) -> Reading | None:
    """The summer of 2020, last spring, this fall, in winter."""
    season = hit.value("season")
    if hit.has("year"):
        return dated(f"{int(hit.value('year')):04d}-{season}", hit)
    led = hit.has("which") or hit.has("phase") or (hit.has("the") or scene.word(hit.start - 1) in _SEASON_LEADS)
    if not led or scene.kind(hit.end) == "of" or scene.word(hit.start - 1) in ("to", "a", "an"):
        return None
    if hit.lower("season") in ("fall", "spring") and not (
        hit.has("which") or scene.word(hit.start - 1) in _SEASON_LEADS
    ):
        return None
    base = scene.reference
    if base is None:
        return Reading("DATE", f"XXXX-{season}")
    which = hit.value("which")
    year = base.year
    start = _SEASON_MONTH[season]
    if which == "-1":
        year -= 1 if base.month < start + 3 else 0
    elif which == "1":
        year += 1 if base.month >= start else 0
    elif which == "":
        direction = scene.direction(hit.start, hit.end)
        year -= 1 if direction == "past" and base.month < start else 0
        year += 1 if direction == "future" and base.month >= start + 3 else 0
    return dated(f"{year:04d}-{season}", hit)


def read_reference(hit: Hit, scene: Scene) -> Reading | None:
    """Now, currently, recently, soon; right now; the near future."""
    return Reading("DATE", hit.value("ref"))


def _these_days(hit: Hit) -> Reading | None:
    return Reading("DATE", "PRESENT_REF") if hit.tokens.values[hit.end - 1] == "D" else None


def read_mid_part(hit: Hit, scene: Scene) -> Reading | None:
    """Mid-afternoon, mid-morning yesterday."""
    base = scene.reference
    if base is None:
        return Reading("TIME", f"XXXX-XX-XXT{hit.value('part')}")
    day = _anchor_day(scene, hit.start) or base
    if hit.has("word"):
        day = moved(base, "D", int(hit.value("word"))) or base
    return at_time(day, hit.value("part"))


def read_the_future(hit: Hit, scene: Scene) -> Reading | None:
    """In the future, for the near future; "the future government" names no time."""
    if not hit.has("near") and scene.word(hit.start - 1) not in (
        "in",
        "into",
        "for",
        "about",
        "of",
        "to",
        "from",
        "towards",
    ):
        return None
    return Reading("DATE", hit.value("ref"))


def read_the_past(hit: Hit, scene: Scene) -> Reading | None:
    """In the past; in the recent past."""
    if scene.word(hit.start - 1) not in ("in", "of", "from", "with") or scene.kind(hit.end) in (
        "number",
        "small",
        "few",
    ):
        return None
    return Reading("DATE", "PAST_REF")


def read_coming(hit: Hit, scene: Scene) -> Reading | None:
    """In the coming months, in recent weeks, the weeks ahead: open on the far side."""
    unit, which = hit.value("unit"), hit.value("which")
    letter = unit if unit in ("D", "W", "M", "Y") else {"Q": "Q", "E": "DE", "C": "CE"}.get(unit, "")
    if not letter:
        return None
    base = scene.reference
    if which == "PAST_REF" and unit == "Y":
        return Reading("DATE", "PAST_REF")
    forward = which in ("1", "FUTURE_REF")
    interval = None
    if base is not None:
        interval = DateInterval(base, None, "unknown", "") if forward else DateInterval(None, base, "unknown", "")
    return Reading("DURATION", f"PX{letter}", interval)


def _anchor_day(scene: Scene, at: int) -> date | None:
    anchor = scene.near_anchor(at)
    interval = None if anchor is None else interval_of(anchor, "")
    return interval.earliest if interval is not None and interval.precision == "day" else None


def read_anchored(hit: Hit, scene: Scene) -> Reading | None:
    """That day, the same month, the following year, the previous week: from the date last named."""
    unit, anchor = hit.value("unit"), scene.near_anchor(hit.start)
    # "the day before the vote" counts from the vote, which no calendar tells.
    if hit.kind("which") in ("before", "after") and scene.word(hit.end).isalpha():
        return None
    interval = None if anchor is None else interval_of(anchor, "")
    if interval is None or interval.earliest is None or unit.startswith("T") or unit == "":
        return None
    coarse = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4}.get(interval.precision, 5)
    ahead = interval.latest is not None and scene.reference is not None and interval.latest > scene.reference
    if coarse and unit == "D" and hit.value("which") == "0" and (ahead or interval.precision != "month"):
        # "met on Tuesday to prepare the talks of November; the same day ...": Tuesday.
        day_named = scene.near_day(hit.start)
        interval = (interval_of(day_named, "") if day_named is not None else None) or interval
        coarse = 0 if interval.precision == "day" else coarse
    if interval.earliest is None:
        return None
    if coarse > {"D": 0, "W": 1, "2W": 1, "WE": 1, "M": 2, "Q": 3, "Y": 4}.get(unit, 5):
        if hit.value("which") != "0" or unit != "D" or len(str(anchor)) not in (4, 7):
            return None
        # "That same day" of a month already told: the day stays unknown.
        return Reading("DATE", f"{anchor}-XX" + ("-XX" if len(str(anchor)) == 4 else ""), interval)
    day = moved(interval.earliest, "W" if unit == "WE" else unit, int(hit.value("which") or 0))
    if day is None:
        return None
    return dated(week_value(day) + "-WE" if unit == "WE" else at_grain(day, unit), hit)


DEICTIC = [
    Rule(
        "weekday",
        compiled(
            "(?:<this>(?=<coming>)|<the>(?=<previous|last|next|following|coming>))?(?P<which><last|next|this|coming|previous|following>)?<past>?(?P<phase><early|late|earlier|later>)?(?P<weekday><WEEKDAY>)(?P<part><daypart>)?(?:<of>?(?P<week><last|this|next>)(?P<week_unit><unit>))?"
        ),
        read_weekday,
    ),
    Rule(
        "dayword",
        compiled(
            "(?:<the><unit>(?P<beyond><before|after>))?(?P<phase><early|late|earlier|later>)?(?P<word><dayword>)(?P<part><daypart>)?"
        ),
        read_dayword,
    ),
    Rule(
        "part", compiled("(?P<phase><early|late|earlier|later>)?(?P<which><this|last>)(?P<part><daypart>)"), read_part
    ),
    Rule("tonight", compiled("(?P<part><tonight|overnight>)"), read_part),
    Rule(
        "the part",
        compiled(
            "(?P<phase><early|late|earlier|later><in>?)?(?:<the>(?P<next><next|following>)?|(?P<that><that>)<same>?)(?P<part><daypart>)"
        ),
        read_the_part,
    ),
    Rule("in the day", compiled("(?P<phase><early|late|earlier|later><in>)<the>(?P<unit><unit>)"), read_the_part),
    Rule("that day", compiled("(?P<phase><earlier|later>)(?P<that><that>)<same>?(?P<unit><unit>)"), read_the_part),
    Rule(
        "unit",
        compiled(
            "(?P<phase><PHASE>)?(?P<the><the>)?(?P<which><last|next|this|current|coming|latest>)(?P<fiscal><fiscal>)?(?P<unit><unit|weekend>)"
        ),
        read_unit,
    ),
    Rule("the weekend", compiled("<the><weekend>"), read_the_weekend),
    Rule(
        "the unit",
        compiled("(?P<phase><PHASE>)?<the>(?P<full><full>)?(?P<fiscal><fiscal>)?(?P<unit><unit>)"),
        read_the_unit,
    ),
    Rule("year-end", compiled("<year-word>(?:<hyphen>|<own>)?<edge>"), read_year_end),
    Rule(
        "season",
        compiled(
            "(?:(?P<the><the>)|(?P<which><last|this|next|coming|past>))?<past>?(?P<phase><PHASE>)?(?:<the>)?(?P<season><season>)(?:<of>?(?P<year><year>))?"
        ),
        read_season,
    ),
    Rule("reference", compiled("(?:<right>)?(?P<ref><reference|recent|current>)"), read_reference),
    Rule("these days", compiled("<these><units>"), lambda hit, scene: _these_days(hit)),
    Rule("mid part", compiled("<mid><hyphen>?(?P<part><daypart>)(?P<word><dayword>)?"), read_mid_part),
    Rule("the future", compiled("<the>(?P<near><near>)?(?P<ref><future>)"), read_the_future),
    Rule("the past", compiled("<the>(?:<recent>)?<past>"), read_the_past),
    Rule(
        "coming units", compiled("<the>?(?P<which><coming|recent|future|past|following>)(?P<unit><units>)"), read_coming
    ),
    Rule("units ahead", compiled("<the>(?P<unit><units>)(?P<which><ahead>)"), read_coming),
    Rule("that unit", compiled("(?:<earlier|later>)?(?P<which><that>)<same>?(?P<unit><unit|weekend>)"), read_anchored),
    Rule("same unit", compiled("<the>(?P<which><same>)(?P<unit><unit|weekend>)"), read_anchored),
    Rule(
        "following unit", compiled("<the>(?P<which><following|next|previous>)(?P<unit><unit|weekend>)"), read_anchored
    ),
    Rule("unit before", compiled("<the>(?P<unit><unit>)(?P<which><before|after|earlier|later>)"), read_anchored),
]
