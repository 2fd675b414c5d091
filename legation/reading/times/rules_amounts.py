"""Rules for durations, times told by counting from now or from another date, and times that recur."""

from __future__ import annotations

from datetime import date

from legation.model import DateInterval
from legation.reading.times.calendar import at_grain, first_day, interval_of, moved
from legation.reading.times.grammar import Hit, Reading, Rule, compiled
from legation.reading.times.rules_absolute import dated
from legation.reading.times.scene import Scene

_LETTERS = {"D": "D", "W": "W", "2W": "W", "M": "M", "Q": "Q", "Y": "Y", "E": "Y", "C": "Y", "L": "Y"}
_MULTIPLES = {"2W": 2, "E": 10, "C": 100, "L": 1000}
_SMALLER = {"Y": (12, "M"), "TH": (60, "TM"), "TM": (60, "TS"), "M": (30, "D"), "W": (7, "D"), "D": (24, "TH")}


_BEFORE_STRETCH = frozenset(
    [
        "for",
        "in",
        "within",
        "over",
        "after",
        "of",
        "than",
        "during",
        "by",
        "last",
        "lasts",
        "lasted",
        "lasting",
        "take",
        "takes",
        "took",
        "taken",
        "spend",
        "spends",
        "spent",
        "is",
        "was",
        "be",
        "and",
        "or",
        "but",
        "only",
        "just",
        "least",
        "most",
        "about",
        "nearly",
        "almost",
        "to",
        "with",
        "from",
        "that",
        "until",
        "wait",
        "waits",
        "waited",
        "every",
    ]
)
"""Words before "a year" that make it a stretch of time; after others it is a rate ("four flights a week")."""
_BEFORE_UNITS = frozenset(["for", "in", "within", "over", "after", "took", "take", "takes"])
_MODALS = frozenset(["could", "will", "would", "to", "may", "might", "can", "not", "should", "must"])


def amount(unit: str, count: float | None) -> str:
    """The TIMEX3 value of so many units: P5Y, PT2H, P2Y6M, PXD where the count is unknown."""
    if count is None:
        unknown = {"E": "DE", "C": "CE", "L": "ML", "2W": "W"}.get(unit, unit)
        return f"PTX{unit[1]}" if unit.startswith("T") else f"PX{unknown}"
    whole = int(count * _MULTIPLES.get(unit, 1)) if unit in _MULTIPLES else int(count)
    rest = count - int(count) if unit not in _MULTIPLES else 0.0
    letter = unit[1] if unit.startswith("T") else _LETTERS.get(unit, unit)
    mark = "PT" if unit.startswith("T") else "P"
    if not rest or unit not in _SMALLER:
        return f"{mark}{whole}{letter}"
    factor, smaller = _SMALLER[unit]
    small = round(rest * factor)
    head = f"{mark}{whole}{letter}" if whole else mark
    if smaller.startswith("T") and mark == "P":
        return f"{head}T{small}{smaller[1]}"
    return f"{head}{small}{smaller[-1]}"


def _count(hit: Hit) -> float | None:
    """The number of units: of a pair ("two to three") the first; a couple is two, "a" is one, "few" unknown."""
    if hit.has("few"):
        return None
    if hit.has("couple"):
        return 2.0
    count = hit.number("count")
    return 1.0 if count is None else count


def _stretch(base: date | None, unit: str, count: float | None, step: int) -> DateInterval | None:
    """The days from or to the day of writing that a counted stretch covers."""
    if base is None or unit.startswith("T"):
        return None
    if count is None:
        return DateInterval(base, None, "unknown", "") if step > 0 else DateInterval(None, base, "unknown", "")
    far = moved(base, unit, step * int(count) if count >= 1 else step)
    if far is None:
        return None
    return DateInterval(base, far, "unknown", "") if step > 0 else DateInterval(far, base, "unknown", "")


def _is_rate(hit: Hit, scene: Scene) -> bool:
    """Whether "a week" tells how often: "four flights a week", "$3 million a year", "twice a day"."""
    before = scene.word(hit.start - 1)
    counted = scene.kind(hit.start - 1) in ("digits", "number", "multiple", "small", "counted", "times", "units")
    if before in _BEFORE_STRETCH or scene.kind(hit.end) in ("before", "after", "later", "earlier", "ago", "and", "or"):
        return False
    return counted or (before.endswith("s") and before.isalpha())


