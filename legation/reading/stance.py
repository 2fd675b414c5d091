"""The stance model: toward which side the words of a statement lean, read by a small head on the relation network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from legation.model import LegationError, Stance
from legation.reading.events.relation import RelationModel

STANCES: tuple[Stance, ...] = ("cooperative", "hostile", "neutral")
"""In the order of the weights."""


class Head(NamedTuple):
    """A linear layer over the network's mean state: weights (3, 384) and bias (3)."""

    weights: NDArray[np.float32]
    bias: NDArray[np.float32]


class StanceModel:
    """Reads the stance of a statement from cue and content. The weights are read when it is first asked."""

    def __init__(self, network: RelationModel, weights: Traversable) -> None:
        self._network = network
        self._weights = weights

    @cached_property
    def _head(self) -> Head:
        if not self._weights.is_file():
            raise LegationError(
                "stance.json: not in the package; install Legation again, or train it (training/stance)"
            )
        kept = json.loads(self._weights.read_text(encoding="utf-8"))
        rows = [kept[stance] for stance in STANCES]
        return Head(
            np.array([row["weights"] for row in rows], dtype=np.float32),
            np.array([row["bias"] for row in rows], dtype=np.float32),
        )

    def leanings(self, cue: str, content: str) -> Mapping[Stance, float]:
        """How strongly the words speak for each stance, as the logarithm of its chance.

        Raises LegationError if the package lacks the weights.
        """
        seen = self._network.meanings([joined(cue, content)])[0]
        logits = (self._head.weights @ seen + self._head.bias).astype(float)
        shares = logits - logits.max()
        shares -= np.log(np.exp(shares).sum())
        return {stance: float(share) for stance, share in zip(STANCES, shares, strict=True)}


def joined(cue: str, content: str) -> str:
    """The text that the model reads, in training as in use: `warned: that the bridge would be closed`."""
    words = " ".join(content.split())
    return f"{' '.join(cue.split())}: {words}" if cue else words


def load_stance_model(network: RelationModel) -> StanceModel:
    """The package's model, on the relation network that it was trained with."""
    return StanceModel(network, resources.files("legation.reading") / "models" / "stance.json")
