"""Scores the events of bare held-out sentences, with pair weights that have not seen them."""

from __future__ import annotations

import csv
import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol, cast

from evaluation.relations import extract
from legation.reading.events.relation import RelationModel


class Scorer(Protocol):
    """What is used of the benchmark's `score.py`."""

    def extract(self, gold_rows: list[dict[str, str]], preds: list[dict[str, object]]) -> dict[str, object]:
        """Figures of the events found."""


def load_scorer(bench: Path) -> Scorer:
    """The benchmark's own scorer, which stands beside its data."""
    spec = importlib.util.spec_from_file_location("relations_score", bench / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{bench}: no score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return cast(Scorer, module)


def read_cells(path: Path) -> list[dict[str, str]]:
    """The rows of a benchmark file as they stand."""
    csv.field_size_limit(10**7)
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def end_to_end(
    cells: Sequence[dict[str, str]], model: RelationModel, weights: Mapping[str, float], scorer: Scorer
) -> str:
    """Precision, recall, F1 and found dyads by the head rule, over the sentences of `cells`."""
    rows = [{**row, "uid": str(at)} for at, row in enumerate(cells)]
    figures = scorer.extract(rows, list(extract(rows, model, weights)))
    head = cast(Mapping[str, float], figures["head"])
    names = ("precision", "recall", "f1", "dyad_recall", "root_given_dyad")
    return " ".join(f"{name} {head[name]:.3f}" for name in names) + f" of {figures['predicted_events']} events"
