"""Threads: what was planned and held, threatened and done, imposed and lifted; links between events, with reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from pydantic import BaseModel

from legation.lexicon import read_table
from legation.merging.likeness import Telling
from legation.model import Event, Judgement, Status

SLIPS = 5
"""Days by which a date that was planned may be missed; one who comes months later comes on another plan."""
LEAST = 0.5


class ThreadRow(BaseModel):
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


def link_events(
    events: Sequence[Event], tellings: Mapping[str, Telling], countries: Mapping[str, str | None]
) -> list[Judgement]:
    """Links between events, each from the earlier to the likeliest that followed; in order of ids."""
    threads = [thread_of(event, tellings, countries) for event in events]
    by_party: dict[tuple[str, str], list[Thread]] = defaultdict(list)
    for thread in threads:
        for party in thread.people | thread.states:
            by_party[thread.event.label, party].append(thread)
            by_party["*" + thread.family, party].append(thread)
    found: dict[tuple[str, str], Judgement] = {}
    for row in load_threads():
        labels = frozenset(row.before.split("|"))
        for one in threads:
            if one.event.label in labels and one.event.status == row.before_status:
                link = _likeliest(one, row, by_party)
                if link is not None:
                    found.setdefault((link.left, link.right), link)
    return [found[key] for key in sorted(found)]


def _likeliest(one: Thread, row: ThreadRow, by_party: Mapping[tuple[str, str], Sequence[Thread]]) -> Judgement | None:
    labels = ["*" + one.family] if row.after == "*" else row.after.split("|")
    others = {
        other.event.id: other
        for label in labels
        for party in one.people | one.states
        for other in by_party.get((label, party), ())
        if other.event.status == row.after_status and other.event.id != one.event.id
    }
    best: Judgement | None = None
    for key in sorted(others):
        judged = _link(one, others[key], row)
        if judged is not None and (best is None or judged.score > best.score):
            best = judged
    return best


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
