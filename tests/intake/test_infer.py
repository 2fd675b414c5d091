"""The date is reckoned from weekday, day of the month and terms of office, or it stays unknown."""

from __future__ import annotations

from datetime import date

import pytest

from legation.intake.blocks import find_blocks
from legation.intake.infer import infer_published
from legation.lexicon.register import load_register
from legation.model import Article, DateInterval, Problem

REGISTER = load_register()


def an_article(text: str, published: DateInterval | None = None) -> Article:
    warning = Problem("no-date", "no date of publication was found")
    return Article("a1", "x.txt", text, find_blocks(text), "", published=published, warnings=(warning,))


def inferred(text: str) -> Article:
    return infer_published(an_article(text), REGISTER)


def test_weekday_and_office_holder_give_the_year():
    text = "ANCHORAGE, Alaska — Talks opened on Thursday, March 18, when Secretary of State Antony Blinken sat down."
    found = inferred(text)
    assert found.published_basis == "inferred"
    assert (found.published.earliest, found.published.latest) == (date(2021, 3, 18), date(2021, 3, 24))
    assert found.words(found.published_span) == "Thursday, March 18"
    assert "Secretary of State Antony Blinken" in found.published.basis
    assert found.warnings == ()


def test_a_day_ahead_dates_the_story_before_it():
    text = "The State Department said that Secretary of State Antony Blinken will fly to Alaska on Thursday, March 18."
    found = inferred(text)
    assert (found.published.earliest, found.published.latest) == (date(2021, 3, 11), date(2021, 3, 18))


def test_the_dateline_s_day_is_the_day_itself():
    text = (
        "WASHINGTON, March 18 — Secretary of State Antony Blinken met diplomats here.\n\n"
        "The first talks were held on Wednesday, March 17, officials said."
    )
    found = inferred(text)
    assert (found.published.earliest, found.published.latest) == (date(2021, 3, 18), date(2021, 3, 18))


def test_a_feast_and_several_offices_give_a_week():
    text = (
        "Foreign Minister Qin Gang wrote about the ties in a New Year's Day message to readers.\n\n"
        "Secretary of State Antony Blinken welcomed the message of Foreign Minister Qin Gang."
    )
    assert inferred(text).published is None or inferred(text).published.precision in ("week", "month")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The two delegations met on Thursday, March 18, and parted soon.", id="no office"),
        pytest.param("Secretary of State Antony Blinken spoke to reporters in Oslo.", id="no day"),
        pytest.param("Former Secretary of State Hillary Clinton spoke on Thursday, March 18.", id="former"),
        pytest.param("Thursday, March 18 was cold.", id="a day alone"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_not_certain_stays_unknown(text):
    found = inferred(text)
    assert found.published is None
    assert found.published_basis == "unknown"


def test_a_stated_date_is_left_alone():
    stated = DateInterval(date(2020, 1, 1), date(2020, 1, 1), "day", "1 January 2020")
    article = an_article("Secretary of State Antony Blinken spoke on Thursday, March 18.", stated)
    assert infer_published(article, REGISTER) is article


DATELINED = "OSLO, March 4 (ANI): Norway and Iceland agreed to open a ferry line, officials of both countries said."


@pytest.mark.parametrize(
    ("stamp", "story", "day"),
    [
        pytest.param("ANI | Updated: Mar 04, 2021 14:12 IST", DATELINED, date(2021, 3, 4), id="dateline agrees"),
        pytest.param("ANI | Updated: Mar 05, 2021 01:12 IST", DATELINED, date(2021, 3, 5), id="a night later"),
        pytest.param("ANI | Updated: Jun 05, 2021 14:12 IST", DATELINED, None, id="dateline speaks against it"),
        pytest.param(
            "Updated: 2021-03-04 07:20",
            "Norway and Iceland agreed to open a ferry line, officials of both countries said.",
            None,
            id="nothing else is told",
        ),
    ],
)
def test_an_update_stamp_only_confirms_the_day_that_the_dateline_names(stamp, story, day):
    text = f"Ferry line agreed between neighbours\n{stamp}\n\n{story}\n\nThe line will open in May, they said."
    found = inferred(text)
    assert (found.published.earliest if found.published else None) == day
    if day:
        assert found.published_basis == "inferred"
        assert found.words(found.published_span) in stamp
        assert found.warnings == ()


@pytest.mark.parametrize(
    ("stamp", "story", "days"),
    [
        pytest.param(
            "UPDATED Mar 06, 2021, 08:15 AM", "Norway on March 4 closed its ports.", (4, 6), id="two days before"
        ),
        pytest.param("Updated: Mar 06, 2021", "Norway closed its ports on 6 March.", (6, 6), id="on that day"),
        pytest.param("Updated: Mar 26, 2021", "Norway on March 4 closed its ports.", None, id="weeks before"),
        pytest.param("Updated: Mar 02, 2021", "Norway will close its ports on March 1.", None, id="to come"),
        pytest.param("Updated: Mar 06, 2021", "Norway on March 4, 2019 closed its ports.", None, id="another year"),
    ],
)
def test_a_story_came_out_between_the_day_of_its_lead_and_its_update(stamp, story, days):
    text = f"Ferry line closed by one neighbour\n{stamp}\n\n{story} Iceland was told by letter, officials said."
    published = inferred(text).published
    expected = (date(2021, 3, days[0]), date(2021, 3, days[1])) if days else None
    assert ((published.earliest, published.latest) if published else None) == expected


@pytest.mark.parametrize(
    ("lead", "days"),
    [
        pytest.param("On March 2 Norway opened a ferry line.", (date(2021, 3, 2), date(2021, 3, 4)), id="days before"),
        pytest.param("Norway on February 2 opened a ferry line to Iceland.", None, id="weeks before"),
        pytest.param("Norway opened a ferry line to Iceland.", None, id="no day"),
        pytest.param("Norway will open a ferry line to Iceland on March 2.", None, id="a day to come"),
    ],
)
def test_the_day_of_the_lead_and_an_update_shortly_after_it_bound_publication(lead, days):
    text = f"Ferry line opens\nUpdated: Mar 04, 2021 14:12\n\n{lead}\n\nThe line had long been asked for."
    found = inferred(text).published
    assert ((found.earliest, found.latest) if found else None) == days
