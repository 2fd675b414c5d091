"""Which articles tell the same story: pairs judged by a small trained model, grouped by average link."""

from __future__ import annotations

import heapq
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import numpy as np

from legation.merging.occasions import against
from legation.merging.pairs import MEASURES, Collection, pairs_of
from legation.merging.views import Floats, Ints, Story

SURE_APART = 0.01
"""Pairs less likely than this count as unlike without further ado."""


@dataclass(frozen=True, slots=True)
class StoryModel:
    """Boosted trees beside a logistic regression, as plain arrays; `training/merging/README.md` is its card."""

    means: Floats
    scales: Floats
    weights: Floats
    bias: float
    trees: tuple[tuple[Ints, Floats, Ints, Ints, Floats], ...]
    """Each: measure asked at a node (-1 at a leaf), threshold, the node for at most and for more, the leaf's value."""
    bases: tuple[float, ...]
    """One base value a forest."""
    forest: Ints
    """The forest of each tree."""
    threshold: float
    """Least mean likeness to join two single stories."""
    more_for_many: float
    """What is added to the threshold for two groups of eight and more: a wrong merge of many costs more."""


@cache
def load_story_model() -> StoryModel:
    """The trained model that is shipped with Legation."""
    told = json.loads(resources.files("legation.merging").joinpath("stories.json").read_text(encoding="utf-8"))
    return model_of(told)


def model_of(told: dict[str, Any]) -> StoryModel:
    """The model that `training/merging/train.py` wrote. Raises ValueError if it knows other measures."""
    if tuple(told["measures"]) != MEASURES:
        raise ValueError("stories.json was trained on other measures: run training/merging/train.py")
    trees = tuple(
        (
            np.array(tree["ask"], dtype=np.int64),
            np.array(tree["at"], dtype=float),
            np.array(tree["low"], dtype=np.int64),
            np.array(tree["high"], dtype=np.int64),
            np.array(tree["value"], dtype=float),
        )
        for tree in told["trees"]
    )
    return StoryModel(
        np.array(told["means"]),
        np.array(told["scales"]),
        np.array(told["weights"]),
        told["bias"],
        trees,
        tuple(told["bases"]),
        np.array([tree["forest"] for tree in told["trees"]], dtype=np.int64),
        told["threshold"],
        told["more_for_many"],
    )


def likelihoods(model: StoryModel, measures: Floats) -> Floats:
    """How likely each pair tells one story, 0 to 1: half from the regression, half from the mean of the forests."""
    logit = (measures - model.means) / model.scales @ model.weights + model.bias
    forests = np.repeat(np.array(model.bases)[:, None], len(measures), axis=1)
    rows = np.arange(len(measures))
    for number, (ask, at, low, high, value) in enumerate(model.trees):
        node = np.zeros(len(measures), dtype=np.int64)
        while (asked := ask[node] >= 0).any():
            down = np.where(measures[rows, ask[node]] <= at[node], low[node], high[node])
            node = np.where(asked, down, node)
        forests[model.forest[number]] += value[node]
    # Each voice is bounded, so that none of them is beyond doubt.
    voices = np.clip(np.vstack([forests, np.repeat(logit[None], len(forests), axis=0)]), -11.5, 11.5)
    return np.asarray(1 / (1 + np.exp(-voices.mean(axis=0))))


def less_likely(likely: Floats, odds: Floats) -> Floats:
    """The likelihoods after log odds are taken off."""
    return np.asarray(likely / (likely + (1 - likely) * np.exp(np.minimum(odds, 50.0))))


def group_stories(stories: Iterable[Story], model: StoryModel | None = None) -> list[list[str]]:
    """Ids of the articles that tell one story, a list a story; the same whatever the order of arrival."""
    model = model or load_story_model()
    ordered = sorted(stories, key=lambda story: story.id)
    if not ordered:
        return []
    collection = Collection(ordered)
    pairs = pairs_of(collection)
    likely = less_likely(likelihoods(model, pairs.measures), against(collection, pairs))
    keep = likely >= SURE_APART
    groups = join(len(ordered), pairs.left[keep], pairs.right[keep], likely[keep], model.threshold, model.more_for_many)
    return [[ordered[index].id for index in group] for group in groups]


def join(size: int, left: Ints, right: Ints, likely: Floats, threshold: float, more: float) -> list[list[int]]:
    """Average link: the two groups furthest above their threshold first; pairs that are not named count 0."""
    sums: list[dict[int, float]] = [defaultdict(float) for _ in range(size)]
    for one, other, value in zip(left.tolist(), right.tolist(), likely.tolist(), strict=True):
        sums[one][other] = sums[other][one] = value
    members = [[index] for index in range(size)]
    version = [0] * size

    def margin(one: int, other: int) -> float:
        many, few = len(members[one]), min(len(members[one]), len(members[other]))
        mean = sums[one][other] / (many * len(members[other]))
        return mean - threshold - more * min(1.0, float(np.log2(few)) / 3)

    def offers(one: int) -> Iterable[tuple[float, int, int, int, int]]:
        for other in sums[one]:
            value = margin(one, other)
            if value >= 0:
                low, high = min(one, other), max(one, other)
                yield (-value, low, high, version[low], version[high])

    heap = sorted({offer for one in range(size) for offer in offers(one)})
    while heap:
        _, one, other, seen_one, seen_other = heapq.heappop(heap)
        if version[one] != seen_one or version[other] != seen_other:
            continue
        members[one] += members[other]
        members[other] = []
        version[one] += 1
        version[other] = -1
        for third, value in sums[other].items():
            if third != one:
                sums[one][third] += value
                sums[third][one] = sums[one][third]
            sums[third].pop(other, None)
        sums[other] = {}
        for offer in offers(one):
            heapq.heappush(heap, offer)
    return sorted(sorted(group) for group in members if group)
