"""Rules for quarters and halves of a year, which carry over from one sentence to the next."""

from __future__ import annotations

from datetime import date

from legation.reading.times.calendar import (
    at_grain,
    first_day,
    month_interval,
    moved,
    quarter_value,
)
from legation.reading.times.grammar import Hit, Reading, Rule, compiled
from legation.reading.times.rules_absolute import dated
from legation.reading.times.scene import Scene


def _year_of(hit: Hit, scene: Scene) -> int | None:
    """The year that the words name beside the quarter, None where they name none."""
    for group in ("year", "before_year"):
        if hit.has(group):
            return int(hit.value(group))
    if scene.reference is not None:
        for group in ("which", "which_before"):
            if hit.has(group):
                return scene.reference.year + int(hit.value(group))
        if hit.has("earlier"):
            return scene.reference.year - 1
    return None


def _year_by_tense(base: date, month: int, months: int, scene: Scene, hit: Hit) -> int:
    """The year of a part of the year that starts with `month`: the last one begun, or the next one.

    A quarter that ended within five months is what results "will" be told of, so it stays the one meant.
    """
    since_end = base.month - (month + months - 1)
    if month > base.month:
        ahead = scene.direction(hit.start, hit.end) == "future" and month - base.month <= 6
        return base.year - (0 if ahead else 1)
    if since_end > 5 and scene.direction(hit.start, hit.end) == "future":
        return base.year + 1
    return base.year


def read_quarter(hit: Hit, scene: Scene) -> Reading | None:
    """The third quarter; the 1989 second quarter; last year's third quarter; Q3 2020."""
    number = int(hit.value("term")[1]) if hit.has("term") else int(hit.number("nth") or 0)
    if not 1 <= number <= 4 or hit.value("term").upper().startswith("H") or hit.value("unit") not in ("Q", ""):
        return None
    year = _year_of(hit, scene)
    if year is None:
        if scene.reference is None:
            return Reading("DATE", f"XXXX-Q{number}")
        year = _year_by_tense(scene.reference, 3 * number - 2, 3, scene, hit)
        if hit.has("earlier"):
            year -= 1
    return dated(f"{year:04d}-Q{number}", hit)


def read_half(hit: Hit, scene: Scene) -> Reading | None:
    """The first half of 2020; first-half exports; H1 2020."""
    if hit.has("term"):
        number = int(hit.value("term")[1])
        if hit.value("term").upper().startswith("Q") or number > 2:
            return None
    else:
        number = 2 if hit.value("nth") == "-1" else int(hit.number("nth") or 0)
    year = _year_of(hit, scene)
    if not 1 <= number <= 2:
        return None
    if year is None:
        led = hit.kind("joint") == "hyphen" or hit.has("term") or scene.word(hit.start - 1) in ("in", "for", "during")
        if scene.kind(hit.end) == "of" or not led:
            return None
        if scene.reference is None:
            return Reading("DATE", f"XXXX-H{number}")
        year = _year_by_tense(scene.reference, 6 * number - 5, 6, scene, hit)
    return dated(f"{year:04d}-H{number}", hit)


def read_first_units(hit: Hit, scene: Scene) -> Reading | None:
    """The first three quarters of 2020; the first nine months (of the year of writing)."""
    unit, count = hit.value("unit"), int(hit.number("count") or 0)
    months = {"M": 1, "Q": 3}.get(unit, 0) * count
    if not 0 < months <= 12:
        return None
    year = _year_of(hit, scene)
    named = year is not None
    if year is None and scene.reference is not None:
        year = scene.reference.year
    last = hit.value("nth") == "-1"
    if year is None or (last and not named):
        return Reading("DURATION", f"P{months}M")
    if named and months == 6:
        return dated(f"{year:04d}-H{2 if last else 1}")
    interval = month_interval(year, 13 - months if last else 1, months, "season", "")
    return Reading("DURATION", f"P{months}M", interval)


