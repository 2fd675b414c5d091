"""The stance of a statement, read by tables and model together, and the words that it rests on."""

from __future__ import annotations

import math
from datetime import date
from importlib import resources

import pytest

from legation.model import Article, Block, DateInterval, LegationError, Statement
from legation.reading.article import read_article
from legation.reading.stance import STANCES, StanceModel, joined
from legation.reading.tools import Tools


@pytest.fixture
def read(tools: Tools):
    def statements(text: str) -> tuple[Statement, ...]:
        day = date(2022, 8, 5)
        published = DateInterval(day, day, "day", "test")
        article = Article("a", "a.txt", text, (Block("body", 0, len(text)),), "0" * 64, published)
        return read_article(article, tools).statements

    return statements


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Chinese foreign ministry demanded that the United States lift its sanctions on the bank.", "hostile"),
        ("The Chinese foreign ministry said the United States should stop arming Taiwan.", "hostile"),
        ("The French foreign minister said Russia had again let down those who trusted it.", "hostile"),
        ("The Turkish foreign ministry raised concerns about the trial of reporters in Iran.", "hostile"),
        ("Japan demanded that China reopen the hotline between the two navies.", "cooperative"),
        ("The two presidents asked their teams to follow up on the agreement between Chile and Peru.", "cooperative"),
        ("Norway said it would open its border to Sweden if the tests were shared.", "cooperative"),
        ("The Chinese foreign minister said Beijing did not want to decouple from France.", "cooperative"),
        ("The German foreign minister said France had been a patient and generous neighbour.", "cooperative"),
        ("The Indonesian foreign ministry said the delegation from Vietnam would arrive on Monday.", "neutral"),
        ("The central bank said exports to Japan fell by nine per cent in May.", "neutral"),
    ],
)
def test_a_stance_is_toward_those_spoken_about(read, text, stance) -> None:
    (statement, *_) = read(text)
    assert statement.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "The Chinese foreign minister said Beijing did not want to decouple from France.",
        "France said Russia had been cruel to those who trusted it.",
        "Norway thanked Sweden for its help with the fires.",
    ],
)
def test_a_stance_that_is_not_neutral_has_its_words(read, text) -> None:
    (statement, *_) = read(text)
    assert statement.stance != "neutral"
    assert statement.stance_words
    assert all(text[one.span.start : one.span.end] == one.words for one in statement.stance_words)


def test_a_disclaimer_ends_with_its_clause(read) -> None:
    (statement, *_) = read("China said it did not seek a quarrel, but that Japan had violated the treaty.")
    assert statement.stance == "hostile"


def test_chances_add_up_and_blanks_do_not_matter(tools) -> None:
    leanings = tools.stance.leanings("said", "the talks\n had  been useful")
    assert set(leanings) == set(STANCES)
    assert sum(math.exp(one) for one in leanings.values()) == pytest.approx(1)
    assert leanings == tools.stance.leanings("said", "the talks had been useful")
    assert joined("", "useful") == "useful"


def test_a_package_without_the_weights_says_so(tools) -> None:
    missing = resources.files("legation.reading") / "models" / "no-such.json"
    with pytest.raises(LegationError, match=r"stance\.json"):
        StanceModel(tools.relation, missing).leanings("said", "the talks had been useful")
