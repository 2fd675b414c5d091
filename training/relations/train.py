"""Trains the relation model and writes it into the package: `python -m training.relations.train --bench FOLDER`.

FOLDER holds PLV_train.tsv and AW_train.tsv; the rows of our own stand beside this file in `rows.csv`.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch

from legation.reading.wordpiece import WordPiece, read_vocabulary
from training.relations.data import read_aw, read_own, read_plv
from training.relations.export import export
from training.relations.learn import Settings, learn, predict

PACKAGE = Path(__file__).resolve().parents[2] / "legation" / "reading" / "models"


def main() -> None:
    """Train as many teachers as asked, let the last network learn from them too, and export it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--teachers", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--out", type=Path, default=PACKAGE / "relation.onnx")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    changes = {name: json.loads(value) for name, value in (part.split("=") for part in options.set)}
    pieces = WordPiece(read_vocabulary())
    rows = read_plv(options.bench / "PLV_train.tsv") + read_aw(options.bench / "AW_train.tsv")
    rows += read_own(Path(__file__).parent / "rows.csv")
    settings = Settings(**changes)
    began = time.time()
    lessons = []
    for seed in range(2, 2 + options.teachers):
        network = learn(rows, pieces, Settings(**{**changes, "seed": seed}))
        lessons.append(np.exp(predict(network, rows, pieces, hidden=False)[0]))
    teacher = np.mean(lessons, axis=0).astype(np.float32) if lessons else None
    network = learn(rows, pieces, settings, teacher)
    export(network, options.out)
    print(f"{len(rows)} rows, {time.time() - began:.0f} s, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
