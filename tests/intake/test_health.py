"""Warnings name what is damaged, and sound texts get none."""

from __future__ import annotations

import pytest

from legation.intake.blocks import find_blocks
from legation.intake.health import health_of
from legation.model import Article, DateInterval

DATED = DateInterval(None, None, "unknown", "")
SOUND = (
    "Norway and Iceland agreed on Thursday to open a ferry line, officials of both countries said in Oslo.\n\n"
    "“We kept our word,” said Per Lund. “That is all.”\n\n"
    'Eva Strand called it "a good day" and left.\n\n'
    "The line will open in May."
)


def warnings(text: str, language: str | None = "en", published: DateInterval | None = DATED) -> list[str]:
    article = Article("a1", "x.txt", text, find_blocks(text), "", published=published, language=language)
    return [problem.kind for problem in health_of(article)]


def test_a_sound_text_has_no_warnings():
    assert warnings(SOUND) == []


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        pytest.param(
            "\n\nLund said the pier was “no obstacle and he would say so.",
            "unclosed-quotation",
            id="opened, not closed",
        ),
        pytest.param(
            '\n\nLund said the pier was "no obstacle and he would say so.', "unclosed-quotation", id="straight"
        ),
        pytest.param(
            "\n\nThe line, he said in a long talk with reporters of both countries on Thursday evening,"
            " will be open to everybody who wants to sail and",
            "truncated",
            id="in a sentence",
        ),
        pytest.param("\n\nThe line will be open to all… [+1234 chars]", "truncated", id="a dump's mark"),
        pytest.param("\n\nLund said it was â€œno obstacleâ€\u009d at all.", "mojibake", id="UTF-8 read as Windows"),
        pytest.param("\n\nLund said it was n\ufffd obstacle at all.", "mojibake", id="replacement sign"),
    ],
)
def test_damage_is_named(more, kind):
    assert kind in warnings(SOUND + more)


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(
            "\n\n„We kept our word“, Lund said.\n\n„Nobody can say that we did not.“",
            id="low and high",
        ),
        pytest.param(
            "\n\n“We kept our word, all of it.\n\n“Nobody can say that we did not,” Lund said.",
            id="opened anew",
        ),
        pytest.param(
            "\n\nLund said: “We kept our word.\n\nNobody can say that we did not.”", id="closed a paragraph later"
        ),
        pytest.param('\n\nA plank of 6" was missing on the pier.', id="inches"),
        pytest.param('\n\nHe called it "a good day” in the end.', id="mixed marks"),
        pytest.param("\n\nSee www.example.org", id="an address at the end"),
    ],
)
def test_sound_quotations_and_ends_pass(more):
    assert warnings(SOUND + more) == []


def test_a_missing_date_and_another_language_are_named():
    assert warnings(SOUND, language="no", published=None) == ["no-date", "language"]


def test_a_page_without_a_story_is_named():
    assert "no-text" in warnings("Home\nMenu\nWorld")


def test_a_machine_s_translation_is_named_with_its_signs():
    text = (
        "The both sides on the ferry question carried out the talks.\n\n"
        "According to the report, this is a first time of it. "
        "The analysis thinks that they exchanged informations.\n\nResponsible editor: Per Lund"
    )
    assert "machine-translated" in warnings(text)
