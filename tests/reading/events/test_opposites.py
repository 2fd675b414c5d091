"""To whom something is said, denied or granted where its clause does not say."""

from __future__ import annotations

import pytest

from tests.reading.events.test_accounts import the


@pytest.mark.parametrize(
    ("text", "label", "sources", "targets"),
    [
        pytest.param(
            "Norway accused Mali of spying. Mali denied that.", "rejection", ("MLI",), ("NOR",), id="denied a charge"
        ),
        pytest.param(
            "Norway accused Mali of spying. Mali denies everything.", "rejection", ("MLI",), ("NOR",), id="all of it"
        ),
        pytest.param(
            "President Anna Holm called President Karl Berg on Monday. Holm offered her condolences over the storm.",
            "condolence",
            ("anna-holm",),
            ("karl-berg",),
            id="said in a call",
        ),
        pytest.param(
            "Norway and Mali held talks on Monday. Mali promised to look at every offer.",
            "pledge",
            ("MLI",),
            ("NOR",),
            id="promised at a meeting",
        ),
        pytest.param(
            "Norway and Mali met on Monday. Mali lifted its curbs on fish.",
            "sanctions-lifted",
            ("MLI",),
            ("NOR",),
            id="lifted for the other side",
        ),
    ],
)
def test_it_is_meant_for_the_other_side_of_what_was_told_before(tell, text, label, sources, targets) -> None:
    account = the(label, tell(text))
    assert (account.sources, account.targets) == (sources, targets)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Norway accused Kenya of spying. Mali denied that.", "rejection", id="another was charged"),
        pytest.param("Norway and Kenya met on Monday. Mali promised to look at it.", "pledge", id="was not there"),
        pytest.param(
            "Norway and Mali met on Monday. The room was cold. The day was long. Mali promised to look at it.",
            "pledge",
            id="too long ago",
        ),
    ],
)
def test_it_is_meant_for_nobody_who_was_not_opposite(tell, text, label) -> None:
    assert not [one for one in tell(text) if one.label == label]


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("Norway could halve the duty it imposed on Mali in May.", "tariff", "actual"),
        ("Norway and Mali may resume the talks that Mali suspended in March.", "suspension", "actual"),
        ("Reporters asked about the two Malian sailors detained in Norway last year.", "arrest", "actual"),
        ("Norway will lift the sanctions it imposed on Mali in May.", "sanction", "actual"),
        ("Norway could halve the duty it would impose on Mali.", "tariff", "hypothetical"),
        ("Norway called for sanctions imposed by the United Nations on Mali.", "sanction", "called-for"),
    ],
)
def test_what_a_past_clause_tells_of_a_noun_took_place(tell, text, label, status) -> None:
    assert the(label, tell(text)).status == status


def test_what_is_said_of_a_deed_is_not_what_was_done(tell) -> None:
    drills = [one for one in tell("Norway demanded an end to the drills, which Holm said were cruel.") if one.code]
    assert not [one for one in drills if one.code == "MOBILIZE"]


def test_a_heading_answers_nobody(tell) -> None:
    text = "Norway accused Mali of spying.\nMali denies everything\nThe day was calm."
    assert [one.label for one in tell(text)] == ["accusation"]


def test_a_measure_taken_back_with_no_clause_of_its_own_is_told_once(tell) -> None:
    assert [one.label for one in tell("Norway will lift its sanctions on Mali.")] == ["sanctions-lifted"]