def read_amount(hit: Hit, scene: Scene) -> Reading | None:
    """Five years; more than two hours; two-week; two to three weeks; a year and a half; half an hour."""
    unit = hit.value("unit")
    if scene.kind(hit.end) == "old" or (scene.kind(hit.end) == "hyphen" and scene.kind(hit.end + 1) == "old"):
        return None
    if scene.word(hit.end) in ("old", "olds"):
        return None
    count = _count(hit)
    # "three-quarters of the food", "a quarter of the market": fractions, not times.
    if unit == "Q" and (hit.has("one") or hit.has("joint") or scene.kind(hit.end) == "of"):
        return None
    if hit.has("one") and not hit.has("approx") and _is_rate(hit, scene):
        return Reading("SET", amount(unit, 1.0))
    if hit.has("plus"):
        count = (count or 1.0) + 0.5
    if count is not None and (count > 9_999_999 or (unit == "Y" and count >= 1900 and hit.kind("count") == "year")):
        return None
    return Reading("DURATION", amount(unit, count))


def read_age(hit: Hit, scene: Scene) -> Reading | None:
    """A four-day-old strike; the age of a person is no time of an event."""
    person = scene.kind(hit.end) == "young" or not scene.word(hit.end).isalpha()
    if hit.value("unit") == "Y" or person:
        return None
    return Reading("DURATION", amount(hit.value("unit"), hit.number("count")))


def read_part_of_century(hit: Hit, scene: Scene) -> Reading | None:
    """A quarter of a century, half a century, a half-century."""
    if hit.value("unit") != "C" or not (hit.has("half") or hit.value("quarter") == "Q"):
        return None
    return Reading("DURATION", "P50Y" if hit.has("half") else "P25Y")


def read_stretch(hit: Hit, scene: Scene) -> Reading | None:
    """The past five years; the next few days; for the next five years: from or to the day of writing."""
    unit, which = hit.value("unit"), hit.value("which")
    if hit.lower("which") == "last" and scene.word(hit.start - 1) in _MODALS:
        # "It could last six weeks."
        return None
    count = _count(hit)
    step = -1 if which == "-1" else 1
    return Reading("DURATION", amount(unit, count), _stretch(scene.reference, unit, count, step))


def read_ago(hit: Hit, scene: Scene) -> Reading | None:
    """Two years ago; nearly four months ago; a decade ago; several years ago; two weeks from now."""
    unit, base = hit.value("unit"), scene.reference
    count = _count(hit)
    ahead = hit.has("from_now")
    if count is None or hit.has("bare"):
        interval = _stretch(base, unit, None, 1 if ahead else -1)
        return Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF", interval)
    if base is None or unit.startswith("T"):
        return Reading("DATE", "FUTURE_REF" if ahead else "PAST_REF")
    if hit.has("plus") or count != int(count):
        unit, count = ("M", round(12 * (count + (0.5 if hit.has("plus") else 0)))) if unit == "Y" else (unit, count)
    day = moved(base, unit, int(count) if ahead else -int(count))
    return None if day is None else dated(at_grain(day, "Y" if unit in ("E", "C", "L") else unit))


def read_since_anchor(hit: Hit, scene: Scene) -> Reading | None:
    """Three days later, a week earlier: counted from the date last named; a bare duration without one."""
    unit, count = hit.value("unit"), _count(hit)
    anchor = scene.near_anchor(hit.start)
    interval = None if anchor is None else interval_of(anchor, "")
    start = None if anchor is None else first_day(anchor)
    grains = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4, "unknown": 5}
    own = {"D": 0, "W": 1, "2W": 1, "M": 2, "Q": 3, "Y": 4, "E": 5, "C": 5}.get(unit, -1)
    fits = interval is not None and grains[interval.precision] <= own
    if count is None or start is None or not fits or count != int(count):
        return Reading("DURATION", amount(unit, count))
    day = moved(start, unit, int(count) * int(hit.value("way")))
    return None if day is None else dated(at_grain(day, "Y" if unit in ("E", "C", "L") else unit))


def read_bare_units(hit: Hit, scene: Scene) -> Reading | None:
    """For years, within weeks, decades-long: so many nobody counted."""
    if not hit.has("long") and scene.word(hit.start - 1) not in _BEFORE_UNITS:
        return None
    return Reading("DURATION", amount(hit.value("unit"), None))


def read_often(hit: Hit, scene: Scene) -> Reading | None:
    """Daily, every year, each month, every two weeks, every Friday, each July."""
    if hit.has("often"):
        return Reading("SET", hit.value("often"))
    weekday = hit.value("weekday") or hit.value("weekday_of")
    if weekday:
        part = hit.value("part") or hit.value("parts")
        return Reading("SET", f"XXXX-WXX-{weekday}" + (f"T{part}" if part else ""))
    if hit.has("month"):
        return Reading("SET", f"XXXX-{int(hit.value('month')):02d}")
    if hit.has("season"):
        return Reading("SET", f"XXXX-{hit.value('season')}")
    if hit.has("nightly"):
        return Reading("SET", f"XXXX-XX-XXT{hit.value('nightly')}")
    return Reading("SET", amount(hit.value("unit"), _count(hit)))


