"""Outlet, agency, author and date come from the page's own lines; an update is no publication."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from legation.intake.blocks import find_blocks
from legation.intake.bylines import agency_in, author_in
from legation.intake.outletlines import outlet_in
from legation.intake.pagedates import day_in, days_in
from legation.intake.published import published_of
from tests.intake.test_pages import PAGES, read_page

BODY = "Norway and Iceland agreed on Thursday to open a ferry line, officials of both countries said in Oslo."


def page(*lines: str, body: str = BODY) -> str:
    return "\n".join((*lines, "", body, "", "The line will open in May, they said."))


@pytest.mark.parametrize(
    ("line", "day"),
    [
        pytest.param("March 4, 2021", date(2021, 3, 4), id="month first"),
        pytest.param("Thursday, 4th March 2021", date(2021, 3, 4), id="ordinal"),
        pytest.param(
            "Published: 11:24, March 4, 2021 | Updated: 06:26, June 5, 2023", date(2021, 3, 4), id="update behind"
        ),
        pytest.param("Updated: June 5, 2023 | Published: March 4, 2021", date(2021, 3, 4), id="update before"),
        pytest.param("4 of March of 2021, 19:12", date(2021, 3, 4), id="as translated from Spanish"),
        pytest.param("the 4th of March, 2021", date(2021, 3, 4), id="in full"),
        pytest.param("2021-03-04 18:30", date(2021, 3, 4), id="ISO"),
        pytest.param("Harbour Post, 4 March 2021", date(2021, 3, 4), id="with the outlet"),
        pytest.param("Release time: 2021-03-04 Source: Harbour Post", date(2021, 3, 4), id="release time"),
        pytest.param("By Anna HolmMarch 4, 20212 Comments3 Mins Read", date(2021, 3, 4), id="run together"),
        pytest.param("Updated: June 5, 2023", None, id="an update alone"),
        pytest.param("03/04/2021", None, id="two days at once"),
        pytest.param("Thursday", None, id="a weekday"),
    ],
)
def test_a_line_beside_the_headline_dates_the_story(line, day):
    text = page("Ferry line agreed between neighbours", line)
    found = published_of(text, find_blocks(text), None, None)
    assert (found.interval.earliest if found else None) == day
    if found:
        assert found.basis == "dateline"
        assert day_in(text[found.span.start : found.span.end]) == day


def test_a_month_without_a_day_stays_a_month():
    text = page("Ferry line agreed between neighbours", "March 2021")
    found = published_of(text, find_blocks(text), None, None)
    assert (found.interval.earliest, found.interval.latest) == (date(2021, 3, 1), date(2021, 3, 31))
    assert found.interval.precision == "month"


@pytest.mark.parametrize(
    ("stated", "url", "day", "basis"),
    [
        pytest.param("Fri, 05 Mar 2021 09:00:00 GMT", None, date(2021, 3, 5), "metadata", id="a feed's field"),
        pytest.param("2021-03-05T23:30:00+08:00", None, date(2021, 3, 5), "metadata", id="the day of its own clock"),
        pytest.param(None, "https://example.org/2021/03/05/ferry", date(2021, 3, 5), "metadata", id="the address"),
        pytest.param("soon", None, None, None, id="no date"),
    ],
)
def test_the_source_s_own_fields_date_the_story(stated, url, day, basis):
    text = page("Ferry line agreed between neighbours")
    found = published_of(text, find_blocks(text), stated, url)
    assert (found.interval.earliest if found else None, found.basis if found else None) == (day, basis)


def test_a_day_told_in_the_story_is_not_its_publication():
    text = page(
        "Ferry line agreed between neighbours", body="The line was closed on March 4, 2009, officials said in Oslo."
    )
    assert published_of(text, find_blocks(text), None, None) is None


def test_related_dates_are_not_the_story_s():
    text = (
        page("Home", "Menu", "Ferry line agreed between neighbours")
        + "\n\nRelated Posts\nStorm closes port\nMarch 2, 2021\n"
    )
    assert published_of(text, find_blocks(text), None, None) is None


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_pages_bear_their_own_date_or_none(path: Path):
    text, _ = read_page(path)
    found = published_of(text, find_blocks(text), None, None)
    assert found is None or found.interval.earliest == date(2021, 3, 4)


@pytest.mark.parametrize(
    ("line", "body", "agency"),
    [
        pytest.param("By Xinhua", BODY, "Xinhua", id="by an agency"),
        pytest.param("Anna Holm | Reuters", BODY, "Reuters", id="after a bar"),
        pytest.param("Source: AFP", BODY, "Agence France-Presse", id="source"),
        pytest.param("By Anna Holm", "OSLO, March 4 (Xinhua) -- " + BODY, "Xinhua", id="dateline"),
        pytest.param("By Anna Holm", "OSLO (AP) — " + BODY, "Associated Press", id="dateline with a dash"),
        pytest.param(
            "By Anna Holm", "OSLO (North Sea Newswire) - " + BODY, "North Sea Newswire", id="made like an agency's name"
        ),
        pytest.param("By Anna Holm", BODY + " - AFP", "Agence France-Presse", id="at the end"),
        pytest.param("By Anna Holm", BODY + " (Kyodo)", "Kyodo News", id="at the end in brackets"),
        pytest.param("By Anna Holm", "The line will open, an official quoted by AFP said.", None, id="quoted"),
        pytest.param(
            "By Anna Holm", "Lund (Reuters was told) said that the line will open soon.", None, id="in the story"
        ),
        pytest.param("By Anna Holm", BODY, None, id="none"),
    ],
)
def test_the_agency_is_the_source_not_one_that_is_quoted(line, body, agency):
    text = (
        f"Ferry line agreed between neighbours\n{line}\n\nFirst of all, both sides said that they were glad.\n\n{body}"
    )
    if body[0].isupper() and "(" in body[:40]:
        text = f"Ferry line agreed between neighbours\n{line}\n\n{body}\n\nThe line will open in May, they said."
    assert agency_in(text, find_blocks(text)) == agency


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        pytest.param(["By Anna Holm"], "Anna Holm", id="by"),
        pytest.param(["By Anna Holm in Oslo"], "Anna Holm", id="place"),
        pytest.param(["By ANNA HOLM Associated Press"], "ANNA HOLM", id="agency behind"),
        pytest.param(["Harbour Post", "By Anna Holm"], "Anna Holm", id="outlet first"),
        pytest.param(["Edited by: Eva Strand", "By Anna Holm"], "Anna Holm", id="editor first"),
        pytest.param(["Harbour Post"], None, id="outlet alone"),
    ],
)
def test_the_author_is_the_one_after_by(lines, author):
    text = page("Ferry line agreed between neighbours", *lines)
    assert author_in(text, find_blocks(text)) == author


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        pytest.param("© 2021 Harbour Post. All rights reserved.", "Harbour Post", id="copyright"),
        pytest.param("Copyright © 1999-2021 The Harbour Times Ltd", "The Harbour Times", id="years"),
        pytest.param("© 2021 TheHarbourPost.com", "The Harbour Post", id="as the menu spells it"),
        pytest.param("© 2021 Thomson Reuters", "Reuters", id="as the table spells it"),
        pytest.param("Privacy Policy", None, id="none"),
    ],
)
def test_the_outlet_is_the_one_that_holds_the_copyright(line, outlet):
    spelt = ["The Harbour Post", "The Harbour Post"] if "TheHarbourPost" in line else []
    text = (
        page("Menu", *spelt, "Home", "Ferry line agreed between neighbours", "By Anna Holm") + f"\n\n{line}\nContact us"
    )
    assert outlet_in(text, find_blocks(text)) == outlet


def test_days_in_a_text_stand_at_their_words():
    text = "On 4 March 2021, the 6 of March of 2021 and on 2021-03-05, not on 31 February 2021."
    assert [(text[one.start : one.end], one.day) for one in days_in(text)] == [
        ("4 March 2021", date(2021, 3, 4)),
        ("6 of March of 2021", date(2021, 3, 6)),
        ("2021-03-05", date(2021, 3, 5)),
    ]
