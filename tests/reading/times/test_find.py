"""What the calendar says to words of time, seen from a day of writing."""

from __future__ import annotations

from datetime import date

import pytest

from legation.model import Span
from legation.reading.times import find_times

THURSDAY = date(2022, 11, 17)


def read(text: str, reference: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    return [(each.words, each.kind, each.value) for each in find_times(text, reference)]


def values(text: str, reference: date | None = THURSDAY) -> list[str]:
    return [each.value for each in find_times(text, reference)]


def bounds(text: str, reference: date | None = THURSDAY) -> tuple[str | None, str | None, str]:
    (found,) = find_times(text, reference)
    assert found.interval is not None
    first, last = found.interval.earliest, found.interval.latest
    return (first and first.isoformat(), last and last.isoformat(), found.interval.precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Anna Holm arrived on Thursday.", "2022-11-17", id="the weekday of writing is that day"),
        pytest.param("Anna Holm arrived on Friday.", "2022-11-11", id="past tense looks back"),
        pytest.param("Anna Holm will meet her counterpart on Friday.", "2022-11-18", id="will looks forward"),
        pytest.param("On Monday, the two sides signed the text.", "2022-11-14", id="a weekday first, its verb behind"),
        pytest.param("On Monday, the two sides will sign the text.", "2022-11-21", id="a weekday first, will behind"),
        pytest.param("The talks are expected to open on Tuesday.", "2022-11-22", id="is expected to"),
        pytest.param("Anna Holm is to visit Oslo on Sunday.", "2022-11-20", id="is to"),
        pytest.param("The envoy agreed to speak on Monday.", "2022-11-21", id="a promise looks forward"),
        pytest.param("They met last Thursday.", "2022-11-10", id="last weekday is never the day itself"),
        pytest.param("They will meet next Wednesday.", "2022-11-23", id="next weekday"),
        pytest.param("They spoke yesterday.", "2022-11-16", id="yesterday"),
        pytest.param("They speak tomorrow.", "2022-11-18", id="tomorrow"),
        pytest.param("They spoke the day before yesterday.", "2022-11-15", id="the day before yesterday"),
        pytest.param("They met last week.", "2022-W45", id="last week"),
        pytest.param("They met last month.", "2022-10", id="last month"),
        pytest.param("They met in October.", "2022-10", id="a month in the past"),
        pytest.param("They met in December.", "2021-12", id="a later month in the past tense"),
        pytest.param("They will meet in February.", "2023-02", id="an earlier month in the future"),
        pytest.param("They met on Nov. 9.", "2022-11-09", id="month and day"),
        pytest.param("They met on 9 November 2021.", "2021-11-09", id="day, month and year"),
        pytest.param("They met on Tuesday, November 9th, 2021.", "2021-11-09", id="weekday, month, day and year"),
        pytest.param("The fee is payable Jan. 15.", "2023-01-15", id="a day of next year"),
        pytest.param("They signed on December 20.", "2021-12-20", id="a day of last year"),
        pytest.param("Two decades ago they signed.", "2002", id="decades ago"),
        pytest.param("They signed 20 years ago.", "2002", id="years ago"),
        pytest.param("They signed three months ago.", "2022-08", id="months ago"),
        pytest.param("They signed ten days ago.", "2022-11-07", id="days ago"),
        pytest.param("They spoke this morning.", "2022-11-17TMO", id="this morning"),
        pytest.param("They spoke last night.", "2022-11-16TNI", id="last night"),
        pytest.param("They spoke on Monday evening.", "2022-11-14TEV", id="a weekday's evening"),
        pytest.param("The call began at 5 p.m. EST on Wednesday.", "2022-11-16T17:00", id="clock, zone and weekday"),
        pytest.param("The truce began at noon on June 9, 2020.", "2020-06-09T12:00", id="noon and date"),
        pytest.param("The bulletin is of 2021-03-18T12:30:00Z.", "2021-03-18T12:30Z", id="ISO date and time"),
        pytest.param("The bulletin is of 3/18/2021.", "2021-03-18", id="slashes, month first"),
        pytest.param("They met in the 1990s.", "199", id="a decade"),
        pytest.param("It is a bridge of the 19th century.", "18", id="a century"),
        pytest.param("They met in the summer of 2020.", "2020-SU", id="a season"),
        pytest.param("They met last spring.", "2022-SP", id="last spring"),
        pytest.param("Aid fell in fiscal year 2019.", "2019", id="a fiscal year"),
        pytest.param("Trade fell in the third quarter of 2020.", "2020-Q3", id="a quarter"),
        pytest.param("Trade fell in the first half of 2020.", "2020-H1", id="a half"),
        pytest.param("Trade fell in Q2 2020.", "2020-Q2", id="Q2"),
        pytest.param("They now disagree.", "PRESENT_REF", id="now"),
        pytest.param("They recently met.", "PAST_REF", id="recently"),
        pytest.param("They signed in nineteen ninety-six.", "1996", id="a year in words"),
        pytest.param("They met on Wednesday of last week.", "2022-11-09", id="a weekday of last week"),
        pytest.param("Later that night they met.", "2022-11-17TNI", id="that night"),
        pytest.param("Friday's talks failed.", "2022-11-11", id="a weekday that owns its noun"),
        pytest.param("The talks had been scheduled to open on Friday.", "2022-11-11", id="a plan told afterwards"),
        pytest.param("Anna Holm could not be reached on Friday.", "2022-11-11", id="could not"),
        pytest.param("The truce was extended to Dec. 20.", "2022-12-20", id="extended to"),
        pytest.param("They met at the week of March 6, 2000.", "2000-W10", id="the week of a day"),
    ],
)
def test_a_date_is_read(text, expected):
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        pytest.param("The talks lasted five years.", "DURATION", "P5Y", id="years"),
        pytest.param("It was a nine-day visit.", "DURATION", "P9D", id="nine-day"),
        pytest.param("It was a two-year term.", "DURATION", "P2Y", id="two-year"),
        pytest.param("They spoke for more than two hours.", "DURATION", "PT2H", id="hours"),
        pytest.param("They spoke for an hour and a half.", "DURATION", "PT1H30M", id="an hour and a half"),
        pytest.param("They waited 2 1/2 years.", "DURATION", "P2Y6M", id="a fraction"),
        pytest.param("They waited twenty-five months.", "DURATION", "P25M", id="a compound number"),
        pytest.param("They waited for several weeks.", "DURATION", "PXW", id="several"),
        pytest.param("They waited a quarter of a century.", "DURATION", "P25Y", id="a quarter of a century"),
        pytest.param("The four-day-old strike went on.", "DURATION", "P4D", id="four-day-old"),
        pytest.param("The talks could last six weeks.", "DURATION", "P6W", id="to last is a verb"),
        pytest.param("It came a day after the vote.", "DURATION", "P1D", id="a day after something"),
        pytest.param("They meet every year.", "SET", "P1Y", id="every year"),
        pytest.param("They meet daily.", "SET", "P1D", id="daily"),
        pytest.param("They meet every Friday.", "SET", "XXXX-WXX-5", id="every Friday"),
        pytest.param("There are four flights a week.", "SET", "P1W", id="a rate"),
    ],
)
def test_a_stretch_or_a_habit_is_read(text, kind, value):
    assert [(found, said) for _, found, said in read(text)] == [(kind, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In the coming months they will talk.", ("2022-11-17", None, "unknown"), id="coming months"),
        pytest.param(
            "It holds for the next five years.", ("2022-11-17", "2027-11-17", "unknown"), id="next five years"
        ),
        pytest.param("They met in the past two weeks.", ("2022-11-03", "2022-11-17", "unknown"), id="past two weeks"),
        pytest.param("It was 20 years ago.", ("2002-01-01", "2002-12-31", "year"), id="years ago are years"),
        pytest.param(
            "Trade grew in the first three quarters of 2020.",
            ("2020-01-01", "2020-09-30", "season"),
            id="three quarters",
        ),
        pytest.param("They met in early November.", ("2022-11-01", "2022-11-10", "month"), id="early November"),
        pytest.param("They met in mid-November 2020.", ("2020-11-11", "2020-11-20", "month"), id="mid-November"),
        pytest.param("They met in late 2019.", ("2019-09-01", "2019-12-31", "year"), id="late 2019"),
        pytest.param("They met on Nov. 15-16.", ("2022-11-15", "2022-11-16", "day"), id="two days"),
        pytest.param("They met on 5 to 7 May 2021.", ("2021-05-05", "2021-05-07", "day"), id="three days"),
        pytest.param("The term is 2019-21.", ("2019-01-01", "2021-12-31", "unknown"), id="three years"),
        pytest.param("They met last week.", ("2022-11-07", "2022-11-13", "week"), id="a week"),
        pytest.param("They met in the winter of 2020.", ("2020-12-01", "2021-02-28", "season"), id="a winter"),
        pytest.param("They met in the 1990s.", ("1990-01-01", "1999-12-31", "unknown"), id="a decade"),
        pytest.param(
            "They met in a New Year’s Day talk.", ("2022-01-01", "2022-01-01", "day"), id="a holiday in the past tense"
        ),
        pytest.param("They met last Christmas.", ("2021-12-25", "2021-12-25", "day"), id="last holiday"),
        pytest.param("They met at the G20 in Bali.", ("2022-11-15", "2022-11-16", "day"), id="a summit by its place"),
        pytest.param(
            "They met on the sidelines of the G20 in Bali.", ("2022-11-14", "2022-11-16", "day"), id="its eve beside it"
        ),
        pytest.param(
            "They met at the 2019 NATO summit.", ("2019-12-03", "2019-12-04", "day"), id="a summit by its year"
        ),
    ],
)
def test_an_interval_has_its_bounds_and_no_more_precision_than_the_words(text, expected):
    assert bounds(text) == expected


