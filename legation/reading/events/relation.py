"""The relation model: which PLOVER root a sentence tells of, given its source and target.

A MiniLM encoder of six layers, fine-tuned (see `training/relations/README.md`), run as int8 by onnxruntime. Its words
are cut by Legation's own `WordPiece`: `tokenizers` and `transformers` would bring a network client into a tool that
reads offline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from legation.model import LegationError
from legation.reading.events.pairs import Pair, encode
from legation.reading.wordpiece import WordPiece, read_vocabulary

ROOTS = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "ACCUSE",
    "REQUEST",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "MOBILIZE",
    "SANCTION",
    "COERCE",
    "ASSAULT",
)
"""The classes in the model's order: PLOVER's types, with CONCEDE and RETREAT as one, YIELD. The first six cooperate."""

FIRST_CONFLICT = ROOTS.index("ACCUSE")
"""ROOTS from here on are conflict."""

_BATCH = 32


@dataclass(frozen=True, slots=True)
class Relation:
    """What a pair's sentence tells: the root, how sure the model is of it, and how surely it is conflict (0 to 1)."""

    root: str
    probability: float
    conflict: float


class RelationModel:
    """Classifies sentences with a marked pair. The weights are read when the first pair comes."""

    def __init__(self, weights: Traversable, threads: int = 1) -> None:
        self._weights = weights
        self._threads = threads

    @cached_property
    def _pieces(self) -> WordPiece:
        return WordPiece(read_vocabulary())

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        if not self._weights.is_file():
            raise LegationError(
                "relation.onnx: not in the package; install Legation again, or train it (training/relations)"
            )
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        return onnxruntime.InferenceSession(self._weights.read_bytes(), options, providers=["CPUExecutionProvider"])

    def relations(self, pairs: Sequence[Pair], once: bool = False) -> list[Relation]:
        """One relation for every pair, in the order of `pairs`.

        Each pair is read twice, with its actors shown and hidden, and the two opinions are averaged; with `once` it is
        read with its actors shown only, in half the time. Conflict is the mean of what the model says of it and of what
        its roots add up to.
        """
        if not pairs:
            return []
        count = len(pairs)
        ways = (False,) if once else (False, True)
        encoded = [encode(pair, self._pieces, hidden=hidden) for hidden in ways for pair in pairs]
        roots = np.zeros((len(encoded), len(ROOTS)), dtype=np.float32)
        conflicts = np.zeros((len(encoded), 2), dtype=np.float32)
        # Rows of like length share a batch, so that little is padded.
        order = sorted(range(len(encoded)), key=lambda at: len(encoded[at]))
        for first in range(0, len(order), _BATCH):
            chosen = order[first : first + _BATCH]
            roots[chosen], conflicts[chosen] = self._run([encoded[at] for at in chosen])
        root, conflict = _averaged(roots, count), _averaged((conflicts + sides_of(roots)) * np.float32(0.5), count)
        best = root.argmax(axis=1)
        return [Relation(ROOTS[best[at]], float(root[at, best[at]]), float(conflict[at, 1])) for at in range(count)]

    def meanings(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """What the network makes of each text as a whole: the mean of its last layer, (texts, 384)."""
        # One by one: the eight-bit network reads a text a little differently in other company.
        return np.stack([self._meaning(encode(Pair(text, None, None), self._pieces)) for text in texts])

    def _meaning(self, row: Sequence[int]) -> NDArray[np.float32]:
        ids = np.array([row], dtype=np.int64)
        mean: NDArray[np.float32] = self._session.run(["mean"], {"ids": ids, "mask": np.ones_like(ids)})[0][0]
        return mean

    def _run(self, encoded: Sequence[Sequence[int]]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        longest = max(len(ids) for ids in encoded)
        ids = np.zeros((len(encoded), longest), dtype=np.int64)
        for at, row in enumerate(encoded):
            ids[at, : len(row)] = row
        roots, conflicts = self._session.run(["root", "conflict"], {"ids": ids, "mask": (ids != 0).astype(np.int64)})
        return _log_shares(roots), _log_shares(conflicts)


def _log_shares(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    lowered = logits - logits.max(axis=1, keepdims=True)
    shares: NDArray[np.float32] = lowered - np.log(np.exp(lowered).sum(axis=1, keepdims=True))
    return shares


def sides_of(roots: NDArray[np.float32]) -> NDArray[np.float32]:
    """The log shares of cooperation and of conflict that the roots' log shares add up to."""
    shares = np.exp(roots)
    sums = [shares[:, :FIRST_CONFLICT].sum(axis=1), shares[:, FIRST_CONFLICT:].sum(axis=1)]
    sides: NDArray[np.float32] = np.log(np.maximum(np.stack(sums, axis=1), np.float32(1e-9)))
    return sides


def _averaged(logs: NDArray[np.float32], count: int) -> NDArray[np.float32]:
    """The geometric mean of the readings of each pair as probabilities."""
    mean: NDArray[np.float32] = logs.reshape(-1, count, logs.shape[1]).mean(axis=0)
    shares: NDArray[np.float32] = np.exp(_log_shares(mean))
    return shares


def load_relation_model(threads: int = 1) -> RelationModel:
    """The package's model. `threads`: how many threads one call may use.

    Its first use raises LegationError if the package lacks the weights.
    """
    return RelationModel(resources.files("legation.reading") / "models" / "relation.onnx", threads)
