"""Subjects with long titles: the person named acts, not the office."""

from __future__ import annotations

import pytest

from legation.reading.article import read_article
from tests.reading.events.conftest import an_article


@pytest.mark.parametrize(
    ("text", "travellers"),
    [
        pytest.param(
            "Special Envoy for the Horn of Africa Peter Lund will travel to Kenya on Friday.",
            {"peter-lund"},
            id="title before",
        ),
        pytest.param(
            "Under Secretary of State Anna Holm will also travel to Kenya.", {"anna-holm"}, id="under secretary"
        ),
        pytest.param(
            "At the invitation of Foreign Minister Karl Berg of Norway, Anna Holm, Deputy Prime Minister and Minister "
            "of Trade of the State of Qatar, will pay a visit to Kenya.",
            {"anna-holm"},
            id="office after the name",
        ),
        pytest.param("The spokesman for Karl Berg will travel to Kenya.", set(), id="somebody of his"),
        pytest.param(
            "President Peter Lund and Minister of Trade Karl Berg will travel to Kenya.",
            {"peter-lund", "karl-berg"},
            id="two travellers",
        ),
    ],
)
def test_the_person_behind_a_title_travels(text, travellers, tools):
    visits = [one for one in read_article(an_article(text), tools).accounts if one.label == "visit"]
    assert [set(one.sources) for one in visits] == [travellers]


def test_who_travels_on_a_day_to_meet_somebody_meets_them(tools):
    text = "Anna Holm travelled to Nairobi, Kenya, May 19-20 to meet with Karl Berg."
    accounts = read_article(an_article(text), tools).accounts
    assert [set(one.sources) for one in accounts if one.label == "meeting"] == [{"anna-holm", "karl-berg"}]
