"""Writes trained weights with vocabulary and calibration as the one file that Legation ships.

usage: python -m training.attribution.export ROWS.pkl VECTORS.npy OUT.npz WEIGHTS.pt [WEIGHTS.pt ...] [--calibration X.json]
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from legation.reading.statements.model import NETWORK_SYMBOLS


def export(
    weights: Sequence[Path], rows: Path, vectors: Path, out: Path, threshold: float, calibration: list[list[float]]
) -> None:
    """Half precision: the loss is far below what training noise is. The word vectors are kept once for all."""
    data = pickle.loads(rows.read_bytes())
    static = np.load(vectors).astype(np.float16)
    arrays: dict[str, np.ndarray] = {"vectors": static}
    for number, path in enumerate(weights):
        for name, values in torch.load(path, weights_only=True).items():
            kept = values.to(torch.float16).numpy()
            arrays[f"{number}/{name}"] = kept[:, static.shape[1] :] if name == "symbols.lemma.weight" else kept
    # The transitions are averaged: labels are decoded once.
    for name in ("steps", "begin"):
        arrays[f"0/{name}"] = np.mean([arrays[f"{n}/{name}"] for n in range(len(weights))], axis=0, dtype=np.float32)
    strings = {name: data["strings"][name] for name in NETWORK_SYMBOLS}
    np.savez_compressed(
        out,
        **arrays,
        prior=data["prior"].astype(np.float16),
        strings=np.frombuffer(json.dumps(strings, ensure_ascii=False).encode("utf-8"), dtype=np.uint8),
        threshold=np.float32(threshold),
        calibration=np.array(calibration, dtype=np.float32),
    )


def main() -> None:
    """Export one or more networks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--calibration", type=Path, help="JSON with threshold and table, by training.attribution.calibrate")
    args = parser.parse_args()
    told = {"threshold": 0.0, "table": [[-8.0, 8.0], [0.02, 0.98]]}
    if args.calibration:
        told = json.loads(args.calibration.read_text())
    export(args.weights, args.rows, args.vectors, args.out, told["threshold"], told["table"])


if __name__ == "__main__":
    main()