def read_quarter_again(hit: Hit, scene: Scene) -> Reading | None:
    """The quarter, the latest period, the year-earlier quarter: leaning on the last quarter named."""
    unit = hit.value("unit")
    if unit not in ("Q", "P"):
        return None
    known = scene.near_quarter(hit.start)
    base = scene.reference
    if known is None and (unit == "P" or base is None):
        return None
    if known is None and base is not None:
        # Results are told of the quarter that ended last; "this" and "the current" are still running.
        running = hit.has("running")
        day = base if running else moved(base, "Q", -1)
        known = quarter_value(day or base)
    year, quarter = str(known).split("-")
    if hit.has("year"):
        year = hit.value("year")
    elif hit.has("which"):
        year = str(base.year + int(hit.value("which"))) if base is not None else year
    elif hit.has("earlier") or hit.has("ago"):
        return Reading("DATE", f"{int(year) - 1:04d}-{quarter}", carries=False)
    elif hit.has("running") and base is not None:
        return dated(quarter_value(base))
    elif hit.has("next") and base is not None:
        day = moved(base, "Q", 1)
        return None if day is None else dated(quarter_value(day))
    return dated(f"{year}-{quarter}")


def read_year_back(hit: Hit, scene: Scene) -> Reading | None:
    """A year earlier, a year ago, year-earlier: the same quarter a year before, else the year before."""
    base, known = scene.reference, scene.near_quarter(hit.start)
    if known is not None:
        return Reading("DATE", f"{int(known[:4]) - 1:04d}{known[4:]}", carries=False)
    anchor = scene.near_anchor(hit.start) if hit.kind("earlier") == "earlier" else None
    start = first_day(anchor) if anchor is not None else base
    back = None if start is None else moved(start, "Y", -1)
    if back is None:
        return Reading("DATE", "PAST_REF")
    return Reading("DATE", at_grain(back, "Y"), carries=False)


_BESIDE = "(?:<of|,>?(?:<fiscal>?(?P<year><year>)|(?P<which><last|this|next>)<year-word>|<the><year-word>))?"
_NAMED = (
    "(?:(?P<before_year><year>)(?:<own>)?|(?P<which_before><last|this|next><year-word>)<own>"
    "|<year-word><hyphen>?(?P<earlier><earlier|ago>))?"
)
_LED = f"<the|that>?{_NAMED}"
QUARTERS = [
    Rule(
        "quarter",
        compiled(f"(?P<phase><PHASE>)?{_LED}<fiscal>?<hyphen>?(?P<nth><ordinal|second>)(?P<unit><unit>){_BESIDE}"),
        read_quarter,
    ),
    Rule(
        "tied quarter",
        compiled(f"{_NAMED}<fiscal>?<hyphen>?(?P<nth><ordinal|second>)<hyphen>(?P<unit><unit>)"),
        read_quarter,
    ),
    Rule("Q3", compiled(f"{_LED}(?P<term><term>){_BESIDE}"), read_quarter),
    Rule(
        "half",
        compiled(f"{_LED}(?P<nth><ordinal|second|last>)(?P<joint><hyphen>?)<half>{_BESIDE}"),
        read_half,
    ),
    Rule("H1", compiled(f"{_LED}(?P<term><term>){_BESIDE}"), read_half),
    Rule(
        "first units",
        compiled(f"{_LED}<the>?(?P<nth><ordinal|last>)(?P<count><NUM>)(?P<unit><units>){_BESIDE}"),
        lambda hit, scene: (
            read_first_units(hit, scene) if hit.value("nth") == "1" or scene.kind(hit.end - 1) == "year" else None
        ),
    ),
    Rule(
        "quarter again",
        compiled(
            "<the>?(?:(?P<running><this|current>)|(?P<next><next|coming>)|(?P<year><year>)|(?P<which><last><year-word>)<own>"
            "|<comparable|same|corresponding>?<year-word><hyphen>?(?P<earlier><earlier|ago>)|<latest|that|comparable|same>)?"
            "(?P<unit><unit|period>)(?:<a><year-word>(?P<ago><ago|earlier>))?"
        ),
        lambda hit, scene: read_quarter_again(hit, scene) if hit.end - hit.start > 1 else None,
    ),
    Rule(
        "year back",
        compiled("(?:<a>(?!<year-word><hyphen>))?(?P<unit><year-word>)<hyphen>?(?P<earlier><earlier|ago>)"),
        read_year_back,
    ),
]
