"""Who asked for a meeting or call is read where the text says so, and only there."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.reading.events.askers import AskerRow

ROWS = [pytest.param(row, id=f"{row.word}, {row.pos}") for row in read_table("event_askers", AskerRow)]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_read_in_its_example(row, tell):
    assert [account.asked_by for account in tell(row.example) if account.asked_by] == ["NOR"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wang Yi spoke by telephone with Antony Blinken on the evening of June 14 at the request of the US side.",
            {"USA"},
            id="a side",
        ),
        pytest.param(
            "At the invitation of Foreign Minister Qin Gang, Antony Blinken visited Beijing on June 14.",
            {"qin-gang"},
            id="a person, before the visit",
        ),
        pytest.param(
            "Antony Blinken spoke by phone with Wang Yi on Wednesday. Washington had requested the call, "
            "officials said.",
            {"USA"},
            id="in a sentence of its own",
        ),
        pytest.param(
            "Antony Blinken met Wang Yi on Wednesday. Norway requested the extradition of two men.",
            set(),
            id="a request for something else",
        ),
        pytest.param(
            "Antony Blinken met Wang Yi in Beijing on Wednesday, and declined a request for comment.",
            set(),
            id="nobody is named",
        ),
    ],
)
def test_the_asker_belongs_to_what_was_asked_for(text, expected, tell):
    assert {account.asked_by for account in tell(text) if account.asked_by} == expected
