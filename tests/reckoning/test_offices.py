"""Who held an office on a day, by the register and by the press."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from legation.lexicon.register import load_register
from legation.model import DateInterval, LegationError, Tenure, TenureRelation
from legation.reckoning.offices import compare_tenures, who_holds

REGISTER = load_register()
DAY = date(2022, 6, 1)


def a_day(day: date) -> DateInterval:
    return DateInterval(day, day, "day", "test")


def a_tenure(
    person: str, relation: TenureRelation = "holds", since: date | None = None, post: str = "CHN/foreign-minister"
) -> Tenure:
    interval = a_day(since) if since else None
    return Tenure(
        person, "foreign minister", None, "CHN", relation, interval, None, "a", 0, 16, "foreign minister", post
    )


def test_the_register_answers_with_its_row():
    answer = who_holds("CHN/foreign-minister", DAY, [], REGISTER)
    assert answer.name == "Wang Yi"
    assert ".csv, line" in answer.register[0].evidence
    assert any("Wang Yi" in line for line in answer.lines())


def test_an_office_may_be_named_in_words():
    assert who_holds("Chinese foreign minister", DAY, [], REGISTER).office == "CHN/foreign-minister"


def test_an_office_that_nobody_knows_is_an_error():
    with pytest.raises(LegationError, match="no such office"):
        who_holds("grand poobah", DAY, [], REGISTER)


def test_the_press_answers_beside_the_register_with_its_words():
    answer = who_holds("CHN/foreign-minister", DAY, [a_tenure("wang-yi")], REGISTER, {"a": a_day(DAY)})
    assert [holding.evidence for holding in answer.press] == ["“foreign minister”"]
    assert answer.disagreements == ()


def test_the_press_that_differs_is_shown_and_changes_nothing():
    answer = who_holds("CHN/foreign-minister", DAY, [a_tenure("anna-holm")], REGISTER, {"a": a_day(DAY)})
    assert answer.name == "Wang Yi"
    assert len(answer.disagreements) == 1
    assert "Anna Holm" in answer.disagreements[0]


def test_a_present_title_in_an_article_without_a_date_dates_nothing():
    assert who_holds("CHN/foreign-minister", DAY, [a_tenure("wang-yi")], REGISTER).press == ()


def test_tenures_of_other_offices_are_passed_over():
    other = a_tenure("anna-holm", post="CHN/defence-minister")
    assert who_holds("CHN/foreign-minister", DAY, [other], REGISTER, {"a": a_day(DAY)}).press == ()


@pytest.mark.parametrize(
    ("tenure", "differs"),
    [
        pytest.param(a_tenure("wang-yi", "held"), False, id="held once"),
        pytest.param(a_tenure("anna-holm", "held"), True, id="never held"),
        pytest.param(a_tenure("wang-yi", "holds", since=date(2001, 1, 1)), True, id="held at another time"),
        pytest.param(a_tenure("qin-gang", "named", since=date(2022, 12, 30)), False, id="named"),
        pytest.param(a_tenure("anna-holm", "named", since=date(2022, 12, 30)), True, id="somebody else named"),
    ],
)
def test_what_the_press_tells_is_compared_with_the_rows(tenure, differs):
    assert bool(compare_tenures([tenure], REGISTER)) is differs


def test_the_answer_is_plain_json():
    answer = who_holds("CHN/foreign-minister", DAY, [a_tenure("wang-yi")], REGISTER, {"a": a_day(DAY)})
    assert json.loads(json.dumps(answer.as_object()))["name"] == "Wang Yi"


def published_on(*days: date) -> dict[str, DateInterval]:
    return {f"a{number}": a_day(day) for number, day in enumerate(days)}


def test_what_many_articles_tell_is_one_line_and_only_for_the_time_asked():
    days = published_on(date(2022, 6, 1), date(2022, 6, 3), date(2022, 6, 9), date(2020, 6, 1))
    told = [replace(a_tenure("anna-holm"), article=article) for article in days]
    answer = who_holds(
        "CHN/foreign-minister", DateInterval(DAY, date(2022, 6, 30), "month", "2022-06"), told, REGISTER, days
    )
    assert len(answer.disagreements) == 1
    assert "“foreign minister” and 2 more: Anna Holm as Foreign Minister, 1–9 Jun 2022" in answer.disagreements[0]
    shown = answer.lines()
    assert sum("Anna Holm [“foreign minister”, article a0, and 2 more]" in line for line in shown) == 1
    assert who_holds("CHN/foreign-minister", date(2021, 1, 1), told, REGISTER, days).disagreements == ()


def test_a_former_holder_whom_the_register_lacks_is_told_of_times_before_the_article():
    told = [a_tenure("anna-holm", "held")]
    days = {"a": a_day(DAY)}
    assert who_holds("CHN/foreign-minister", date(2015, 1, 1), told, REGISTER, days).disagreements
    assert not who_holds("CHN/foreign-minister", date(2023, 1, 1), told, REGISTER, days).disagreements
