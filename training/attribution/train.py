"""Trains the tagger on prepared rows and writes its weights."""

from __future__ import annotations

import argparse
import math
import pickle
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from legation.reading.statements.pairs import BUCKETS
from training.attribution.network import GAP, OFFSETS, WIDTHS, Tagger, path_loss

DOCS_A_STEP = 4


def batch_of(rows: list[dict[str, Any]], negatives: float, rng: random.Random) -> dict[str, Any]:
    """Several articles one after the other; windows of gold cues and of a share of the other candidates."""
    offset = 0
    numbers: dict[str, list[np.ndarray]] = {}
    head, flags, tensor, gold_token = [], [], [], []
    windows = []
    for row in rows:
        for name, values in row["numbers"].items():
            if name in WIDTHS:
                numbers.setdefault(name, []).append(values)
        head.append(row["head"] + offset)
        flags.append(row["flags"])
        tensor.append(row["tensor"])
        is_cue = np.zeros(len(row["head"]), dtype=np.float32)
        is_cue[row["heads"]] = 1
        gold_token.append(is_cue)
        for i, cue in enumerate(row["cues"]):
            if row["gold"][i] or rng.random() < negatives:
                windows.append((int(row["first"][i + 1] - row["first"][i]), row, i, int(cue) + offset, offset))
        offset += len(row["head"])
    windows.sort(key=lambda window: window[0])
    sizes = np.array([w[0] for w in windows])
    shift = np.repeat([w[4] for w in windows], sizes)
    parts = [(w[1], slice(w[1]["first"][w[2]], w[1]["first"][w[2] + 1])) for w in windows]
    own = np.repeat(np.arange(len(windows)), sizes)
    return {
        "numbers": {k: torch.from_numpy(np.concatenate(v).astype(np.int64)) for k, v in numbers.items()},
        "head": torch.from_numpy(np.concatenate(head).astype(np.int64)),
        "flags": torch.from_numpy(np.concatenate(flags).astype(np.float32)),
        "tensor": torch.from_numpy(np.concatenate(tensor).astype(np.float32)),
        "is_cue": torch.from_numpy(np.concatenate(gold_token)),
        "token": torch.from_numpy(np.concatenate([r["token"][p] for r, p in parts]).astype(np.int64) + shift),
        "own": torch.from_numpy(own),
        "row": torch.from_numpy(np.arange(len(own)) + GAP * own),
        "labels": torch.from_numpy(np.concatenate([r["labels"][p] for r, p in parts]).astype(np.int64)),
        "features": torch.from_numpy(np.concatenate([r["features"][p] for r, p in parts]).astype(np.int64)),
        "sizes": sizes,
        "cue": torch.tensor([w[3] for w in windows]),
        "gold": torch.tensor([float(w[1]["gold"][w[2]]) for w in windows]),
    }  # fmt: skip


def loss_of(model: Tagger, batch: dict[str, Any]) -> tuple[torch.Tensor, list[float]]:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        x = model.encode(batch["numbers"], batch["head"], batch["flags"], batch["tensor"])
        logit = model.is_cue(x).squeeze(-1).float()
        p = model.look(x, batch["token"], batch["own"], batch["cue"], batch["features"]).float()
        p = model.tag(p, batch["row"], len(batch["row"]) + GAP * len(batch["sizes"]))
        said = model.judge(p.float(), batch["own"], x[batch["cue"]].float(), logit[batch["cue"]]).float()
        scores = model.label(p).float()
    gold_count = batch["is_cue"].sum().clamp(min=1)
    cue_loss = functional.binary_cross_entropy_with_logits(logit, batch["is_cue"], reduction="sum") / gold_count
    verdict_loss = functional.binary_cross_entropy_with_logits(said, batch["gold"], reduction="sum") / gold_count
    tag_loss = torch.zeros(())
    first = np.concatenate([[0], np.cumsum(batch["sizes"])])
    wanted = np.flatnonzero(batch["gold"].numpy() > 0)
    for group in np.array_split(wanted, 3):
        if not len(group):
            continue
        length = int(batch["sizes"][group].max())
        place = np.minimum(first[group][:, None] + np.arange(length), len(scores) - 1)
        mask = torch.from_numpy(np.arange(length) < batch["sizes"][group][:, None])
        at = torch.from_numpy(place)
        labels = batch["labels"][at].masked_fill(~mask, 0)
        tag_loss = tag_loss + path_loss(scores[at], labels, mask, model.transitions(), model.begin)
    tag_loss = tag_loss / gold_count
    total = cue_loss + 0.4 * tag_loss + verdict_loss
    return total, [cue_loss.item(), tag_loss.item(), verdict_loss.item()]


def train(
    rows: list[dict[str, Any]],
    sizes: dict[str, int],
    epochs: int,
    seed: int,
    out: Path,
    vectors: torch.Tensor,
    negatives: float,
    start: Path | None = None,
    rate: float = 3e-3,
) -> Tagger:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model = Tagger(sizes)
    model.fill(vectors)
    if start is not None:
        model.load_state_dict(torch.load(start, weights_only=True))
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.997))
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    steps = epochs * math.ceil(len(rows) / DOCS_A_STEP)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, max_lr=rate, total_steps=steps, pct_start=0.1)
    began = time.time()
    for epoch in range(epochs):
        model.train()
        order = rows[:]
        rng.shuffle(order)
        parts = np.zeros(3)
        for at in range(0, len(order), DOCS_A_STEP):
            loss, shown = loss_of(model, batch_of(order[at : at + DOCS_A_STEP], negatives, rng))
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            mean.update_parameters(model)
            parts += shown
        print(epoch, np.round(parts * DOCS_A_STEP / len(order), 3).tolist(), round(time.time() - began), flush=True)
        torch.save(mean.module.state_dict(), out)
    return model


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=Path)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--negatives", type=float, default=0.7)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--leave-out", type=int, default=-1, help="the fold that is not trained on")
    parser.add_argument("--start", type=Path, help="weights to go on from, with a schedule of their own")
    parser.add_argument("--rate", type=float, default=3e-3, help="the highest learning rate of the schedule")
    parser.add_argument("--threads", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    data = pickle.loads(args.rows.read_bytes())
    for row in data["rows"]:
        row["features"] = np.stack([row["features"][k].astype(np.int32) + OFFSETS[k] for k in BUCKETS], 1)
    rows = [row for i, row in enumerate(data["rows"]) if i % args.folds != args.leave_out]
    sizes = {name: len(values) for name, values in data["vocabulary"].items()}
    vectors = torch.from_numpy(np.load(args.vectors))
    train(rows, sizes, args.epochs, args.seed, args.out, vectors, args.negatives, args.start, args.rate)


if __name__ == "__main__":
    main()
