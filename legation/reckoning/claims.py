"""Figures that several claim for one thing and one time, side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from legation.model import Figure


@dataclass(frozen=True, slots=True)
class Claims:
    """One thing counted, and the figures that differ; in order of value, then article."""

    what: str
    """In the words of the first."""
    unit: str | None
    figures: tuple[Figure, ...]


def disputed_figures(figures: Iterable[Figure]) -> list[Claims]:
    """Figures of at least two articles or claimants on the same thing in the same period that give other numbers.

    The thing is the same where unit and words are the same, or where the words of one, at least two, are all among the
    other's; the period where both tell one and they meet. A bound that allows the other is no dispute.
    """
    by_unit: dict[str | None, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda item: (item.article, item.start)):
        if figure.counted:
            by_unit[figure.unit].append(figure)
    found = []
    for unit in sorted(by_unit, key=str):
        groups: list[list[Figure]] = []
        for figure in by_unit[unit]:
            for group in groups:
                if all(_same_thing(figure, other) for other in group):
                    group.append(figure)
                    break
            else:
                groups.append([figure])
        found += [Claims(group[0].what, unit, _ordered(group)) for group in groups if _differ(group)]
    return found


def _ordered(group: list[Figure]) -> tuple[Figure, ...]:
    return tuple(sorted(group, key=lambda item: (item.value, item.article, item.start)))


def _same_thing(one: Figure, other: Figure) -> bool:
    # Without a period nothing says that the two count the same: two meetings may last 30 and 35 minutes.
    if one.period is None or other.period is None:
        return False
    if not one.period.meets(other.period) or one.period.precision != other.period.precision:
        return False
    left, right = one.counted, other.counted
    return left == right or (min(len(left), len(right)) > 1 and (left <= right or right <= left))


def _differ(group: list[Figure]) -> bool:
    return any(
        (one.article, one.claimant) != (other.article, other.claimant) and not one.allows(other)
        for number, one in enumerate(group)
        for other in group[number + 1 :]
    )
