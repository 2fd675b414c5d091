"""What is asked, what may be, what is only spoken of: the status in interviews and briefings."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        pytest.param("Will Anna Holm meet Karl Berg in Oslo?", "meeting", "hypothetical", id="yes or no"),
        pytest.param("When will Anna Holm meet Karl Berg in Oslo?", "meeting", "planned", id="the time is asked"),
        pytest.param(
            "Can you tell us more about the ministers attending the conference in Kenya?",
            "attendance",
            "actual",
            id="who attends",
        ),
        pytest.param("Why did Anna Holm visit Kenya?", "visit", "actual", id="the reason is asked"),
        pytest.param("Did Japan and Kenya hold talks in Oslo?", "talks", "hypothetical", id="noun under a question"),
        pytest.param(
            "How would you comment on Karl Berg's visit to Kenya?", "visit", "actual", id="a comment on what is told"
        ),
        pytest.param(
            "The tariffs could harm the talks between Japan and Kenya.", "talks", "actual", id="what may be harmed"
        ),
        pytest.param("French experts can attend meetings in Kenya.", "attendance", "hypothetical", id="can"),
        pytest.param(
            "Japan will impose sanctions on Kenya if it attacks Mali.", "sanction", "hypothetical", id="conditional"
        ),
        pytest.param(
            "If all goes well, Anna Holm will meet Karl Berg on Friday.", "meeting", "planned", id="a mere proviso"
        ),
        pytest.param(
            "Japan urged Kenya to stop making accusations against Mali.", "accusation", "actual", id="asked to stop"
        ),
        pytest.param("Japan stopped sending medicine to Kenya.", "aid", "denied", id="stopped doing"),
        pytest.param(
            "Japan hopes that Karl Berg's visit to Kenya will help trade.", "visit", "planned", id="hoped of a visit"
        ),
    ],
)
def test_status_follows_from_what_is_asked_or_supposed(text, label, status, tell):
    assert [one.status for one in tell(text) if one.label == label] == [status]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("When it comes to Kenya, Japan has many friends.", "visit", id="when it comes to"),
        pytest.param("Japan and Kenya met each other halfway.", "meeting", id="met halfway"),
        pytest.param("Japan gave Kenya time to answer.", "aid", id="gave time"),
        pytest.param("Anna Holm attended to the needs of Kenya.", "attendance", id="attended to"),
        pytest.param("Anna Holm met the moment.", "meeting", id="met the moment"),
        pytest.param("France mobilized aid for Kenya.", "deployment", id="mobilized aid"),
        pytest.param("Anna Holm asked Kenya whether the ship had left.", "appeal", id="asked whether"),
        pytest.param("Japan hopes to see Kenya and Mali at peace.", "appeal", id="hopes to see"),
        pytest.param("Japan welcomes Kenyan companies to invest in Osaka.", "praise", id="welcomes to do"),
    ],
)
def test_a_turn_of_speech_is_no_event(text, label, tell):
    assert label not in [one.label for one in tell(text)]


def test_an_appeal_may_follow_a_wish(tell):
    accounts = tell("Japan hopes to see peace in Asia and that Kenya and Mali will resolve the issue.")
    assert [set(one.targets) for one in accounts if one.label == "appeal"] == [{"KEN", "MLI"}]


def test_attending_from_one_day_to_another_is_no_care(tell):
    accounts = tell("Anna Holm will attend a conference in Kenya from April 8 to 12.")
    assert [one.label for one in accounts] == ["attendance"]
