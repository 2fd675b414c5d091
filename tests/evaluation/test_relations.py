"""The packaged relation model on sentences of our own that it has not learned from."""

from __future__ import annotations

import csv
import tomllib

import pytest

from evaluation.relations import SIDES, side_of
from legation.reading.events.pairs import read_marks
from legation.reading.events.relation import load_relation_model
from tests.conftest import ROOT

FLOORS = tomllib.loads((ROOT / "evaluation" / "floors.toml").read_text(encoding="utf-8"))["relations"]


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.fixture(scope="module")
def rows():
    return rows_of(ROOT / "evaluation" / "relations_questions.csv")


@pytest.fixture(scope="module")
def found(rows):
    return load_relation_model().relations([read_marks(row["sentence"]) for row in rows])


def test_no_question_was_learned_from(rows):
    learned = {row["sentence"] for row in rows_of(ROOT / "training" / "relations" / "rows.csv")}
    assert not learned & {row["sentence"] for row in rows}


def test_roots_are_told_as_well_as_ever(rows, found):
    right = [one.root == row["root"] for row, one in zip(rows, found, strict=True) if row["root"] not in SIDES]
    assert sum(right) / len(right) >= FLOORS["roots"]


def test_conflict_is_told_from_cooperation_as_well_as_ever(rows, found):
    right = [(one.conflict >= 0.5) == side_of(row["root"]) for row, one in zip(rows, found, strict=True)]
    assert sum(right) / len(right) >= FLOORS["sides"]
