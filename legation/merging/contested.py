"""Where the accounts of one event differ: each value with the accounts that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from legation.merging.figures import contested_figures
from legation.merging.likeness import Telling
from legation.merging.places import may_be_one
from legation.model import Contested, Figure


def _date(telling: Telling) -> str | None:
    told = telling.account.date
    if told is None or told.precision != "day" or told.earliest is None:
        return None
    if told.latest is None or told.latest == told.earliest:
        return told.earliest.isoformat()
    return f"{told.earliest.isoformat()}/{told.latest.isoformat()}"


FIELDS: dict[str, Callable[[Telling], str | None]] = {
    "date": _date,
    "place": lambda telling: telling.account.place,
    "status": lambda telling: telling.account.status,
    "asked_by": lambda telling: telling.asked,
}


def contested_fields(
    tellings: Sequence[Telling], figures: Mapping[str, Sequence[Figure]] | None = None
) -> tuple[Contested, ...]:
    """The fields in which accounts contradict each other; what one account only leaves out is no contradiction.

    `figures`: of each account the figures that belong to it.
    """
    found = []
    for name, value_of in FIELDS.items():
        told: dict[str, list[str]] = defaultdict(list)
        for telling in tellings:
            value = value_of(telling)
            if value is not None:
                told[value].append(telling.account.id)
        if len(told) > 1 and not _agree(name, list(told)):
            found.append(_contested(name, told))
    found += _participants(tellings)
    found += contested_figures([telling.account for telling in tellings], figures or {})
    return tuple(found)


def _contested(name: str, told: Mapping[str, Sequence[str]]) -> Contested:
    return Contested(name, tuple((value, tuple(sorted(ids))) for value, ids in sorted(told.items())))


def _participants(tellings: Sequence[Telling]) -> list[Contested]:
    """The countries for which two accounts name people, and none of them the same; one who adds a name says no other.

    The values are ids of people, with commas between them.
    """
    found = []
    for country in sorted({code for telling in tellings for code in telling.sides}):
        told: dict[str, list[str]] = defaultdict(list)
        for telling in tellings:
            if country in telling.sides:
                told[",".join(sorted(telling.sides[country]))].append(telling.account.id)
        groups = [{*value.split(",")} for value in told]
        if any(one.isdisjoint(other) for one in groups for other in groups):
            found.append(_contested("participants", told))
    return found


def _agree(name: str, values: list[str]) -> bool:
    """Whether the values say the same with more or fewer words: a city and its state; a day of a stay."""
    if name == "place":
        return all(may_be_one(one, other) for one in values for other in values)
    if name == "date":
        ranges = [(value.split("/")[0], value.split("/")[-1]) for value in values]
        return all(a <= d and c <= b for a, b in ranges for c, d in ranges)
    return False
