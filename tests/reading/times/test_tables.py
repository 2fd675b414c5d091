"""Every row of the tables of time brings an example, which is read as the row says."""

from __future__ import annotations

from datetime import date

import pytest

from legation.lexicon.table import read_table
from legation.model import LegationError
from legation.reading.times import find_times
from legation.reading.times.holidays import Holiday, easter, holiday_in
from legation.reading.times.meetings import RecurringEvent
from legation.reading.times.words import TenseWord, TimeWord

WRITTEN = date(2021, 3, 18)
WORDS = read_table("timewords", TimeWord)
TENSES = read_table("tense_words", TenseWord)
HOLIDAYS = read_table("holidays", Holiday)
EVENTS = read_table("recurring_events", RecurringEvent)


def values_of(text: str) -> str:
    return " ".join(each.value for each in find_times(text, WRITTEN)) or "-"


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row.word)
def test_a_word_of_time_is_read_as_its_row_says(row):
    assert row.word in row.example.lower()
    assert values_of(row.example) == row.reads


@pytest.mark.parametrize("row", TENSES, ids=lambda row: row.word)
def test_a_word_of_tense_turns_a_weekday_as_its_row_says(row):
    assert row.word in row.example.lower()
    assert values_of(row.example) == row.reads


@pytest.mark.parametrize("row", HOLIDAYS, ids=lambda row: row.name)
def test_a_holiday_is_read_as_its_row_says(row):
    assert row.name in row.example
    assert values_of(row.example) == row.reads


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: f"{row.names.split('|')[0]} {row.since}")
def test_an_edition_of_a_meeting_is_read_as_its_row_says(row):
    assert row.since <= row.until
    assert (row.until - row.since).days < 20
    found = find_times(row.example, row.until)
    assert [each.value for each in found] == [row.reads]
    assert found[0].interval is not None
    assert (found[0].interval.earliest, found[0].interval.latest) == (row.since, row.until)


def test_no_word_stands_in_a_table_twice():
    for keys in ([row.word for row in WORDS], [row.word for row in TENSES], [row.name for row in HOLIDAYS]):
        assert len(keys) == len(set(keys))


def test_a_holiday_with_an_unknown_rule_is_refused(tmp_path):
    (tmp_path / "holidays.csv").write_text("name,rule,example,reads\nPeace Day,someday,x,y\n", encoding="utf-8")
    with pytest.raises(LegationError, match=r"holidays\.csv, line 2: rule"):
        read_table("holidays", Holiday, tmp_path)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1998, date(1998, 4, 12)),
        (2008, date(2008, 3, 23)),
        (2011, date(2011, 4, 24)),
        (2021, date(2021, 4, 4)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter_falls_on_its_known_sundays(year, day):
    assert easter(year) == day


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        pytest.param("election", 2020, date(2020, 11, 3), id="election day follows the first Monday"),
        pytest.param("election", 2022, date(2022, 11, 8), id="never November 1"),
        pytest.param("nth 5 -1 1", 2021, date(2021, 5, 31), id="the last Monday of May"),
        pytest.param("nth 11 4 4", 2019, date(2019, 11, 28), id="the fourth Thursday of November"),
        pytest.param("on 2008-02-07 2009-01-26", 2010, None, id="a year the table does not know"),
        pytest.param("12-25", 2022, date(2022, 12, 25), id="a fixed day"),
    ],
)
def test_a_rule_gives_its_day(rule, year, day):
    assert holiday_in(rule, year) == day
