"""How right the roots and sides of held-out rows are."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from legation.reading.events.relation import FIRST_CONFLICT
from training.relations.data import Row

PENTA = (1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4)
"""The verbal or material side of every root, in the order of ROOTS."""

_MODAL = re.compile(
    r"\b(will|would|shall|should|may|might|could|if|unless|plan(s|ned)?|intend(s|ed)?|ready|willing|prepared|"
    r"(promis|pledg|vow|offer|threat|agree)\w*)\b",
    re.IGNORECASE,
)


def macro_f1(gold: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    """Plain mean of the F1 of every class that occurs in gold."""
    scores = []
    for label in np.unique(gold):
        hit = int(((gold == label) & (found == label)).sum())
        scores.append(2 * hit / max(1, int((gold == label).sum() + (found == label).sum())))
    return float(np.mean(scores))


def root_figures(gold: NDArray[np.int64], found: NDArray[np.int64]) -> str:
    """Root accuracy, root macro F1, penta accuracy, conflict accuracy."""
    penta = np.array(PENTA)
    return (
        f"root {np.mean(gold == found):.3f} macro {macro_f1(gold, found):.3f} "
        f"penta {np.mean(penta[gold] == penta[found]):.3f} "
        f"conflict {np.mean((gold >= FIRST_CONFLICT) == (found >= FIRST_CONFLICT)):.3f}"
    )


def side_figures(gold: NDArray[np.int64], found: NDArray[np.int64]) -> str:
    """Accuracy and macro F1 of conflict or cooperation."""
    return f"accuracy {np.mean(gold == found):.3f} macro {macro_f1(gold, found):.3f}"


def is_modal(rows: Sequence[Row]) -> NDArray[np.bool_]:
    """Which rows' sentences have a word of the future, a condition, a promise or a threat."""
    return np.array([bool(_MODAL.search(row.pair.sentence)) for row in rows])