_COUNT = "(?P<count>(?:<a>(?=<multiple>))?<NUM>)(?:(?:<to|or|hyphen>)<NUM>)?"
_MANY = f"(?:(?P<couple><a>?<couple><of>)|(?P<few><a>?<few>)|{_COUNT}|(?P<one><a>))"
_HALF = "(?P<plus><and><a><half>)?"
_ABOUT = "(?P<approx><APPROX>{0,3})"
_MORE = "<more|full|additional>{0,2}"
_TIED = "(?:(?P<few><few>)|(?P<count><NUM>)(?:<to|or|hyphen><NUM>)?)(?P<joint><hyphen>)(?P<unit><unit>)"
AMOUNTS = [
    Rule(
        "amount",
        compiled(f"{_ABOUT}(?:<the|another>)?{_MANY}{_MORE}(?P<unit><units>)<own>?<long>?{_HALF}"),
        read_amount,
    ),
    # "the two day rally": a singular unit leans on its noun, and the article with it.
    Rule(
        "single amount",
        compiled(
            f"{_ABOUT}(?:<another>|<a><additional>|{_MANY}){_MORE}(?P<unit><unit>)(?!<hyphen><earlier|ago|edge>)<long>?{_HALF}"
        ),
        read_amount,
    ),
    Rule("adjective", compiled(f"{_ABOUT}{_TIED}(?:<hyphen><long>)?"), read_amount),
    Rule("period", compiled(f"{_ABOUT}<the|a>?{_TIED}<period>"), read_amount),
    Rule("young", compiled("(?P<count><NUM>)<hyphen>(?P<unit><unit>)<hyphen><old>"), read_age),
    Rule("half a unit", compiled("<APPROX>{0,3}(?P<count><half>)<a|hyphen>(?P<unit><unit>)"), read_amount),
    Rule("lasting", compiled("(?P<often><lasting>)"), lambda hit, scene: Reading("DURATION", hit.value("often"))),
    Rule(
        "part of a century",
        compiled(r"<a>?(?:(?P<half><half>)|(?P<quarter><unit>))(?:<hyphen>|<of><a>|<a>)(?P<unit><unit>)"),
        read_part_of_century,
    ),
    Rule(
        "unit-long",
        compiled("(?P<unit><unit>)<hyphen><long>"),
        lambda hit, scene: Reading("DURATION", amount(hit.value("unit"), 1.0)),
    ),
    Rule(
        "stretch",
        compiled(
            f"(?:<at><the>?<least>)?<the>?(?P<which><last|past|next|coming|latest|previous|following>)<approx>?{_MANY}<hyphen>?(?P<unit><unit|units>)"
        ),
        read_stretch,
    ),
    Rule(
        "past unit",
        compiled("<the>(?P<which><past>)(?P<count><number>?)(?P<unit><unit>)"),
        read_stretch,
    ),
    Rule(
        "ago",
        compiled(
            f"<APPROX>{{0,3}}(?:<the>)?{_MANY}<hyphen>?(?P<unit><unit|units>){_HALF}(?:<or><so>)?(?:<ago>|(?P<from_now><from><reference>))"
        ),
        read_ago,
    ),
    Rule("units ago", compiled("(?P<bare><units>)<ago>"), read_ago),
    Rule(
        "later",
        compiled(f"<APPROX>{{0,3}}{_MANY}(?P<unit><unit|units>){_HALF}(?P<way><later|earlier>)"),
        read_since_anchor,
    ),
    Rule("bare units", compiled("(?P<unit><units>)(?P<long><hyphen><long>)?"), read_bare_units),
    Rule("often", compiled("(?P<often><often>)"), read_often),
    Rule(
        "every",
        compiled(
            f"<APPROX>?<every>(?:(?P<weekday><WEEKDAY>)(?P<part><daypart>)?|(?P<month><MONTH>)|(?P<season><season>)"
            f"|(?:{_MANY})?(?P<unit><unit|units>)|(?P<nightly><daypart>))"
        ),
        read_often,
    ),
    Rule(
        "weekdays",
        compiled("(?:(?P<weekday><weekday-plural>)|(?P<weekday_of><weekday>)(?P<parts><dayparts>))"),
        read_often,
    ),
]
