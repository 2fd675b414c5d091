"""Wordings of visits, demands and measures that press uses beside the plain ones."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "label", "sources", "targets"),
    [
        ("Japan described the Chinese answer as unacceptable.", "criticism", ("JPN",), ("CHN",)),
        ("The Chinese embassy in Oslo protested after Norway recognised Kosovo.", "protest-note", ("CHN",), ("NOR",)),
        ("Japan insisted that China withdraw its ships.", "demand", ("JPN",), ("CHN",)),
        ("France opened an inquiry into China over the subsidies.", "investigation", ("FRA",), ("CHN",)),
    ],
)
def test_an_act_is_read_with_its_roles(tell, text, label, sources, targets) -> None:
    found = [(one.label, one.sources, one.targets, one.status) for one in tell(text)]
    assert (label, sources, targets, "actual") in found


def test_who_acts_after_a_meal_sat_there(tell) -> None:
    (meal,) = [one for one in tell("After a lunch with Karl Berg, Anna Holm left.") if one.label == "meeting"]
    assert set(meal.sources) == {"karl-berg", "anna-holm"}


def test_an_assertion_insisted_on_is_no_demand(tell) -> None:
    found = tell("Anna Holm visited Japan. The trip was never meant to provoke China, she insisted.")
    assert "demand" not in [one.label for one in found]


def test_a_denied_purpose_leaves_the_journey_done(tell) -> None:
    found = tell("Anna Holm visited Japan. Her trip was never meant to provoke China.")
    assert [one.status for one in found if one.label == "visit"] == ["actual"]


def test_a_promise_on_a_visit_is_made_to_the_host(tell) -> None:
    found = tell("The French minister Anna Holm came to Japan in August and promised that France would buy rice.")
    assert ("JPN",) in [one.targets for one in found if one.label == "pledge"]


def test_an_envoy_called_in_for_a_protest_is_no_demonstrator(tell) -> None:
    found = tell("China summoned Karl Berg, the French ambassador, to protest.")
    assert "protest" not in [one.label for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Japan fears the rise of China. On Tuesday Japan widened the curbs of May on chips.",
        "Japan widened the curbs of May on chips. The rules hurt China.",
        "With China in mind, Japan widened the curbs on chips.",
    ],
)
def test_a_measure_is_aimed_at_the_one_foreign_state_nearby(tell, text) -> None:
    (measure,) = [one for one in tell(text) if one.code == "SANCTION"]
    assert (measure.sources, measure.targets) == (("JPN",), ("CHN",))


def test_a_measure_is_aimed_at_none_of_several_states_nearby(tell) -> None:
    found = tell("China, France and Kenya made chips. Japan widened the curbs of May on chips.")
    assert [one.targets for one in found if one.code == "SANCTION"] == [()]


def test_a_readiness_to_invite_is_one_event(tell) -> None:
    found = tell("China said it was ready to invite 50 Japanese students.")
    assert [one.label for one in found] == ["expressed-intent"]


def test_an_appeal_after_a_meeting_goes_to_the_other_side(tell) -> None:
    text = "The French minister Anna Holm met the Japanese minister Karl Berg and asked him to lift the ban."
    assert (("anna-holm",), ("karl-berg",)) in [(a.sources, a.targets) for a in tell(text) if a.code == "REQUEST"]


def test_what_a_meeting_came_after_is_another_meeting(tell) -> None:
    found = tell("Anna Holm and Karl Berg met in Vienna, a year after they shook hands in Oslo.")
    assert [one.label for one in found].count("meeting") == 2


def test_who_is_prompted_to_complain_complains_of_the_prompter(tell) -> None:
    text = "The French minister Anna Holm congratulated Karl Berg, prompting China to complain of a wrong signal."
    assert (("CHN",), ("anna-holm",)) in [(a.sources, a.targets) for a in tell(text) if a.label == "criticism"]


def test_a_denied_plan_of_any_kind_is_denied(tell) -> None:
    (attack,) = [one for one in tell("China denied any plan to attack Japan.") if one.label == "attack"]
    assert attack.status == "denied"


def test_whom_the_reporter_met_is_no_meeting(tell) -> None:
    assert not [one for one in tell("A Chinese diplomat I met last week was tired.") if one.label == "meeting"]


def test_an_envoy_summoned_to_protest_after_his_name_is_no_demonstrator(tell) -> None:
    found = tell("France had summoned Karl Berg, the Chinese ambassador, on Thursday to protest.")
    assert "protest" not in [one.label for one in found]


def test_a_measure_is_not_aimed_at_who_pressed_for_it(tell) -> None:
    found = tell("Under pressure from France, Japan widened the curbs of May on chips. The rules hurt China.")
    assert [(one.sources, one.targets) for one in found if one.code == "SANCTION"] == [(("JPN",), ("CHN",))]


def test_who_meets_somebody_and_condemns_an_act_condemns_him_not_the_town(tell) -> None:
    found = tell("Anna Holm met Karl Berg in Munich and condemned the flight.")
    assert [one.targets for one in found if one.label == "criticism"] == [("karl-berg",)]
