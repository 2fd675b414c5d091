"""Both sides of a meeting where the parse gives only one of them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "It was agreed when Presidents Anna Holm and Karl Berg met in Vienna in November.",
        "Vienna: Norwegian minister Anna Holm and German minister Karl Berg met face to face on Friday.",
        "Last June, Anna Holm and Lund's predecessor, Karl Berg, met at the same hotel for nearly an hour.",
        "Anna Holm and Japan's guest, Karl Berg, met at the same hotel for nearly an hour.",
    ],
)
def test_two_names_joined_before_the_verb_are_the_two_sides(tell, text) -> None:
    meetings = [one for one in tell(text) if one.label == "meeting"]
    assert {name for one in meetings for name in (*one.sources, *one.targets)} == {"anna-holm", "karl-berg"}


def test_names_that_another_verb_parts_are_not_joined(tell) -> None:
    text = "Anna Holm left and Karl Berg met Lars Lund in Vienna."
    (meeting,) = [one for one in tell(text) if one.label == "meeting"]
    assert set(meeting.sources) == {"karl-berg", "lars-lund"}


def test_they_are_the_several_subjects_of_the_sentence_before(tell) -> None:
    text = "Anna Holm and Karl Berg met in Vienna on Monday. They agreed to open a hotline."
    agreements = [one for one in tell(text) if one.code == "AGREE"]
    assert agreements
    assert all({"anna-holm", "karl-berg"} <= {*one.sources, *one.targets} for one in agreements)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        pytest.param(
            "Anna Holm met Karl Berg on Monday. They agreed to reopen the embassy.", "anna-holm karl-berg", id="met"
        ),
        pytest.param("Norway held talks with Mali. They agreed on a quota.", "NOR MLI", id="held talks with"),
        pytest.param(
            "Norway and Mali met on Friday. They left early. They agreed on a quota.", "NOR MLI", id="they before they"
        ),
        pytest.param(
            "Anna Holm said that Norway and Mali had met. They agreed on a quota.", "NOR MLI", id="in what was said"
        ),
        pytest.param(
            "Norway and Mali held talks on fish. Norway's side was led by Anna Holm, that of Mali by Karl Berg. "
            "They agreed on a quota.",
            "NOR MLI",
            id="two sides named one by one",
        ),
        pytest.param(
            "The two states, Norway and Mali, are at peace. They agreed on a quota.", "NOR MLI", id="named beside"
        ),
    ],
)
def test_they_are_the_two_of_the_event_told_last(tell, text, sides) -> None:
    (agreement,) = [one for one in tell(text) if one.code == "AGREE"]
    assert agreement.sources == tuple(sides.split())


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holm met Karl Berg on Monday. The envoys left. They agreed on a quota.",
        "Anna Holm met Karl Berg on Monday. The town was calm. They agreed on a quota.",
    ],
)
def test_they_are_not_the_two_of_an_event_further_back(tell, text) -> None:
    assert not [one for one in tell(text) if one.code == "AGREE"]


def test_they_are_nobody_where_one_alone_acted_before(tell) -> None:
    assert not [one for one in tell("Anna Holm left Vienna. They agreed on a hotline.") if one.code == "AGREE"]


@pytest.mark.parametrize(
    "text",
    [
        "They spoke of the upcoming Summit of the Northern Isles.",
        "The Northern Isles Summit was held in Oslo on Monday.",
    ],
)
def test_an_event_with_a_name_of_its_own_is_no_party_of_it(tell, text) -> None:
    assert not [one for one in tell(text) if any("summit" in name for name in (*one.sources, *one.targets))]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        pytest.param("Norway and Mali met in May. The leaders agreed on a quota.", "NOR MLI", id="the leaders"),
        pytest.param("Norway held talks with Mali. The two delegations agreed on a quota.", "NOR MLI", id="two teams"),
        pytest.param("Norway met Mali. The leaders of France and Kenya agreed on a quota.", "FRA KEN", id="of others"),
        pytest.param("The leaders agreed on a quota.", "", id="nobody told"),
    ],
)
def test_the_leaders_are_those_of_the_two_sides_told_before(tell, text, sides) -> None:
    agreed = [" ".join(one.sources) for one in tell(text) if one.code == "AGREE"]
    assert agreed == ([sides] if sides else [])


def test_what_the_two_also_agreed_is_one_more_agreement(tell) -> None:
    text = "Norway and Mali agreed on a quota. The two states {}agreed to send envoys."
    assert len([one for one in tell(text.format("also ")) if one.code == "AGREE"]) == 2
    assert len([one for one in tell(text.format("")) if one.code == "AGREE"]) == 1


def test_it_is_who_is_asked_to_undo_what_it_did(tell) -> None:
    text = "Japan urged China to lift the tariffs that it imposed in May."
    assert [(one.sources, one.targets) for one in tell(text) if one.label == "tariff"] == [(("CHN",), ("JPN",))]


def test_what_was_suspended_after_a_summit_was_with_who_came_to_it(tell) -> None:
    text = (
        "The presidents of China and Japan were in Jakarta for the summit of the African Union. "
        "China suspended the military talks in May."
    )
    assert [one.targets for one in tell(text) if one.label == "suspension"] == [("JPN",)]
