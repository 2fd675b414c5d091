"""Cross-validates the story model over topics: `python -m training.merging.crossval --bench FOLDER [--releases FILE]`.

Topics are dealt into five parts; each part is grouped by a model that was trained on the other four. Printed for three
makes of collections: B-cubed F1 and pair precision. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.merging import b_cubed, pairs_together
from legation.merging.stories import StoryModel, group_stories, model_of
from legation.merging.views import Story
from training.merging.train import SEED, Row, collections_of, labelled, learn, of_other_days, read_rows

FOLDS = 5


def trained_without(rows: list[Row], topics: set[str], others: Any) -> StoryModel:
    """The model of the rows of all other topics (and of pairs of other days, where given)."""
    tables = [labelled(part) for part in collections_of([row for row in rows if row["topic"] not in topics])]
    measures = np.vstack([pairs.measures for pairs, _ in tables])
    same = np.concatenate([labels for _, labels in tables])
    if others is not None:
        measures, same = np.vstack([measures, others]), np.concatenate([same, np.zeros(len(others), dtype=bool)])
    return model_of(learn(measures, same))


def collections_held_out(rows: list[Row], topics: set[str]) -> dict[str, list[Row]]:
    """The held out rows whole, and thinned to at most three reports a story."""
    held = [row for row in rows if row["topic"] in topics]
    chance, by_story = np.random.default_rng(SEED), defaultdict(list)
    for row in held:
        by_story[row["story"]].append(row)
    sparse: list[Row] = []
    for _, told in sorted(by_story.items()):
        sparse += [told[at] for at in chance.permutation(len(told))[: chance.integers(1, 4)]]
    return {"whole": held, "sparse": sparse}


def main() -> None:
    """Print the scores of each make of collection over all folds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--releases", type=Path)
    options = parser.parse_args()
    rows = read_rows(options.bench)
    others = of_other_days(options.releases) if options.releases else None
    topics = np.random.default_rng(SEED).permutation(sorted({row["topic"] for row in rows}))
    scores: dict[str, list[tuple[float, int, int, int]]] = defaultdict(list)
    for fold in range(FOLDS):
        held = set(topics[fold::FOLDS])
        model = trained_without(rows, held, others)
        for name, listed in collections_held_out(rows, held).items():
            gold = {row["id"]: row["story"] for row in listed}
            groups = group_stories((Story(row["id"], row["title"], row["text"]) for row in listed), model)
            scores[name].append((b_cubed(gold, groups), *pairs_together(gold, groups), len(listed)))
    for name, told in scores.items():
        size = sum(row[3] for row in told)
        mean = sum(row[0] * row[3] for row in told) / size
        together, right = sum(row[1] for row in told), sum(row[2] for row in told)
        print(f"{name}: {size} articles, B-cubed {mean:.3f}, pair precision {right / max(1, together):.3f}")


if __name__ == "__main__":
    main()