def test_both_ends_of_a_range_carry_the_whole_range():
    first, last = find_times("They met from May 25 to June 4.", THURSDAY)
    assert (first.words, last.words) == ("May 25", "June 4")
    assert first.interval == last.interval
    assert first.interval is not None
    assert (first.interval.earliest, first.interval.latest) == (date(2022, 5, 25), date(2022, 6, 4))
    assert first.interval.basis == "May 25 to June 4"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Theresa May spoke to Nora March.", id="surnames"),
        pytest.param("They may march on.", id="verbs"),
        pytest.param("Jan Lind met Sun Wei, Hua Jun Zhao and Mar Wong.", id="names like short months and days"),
        pytest.param("The Track II talks on COVID-19 and 5G went on.", id="numbers in names"),
        pytest.param("They cited Resolution 1929 and Article 1998.", id="numbered papers"),
        pytest.param("The plan names 2000 troops and $1999.", id="counts"),
        pytest.param("It is the second of three parties at the G20.", id="ordinals"),
        pytest.param("Anna Holm, 44, has a six-year-old son.", id="ages"),
        pytest.param("NATO in Europe and the G20 debt plan held.", id="bodies without a meeting"),
        pytest.param("NATO in Brussels and BRICS in Johannesburg said no.", id="bodies at their seat"),
        pytest.param("About three-quarters of the food is imported.", id="fractions"),
        pytest.param("", id="nothing"),
        pytest.param("\n\n \u2028 \ufeff", id="blanks"),
    ],
)
def test_what_names_no_time_is_left_alone(text):
    assert find_times(text, THURSDAY) == []


