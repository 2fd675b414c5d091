"""Cross-validation on PLV: `python -m training.relations.crossval --bench ../shared/bench/relations`."""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from legation.reading.wordpiece import WordPiece, read_vocabulary
from training.relations.data import ROOTS, Row, read_aw, read_own, read_plv
from training.relations.learn import Settings, learn, predict

PENTA = (1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4)


def macro_f1(gold: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    """Plain mean of the F1 of every class that occurs in gold."""
    scores = []
    for label in np.unique(gold):
        hit = int(((gold == label) & (found == label)).sum())
        scores.append(2 * hit / max(1, int((gold == label).sum() + (found == label).sum())))
    return float(np.mean(scores))


def figures(gold: NDArray[np.int64], scores: NDArray[np.float32]) -> str:
    """Root accuracy, root macro F1, penta accuracy, conflict accuracy."""
    found = scores.argmax(1)
    penta = np.array(PENTA)
    return (
        f"acc {np.mean(gold == found):.3f} macro {macro_f1(gold, found):.3f} "
        f"penta {np.mean(penta[gold] == penta[found]):.3f} binary {np.mean((gold >= 6) == (found >= 6)):.3f}"
    )


def folds_of(count: int, folds: int, seed: int = 7) -> NDArray[np.int64]:
    """The fold of every row."""
    return np.random.default_rng(seed).permutation(np.arange(count) % folds)


def main() -> None:
    """Train once a fold and print the figures of the rows left out, all folds together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--run", type=int, default=5, help="how many of the folds to run")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--no-own", action="store_true")
    parser.add_argument("--no-aw", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    changes = {name: json.loads(value) for name, value in (part.split("=") for part in options.set)}
    settings = Settings(**changes)
    pieces = WordPiece(read_vocabulary())
    plv = read_plv(options.bench / "PLV_train.tsv")
    aw = [] if options.no_aw else read_aw(options.bench / "AW_train.tsv")
    own_path = Path(__file__).parent / "rows.csv"
    own = [] if options.no_own or not own_path.exists() else read_own(own_path)
    # Rows of one sentence stay in one fold.
    names = sorted({row.pair.sentence for row in plv})
    fold_of = dict(zip(names, folds_of(len(names), options.folds), strict=True))
    names_aw = sorted({row.pair.sentence for row in aw})
    fold_of_aw = dict(zip(names_aw, folds_of(len(names_aw), options.folds), strict=True))
    print(settings, len(plv), len(aw), len(own), flush=True)
    seen: list[Row] = []
    shown, hidden, binary = [], [], []
    gold_aw: list[int] = []
    for fold in range(options.run):
        began = time.time()
        left = [row for row in plv if fold_of[row.pair.sentence] == fold]
        left_aw = [row for row in aw if fold_of_aw[row.pair.sentence] == fold]
        train = [row for row in plv if fold_of[row.pair.sentence] != fold]
        train += [row for row in aw if fold_of_aw[row.pair.sentence] != fold] + own
        network = learn(train, pieces, settings)
        seen += left
        shown.append(predict(network, left, pieces, hidden=False)[0])
        hidden.append(predict(network, left, pieces, hidden=True)[0])
        if left_aw:
            one = predict(network, left_aw, pieces, hidden=False)[1]
            binary.append(one)
            gold_aw += [row.conflict for row in left_aw]
        gold = np.array([row.root for row in seen])
        a, b = np.concatenate(shown), np.concatenate(hidden)
        print(f"fold {fold} ({time.time() - began:.0f} s) both: {figures(gold, a + b)}", flush=True)
        print(f"  shown {figures(gold, a)} hidden {figures(gold, b)}", flush=True)
    print("shown ", figures(gold, a))
    print("hidden", figures(gold, b))
    print("both  ", figures(gold, a + b))
    if binary:
        found = np.concatenate(binary).argmax(1)
        print(f"AW acc {np.mean(found == np.array(gold_aw)):.3f} macro {macro_f1(np.array(gold_aw), found):.3f}")
    if options.out:
        with options.out.open("w", encoding="utf-8") as stream:
            for row, one in zip(seen, (a + b), strict=True):
                stream.write(
                    json.dumps(
                        {
                            "sentence": row.pair.sentence,
                            "source": row.pair.source,
                            "target": row.pair.target,
                            "gold": ROOTS[row.root],
                            "found": ROOTS[int(one.argmax())],
                        }
                    )
                    + "\n"
                )


if __name__ == "__main__":
    main()
