"""The labelled sentences that the relation model learns from."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from evaluation.relations import SIDES, side_of
from legation.reading.events.pairs import Pair, read_marks
from legation.reading.events.relation import ROOTS

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Row:
    """A pair with its root (an index of ROOTS) and whether it is conflict (1) or cooperation (0); -1: not labelled.

    `group` names the document, where it is known: its rows never stand on both sides of a split.
    """

    pair: Pair
    root: int
    conflict: int
    origin: str
    group: str = ""


def read_plv(path: Path) -> list[Row]:
    """Rows of PLV: root given."""
    return [_row(cells["marked_sentence"], cells["gold_root"], path.stem) for cells in _cells(path, "\t")]


def read_aw(path: Path) -> list[Row]:
    """Rows of AW: only conflict or cooperation given."""
    return [
        Row(
            read_marks(cells["marked_sentence"]),
            UNKNOWN,
            int(cells["gold_binary"]),
            path.stem,
            f"{cells['dataset']}/{cells['doc_id']}",
        )
        for cells in _cells(path, "\t")
    ]


def read_own(path: Path) -> list[Row]:
    """Rows of `rows.csv`: root or side, sentence with its marks, reason where it is not obvious."""
    return [_row(cells["sentence"], cells["root"], path.stem) for cells in _cells(path, ",")]


def _row(marked: str, root: str, origin: str) -> Row:
    at = UNKNOWN if root in SIDES else ROOTS.index(root)
    return Row(read_marks(marked), at, side_of(root), origin)


def _cells(path: Path, delimiter: str) -> list[dict[str, str]]:
    csv.field_size_limit(10**7)
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))
