"""Splits rows into folds that share no sentence and no document."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.relations.data import Row


def folds_of(count: int, folds: int, seed: int = 7) -> NDArray[np.int64]:
    """The fold of each of `count` things."""
    return np.random.default_rng(seed).permutation(np.arange(count) % folds)


def fold_of_each(rows: Sequence[Row], folds: int) -> NDArray[np.int64]:
    """The fold of every row; rows of one group (a sentence of PLV, a document of AW) stay together."""
    # Two documents may print one sentence: it stays with the first.
    first: dict[str, str] = {}
    groups = [first.setdefault(row.pair.sentence, row.group or row.pair.sentence) for row in rows]
    names = sorted(set(groups))
    number = dict(zip(names, folds_of(len(names), folds).tolist(), strict=True))
    return np.array([number[group] for group in groups])
