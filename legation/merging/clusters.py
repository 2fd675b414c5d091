"""Groups from judged pairs: average link, with pairs that must stay apart; independent of order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

SCORE_TO_JOIN = 0.35
"""Least mean score between two groups, pairs without a judgement counting 0."""
LARGE = 60
"""Components with more members are grouped greedily: the most alike pair first, no averages."""


def components_of(items: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """The connected components, each sorted, in the order of their first members."""
    parent = {item: item for item in items}

    def root(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        one, other = sorted((root(left), root(right)))
        parent[other] = one
    groups: dict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        groups[root(item)].append(item)
    return sorted(groups.values())


def clusters_of(
    items: Iterable[str], same: Mapping[tuple[str, str], float], apart: Callable[[str, str], bool]
) -> list[list[str]]:
    """Clusters of items. `same`: score of each judged pair (left < right); `apart`: pairs never put together."""
    edges: dict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), score in same.items():
        edges[left][right] = edges[right][left] = score
    found: list[list[str]] = []
    for component in components_of(items, same):
        found += [component] if len(component) == 1 else _average_link(component, edges, apart)
    return sorted(found)


def _average_link(
    component: list[str], edges: Mapping[str, Mapping[str, float]], apart: Callable[[str, str], bool]
) -> list[list[str]]:
    groups = [[item] for item in component]
    averaged = len(component) <= LARGE
    pairs = sorted(
        {(min(a, b), max(a, b)) for a in component for b in edges[a]}, key=lambda pair: (-edges[pair[0]][pair[1]], pair)
    )
    where = {item: index for index, item in enumerate(component)}

    def mean(one: list[str], other: list[str]) -> float:
        return sum(edges[a].get(b, 0.0) for a in one for b in other) / (len(one) * len(other))

    changed = True
    while changed:
        changed = False
        for left, right in pairs:
            one, other = where[left], where[right]
            if one == other or any(apart(a, b) for a in groups[one] for b in groups[other]):
                continue
            if averaged and mean(groups[one], groups[other]) < SCORE_TO_JOIN:
                continue
            groups[one] = sorted(groups[one] + groups[other])
            for item in groups[other]:
                where[item] = one
            groups[other] = []
            changed = True
    return [group for group in groups if group]