def test_a_day_that_no_month_has_is_no_day():
    found = find_times("May 35th and February 30 are no days.", THURSDAY)
    assert [each for each in found if each.interval is not None and each.interval.precision == "day"] == []


def test_a_year_inside_a_name_is_still_a_year():
    assert read("They cited the 1992 Consensus.") == [("1992", "DATE", "1992")]


def test_a_later_expression_leans_on_an_earlier_one():
    assert values("They met on June 9, 2020, and again two days later.") == ["2020-06-09", "2020-06-11"]
    assert values("They signed in 2015. The following year they fell out.") == ["2015", "2016"]
    assert values("They met in June 2020. That month the border opened.") == ["2020-06", "2020-06"]
    later = values("They met on June 9, 2020, for the first time since 2016. The same day the border opened.")
    assert later == ["2020-06-09", "2016", "2020-06-09"]
    assert values("Sales fell in the third quarter from a year earlier.") == ["2022-Q3", "2021-Q3"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("They met on Friday.", ["XXXX-WXX-5"], id="a weekday"),
        pytest.param("They met yesterday.", ["XXXX-XX-XX"], id="yesterday"),
        pytest.param("They met on Nov. 9.", ["XXXX-11-09"], id="month and day"),
        pytest.param("They met in October.", ["XXXX-10"], id="a month"),
        pytest.param("They met last month.", ["PAST_REF"], id="last month"),
    ],
)
def test_without_a_day_of_writing_nothing_is_invented(text, expected):
    found = find_times(text, None)
    assert [each.value for each in found] == expected
    assert [each.interval for each in found] == [None]


def test_words_leave_out_the_article_of_an_adjective():
    assert read("The two-week talks went on a further day.")[0] == ("two-week", "DURATION", "P2W")
    assert read("They spoke for the nine months.") == [("the nine months", "DURATION", "P9M")]


def test_without_a_day_of_writing_absolute_dates_still_stand():
    assert values("They met on 9 November 2021 and in 1998.", None) == ["2021-11-09", "1998"]


def test_without_a_day_of_writing_a_month_leans_on_a_year_told_before():
    assert values("In 2018 they met twice. In October they signed.", None) == ["2018", "2018-10"]


def test_an_expression_never_crosses_the_edge_of_a_span():
    text = "They met on Nov. 9, 2021 in Oslo."
    edge = text.index(", 2021")
    found = find_times(text, THURSDAY, [Span(0, edge), Span(edge, len(text))])
    assert [each.words for each in found] == ["Nov. 9", "2021"]


def test_what_lies_outside_the_spans_is_not_read():
    text = "They met in 2015. They met in 2016."
    assert values(text) == ["2015", "2016"]
    assert [each.words for each in find_times(text, THURSDAY, [Span(18, len(text))])] == ["2016"]


def test_a_paragraph_break_ends_an_expression():
    assert (
        next(each.words for each in find_times("It was November 9\n\n2021 was a good year.", THURSDAY)) == "November 9"
    )


def test_a_year_on_a_line_of_its_own_dates_the_lines_below() -> None:
    chronology = "2019\n\nJune 18: Anna Holm leaves.\n\n2020\n\nMay 3: Karl Berg returns.\n\nMay 9: He speaks."
    assert values(chronology) == ["2019", "2019-06-18", "2020", "2020-05-03", "2020-05-09"]


def test_a_year_on_a_line_of_its_own_leaves_a_story_alone() -> None:
    assert values("2019\n\nAnna Holm left for Oslo on Nov. 9.") == ["2019", "2022-11-09"]
