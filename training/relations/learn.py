"""One training run: rows in, trained network out."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from legation.reading.events.pairs import encode
from legation.reading.wordpiece import WordPiece
from training.relations.data import UNKNOWN, Row
from training.relations.network import RelationNetwork


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may vary."""

    epochs: int = 4
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 1e-3
    layer_decay: float = 0.9
    smoothing: float = 0.1
    hidden_share: float = 0.5
    """How often a row is shown with its actors hidden."""
    conflict_weight: float = 0.5
    own_weight: float = 1.0
    dropout: float = 0.1
    """Before the two heads; none inside the encoder, where it costs half of a step and wins nothing."""
    seed: int = 1
    half: bool = True
    """Whether to compute in bfloat16."""


def batch_of(encoded: Sequence[list[int]]) -> tuple[Tensor, Tensor]:
    """Padded ids and their mask."""
    longest = max(len(ids) for ids in encoded)
    ids = torch.zeros(len(encoded), longest, dtype=torch.long)
    for at, row in enumerate(encoded):
        ids[at, : len(row)] = torch.tensor(row)
    return ids, (ids != 0).long()


def _groups(network: RelationNetwork, settings: Settings) -> list[dict[str, object]]:
    """Parameters with their rates: lower layers learn more slowly."""
    layers = len(network.encoder.encoder.layer)
    groups: list[dict[str, object]] = [
        {"params": [*network.root.parameters(), *network.conflict.parameters()], "lr": settings.head_rate}
    ]
    for depth, layer in enumerate(network.encoder.encoder.layer):
        groups.append(
            {"params": list(layer.parameters()), "lr": settings.rate * settings.layer_decay ** (layers - 1 - depth)}
        )
    groups.append(
        {"params": list(network.encoder.embeddings.parameters()), "lr": settings.rate * settings.layer_decay**layers}
    )
    return groups


def _batches(lengths: Sequence[int], size: int, chance: random.Random) -> list[list[int]]:
    """Shuffled batches of rows of like length."""
    order = sorted(range(len(lengths)), key=lambda at: lengths[at] + chance.uniform(-6, 6))
    batches = [order[at : at + size] for at in range(0, len(order), size)]
    chance.shuffle(batches)
    return batches


def learn(
    rows: Sequence[Row],
    pieces: WordPiece,
    settings: Settings,
    start: RelationNetwork | None = None,
) -> RelationNetwork:
    """A network trained on `rows`. `start`: a trained network to go on with, changed in place."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)
    network = start or RelationNetwork(dict(pieces.vocabulary), settings.dropout)
    shown = [encode(row.pair, pieces) for row in rows]
    masked = [encode(row.pair, pieces, hidden=True) for row in rows]
    roots = torch.tensor([row.root for row in rows])
    conflicts = torch.tensor([row.conflict for row in rows])
    optimizer = torch.optim.AdamW(_groups(network, settings), weight_decay=0.01, fused=True)
    steps = settings.epochs * -(-len(rows) // settings.batch)
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, max(0.0, (steps - step) / max(1, steps - warm)))
    )
    network.train()
    for _ in range(settings.epochs):
        view = [masked[at] if chance.random() < settings.hidden_share else shown[at] for at in range(len(rows))]
        for chosen in _batches([len(ids) for ids in view], settings.batch, chance):
            ids, mask = batch_of([view[at] for at in chosen])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=settings.half):
                root, conflict = network(ids, mask)
            index = torch.tensor(chosen)
            weight = torch.tensor([settings.own_weight if rows[at].origin == "rows" else 1.0 for at in chosen])
            loss = _loss(root.float(), conflict.float(), roots[index], conflicts[index], weight, settings)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    network.eval()
    return network


def _loss(
    root: Tensor, conflict: Tensor, roots: Tensor, conflicts: Tensor, weight: Tensor, settings: Settings
) -> Tensor:
    known = roots != UNKNOWN
    # Rows that have only this label count more for it: they come from other annotators and other news.
    share = torch.where(known, settings.conflict_weight, 1.0)
    each = functional.cross_entropy(conflict, conflicts, label_smoothing=settings.smoothing / 2, reduction="none")
    loss = (each * share).mean()
    if bool(known.any()):
        each = functional.cross_entropy(root[known], roots[known], label_smoothing=settings.smoothing, reduction="none")
        loss = loss + (each * weight[known]).sum() / len(roots)
    return loss


@torch.no_grad()
def predict(
    network: RelationNetwork, rows: Sequence[Row], pieces: WordPiece, hidden: bool
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Root and conflict log-probabilities of every row, with the actors shown or hidden."""
    encoded = [encode(row.pair, pieces, hidden=hidden) for row in rows]
    order = sorted(range(len(rows)), key=lambda at: len(encoded[at]))
    roots = np.zeros((len(rows), 15), dtype=np.float32)
    conflicts = np.zeros((len(rows), 2), dtype=np.float32)
    for at in range(0, len(order), 64):
        chosen = order[at : at + 64]
        ids, mask = batch_of([encoded[index] for index in chosen])
        root, conflict = network(ids, mask)
        roots[chosen] = functional.log_softmax(root, dim=1).numpy()
        conflicts[chosen] = functional.log_softmax(conflict, dim=1).numpy()
    return roots, conflicts
