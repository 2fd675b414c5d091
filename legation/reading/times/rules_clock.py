"""Rules for the time of day, with the day that stands beside it."""

from __future__ import annotations

from datetime import date, timedelta

from legation.model import DateInterval
from legation.reading.times.calendar import first_day, interval_of, make_day
from legation.reading.times.grammar import Hit, Reading, Rule, compiled
from legation.reading.times.rules_absolute import nearest
from legation.reading.times.rules_deictic import weekday_date
from legation.reading.times.scene import Scene


def _clock(hit: Hit) -> str | None:
    """Hours and minutes as `17:00`, None where no clock shows them."""
    if hit.has("noon"):
        return hit.value("noon")
    shown = hit.value("clock") or hit.value("hour")
    if len(shown) == 4 and shown.isdigit():
        shown = f"{shown[:2]}:{shown[2:]}"
    hour, _, minute = shown.partition(":")
    if not hour.isdigit() or int(hour) > 24 or int(minute[:2] or 0) > 59:
        return None
    count = int(hour)
    if hit.has("mark"):
        if not 1 <= count <= 12:
            return None
        count = count % 12 + (12 if hit.value("mark") == "PM" else 0)
    elif hit.has("part"):
        count = count % 12 + (
            12 if hit.value("part") in ("AF", "EV") or (hit.value("part") == "NI" and count > 5) else 0
        )
    return f"{count:02d}:{minute[:2] or '00'}"


def _day(hit: Hit, scene: Scene) -> date | None:
    """The day beside the clock; else the day last named near by; else the day of writing."""
    base = scene.reference
    if hit.has("month"):
        month, number = int(hit.value("month")), int(hit.number("day") or 0)
        if hit.has("year"):
            return make_day(int(hit.value("year")), month, number)
        return None if base is None else nearest(base, month, number, 0, scene, hit)
    if hit.has("weekday"):
        return None if base is None else weekday_date(base, int(hit.value("weekday")), "", scene, hit)
    if hit.has("word"):
        return None if base is None else base + timedelta(days=int(hit.value("word")))
    for at in range(hit.end, hit.end + 8):
        # "at 10:35 a.m. (0735 GMT) Friday": the day may follow a bracket.
        if scene.kind(at) == "weekday":
            return None if base is None else weekday_date(base, int(scene.tokens.values[at]), "", scene, hit)
        if scene.kind(at) in ("gap", "."):
            break
    anchor = scene.near_anchor(hit.start)
    interval = None if anchor is None or hit.start - scene.anchor_at > 40 else interval_of(anchor, "")
    if interval is not None and interval.precision == "day":
        return first_day(str(anchor))
    return base


def read_clock(hit: Hit, scene: Scene) -> Reading | None:
    """10:35 a.m. Friday; 5 p.m. EST, Nov. 6; noon; 15:30 GMT."""
    if hit.has("bare") and scene.word(hit.start - 1) not in (
        "at",
        "around",
        "about",
        "by",
        "until",
        "from",
        "before",
        "after",
    ):
        return None
    clock = _clock(hit)
    if clock is None:
        return None
    day = _day(hit, scene)
    if day is None:
        return Reading("TIME", f"XXXX-XX-XXT{clock}")
    return Reading("TIME", f"{day.isoformat()}T{clock}", DateInterval(day, day, "day", ""))


_ZONE = "(?:<local><time>|<zone><time>?)?"
_DATE = "(?:<WEEKDAY><,>)?(?P<month><MONTH>)<the>?(?P<day><DAY>)(?:<,>?(?P<year><year>))?"
_BESIDE = f"(?:<,>?<on>?(?:{_DATE}|(?P<weekday><WEEKDAY>)|(?P<word><dayword>)))?"
_MARK = "(?:(?P<mark><noonmark>)|<o'clock>?<in><the>(?P<part><daypart>)|<o'clock>)"
CLOCK = [
    Rule(
        "clock",
        compiled(f"(?:(?P<clock><clock>)|(?P<hour><small>)){_MARK}{_ZONE}{_BESIDE}"),
        read_clock,
    ),
    Rule(
        "zoned clock",
        compiled(f"(?P<clock><clock|year|digits>)<units>?(?:<local><time>|<zone><time>?){_BESIDE}"),
        read_clock,
    ),
    Rule("bare clock", compiled(f"(?P<bare>(?P<clock><clock>)){_ZONE}{_BESIDE}"), read_clock),
    Rule("noon", compiled(f"(?P<noon><noon>){_ZONE}{_BESIDE}"), read_clock),
]
