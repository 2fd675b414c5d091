"""Writes trained weights with vocabulary and calibration as the one file that Legation ships."""

from __future__ import annotations

import argparse
import json
import pickle
from pathlib import Path

import numpy as np
import torch

from legation.reading.statements.model import NETWORK_SYMBOLS


def export(weights: Path, rows: Path, out: Path, threshold: float, calibration: list[list[float]]) -> None:
    """Half precision: the loss is far below what training noise is."""
    data = pickle.loads(rows.read_bytes())
    state = torch.load(weights, weights_only=True)
    arrays = {name: values.to(torch.float16).numpy() for name, values in state.items()}
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
    parser = argparse.ArgumentParser()
    parser.add_argument("weights", type=Path)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument(
        "--calibration", type=Path, help="JSON with threshold and table, by training.attribution.calibrate"
    )
    args = parser.parse_args()
    told = (
        json.loads(args.calibration.read_text())
        if args.calibration
        else {"threshold": 0.0, "table": [[-8, 8], [0.02, 0.98]]}
    )
    export(args.weights, args.rows, args.out, told["threshold"], told["table"])


if __name__ == "__main__":
    main()
