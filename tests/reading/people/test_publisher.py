"""Whose official somebody is who answers in a ministry's own transcript."""

from __future__ import annotations

from dataclasses import replace

import pytest

from legation.reading.article import read_article
from tests.reading.events.conftest import an_article

TALK = (
    "QUESTION: Will you help Kenya this year, and what does it cost?\n"
    "MS HOLM: We have sent medicine to Kenya for many years now.\n"
    "QUESTION: And who pays for it, if not Kenya?\n"
    "MS HOLM: The ministry pays for most of it, and others help."
)


@pytest.mark.parametrize(
    ("outlet", "country"),
    [
        pytest.param("U.S. Department of State", "USA", id="a ministry"),
        pytest.param("The Aldan Herald", None, id="a newspaper"),
    ],
)
def test_who_answers_for_a_ministry_is_of_its_state(outlet, country, tools):
    found = read_article(replace(an_article(TALK), outlet=outlet), tools)
    assert [one.country for one in found.entities if one.id == "holm"] == [country]
