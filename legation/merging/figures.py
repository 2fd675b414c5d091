"""Which figures belong to an account of an event, and where an event's accounts count the same thing otherwise."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from legation.model import Account, Contested, Figure

IN_MINUTES = {"minutes": 1.0, "minute": 1.0, "hours": 60.0, "hour": 60.0}
"""Units of duration that are set side by side."""
_PARAGRAPH = re.compile(r"\n\s*\n|\Z")


def figures_by_account(
    accounts: Iterable[Account], texts: Mapping[str, str], figures: Iterable[Figure]
) -> dict[str, tuple[Figure, ...]]:
    """Each account's figures: those of its paragraph from its own words on, up to the words of the next account.

    `accounts`: all accounts of their articles. `texts`: of each article its text.
    """
    starts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for account in accounts:
        starts[account.article] += [(span.start, account.id) for span in account.evidence]
    found: dict[str, list[Figure]] = defaultdict(list)
    for listed in starts.values():
        listed.sort()
    for figure in figures:
        listed = starts.get(figure.article, [])
        at = bisect_right(listed, (figure.start, "￿")) - 1
        if at < 0:
            continue
        end = _PARAGRAPH.search(texts[figure.article], listed[at][0])
        if end is not None and figure.end <= end.start():
            found[listed[at][1]].append(figure)
    return {key: tuple(told) for key, told in found.items()}


def contested_figures(accounts: Sequence[Account], figures: Mapping[str, Sequence[Figure]]) -> list[Contested]:
    """What several articles' accounts of one event count otherwise: a field `figure: WHAT` a thing.

    The event says that both count the same: no period is needed, but periods that are told must meet.
    """
    groups: list[list[tuple[str, Figure]]] = []
    for account in sorted(accounts, key=lambda item: item.id):
        for figure in sorted(figures.get(account.id, ()), key=lambda item: (item.start, item.value)):
            home = next((g for g in groups if all(_same_thing(figure, other) for _, other in g)), None)
            if home is None:
                groups.append([(account.id, figure)])
            else:
                home.append((account.id, figure))
    return [_contested(group) for group in groups if _differ(group)]


def _plainly(figure: Figure) -> Figure:
    factor = IN_MINUTES.get(figure.unit or "")
    return figure if factor is None else replace(figure, value=figure.value * factor, unit="minutes")


def _same_thing(one: Figure, other: Figure) -> bool:
    one, other = _plainly(one), _plainly(other)
    if one.unit != other.unit or (one.period and other.period and not one.period.meets(other.period)):
        return False
    left, right = one.counted, other.counted
    if not left or not right:
        # Of a duration the text need not say of what: the event lasted so long.
        return one.unit == "minutes"
    return left <= right or right <= left


def _differ(group: Sequence[tuple[str, Figure]]) -> bool:
    unlike = [
        (one.article, other.article)
        for number, (_, one) in enumerate(group)
        for _, other in group[number + 1 :]
        if not _plainly(one).allows(_plainly(other))
    ]
    # An article with two numbers counts two things (killed and hurt), whatever its words are.
    return bool(unlike) and all(one != other for one, other in unlike)


def _contested(group: Sequence[tuple[str, Figure]]) -> Contested:
    what = next((figure.what for _, figure in group if figure.what), group[0][1].unit or "number")
    told: dict[str, set[str]] = defaultdict(set)
    for key, figure in sorted(group, key=lambda item: (_plainly(item[1]).value, item[0])):
        told[_written(figure)].add(key)
    return Contested(f"figure: {what}", tuple((value, tuple(sorted(keys))) for value, keys in told.items()))


def _written(figure: Figure) -> str:
    bound = "" if figure.bound == "exact" else f"{figure.bound.replace('-', ' ')} "
    return f"{bound}{figure.value:,.10g} {figure.unit or ''}".strip()
