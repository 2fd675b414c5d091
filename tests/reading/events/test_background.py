"""What is told as background: long ago, anniversaries, comparisons."""

from __future__ import annotations

from datetime import date

import pytest

from legation.lexicon.table import read_table
from legation.reading.events.background import PhraseRow
from tests.reading.events.test_accounts import the

PHRASES = [pytest.param(row, id=row.phrase) for row in read_table("background_phrases", PhraseRow)]


@pytest.mark.parametrize("row", PHRASES)
def test_a_phrase_of_long_ago_makes_background_in_its_example(row, tell):
    accounts = tell(row.example)
    assert accounts
    assert all(account.historical for account in accounts)


@pytest.mark.parametrize(
    ("text", "label", "historical"),
    [
        pytest.param(
            "Ten years after Iraq invaded Kuwait, the two neighbours still argued.",
            "invasion",
            True,
            id="ten years after",
        ),
        pytest.param("Two days after Iraq invaded Kuwait, Iran sent aid to Syria.", "invasion", False, id="days after"),
        pytest.param("Chile marked 50 years since it severed ties with Cuba.", "cut-ties", True, id="years since"),
        pytest.param(
            "On the first anniversary of the war, Congo asked Uganda to withdraw its troops.",
            "appeal",
            False,
            id="done on an anniversary",
        ),
        pytest.param(
            "Unlike in 2017, when Chad cut ties with Qatar, Kenya has recalled its envoy from Doha.",
            "cut-ties",
            True,
            id="the year compared with",
        ),
        pytest.param(
            "Unlike in 2017, Kenya has recalled its envoy from Chad.", "recall", False, id="compared with another year"
        ),
        pytest.param(
            "During the Cold War, Albania broke off relations with Russia.",
            "cut-ties",
            True,
            id="an age before a comma",
        ),
        pytest.param("Kenya expelled two Chadian diplomats in the 1990s.", "expulsion", True, id="a decade"),
        pytest.param(
            "The visit by Anna Holm to Kenya on Monday was the first in eleven years.",
            "visit",
            False,
            id="first in years",
        ),
        pytest.param(
            "Anna Holm arrived in Kenya on Monday for the first visit by a French leader since 1998.",
            "visit",
            False,
            id="first since",
        ),
    ],
)
def test_only_what_is_old_is_background(text, label, historical, tell):
    assert the(label, tell(text)).historical == historical


def test_a_cleft_gives_its_date(tell):
    found = the("expulsion", tell("It was in May 2011 that Kenya expelled two French diplomats.")).date
    assert (found.earliest, found.latest) == (date(2011, 5, 1), date(2011, 5, 31))
