"""Writes trained weights with vocabulary and calibration as the one file that Legation ships.

usage: python -m training.attribution.export ROWS.pkl VECTORS.npy OUT.npz WEIGHTS.pt ... [--calibration X.json]
"""

from __future__ import annotations

import argparse
import json
import pickle
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from legation.reading.statements.model import NETWORK_SYMBOLS, SCALE

LEAST_ROWS = 16
"""Smaller tables gain nothing from eight bits: the last layers and the transitions."""


def export(
    weights: Sequence[Path], rows: Path, vectors: Path, out: Path, threshold: float, calibration: list[list[float]]
) -> None:
    """Tables in eight bits, the rest in half precision. The word vectors are kept once for all."""
    data = pickle.loads(rows.read_bytes())
    static = np.load(vectors)
    arrays = small("vectors", static)
    networks = [with_shared(read_weights(path), static) for path in weights]
    # The transitions are averaged: labels are decoded once.
    for name in ("steps", "begin"):
        networks[0][name] = np.mean([network[name] for network in networks], axis=0)
    for number, network in enumerate(networks):
        for name, values in network.items():
            arrays |= small(f"{number}/{name}", values)
    strings = {name: data["strings"][name] for name in NETWORK_SYMBOLS}
    np.savez_compressed(
        out,
        **arrays,
        prior=data["prior"].astype(np.float16),
        strings=np.frombuffer(json.dumps(strings, ensure_ascii=False).encode("utf-8"), dtype=np.uint8),
        threshold=np.float32(threshold),
        calibration=np.array(calibration, dtype=np.float32),
    )


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """The weights as training wrote them."""
    return {name: values.float().numpy() for name, values in torch.load(path, weights_only=True).items()}


def with_shared(network: dict[str, np.ndarray], static: np.ndarray) -> dict[str, np.ndarray]:
    """The weights without the word vectors. Weight decay shrank those evenly: the layers that read them make up."""
    lemmas, width = network["symbols.lemma.weight"], static.shape[1]
    left = float((lemmas[:, :width] * static).sum() / (static**2).sum())
    out = {**network, "symbols.lemma.weight": lemmas[:, width:]}
    for name in ("token_in.weight", "head_in.weight"):
        # The lemma comes first of what these layers read.
        out[name] = np.hstack([network[name][:, :width] * left, network[name][:, width:]])
    return out


def small(name: str, values: np.ndarray) -> dict[str, np.ndarray]:
    """The array as it is kept: a table as whole numbers of -127 to 127 with one scale a row, others as halves."""
    if values.ndim < 2 or len(values) < LEAST_ROWS:
        return {name: values.astype(np.float16)}
    scale = (np.abs(values).max(1, keepdims=True) / 127).astype(np.float16).astype(np.float32)
    scale[scale == 0] = 1
    whole = np.clip(np.rint(values / scale), -127, 127).astype(np.int8)
    return {name: whole, name + SCALE: scale.astype(np.float16)}


def main() -> None:
    """Export one or more networks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("--calibration", type=Path, help="JSON by training.attribution.calibrate")
    args = parser.parse_args()
    told = {"threshold": 0.0, "table": [[-8.0, 8.0], [0.02, 0.98]]}
    if args.calibration:
        told = json.loads(args.calibration.read_text())
    export(args.weights, args.rows, args.vectors, args.out, told["threshold"], told["table"])


if __name__ == "__main__":
    main()
