"""Trains the model that tells whether two articles tell one story: `python -m training.merging.train --bench FOLDER`.

FOLDER holds docs.jsonl and gold.jsonl; only rows of part `train` are read. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections import defaultdict
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from legation.merging.pairs import MEASURES, Collection, Pairs, pairs_of
from legation.merging.views import Story

TARGET = Path(__file__).resolve().parents[2] / "legation" / "merging" / "stories.json"
SEED = 2026
FORESTS = 3
THRESHOLD, MORE_FOR_MANY = 0.30, 0.40
"""Chosen by cross-validation over topics (see README.md): the middle of the plateau, not its highest point."""
UNORDERED = {"shorter", "longer"}
FALLING = {"days apart"}

Row = dict[str, Any]


def read_rows(bench: Path, part: str = "train") -> list[Row]:
    """The articles of one part, each with its `story` and its `topic`."""
    with (bench / "gold.jsonl").open(encoding="utf-8") as lines:
        gold = {row["id"]: row["cluster"] for row in map(json.loads, lines)}
    with (bench / "docs.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["part"] == part]
    return [row | {"story": gold[row["id"]], "topic": gold[row["id"]].split("ecb")[0]} for row in rows]


def collections_of(rows: list[Row]) -> list[list[Row]]:
    """The rows as collections of several makes: all; few topics; few reports a story, many stories told once.

    What a pair is among the others depends on the others: the model must meet dense and sparse collections.
    """
    made = [rows]
    topics = sorted({row["topic"] for row in rows})
    for seed in (1, 2, 3):
        chance = np.random.default_rng(SEED + seed)
        by_story = defaultdict(list)
        for row in rows:
            by_story[row["story"]].append(row)
        sparse = []
        for story in sorted(by_story):
            told, most = by_story[story], [1, 1, 2, 3, 5, 8][chance.integers(6)]
            sparse += [told[index] for index in sorted(chance.permutation(len(told))[:most])]
        made.append(sparse)
    for seed in range(20, 27):
        chance = np.random.default_rng(SEED + seed)
        some = set(chance.permutation(topics)[: min(10, len(topics))])
        share = 1.0 if seed < 24 else 0.5
        made.append([row for row in rows if row["topic"] in some and chance.random() < share])
    return made


def labelled(rows: list[Row]) -> tuple[Pairs, Any]:
    """The candidate pairs of one collection and whether each is one story."""
    pairs = pairs_of(Collection([Story(row["id"], row["title"], row["text"]) for row in rows]))
    same = np.array([rows[i]["story"] == rows[j]["story"] for i, j in zip(pairs.left, pairs.right, strict=True)])
    return pairs, same


def of_other_days(path: Path) -> Any:
    """Measures of pairs of one source's dated reports that are more than three days apart: not one story.

    Reports of one mould (calls, visits, briefings) share their words and tell of other events. The model is not shown
    the days, which would give the answer away; every third pair is taken, so that they do not outweigh the rest.
    """
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    stories = [
        Story(str(number), row["title"], html.unescape(re.sub(r"<[^>]+>", " ", row["html"])))
        for number, row in enumerate(rows)
    ]
    days = np.array([parsedate_to_datetime(row["pubDate"]).toordinal() for row in rows])
    pairs = pairs_of(Collection(stories))
    return pairs.measures[np.abs(days[pairs.left] - days[pairs.right]) > 3][::3]


def learn(measures: Any, same: Any) -> dict[str, Any]:
    """Forests and a regression, in the form of `stories.json`."""
    falls = [0 if name in UNORDERED else -1 if name in FALLING else 1 for name in MEASURES]
    trees: list[dict[str, Any]] = []
    bases = []
    for number in range(FORESTS):
        forest = HistGradientBoostingClassifier(
            max_iter=120, learning_rate=0.07, max_leaf_nodes=6, min_samples_leaf=40, l2_regularization=1.0,
            max_features=0.3, monotonic_cst=falls, early_stopping=False, random_state=SEED + number,
        ).fit(measures, same)  # fmt: skip
        bases.append(float(forest._baseline_prediction[0, 0]))
        for (grown,) in forest._predictors:
            nodes = grown.nodes
            leaf = nodes["is_leaf"].astype(bool)
            trees.append(
                {
                    "forest": number,
                    "ask": np.where(leaf, -1, nodes["feature_idx"].astype(int)).tolist(),
                    "at": [float(f"{value:.6g}") for value in np.where(leaf, 0.0, nodes["num_threshold"])],
                    "low": nodes["left"].astype(int).tolist(),
                    "high": nodes["right"].astype(int).tolist(),
                    "value": [float(f"{value:.4g}") for value in np.where(leaf, nodes["value"], 0.0)],
                }
            )
    means, scales = measures.mean(axis=0), measures.std(axis=0)
    scales[scales == 0] = 1.0
    line = LogisticRegression(C=0.1, max_iter=3000).fit((measures - means) / scales, same)
    return {
        "measures": list(MEASURES),
        "threshold": THRESHOLD,
        "more_for_many": MORE_FOR_MANY,
        "means": means.round(6).tolist(),
        "scales": scales.round(6).tolist(),
        "weights": line.coef_[0].round(5).tolist(),
        "bias": round(float(line.intercept_[0]), 5),
        "bases": bases,
        "trees": trees,
    }


def main() -> None:
    """Train on the whole train part and write the model into the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument(
        "--releases", type=Path, help="JSON Lines of dated reports of one source (title, html, pubDate)"
    )
    parser.add_argument("--out", type=Path, default=TARGET)
    options = parser.parse_args()
    tables = [labelled(rows) for rows in collections_of(read_rows(options.bench))]
    measures = np.vstack([pairs.measures for pairs, _ in tables])
    same = np.concatenate([labels for _, labels in tables])
    if options.releases:
        other = of_other_days(options.releases)
        measures, same = np.vstack([measures, other]), np.concatenate([same, np.zeros(len(other), dtype=bool)])
    model = learn(measures, same)
    options.out.write_text(json.dumps(model, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(same):,} pairs, {int(same.sum()):,} of one story; {len(model['trees'])} trees -> {options.out.name}")


if __name__ == "__main__":
    main()
