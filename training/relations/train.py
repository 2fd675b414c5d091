"""Trains the relation model and writes it into the package: `python -m training.relations.train --bench FOLDER`.

FOLDER holds PLV_train.tsv and AW_train.tsv; the rows of our own stand beside this file.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import torch

from legation.reading.wordpiece import WordPiece, read_vocabulary
from training.relations.export import export
from training.relations.recipe import Recipe, read_rows, train_network

PACKAGE = Path(__file__).resolve().parents[2] / "legation" / "reading" / "models"


def main() -> None:
    """Train on all rows and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PACKAGE / "relation.onnx")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    began = time.time()
    rows = read_rows(options.bench)
    network = train_network(rows, WordPiece(read_vocabulary()), Recipe())
    export(network, options.out)
    count = len(rows.plv) + len(rows.aw) + len(rows.own) + len(rows.contrasts)
    print(f"{count} rows, {time.time() - began:.0f} s, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
