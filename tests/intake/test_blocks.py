"""Blocks cover every line of a text, and each kind is told by its own signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.intake.blocks import find_blocks
from legation.intake.lines import BLANK, paragraphs_of

STORY = (
    "Norway and Iceland agreed on Thursday to open a ferry line between Bergen and Reykjavik, both sides said.",
    "The agreement came after a night of talks in which nobody slept and one minister lost his temper.",
    "It will be signed next week when the two delegations meet again in the Icelandic capital.",
)

LINES = st.lists(
    st.one_of(
        st.text(max_size=80),
        st.sampled_from(
            [
                "",
                "Related Posts",
                "Advertisement",
                "© 2021 Harbour Post",
                "Leave a Reply",
                "By Anna Holm",
                "March 4, 2021",
                "Ferry line agreed between two neighbours",
                "“We kept our word.”",
                STORY[0],
            ]
        ),
    ),
    max_size=25,
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in find_blocks(text)]


@given(LINES)
def test_blocks_cover_every_line_in_order_and_never_overlap(lines):
    text = "\n".join(lines)
    blocks = find_blocks(text)
    at = 0
    for block in blocks:
        assert text[at : block.start].strip(BLANK + "\n") == ""
        assert block.start < block.end
        assert text[block.start] not in BLANK + "\n"
        assert text[block.end - 1] not in BLANK + "\n"
        if block.repeats is not None:
            assert any(other.start <= block.repeats.start < block.repeats.end <= other.end for other in blocks)
        at = block.end
    assert text[at:].strip(BLANK + "\n") == ""


@given(st.text(max_size=3000))
def test_any_text_has_blocks(text):
    assert all(0 <= block.start < block.end <= len(text) for block in find_blocks(text))


def test_a_line_of_capitals_without_end_is_read_like_any_other():
    # A pattern that tries every way to cut such a line into words would not come back.
    text = "\n\n".join(("A" * 20_000, *STORY))
    assert [block.kind for block in find_blocks(text)][1:] == ["body"] * 3


def test_an_empty_text_has_no_blocks():
    assert find_blocks("") == ()
    assert find_blocks(" \n\u00a0\n") == ()


def in_story(line: str) -> str:
    """The kind of a line between the paragraphs of a story."""
    text = "\n\n".join((STORY[0], STORY[1], line, STORY[2]))
    return next(kind for kind, words in kinds(text) if words == line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("Fishing rights left aside", "headline", id="subhead"),
        pytest.param("'For the coast', 'by the coast'", "headline", id="subhead in single marks"),
        pytest.param("Nobody slept.", "body", id="short sentence"),
        pytest.param("“We kept our word”", "body", id="bare quotation"),
        pytest.param("READ MORE: Storm closes port of Bergen", "related", id="link"),
        pytest.param("Also Read | Storm closes port of Bergen", "related", id="link with a bar"),
        pytest.param("Interview: The man who built the pier", "related", id="link by its form"),
        pytest.param("A ferry in the port of Bergen on March 1. (PHOTO / HARBOUR POST)", "caption", id="photo credit"),
        pytest.param(
            "A ferry in the port of Bergen on March 1. (ANNA HOLM/AFP)", "caption", id="photographer and agency"
        ),
        pytest.param("Anna Holm/AP, FILE", "caption", id="credit of a file photo"),
        pytest.param("MORE: How the ferry line came about", "related", id="more"),
        pytest.param("(L-R) Per Lund, Eva Strand and Anna Holm shake hands in Oslo", "caption", id="left to right"),
        pytest.param("FILE - A ferry lies in the port of Bergen, March 1, 2021.", "caption", id="file"),
        pytest.param(
            "Officials said the pier was safe, according to Reuters.", "body", id="agency named in a sentence"
        ),
        pytest.param("Story continues below advertisement", "advert", id="advert"),
        pytest.param("Sign up for our morning newsletter", "advert", id="newsletter"),
        pytest.param("18:42 GMT", "dateline", id="live stamp"),
        pytest.param(
            "nobody slept that night, which may be why the agreement came so soon", "body", id="no capital, no stop"
        ),
        pytest.param(
            "agreed on Thursday to open a ferry line between Bergen and Reykjavik", "pull-quote", id="pull quote"
        ),
    ],
)
def test_a_line_within_a_story_has_its_kind(line, kind):
    assert in_story(line) == kind


def test_a_pull_quote_names_the_span_it_repeats():
    quote = "one minister lost his temper and nobody slept"
    text = "\n\n".join((*STORY, "“It was hard: one minister lost his temper and nobody slept,” Lund said.", quote))
    (block,) = [block for block in find_blocks(text) if block.kind == "pull-quote"]
    assert text[block.start : block.end] == quote
    assert text[block.repeats.start : block.repeats.end] == quote


def test_a_quotation_signed_with_name_and_office_stands_beside_the_story():
    text = "\n\n".join((*STORY, "“The coast has waited long.”", "Anna Holm, Norwegian transport minister", STORY[0]))
    assert [kind for kind, words in kinds(text) if "coast" in words or "Holm" in words] == ["pull-quote", "pull-quote"]


def test_a_short_paragraph_on_the_us_is_no_advert_though_it_stands_below_one():
    told = "Holm also said that the US does not take part."
    page = ("Home", "Subscribe now", *STORY, "Advertisement", told, STORY[0], "Leave a Reply")
    assert ("body", told) in kinds("\n\n".join(page))


def test_a_site_s_address_opens_a_breadcrumb():
    line = "Harbourpost.com / World / Europe"
    page = (line, "Ferry line agreed between two neighbours", "By Anna Holm", *STORY)
    assert ("headline", page[1]) in kinds("\n".join(page))
    assert ("navigation", line) in kinds("\n".join(page))


def test_answers_that_repeat_themselves_are_no_pull_quotes():
    answer = "A: I have nothing to add to what I said on the ferry line this morning."
    text = "\n\n".join(("Q: Will it open?", answer, "Q: When will it open?", answer, "Q: And then?", answer))
    assert {kind for kind, _ in kinds(text)} == {"body"}


def test_lines_wrapped_at_a_width_are_one_paragraph():
    wrapped = (
        "Norway and Iceland agreed on Thursday to open a ferry line between\nBergen and Reykjavik, officials of both "
    )
    wrapped += "countries said in Oslo after\na night of talks, and they would sign the agreement next week."
    assert len(paragraphs_of(f"{wrapped}\n\n{wrapped}")) == 2


def test_a_menu_is_not_taken_for_wrapped_lines():
    assert len(paragraphs_of("Home\nNews\nWorld\nSport\nOpinion")) == 5


def test_a_line_of_control_characters_is_no_word():
    assert find_blocks("0\n0\n\x1f\n" + "0" * 40)
