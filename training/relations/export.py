"""Writes a trained network as an int8 ONNX file."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.relations.network import RelationNetwork


class _Reading(torch.nn.Module):
    """The network with all that it reads as output."""

    def __init__(self, network: RelationNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        return self.network.read(ids, mask)


def export(network: RelationNetwork, path: Path) -> None:
    """The network's weights as int8, a scale a column; ids and mask of any batch and length go in."""
    network.eval()
    ids = torch.randint(5, 1000, (2, 16))
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            _Reading(network),
            (ids, torch.ones_like(ids)),
            str(full),
            input_names=["ids", "mask"],
            output_names=["root", "conflict", "mean"],
            dynamic_axes={"ids": {0: "rows", 1: "pieces"}, "mask": {0: "rows", 1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(full), str(path), weight_type=QuantType.QInt8, per_channel=True)
