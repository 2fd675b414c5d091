"""Threads: what was planned and held, threatened and done, imposed and lifted; links between events, with reasons."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from legation.lexicon.table import TableRow, read_table
from legation.merging.families import load_families
from legation.merging.likeness import Telling
from legation.model import Event, Judgement, Status

SLIPS = 5
"""Days by which a date that was planned may be missed; one who comes months later comes on another plan."""
LEAST = 0.5


class ThreadRow(TableRow):
    """Which events may follow from which."""

    link: str
    before: str
    """Labels, with bars between them."""
    before_status: Status
    after: str
    """Labels, or `*` for any label of the same family."""
    after_status: Status
    direction: Literal["same", "forward", "either", "person"]
    """Who must be the same: all parties; source and target; both states in either direction; the person."""
    days: int
    """Most days from the one to the other."""
    example: str


@dataclass(frozen=True, slots=True)
class Thread:
    """An event with what linking needs: all that its accounts tell, together."""

    event: Event
    family: str
    people: frozenset[str]
    states: frozenset[str]
    sources: frozenset[str]
    targets: frozenset[str]
    """Countries and bodies on either side; a person stands for the country."""
    words: frozenset[str]
    first: date | None
    last: date | None
    dated: bool


@cache
def load_threads() -> tuple[ThreadRow, ...]:
    """The kinds of links."""
    return tuple(read_table("event_threads", ThreadRow))


def thread_of(event: Event, tellings: Mapping[str, Telling], countries: Mapping[str, str | None]) -> Thread:
    """An event with what its accounts tell. `countries`: of each person entity its country."""
    told = [tellings[key] for key in event.accounts]

    def codes(parties: Iterable[str]) -> frozenset[str]:
        return frozenset(code for key in parties if (code := countries.get(key, key)))

    dated = [item for item in told if item.dated]
    firsts = [item.earliest for item in dated or told if item.earliest is not None]
    lasts = [item.latest for item in dated or told if item.latest is not None]
    return Thread(
        event,
        told[0].family,
        frozenset(key for item in told for key in item.people),
        frozenset(key for item in told for key in item.states),
        codes(event.sources),
        codes(event.targets),
        frozenset(word for item in told for word in item.words),
        min(firsts, default=None),
        max(lasts, default=None),
        bool(dated),
    )


Window = tuple[str, date, date]
"""A key of events and the days that they must meet."""
Find = Callable[[Window], Iterable[str]]
"""The ids of the events that have a key and meet its days."""


def link_events(
    events: Sequence[Event], tellings: Mapping[str, Telling], countries: Mapping[str, str | None]
) -> list[Judgement]:
    """Links between events, each from the earlier to the likeliest that followed; in order of ids."""
    threads = {event.id: thread_of(event, tellings, countries) for event in events}
    index = KeyIndex((key, *days, id) for id, one in threads.items() if (days := days_of(one)) for key in keys_of(one))
    return link_threads(threads.values(), threads, index.find)


def link_threads(ones: Iterable[Thread], threads: Mapping[str, Thread], find: Find) -> list[Judgement]:
    """The links from each of `ones`, in order of ids. `threads` holds all that `find` finds for them."""
    found: dict[tuple[str, str], Judgement] = {}
    for one in ones:
        for row in load_threads():
            others = {id for window in followers(one, row) for id in find(window)} - {one.event.id}
            link = _likeliest(one, row, [threads[id] for id in sorted(others)])
            if link is not None:
                found.setdefault((link.left, link.right), link)
    return [found[key] for key in sorted(found)]


def _likeliest(one: Thread, row: ThreadRow, others: Iterable[Thread]) -> Judgement | None:
    best: Judgement | None = None
    for other in others:
        judged = _link(one, other, row)
        if judged is not None and (best is None or judged.score > best.score):
            best = judged
    return best


# ---- which events may be linked at all: looked up by key and days


def days_of(one: Thread) -> tuple[date, date] | None:
    """The first and last day of an event; None where they are not known, so that nothing can be linked to it."""
    return (one.first, one.last) if one.first is not None and one.last is not None else None


def keys_of(one: Thread) -> Iterator[str]:
    """The keys under which an event is found: by label and by family, with its status and each of its parties."""
    for kind in (one.event.label, "*" + one.family):
        for party in sorted(one.people | one.states):
            yield f"{kind}|{one.event.status}|{party}"


def moved(day: date, days: int) -> date:
    """So many days later (or earlier), within the calendar."""
    return date.fromordinal(min(max(1, day.toordinal() + days), date.max.toordinal()))


def followers(one: Thread, row: ThreadRow) -> Iterator[Window]:
    """Where to look for what followed from an event by one row; nothing if the row is not about such events."""
    if one.event.label not in row.before.split("|") or one.event.status != row.before_status:
        return
    days = days_of(one)
    if days is None:
        return
    kinds = ["*" + one.family] if row.after == "*" else row.after.split("|")
    first, last = days[0], moved(days[1], row.days)
    if row.before_status == "planned":
        first, last = moved(days[0], -SLIPS), moved(days[1], SLIPS)
    for kind in kinds:
        for party in sorted(one.people | one.states):
            yield f"{kind}|{row.after_status}|{party}", first, last


def forerunners(other: Thread) -> Iterator[Window]:
    """Where to look for events that this one may have followed from."""
    days = days_of(other)
    if days is None:
        return
    families = load_families()
    for row in load_threads():
        if other.event.status != row.after_status:
            continue
        labels = row.before.split("|")
        if row.after == "*":
            labels = [label for label in labels if families.get(label, label) == other.family]
        elif other.event.label not in row.after.split("|"):
            continue
        first, last = moved(days[0], -row.days), days[1]
        if row.before_status == "planned":
            first, last = moved(days[0], -SLIPS), moved(days[1], SLIPS)
        for label in labels:
            for party in sorted(other.people | other.states):
                yield f"{label}|{row.before_status}|{party}", first, last


class KeyIndex:
    """Events by key, in order of their first days."""

    def __init__(self, rows: Iterable[tuple[str, date, date, str]]) -> None:
        self._rows: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
        self._widest: dict[str, int] = {}
        for key, first, last, id in rows:
            self._rows[key].append((first, last, id))
        for key, listed in self._rows.items():
            listed.sort()
            self._widest[key] = max((last - first).days for first, last, _ in listed)

    def find(self, window: Window) -> list[str]:
        """The ids of the events that have the key and meet the days."""
        key, first, last = window
        listed = self._rows.get(key, [])
        low = bisect_left(listed, (moved(first, -self._widest[key]),)) if listed else 0
        high = bisect_left(listed, (moved(last, 1),))
        return [id for _, end, id in listed[low:high] if end >= first]


# ---- judging one pair


def _link(one: Thread, other: Thread, row: ThreadRow) -> Judgement | None:
    parties = _parties(one, other, row.direction)
    when = _order(one, other, row)
    if parties is None or when is None:
        return None
    smaller = min(len(one.words), len(other.words))
    shared = len(one.words & other.words)
    words = shared / smaller if smaller else 0.0
    score = 0.4 * parties[0] + 0.3 * when[0] + 0.3 * min(1.0, 2 * words)
    if (
        score < LEAST
        or not (one.dated or other.dated)
        or (not other.dated and words < 0.5)
        or (not shared and not (one.dated and other.dated))
    ):
        return None
    # States do much with each other: without a person in both, the words must tell what it was about.
    if shared < 2 and (row.direction in ("forward", "either") or not one.people & other.people):
        return None
    reason = f"{row.link}: {parties[1]}; {when[1]}; {shared} words shared"
    return Judgement(
        "linked-events", one.event.id, other.event.id, "linked", round(score, 4), reason, "legation", row.link
    )


def _parties(one: Thread, other: Thread, direction: str) -> tuple[float, str] | None:
    """How surely the parties are the same, and in words; None where they are not."""
    people = one.people & other.people
    if direction == "person":
        return (1.0, f"same person, {', '.join(sorted(people))}") if people else None
    if direction == "forward":
        if not one.sources & other.sources or not one.targets & other.targets:
            return None
        sides = (", ".join(sorted(side)) for side in (one.sources & other.sources, one.targets & other.targets))
        return 1.0, " to ".join(sides)
    states = one.states & other.states
    if direction == "same" and one.people and other.people:
        smaller = min(len(one.people), len(other.people))
        return (len(people) / smaller, f"{len(people)} of {smaller} people shared") if people else None
    return (0.85, f"both between {' and '.join(sorted(states))}") if len(states) >= 2 else None


def _order(one: Thread, other: Thread, row: ThreadRow) -> tuple[float, str] | None:
    """How near the second follows the first, and in words; None where it cannot follow from it."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    if row.before_status == "planned":
        # A plan is dated by what it plans; what was held may be told with a guessed day.
        apart = max(0, (other.first - one.last).days, (one.first - other.last).days)
        if apart > (SLIPS if one.dated else 0):
            return None
        return 1 - apart / (2 * SLIPS), "at the time planned" if apart == 0 else f"{apart} days off the plan"
    days = (other.last - one.first).days
    if days < 0 or (other.dated and one.dated and other.first < one.first) or (other.first - one.last).days > row.days:
        return None
    days = max(0, (other.first - one.last).days)
    return 1 - days / (row.days + 1), f"{days} days after"
