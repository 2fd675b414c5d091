"""Copies of one article are found whatever their order; a quoted paragraph is no copy."""

from __future__ import annotations

import random

import pytest

from legation.merging.copies import find_copies

STORY = """Norway and Iceland agreed on Thursday to open a ferry line between Bergen and Reykjavik in May.
The agreement came after a night of talks in Oslo, officials of both countries said.
The line will run twice a week through the summer and carry both freight and passengers.
Norway pays for the new pier in Bergen, and Iceland for the one in Reykjavik.
Fishing rights, over which the two neighbours have quarrelled for decades, were left aside.
They will be discussed again when the delegations meet in the autumn.
Per Lund, who led the Norwegian side, called the agreement a good day for the coast.
Environmental groups welcomed the plan but asked for cleaner ships."""
OTHER = """A storm closed the port of Bergen for a second day on Wednesday, the harbour master said.
Two piers were damaged and three boats sank at their moorings during the night.
Nobody was hurt, but the fish market stayed shut and lorries were sent to Stavanger instead.
Forecasters expect the wind to ease by Friday morning, when the port may open again.
The city council will meet next week to discuss the cost of the repairs."""


def sentences(text: str) -> list[str]:
    return text.split("\n")


def test_the_same_words_are_the_same_article():
    (judged,) = find_copies([("a2", STORY), ("a1", STORY), ("a3", OTHER)])
    assert (judged.left, judged.right, judged.verdict, judged.kind) == ("a1", "a2", "same", "same-article")
    assert judged.score == 1
    assert judged.reason == "the same words"


@pytest.mark.parametrize(
    ("copy", "says"),
    [
        pytest.param(
            "BERGEN (AFP) - " + STORY.replace("said", "told reporters"), "shared", id="other dateline and verb"
        ),
        pytest.param("\n".join(sentences(STORY)[:4]), "shortened", id="first half only"),
        pytest.param(STORY.upper(), "same words", id="capitals"),
    ],
)
def test_changed_copies_are_found_with_their_reason(copy, says):
    (judged,) = find_copies([("a1", STORY), ("a2", copy)])
    assert says in judged.reason


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(OTHER + "\n" + sentences(STORY)[0] + "\n" + sentences(STORY)[1], id="quotes the same paragraph"),
        pytest.param(OTHER, id="another story"),
        pytest.param(sentences(STORY)[0], id="a teaser too short to tell"),
        pytest.param("", id="empty"),
    ],
)
def test_other_articles_are_no_copies(other):
    assert find_copies([("a1", STORY), ("a2", other)]) == []


def test_the_order_of_articles_changes_nothing():
    rng = random.Random(1)
    words = "harbour ferry pier cod storm council minister agreement coast line ship talks night summer cost".split()
    rows = [(f"a{n}", " ".join(rng.choices(words, k=200))) for n in range(40)] + [
        ("b1", STORY),
        ("b2", STORY),
        ("b3", OTHER),
    ]
    expected = find_copies(rows)
    rng.shuffle(rows)
    assert find_copies(rows) == expected
    assert [(one.left, one.right) for one in expected if one.left == "b1"] == [("b1", "b2")]
