"""Chooses the threshold and calibrates confidence on articles that a model was not trained on.

usage: python -m training.attribution.calibrate SPLIT CACHE MODEL.npz OUT.json --fold 0 --folds 4
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from legation.reading.parse import load_parser
from legation.reading.statements.attributions import Attribution, find_attributions
from legation.reading.statements.model import load_attribution_model
from training.attribution.corpus import Gold, read_split

LOWEST = -3.0
STEPS = np.arange(-2.0, 1.01, 0.1)


def is_right(item: Attribution, gold: Sequence[Gold]) -> bool:
    """Whether a gold content shares at least half of all characters with the item's."""
    own = {at for start, end in item.content for at in range(start, end)}
    for other in gold:
        theirs = {at for start, end in other.content for at in range(start, end)}
        if 2 * len(own & theirs) >= len(own | theirs):
            return True
    return False


def rising(scores: np.ndarray, right: np.ndarray, least: int = 60) -> list[list[float]]:
    """Isotonic regression (pool adjacent violators) over the sorted scores, as a table of at least `least` a step."""
    order = np.argsort(scores)
    pools: list[list[float]] = []
    for score, hit in zip(scores[order], right[order], strict=True):
        pools.append([float(score), float(hit), 1.0])
        while len(pools) > 1 and (pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2] or pools[-2][2] < least):
            last = pools.pop()
            before = pools[-1]
            total = before[2] + last[2]
            before[0] = (before[0] * before[2] + last[0] * last[2]) / total
            before[1] += last[1]
            before[2] = total
    # Half a hit and half a miss are added to each step: no share is told as certain.
    return [[pool[0] for pool in pools], [(pool[1] + 0.5) / (pool[2] + 1) for pool in pools]]


def reliability(confidence: np.ndarray, right: np.ndarray) -> list[str]:
    """Lines of a table: of those told with this confidence, how many were right."""
    lines = ["confidence   n  told  right"]
    for low in np.arange(0.3, 1.0, 0.1):
        inside = (confidence >= low) & (confidence < low + 0.1)
        if inside.any():
            cells = (confidence[inside].mean(), right[inside].mean())
            lines.append(f"{low:.1f}-{low + 0.1:.1f} {inside.sum():6d} {cells[0]:.3f} {cells[1]:.3f}")
    return lines


def main() -> None:
    """Print the reliability of one half under the calibration of the other, and write the calibration of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fold", type=int, required=True)
    parser.add_argument("--folds", type=int, default=4)
    args = parser.parse_args()
    nlp = load_parser()
    raw = np.array([[-50.0, 50.0], [-50.0, 50.0]], dtype=np.float32)
    model = replace(load_attribution_model(args.model), threshold=LOWEST, calibration=raw)
    scores, right, total = [], [], 0
    for number, (_, _, doc, gold) in enumerate(read_split(args.split, nlp, args.cache)):
        if number % args.folds == args.fold:
            found = find_attributions(doc, model)
            scores += [item.confidence for item in found]
            right += [is_right(item, gold) for item in found]
            total += len(gold)
    score, hit = np.array(scores), np.array(right, dtype=float)
    f1 = [2 * hit[score >= step].sum() / ((score >= step).sum() + total) for step in STEPS]
    threshold = float(STEPS[int(np.argmax(f1))])
    half = np.arange(len(score)) % 2 == 0
    table = rising(score[half], hit[half])
    kept = ~half & (score >= threshold)
    print("\n".join(reliability(np.interp(score[kept], *table), hit[kept])))
    print(f"threshold {threshold:.1f}, F1 of contents {max(f1):.3f}")
    args.out.write_text(json.dumps({"threshold": threshold, "table": rising(score, hit)}))


if __name__ == "__main__":
    main()
