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
    """What is learned from: PLV, AW, the rows of our own, and those that set two relations of a sentence apart."""

    plv: Sequence[Row]
    aw: Sequence[Row]
    own: Sequence[Row]
    contrasts: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of both parts. `replay`: how many rows of PLV and our own the second one sees again."""

    first: Settings = field(default_factory=Settings)
    second: Settings = field(default_factory=lambda: Settings(epochs=2, rate=5e-5, head_rate=5e-4))
    replay: int = 300


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
    rooted = [*rows.plv, *rows.own]
    network = learn([*rooted, *rows.contrasts], pieces, recipe.first)
    if not rows.aw:
        return network
    again = random.Random(recipe.second.seed).sample(rooted, min(recipe.replay, len(rooted)))
    return learn([*rows.aw, *rows.contrasts, *again], pieces, recipe.second, start=network)
