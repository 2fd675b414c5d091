"""How the shipped network is trained: first the roots, then the sides of other news, with a part of the first again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from pathlib import Path

import torch

from legation.reading.wordpiece import WordPiece
from training.relations.data import Row, read_aw, read_own, read_plv
from training.relations.learn import Settings, learn
from training.relations.network import RelationNetwork


@dataclass(frozen=True, slots=True)
class Rows:
    """What is learned from: PLV, AW, the rows of our own, and those that set two relations of a sentence apart."""

    plv: Sequence[Row]
    aw: Sequence[Row]
    own: Sequence[Row]
    contrasts: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of both parts. `replay`: how many rows of PLV and our own the second one sees again."""

    first: Settings = field(default_factory=Settings)
    second: Settings = field(default_factory=lambda: Settings(epochs=3, rate=5e-5, head_rate=5e-4))
    replay: int = 600
    seeds: tuple[int, ...] = (2, 3)
    """The second part runs once a seed, and the weights of all runs are averaged: one network, steadier than each."""


def read_rows(bench: Path) -> Rows:
    """The rows of the benchmark's training parts in `bench` and of our own files."""
    here = Path(__file__).parent
    return Rows(
        read_plv(bench / "PLV_train.tsv"),
        read_aw(bench / "AW_train.tsv"),
        read_own(here / "rows.csv"),
        read_own(here / "contrasts.csv"),
    )


def train_network(rows: Rows, pieces: WordPiece, recipe: Recipe) -> RelationNetwork:
    """A network that knows the roots of PLV and the sides of AW."""
    network = learn([*rows.plv, *rows.own, *rows.contrasts], pieces, recipe.first)
    if not rows.aw:
        return network
    return averaged([learn_sides(deepcopy(network), rows, pieces, recipe, seed) for seed in recipe.seeds])


def learn_sides(network: RelationNetwork, rows: Rows, pieces: WordPiece, recipe: Recipe, seed: int) -> RelationNetwork:
    """The second part for one seed; `network` is changed in place."""
    rooted = [*rows.plv, *rows.own]
    again = random.Random(seed).sample(rooted, min(recipe.replay, len(rooted)))
    settings = replace(recipe.second, seed=seed)
    return learn([*rows.aw, *rows.contrasts, *again], pieces, settings, start=network)


def averaged(networks: Sequence[RelationNetwork]) -> RelationNetwork:
    """One network whose weights are the plain means of the others'; the first of them is changed in place."""
    states = [network.state_dict() for network in networks]
    means = {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
    networks[0].load_state_dict(means)
    return networks[0]
