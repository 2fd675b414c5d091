"""How the shipped network is trained: first the roots, then the sides of other news, with a part of the first again."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from legation.reading.wordpiece import WordPiece
from training.relations.data import Row, read_aw, read_own, read_plv
from training.relations.learn import Settings, learn
from training.relations.network import RelationNetwork


@dataclass(frozen=True, slots=True)
class Rows:
    """What is learned from: PLV, AW and the rows of our own."""

    plv: Sequence[Row]
    aw: Sequence[Row]
    own: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of both parts. `replay`: how many rows of the first part the second one sees again."""

    first: Settings = field(default_factory=Settings)
    second: Settings = field(default_factory=lambda: Settings(epochs=2, rate=5e-5, head_rate=5e-4))
    replay: int = 900


def read_rows(bench: Path) -> Rows:
    """The rows of the benchmark's training parts in `bench` and of `rows.csv`."""
    return Rows(
        read_plv(bench / "PLV_train.tsv"),
        read_aw(bench / "AW_train.tsv"),
        read_own(Path(__file__).parent / "rows.csv"),
    )


def train_network(rows: Rows, pieces: WordPiece, recipe: Recipe) -> RelationNetwork:
    """A network that knows the roots of PLV and the sides of AW."""
    rooted = [*rows.plv, *rows.own]
    network = learn(rooted, pieces, recipe.first)
    if not rows.aw:
        return network
    again = random.Random(recipe.second.seed).sample(rooted, min(recipe.replay, len(rooted)))
    return learn([*rows.aw, *again], pieces, recipe.second, start=network)
