"""Who acts where somebody speaks in the first or second person."""

from __future__ import annotations

import pytest

from legation.reading.article import read_article
from tests.reading.events.conftest import an_article

OPENING = "Q: Will you help Kenya this year, and what does it cost?\nDefence Minister of Norway Anna Holm: "


@pytest.mark.parametrize(
    ("answer", "label", "parties"),
    [
        pytest.param("We have sent medicine to Kenya for many years now.", "aid", {"NOR", "KEN"}, id="we gave"),
        pytest.param(
            "We will have an opportunity to meet with Foreign Minister Karl Berg of Mali soon.",
            "meeting",
            {"NOR", "karl-berg"},
            id="we meet",
        ),
        pytest.param("We are holding talks with Mali on the port.", "talks", {"NOR", "MLI"}, id="we hold talks"),
        pytest.param("You should urge Kenya to tell you what it paid.", "appeal", None, id="you may ask yourself"),
        pytest.param("Many states have urged Kenya to free the crew.", "appeal", None, id="others do"),
    ],
)
def test_we_are_the_speakers_state_and_you_are_not(answer, label, parties, tools):
    accounts = read_article(an_article(OPENING + answer), tools).accounts
    found = [one for one in accounts if one.label == label and "anna-holm" not in one.sources]
    said = [one for one in accounts if one.label == label and "anna-holm" in one.sources]
    assert not said
    assert parties is None or [{*one.sources, *one.targets} for one in found] == [parties]


def test_what_must_be_met_with_unity_is_no_meeting(tell):
    assert not [one for one in tell("The attack by Russia must be met with unity.") if one.label == "meeting"]


def test_a_visit_that_is_asked_about_in_passing_is_taken_for_granted(tell):
    accounts = tell("Do you have anything on the visit of Karl Berg to Kenya?")
    assert [one.status for one in accounts if one.label == "visit"] == ["actual"]
