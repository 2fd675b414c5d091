"""Trains the stance model's head on `rows.csv`: `python -m training.stance.train`; `--folds 5` only measures it."""

from __future__ import annotations

import argparse
import csv
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from legation.reading.events.relation import load_relation_model
from legation.reading.stance import STANCES, joined

ROWS = Path(__file__).with_name("rows.csv")
PACKAGE = Path(__file__).resolve().parents[2] / "legation" / "reading" / "models"
STRENGTH = 1 / 384
"""The inverse of the weight of regularisation."""
SEED = 1


class Row(NamedTuple):
    """A statement of our own: its stance, cue and content."""

    stance: str
    cue: str
    content: str


def read_rows(path: Path = ROWS) -> list[Row]:
    """The rows of a file in their order."""
    with path.open(encoding="utf-8", newline="") as stream:
        return [Row(**row) for row in csv.DictReader(stream)]


def classifier() -> Pipeline:
    """An untrained head."""
    return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=3000))


def head_of(seen: NDArray[np.float32], stances: list[str]) -> dict[str, dict[str, list[float] | float]]:
    """The weights of a head trained on the network's states, for states that are not scaled."""
    trained = classifier().fit(seen, stances)
    scaler, layer = trained[0], trained[1]
    weights = layer.coef_ / scaler.scale_
    bias = layer.intercept_ - weights @ scaler.mean_
    order = list(layer.classes_)
    return {
        stance: {
            "bias": round(float(bias[order.index(stance)]), 5),
            "weights": [round(float(one), 5) for one in weights[order.index(stance)]],
        }
        for stance in STANCES
    }


def main() -> None:
    """Train and write the head, or print how it does on rows left out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--out", type=Path, default=PACKAGE / "stance.json")
    options = parser.parse_args()
    rows = read_rows()
    seen = load_relation_model().meanings([joined(row.cue, row.content) for row in rows])
    stances = [row.stance for row in rows]
    if options.folds:
        folds = StratifiedKFold(options.folds, shuffle=True, random_state=SEED)
        print(classification_report(stances, cross_val_predict(classifier(), seen, stances, cv=folds), digits=3))
        return
    options.out.write_text(json.dumps(head_of(seen, stances), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(rows)} rows, {options.out.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
