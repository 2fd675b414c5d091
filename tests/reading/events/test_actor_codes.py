"""Each actor of an account has the country and sector that the words around it tell."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.reading.article import read_article
from legation.reading.events.actor_codes import InternationalRow
from legation.reading.events.sectors import SectorRow, sector_of_words
from tests.reading.events.conftest import an_article

WORDS = [pytest.param(row, id=row.word) for row in read_table("sector_words", SectorRow)]
BODIES = [pytest.param(row, id=row.body) for row in read_table("international_codes", InternationalRow)]


@pytest.fixture(scope="session")
def codes(tools):
    """Text to the codes of all actors of its accounts, by entity."""

    def read(text: str) -> dict[str, str]:
        found = read_article(an_article(text), tools)
        return {one.entity: one.code for account in found.accounts for one in account.actor_codes}

    return read


@pytest.mark.parametrize("row", WORDS)
def test_a_word_tells_its_sector_in_its_example(row, codes):
    assert f"NOR{row.sector}" in codes(row.example).values()


@pytest.mark.parametrize("row", BODIES)
def test_a_body_of_the_united_nations_or_the_union_has_its_code(row, codes):
    assert codes(row.example)[row.body].startswith(row.code)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A Norwegian court sentenced Anna Holm, a Ghanaian scientist, to three years in prison on Monday.",
            {"NOR": "NORJUD", "anna-holm": "GHAEDU"},
            id="the state behind a court, and what the name's apposition tells",
        ),
        pytest.param(
            "Norway's envoy Hu Gang accused Ghana of theft on Monday.",
            {"hu-gang": "NORGOV", "GHA": "GHA"},
            id="a name that is a word for others",
        ),
        pytest.param(
            "A court in Oslo sentenced two Ghanaian students to prison.",
            {"NOR": "NORJUD", "GHA": "GHAEDU"},
            id="a court told by its town",
        ),
        pytest.param(
            "The US State Department condemned the Chinese military for the drills.",
            {"USA/state-department": "USAGOV", "CHN": "CHNMIL"},
            id="a department, an army",
        ),
        pytest.param(
            "Norwegian army officials accused Ghana of theft.",
            {"NOR": "NORMIL", "GHA": "GHA"},
            id="the narrower word counts; a bare state has no sector",
        ),
        pytest.param(
            "Beijing criticised the European Commission on Tuesday.",
            {"CHN": "CHNGOV", "EC": "EUR"},
            id="a capital stands for the government",
        ),
        pytest.param(
            "Xi Jinping met Jens Stoltenberg in Beijing on Monday.",
            {"xi-jinping": "CHNGOV", "jens-stoltenberg": "IGO"},
            id="people act for the state or body whose office they hold",
        ),
        pytest.param(
            "Former Norwegian prime minister Anna Holm visited China on Tuesday.",
            {"anna-holm": "NORELI", "CHN": "CHN"},
            id="out of office",
        ),
        pytest.param(
            "The International Court of Justice condemned Mali.",
            {"ICJ": "UNOJUD", "MLI": "MLI"},
            id="a court of the UN",
        ),
    ],
)
def test_actors_have_the_country_and_sector_that_the_text_tells(text, expected, codes):
    assert codes(text) == expected


def test_a_former_student_is_still_no_official():
    assert sector_of_words("former student".split()) == "EDU"
    assert sector_of_words("former minister".split()) == "ELI"
    assert sector_of_words("the day after".split()) is None
