"""Well-known holders are found by every name that the press has for them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from legation.lexicon.register import load_register

REGISTER = load_register()
with Path(__file__).with_name("press_names.csv").open(encoding="utf-8", newline="") as stream:
    ROWS = [(row["office"], row["names"].split("|")) for row in csv.DictReader(stream)]


@pytest.mark.parametrize(("office", "names"), ROWS, ids=lambda cell: cell if isinstance(cell, str) else cell[0])
def test_a_holder_is_found_by_every_name_of_the_press(office, names):
    holders = {holder.person.id for holder in REGISTER.tenures(office)}
    for name in names:
        assert {person.id for person in REGISTER.people_named(name)} & holders, name


def test_some_two_hundred_holders_are_asked_for():
    assert len(ROWS) >= 200
