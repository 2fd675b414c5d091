"""Learns which two noun phrases a sentence relates: `python -m training.relations.dyads --bench FOLDER`.

A logistic regression over the features of `legation.reading.events.dyads`, written as JSON. `--folds 5` prints how
often the pair is found among the first one or two, rows of one sentence kept together.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.tokens import Doc, Token

from legation.reading.events.dyads import features_of, find_dyads, pairs_of
from legation.reading.parse import load_parser
from training.relations.data import Row, read_own, read_plv
from training.relations.folds import fold_of_each

PACKAGE = Path(__file__).resolve().parents[2] / "legation" / "reading" / "models"
KEPT = 12_000
"""Features of the largest weight that are written."""


def is_gold(row: Row, source: Token, target: Token) -> bool:
    """Whether both heads lie inside the marked spans."""
    pair = row.pair
    if pair.source is None or pair.target is None:
        return False
    inside = pair.source.start <= source.idx < pair.source.end and pair.target.start <= target.idx < pair.target.end
    return inside


def fit(rows: Sequence[Row], docs: Sequence[Doc], strength: float = 0.3) -> dict[str, float]:
    """Feature weights; a pair is right where both heads lie in the marked spans."""
    seen: list[dict[str, int]] = []
    right: list[int] = []
    weights: list[float] = []
    for row, doc in zip(rows, docs, strict=True):
        if row.pair.source is None or row.pair.target is None:
            continue
        for sentence in doc.sents:
            for source, target in pairs_of(sentence):
                seen.append(dict.fromkeys(features_of(source, target), 1))
                right.append(int(is_gold(row, source, target)))
                weights.append(0.5 if row.origin == "rows" else 1.0)
    names = DictVectorizer(dtype=np.float32)
    matrix = names.fit_transform(seen)
    model = LogisticRegression(C=strength, max_iter=300)
    model.fit(matrix, right, sample_weight=weights)
    pairs = sorted(zip(names.get_feature_names_out(), model.coef_[0], strict=True), key=lambda pair: -abs(pair[1]))
    learned = {str(name): round(float(weight), 3) for name, weight in pairs[:KEPT] if abs(weight) >= 0.02}
    return {"": round(float(model.intercept_[0]), 3), **dict(sorted(learned.items()))}


def recall(rows: Sequence[Row], docs: Sequence[Doc], weights: dict[str, float]) -> tuple[float, float]:
    """How many pairs are the first, and among the first two, of their sentence."""
    hits = [0, 0]
    for row, doc in zip(rows, docs, strict=True):
        found = [dyad for sentence in doc.sents for dyad in find_dyads(sentence, weights, 2)]
        found.sort(key=lambda dyad: -dyad.score)
        for most in (1, 2):
            hits[most - 1] += any(is_gold(row, dyad.source, dyad.target) for dyad in found[:most])
    return hits[0] / len(rows), hits[1] / len(rows)


class PairLearner:
    """PLV's and our own sentences, parsed once, from which weights are learned."""

    def __init__(self, plv: Sequence[Row], own: Sequence[Row], strength: float = 0.3) -> None:
        self._plv, self._own, self._strength = plv, own, strength
        nlp = load_parser()
        self._docs = list(nlp.pipe(row.pair.sentence for row in plv))
        self._own_docs = list(nlp.pipe(row.pair.sentence for row in own))

    def learned(self, left: NDArray[np.bool_] | None = None) -> dict[str, float]:
        """Weights from all rows but those of PLV that are `left` out."""
        kept = [at for at in range(len(self._plv)) if left is None or not left[at]]
        rows = [self._plv[at] for at in kept] + list(self._own)
        return fit(rows, [self._docs[at] for at in kept] + self._own_docs, self._strength)

    def recall_of(self, left: NDArray[np.bool_], weights: dict[str, float]) -> tuple[float, float]:
        """How many pairs of the rows `left` out are the first, and among the first two, of their sentence."""
        chosen = [at for at in np.flatnonzero(left).tolist() if self._plv[at].pair.source]
        return recall([self._plv[at] for at in chosen], [self._docs[at] for at in chosen], weights)


def cross_validate(learner: PairLearner, fold_of: NDArray[np.int64]) -> None:
    """Print how often the pair of a held-out sentence is found, fold by fold."""
    scores = []
    for fold in range(int(fold_of.max()) + 1):
        left = fold_of == fold
        learned = learner.learned(left)
        scores.append(learner.recall_of(left, learned))
        print(fold, len(learned), *(f"{score:.3f}" for score in scores[-1]), flush=True)
    print("mean", *(f"{np.mean(column):.3f}" for column in zip(*scores, strict=True)))


def main() -> None:
    """Cross-validate or write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--strength", type=float, default=0.3)
    options = parser.parse_args()
    plv = read_plv(options.bench / "PLV_train.tsv")
    learner = PairLearner(plv, read_own(Path(__file__).parent / "rows.csv"), options.strength)
    if options.folds:
        cross_validate(learner, fold_of_each(plv, options.folds))
        return
    learned = learner.learned()
    path = PACKAGE / "relation_dyads.json"
    path.write_text(json.dumps(learned, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(learned)} weights, {path.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
