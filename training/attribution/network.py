"""The tagger in torch; `legation.reading.statements.network` computes the same with numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from legation.reading.statements.pairs import BUCKETS
from legation.reading.statements.tokens import FLAGS

WIDTHS = {"lemma": 88, "tag": 12, "dep": 12, "shape": 8, "suffix": 12, "ent": 6, "pos": 6}
LABEL_COUNT = 6
GAP = 4
IMPOSSIBLE = [(0, 2), (0, 4), (1, 4), (2, 4), (3, 2), (4, 2), (5, 2), (5, 4)]
OFFSETS = dict(zip(BUCKETS, torch.tensor([0, *BUCKETS.values()]).cumsum(0).tolist(), strict=False))


class Conv(nn.Module):
    """A residual convolution over rows in reading order, as one product."""

    def __init__(self, size: int, width: int, dilation: int = 1) -> None:
        super().__init__()
        self.linear = nn.Linear(size * width, size)
        self.norm = nn.LayerNorm(size)
        self.shifts = [dilation * (i - width // 2) for i in range(width)]

    def forward(self, x: Tensor) -> Tensor:
        reach = max(self.shifts)
        padded = functional.pad(x, (0, 0, reach, reach))
        wide = torch.cat([padded[reach + s : reach + s + len(x)] for s in self.shifts], -1)
        return self.norm(x + functional.relu(self.linear(wide)))


class Tagger(nn.Module):
    """First every token's chance to head a cue, then for each cue the labels of the tokens around it."""

    def __init__(self, sizes: dict[str, int], hidden: int = 128, pair: int = 80, drop: float = 0.25) -> None:
        super().__init__()
        self.symbols = nn.ModuleDict({k: nn.Embedding(sizes[k] + 1, w) for k, w in WIDTHS.items()})
        total = sum(WIDTHS.values())
        self.static = 0
        self.deps = sizes["dep"] + 1
        self.token_in = nn.Linear(total + 96 + FLAGS + self.deps, hidden)
        self.head_in = nn.Linear(total + 96, hidden)
        self.norm = nn.LayerNorm(hidden)
        self.encoder = nn.ModuleList([Conv(hidden, 3, d) for d in (1, 2, 4)])
        self.is_cue = nn.Linear(hidden, 1)
        self.pair_symbols = nn.Embedding(sum(BUCKETS.values()), pair)
        nn.init.normal_(self.pair_symbols.weight, std=0.3)
        # token, gate of the token; cue, gate of the cue.
        self.of_token = nn.Linear(hidden, 2 * pair)
        self.of_cue = nn.Linear(hidden, 2 * pair)
        self.pair_norm = nn.LayerNorm(pair)
        self.tagging = nn.ModuleList([Conv(pair, 5, 1), Conv(pair, 5, 2)])
        self.label = nn.Linear(pair, LABEL_COUNT)
        self.steps = nn.Parameter(torch.zeros(LABEL_COUNT, LABEL_COUNT))
        self.begin = nn.Parameter(torch.zeros(LABEL_COUNT))
        self.pool = nn.Linear(pair, 48)
        self.verdict = nn.Sequential(nn.Linear(48 + hidden + 1, 48), nn.ReLU(), nn.Linear(48, 1))
        self.drop = nn.Dropout(drop)

    def fill(self, vectors: Tensor) -> None:
        """The first columns of the lemma table are static vectors that training leaves as they are."""
        table = self.symbols["lemma"].weight
        self.static = vectors.shape[1]
        with torch.no_grad():
            table[:, self.static :] *= 0.5
            table[:, : self.static] = vectors
        table.register_hook(
            lambda grad: torch.cat([torch.zeros_like(grad[:, : self.static]), grad[:, self.static :]], 1)
        )

    def encode(self, numbers: dict[str, Tensor], head: Tensor, flags: Tensor, tensor: Tensor) -> Tensor:
        symbols = {k: self.symbols[k](numbers[k]) for k in WIDTHS}
        if self.training:
            # Now and then a word is only its static vector, now and then nothing.
            lot = torch.rand(len(head), 1)
            own = torch.arange(WIDTHS["lemma"]) >= self.static
            symbols["lemma"] = symbols["lemma"].masked_fill((lot < 0.15) & own, 0).masked_fill(lot < 0.03, 0)
        rows = self.drop(torch.cat([*symbols.values(), tensor], -1))
        cells = head * self.deps + numbers["dep"]
        inner = head != torch.arange(len(head))
        children = torch.bincount(cells[inner], minlength=len(head) * self.deps).clamp(max=2).view(len(head), -1)
        x = self.token_in(torch.cat([rows, flags, children.float()], -1)) + self.head_in(rows)[head]
        x = self.drop(self.norm(functional.relu(x)))
        for layer in self.encoder:
            x = layer(x)
        return self.drop(x)

    def look(self, x: Tensor, token: Tensor, own: Tensor, cue: Tensor, features: Tensor) -> Tensor:
        """One row for each pair; `features` are rows of the shared table, `own` numbers each pair's cue."""
        token_part, cue_part = self.of_token(x), self.of_cue(x[cue])
        here, gate = token_part[token].chunk(2, -1)
        there, other_gate = cue_part[own].chunk(2, -1)
        p = functional.embedding_bag(features, self.pair_symbols.weight, mode="sum") + here + there + gate * other_gate
        return self.drop(self.pair_norm(functional.relu(p)))

    def tag(self, p: Tensor, row: Tensor, size: int) -> Tensor:
        """Rows with GAP zero rows between windows."""
        rows = torch.zeros(size, p.shape[1], dtype=p.dtype).index_copy(0, row, p)
        filled = torch.zeros(size, 1, dtype=p.dtype).index_fill(0, row, 1)
        for layer in self.tagging:
            rows = layer(rows) * filled
        return rows[row]

    def judge(self, p: Tensor, own: Tensor, x_cue: Tensor, cue_logit: Tensor) -> Tensor:
        pooled = functional.relu(self.pool(p))
        most = torch.zeros(len(x_cue), pooled.shape[1], dtype=pooled.dtype)
        most = most.scatter_reduce(0, own.unsqueeze(1).expand_as(pooled), pooled, "amax", include_self=True)
        return self.verdict(torch.cat([most, x_cue, cue_logit.unsqueeze(-1)], -1)).squeeze(-1)

    def transitions(self) -> Tensor:
        blocked = torch.zeros(LABEL_COUNT, LABEL_COUNT)
        for a, b in IMPOSSIBLE:
            blocked[a, b] = -1e4
        return self.steps + blocked


def path_loss(emissions: Tensor, labels: Tensor, mask: Tensor, steps: Tensor, begin: Tensor) -> Tensor:
    """Summed negative log likelihood of the label sequences (linear-chain CRF), forward sums scaled at each place."""
    length = emissions.shape[1]
    own = emissions.gather(-1, labels.unsqueeze(-1)).squeeze(-1) * mask
    moves = steps[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]
    gold = own.sum() + moves.sum() + begin[labels[:, 0]].sum()
    top = emissions.amax(-1, keepdim=True)
    weights = (emissions - top).exp()
    through = steps.exp()
    alpha = begin.exp() * weights[:, 0]
    sums = []
    for place in range(length):
        if place:
            alpha = (alpha @ through) * weights[:, place]
        norm = alpha.sum(1, keepdim=True)
        alpha = alpha / norm
        sums.append(norm)
    logs = (torch.cat(sums, 1).log() + top.squeeze(-1)) * mask
    return logs.sum() - gold
