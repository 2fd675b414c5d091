"""A statement that several outlets carry is one, with the earliest and the fullest marked; others stay apart."""

from __future__ import annotations

import pytest

import legation
from tests.test_cases_across_articles import build, dispatch

WHOLE = dispatch(
    "Meridian Wire",
    "May 3, 2023",
    "Wang warns of decoupling",
    "BEIJING - “Building walls and cutting supply chains will hurt farmers and workers in both countries, and the "
    "bill will come home sooner than anybody thinks,” Wang Yi said on May 3, 2023.",
)
TELLINGS = {
    "the same quotation": dispatch(
        "The Harbour Dispatch",
        "May 4, 2023",
        "Wang on supply chains",
        "BEIJING - Wang Yi told reporters on May 3, 2023: “Building walls and cutting supply chains will hurt farmers "
        "and workers in both countries, and the bill will come home sooner than anybody thinks.”",
    ),
    "shortened": dispatch(
        "The Lakeshore Tribune",
        "May 4, 2023",
        "Supply chains",
        "BEIJING - “Building walls and cutting supply chains will hurt farmers and workers,” Wang Yi said on May 3, "
        "2023.",
    ),
    "reported in indirect speech": dispatch(
        "Northern Gazette",
        "May 4, 2023",
        "Wang on walls",
        "BEIJING - Wang Yi said on May 3, 2023, that building walls and cutting supply chains would hurt the farmers "
        "and workers of both countries and that the bill would come home soon.",
    ),
    "translated back": dispatch(
        "Eastern Morning Record",
        "May 4, 2023",
        "Wang Yi on chains of supply",
        "BEIJING - “To build walls and cut the chains of supply harms the farmers and the workers of both countries, "
        "and the bill will come home earlier than people think,” Wang Yi said on May 3, 2023.",
    ),
}
OTHERS = {
    "another point of the same day": (
        "BEIJING - “The farmers of both countries want to trade and the workers want to build,” Wang Yi said on "
        "May 3, 2023."
    ),
    "the same words a month before": (
        "BEIJING - “Building walls and cutting supply chains will hurt farmers and workers in both countries,” Wang "
        "Yi said on April 2, 2023."
    ),
}


def repeated(folder, other: str):
    build(folder, {"whole.txt": WHOLE, "other.txt": other})
    with legation.open(folder / "record.db") as record:
        return record.repeated()


@pytest.mark.parametrize("other", TELLINGS.values(), ids=TELLINGS)
def test_one_statement_told_twice_has_its_earliest_and_fullest_marked(other, tmp_path):
    (row,) = repeated(tmp_path, other)
    assert row["outlets"][0] in ("Meridian Wire", "whole.txt")
    assert "and the bill will come home" in row["words"]
    assert len(row["outlets"]) == row["tellings"] == 2


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_what_was_said_otherwise_or_at_another_time_is_another_statement(text, tmp_path):
    day = "April 3, 2023" if "April" in text else "May 4, 2023"
    assert repeated(tmp_path, dispatch("The Harbour Dispatch", day, "Wang speaks", text)) == []
