"""Ministries and other bodies that every state has."""

from __future__ import annotations

import pytest

from tests.reading.people.reader import Reader


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        ("Taiwan’s defence ministry counted 68 aircraft.", "Taiwan’s defence ministry", "TWN/defence-ministry"),
        ("The Chinese foreign ministry listed eight steps.", "Chinese foreign ministry", "CHN/mfa"),
        ("The foreign ministry of Japan lodged a protest.", "foreign ministry of Japan", "JPN/mfa"),
        ("The Ministry of Foreign Affairs of the Philippines replied.",
         "Ministry of Foreign Affairs of the Philippines", "PHL/mfa"),
        ("Japan's Ministry of Defense protested.", "Japan's Ministry of Defense", "JPN/defence-ministry"),
        ("The Philippine coast guard released a video.", "Philippine coast guard", "PHL/coast-guard"),
        ("Kenya's supreme court upheld the vote.", "Kenya's supreme court", "KEN/supreme-court"),
        ("China complained. The foreign affairs department in Manila replied.",
         "foreign affairs department", "PHL/mfa"),
        ("A Chinese Foreign Ministry spokesman spoke.", "Chinese Foreign Ministry", "CHN/mfa"),
    ],
)  # fmt: skip
def test_the_state_stands_beside_the_words(reader: Reader, text: str, words: str, body: str) -> None:
    assert reader.read(text).named(words) == body


def test_a_ministry_without_a_state_is_that_of_the_acting_state(reader: Reader) -> None:
    read = reader.read("China said it was cancelling the talks. The foreign ministry listed eight steps.")
    assert read.named("foreign ministry") == "CHN/mfa"


def test_the_ministry_is_the_one_named_before(reader: Reader) -> None:
    read = reader.read("Japan waited. Taiwan’s defence ministry counted 68 jets. The ministry was angry.")
    assert read.named("ministry") == "TWN/defence-ministry"


def test_a_ministry_goes_before_the_state_that_acted_last(reader: Reader) -> None:
    read = reader.read("The Polish foreign ministry complained. Russia denied it. The foreign ministry insisted.")
    assert read.named("foreign ministry") == "POL/mfa"


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministry listed eight steps.",
        "The police held two men in the capital.",
        "The ministry said nothing.",
        "Troops crossed the river in Norway.",
    ],
)
def test_a_body_of_no_known_state_is_left_out(reader: Reader, text: str) -> None:
    assert not any("/" in mention.entity for mention in reader.read(text).cast.mentions)
