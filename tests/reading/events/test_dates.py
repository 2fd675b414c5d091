"""When an event was: its own date, and what the dates of other acts around it say."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.events.test_accounts import the


def days(label, accounts):
    found = the(label, accounts).date
    return (found.earliest, found.latest) if found is not None else None


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "On Monday Chad halted talks with Japan over a visit by Karl Berg to Mali.",
            "visit",
            (None, date(2023, 6, 12)),
            id="over",
        ),
        pytest.param(
            "On Monday Chad halted talks with Japan after Karl Berg had visited Mali.",
            "visit",
            (None, date(2023, 6, 12)),
            id="after",
        ),
        pytest.param(
            "Kenya expelled two envoys on Monday in answer to the arrest of Karl Berg.",
            "arrest",
            (None, date(2023, 6, 12)),
            id="in answer to",
        ),
        pytest.param(
            "On Monday Chad recalled its ambassador over a planned visit by Karl Berg to Mali.",
            "visit",
            None,
            id="what is planned may come later",
        ),
        pytest.param(
            "Anna Holm and Karl Berg met on Monday, three days after Chad expelled two envoys of Mali.",
            "expulsion",
            (date(2023, 6, 9), date(2023, 6, 9)),
            id="days are counted",
        ),
        pytest.param(
            "Anna Holm and Karl Berg met on Monday, two weeks after Chad expelled two envoys of Mali.",
            "expulsion",
            (date(2023, 5, 26), date(2023, 6, 1)),
            id="weeks are counted with leeway",
        ),
        pytest.param("Anna Holm and Karl Berg agreed to meet in Oslo on 1 July.", "agreement", None, id="agreed to"),
        pytest.param("Japan invited Karl Berg to visit Tokyo in July.", "invitation", None, id="invited to"),
        pytest.param(
            "France and Mali will hold talks before the conference in Oslo at the end of July.",
            "talks",
            (date(2023, 6, 15), date(2023, 7, 31)),
            id="the month of a conference bounds what comes before it",
        ),
    ],
)
def test_the_date_of_another_act_bounds_an_event_and_is_not_taken(text, label, expected, tell):
    assert days(label, tell(text)) == expected


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        pytest.param("Anna Holm meets Karl Berg on Monday.", "planned", date(2023, 6, 19), id="present tense"),
        pytest.param("Anna Holm has a meeting with Karl Berg on Monday.", "planned", date(2023, 6, 19), id="a noun"),
        pytest.param("Anna Holm met Karl Berg on Monday.", "actual", date(2023, 6, 12), id="past tense"),
        pytest.param("Anna Holm meets Karl Berg on Thursday.", "actual", date(2023, 6, 15), id="the day itself"),
    ],
)
def test_in_the_present_tense_a_weekday_is_the_coming_one(text, status, day, tell):
    accounts = tell(text)
    assert days("meeting", accounts) == (day, day)
    assert the("meeting", accounts).status == status


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Late on Sunday Uganda bombed a camp in Congo, its army announced on Tuesday.", id="late on"),
        pytest.param("On Sunday Uganda bombed a camp in Congo, its army said.", id="who says so comes last"),
        pytest.param("Uganda bombed a camp in Congo on Sunday, its army announced on Tuesday.", id="told later"),
    ],
)
def test_the_day_of_the_act_is_not_the_day_of_the_telling(text, tell):
    assert days("airstrike", tell(text)) == (date(2023, 6, 11), date(2023, 6, 11))


def test_a_dateline_before_a_colon_does_nothing(tell):
    warning = the("warning", tell("Nairobi: Anna Holm met Karl Berg on Monday and warned Mali over its troops."))
    assert warning.sources == ("anna-holm",)


@pytest.mark.parametrize("words", ["each other", "one another"])
def test_two_who_accuse_each_other_stand_on_both_sides(words, tell):
    found = the("accusation", tell(f"France and Mali accused {words} of spying."))
    assert found.sources == found.targets == ("FRA", "MLI")


def test_talks_that_led_to_an_agreement_were_held_that_day(tell):
    text = "Anna Holm of Kenya and Karl Berg of Mali agreed on Monday to resume visits, after two hours of talks."
    found = the("talks", tell(text))
    assert (found.status, found.sources) == ("actual", ("anna-holm", "karl-berg"))
    assert found.date is not None
    assert found.date.earliest == date(2023, 6, 12)


def test_what_one_side_did_is_not_what_the_other_did_to_it(tell):
    accounts = tell("Kenya expelled two envoys of Mali on Monday. Mali expelled an envoy of Kenya in January.")
    expulsions = [one for one in accounts if one.label == "expulsion"]
    assert [(one.sources, one.targets) for one in expulsions] == [(("KEN",), ("MLI",)), (("MLI",), ("KEN",))]
    assert [one.date.earliest for one in expulsions if one.date] == [date(2023, 6, 12), date(2023, 1, 1)]


def test_two_names_that_open_a_headline_both_meet(tell):
    found = the("meeting", tell("Holm, Berg meet in Oslo\n\nAnna Holm and Karl Berg met on Monday in Oslo."))
    assert set(found.sources) == {"anna-holm", "karl-berg"}


def test_who_warns_against_a_trip_does_not_make_it(tell):
    accounts = tell("Karl Berg was weighing a trip to Taiwan that China has warned against.")
    assert all("CHN" not in one.sources for one in accounts if one.label == "visit")


def test_the_two_of_the_last_event_are_its_people(tell):
    text = "Emmanuel Macron telephoned Olaf Scholz on Monday. The two will meet in Oslo on 1 July."
    assert set(the("meeting", tell(text)).sources) == {"emmanuel-macron", "olaf-scholz"}
