"""Titles told in less usual ways, and who comes and goes."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.people.reader import Reader


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "A treaty about which presidents Anna Holm and Erik Lund agreed in June was signed.",
            {("anna-holm", "president", "holds"), ("erik-lund", "president", "holds")},
            id="title of several that reads like a verb",
        ),
        pytest.param(
            "The ambassador of Norway in Nairobi Anna Holm complained that visas were refused.",
            {("anna-holm", "ambassador in Nairobi", "holds")},
            id="whose envoy, and where",
        ),
        pytest.param(
            "Erik Lund, a former Conservative leader whom they had spied on, called the response weak.",
            {("erik-lund", "Conservative leader", "held")},
            id="leader of a party",
        ),
        pytest.param(
            "Norway's minister for cyber security, Anna Holm, said on Tuesday that hackers came.",
            {("anna-holm", "minister for cyber security", "holds")},
            id="portfolio in small letters",
        ),
        pytest.param(
            "Erik Lund, a spokesman for the foreign ministry, refused to answer.",
            {("erik-lund", "spokesman for the foreign ministry", "holds")},
            id="for a ministry",
        ),
        pytest.param(
            "Representative Erik Lund, the top Democrat on the House Fisheries Committee, said so.",
            {
                ("erik-lund", "Representative", "holds"),
                ("erik-lund", "top Democrat on the House Fisheries Committee", "holds"),
            },
            id="rank in a committee",
        ),
        pytest.param(
            "Erik Lund, whom Oslo has nominated as trade commissioner, said so.",
            {("erik-lund", "trade commissioner", "named")},
            id="whom somebody named",
        ),
        pytest.param(
            "Prime Minister Anna Holm spoke. Erik Lund is sworn in as prime minister once Holm steps down.",
            {
                ("anna-holm", "Prime Minister", "holds"),
                ("anna-holm", "Prime Minister", "vacates"),
                ("erik-lund", "prime minister", "named"),
            },
            id="steps down from the office told before",
        ),
    ],
)
def test_offices_told(reader: Reader, text: str, told: set[tuple[str, str, str]]) -> None:
    assert reader.read(text).offices() == told


def test_taking_office_dates_the_office_told_before(reader: Reader) -> None:
    (tenure,) = reader.read("Norwegian Prime Minister Anna Holm spoke. Holm took office in January.").tenures
    assert tenure.since is not None
    assert tenure.since.earliest == date(2022, 1, 1)
