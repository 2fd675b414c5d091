"""What holds of every text and every date, however odd."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Span
from legation.reading.times import find_times
from legation.reading.times.calendar import at_grain, interval_of, moved, narrowed
from legation.reading.times.words import time_words

DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PIECES = st.sampled_from(
    [
        *sorted(time_words()),
        *MONTHS,
        *WEEKDAYS,
        "1999",
        "31",
        "0",
        "3/4",
        "10:35",
        "'90s",
        "-",
        ",",
        ".",
        "\n\n",
        "9999",
        "²",
        "١٢",
    ]
)


@given(st.text(), st.one_of(st.none(), DAYS))
def test_any_text_is_read_and_every_span_gives_its_words(text, reference):
    check(text, reference)


@given(st.lists(PIECES, max_size=14).map(" ".join), st.one_of(st.none(), st.dates()))
def test_any_heap_of_words_of_time_is_read(text, reference):
    check(text, reference)


def check(text: str, reference: date | None) -> None:
    done = 0
    for each in find_times(text, reference):
        assert done <= each.span.start < each.span.end
        assert text[each.span.start : each.span.end] == each.words
        assert each.value
        if each.interval is not None:
            first, last = each.interval.earliest, each.interval.latest
            assert first is None or last is None or first <= last
            assert each.interval.basis
        done = each.span.end


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60), DAYS)
def test_no_expression_leaves_its_span(text, one, other, reference):
    text += " on Friday, June 9, 2020 "
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert all(
        each.span.start >= start and each.span.end <= end for each in find_times(text, reference, [Span(start, end)])
    )


@given(DAYS, DAYS)
@pytest.mark.parametrize(
    "form",
    [
        pytest.param("They met on {month} {day.day}, {day.year}.", id="month first"),
        pytest.param("They met on {day.day} {month} {day.year}.", id="day first"),
        pytest.param("They met on {weekday}, {month} {day.day}, {day.year}.", id="weekday first"),
        pytest.param("They met on {day}.", id="ISO"),
        pytest.param("They met on {day.month}/{day.day}/{day.year}.", id="slashes"),
        pytest.param("They met on the {day.day}th of {month}, {day.year}.", id="ordinal"),
    ],
)
def test_a_date_written_out_is_read_back(form, day, reference):
    text = form.format(day=day, month=MONTHS[day.month - 1], weekday=WEEKDAYS[day.weekday()])
    (found,) = find_times(text, reference)
    assert found.value == day.isoformat()
    assert found.interval is not None
    assert (found.interval.earliest, found.interval.latest, found.interval.precision) == (day, day, "day")


@given(DAYS, st.integers(0, 6))
def test_a_past_weekday_lies_in_the_seven_days_up_to_the_writing(reference, weekday):
    (found,) = find_times(f"They met on {WEEKDAYS[weekday]}.", reference)
    day = date.fromisoformat(found.value)
    assert day.weekday() == weekday
    assert timedelta(0) <= reference - day < timedelta(7)


@given(DAYS, st.integers(0, 6))
def test_a_future_weekday_lies_in_the_seven_days_from_the_writing(reference, weekday):
    (found,) = find_times(f"They will meet on {WEEKDAYS[weekday]}.", reference)
    day = date.fromisoformat(found.value)
    assert day.weekday() == weekday
    assert timedelta(0) <= day - reference < timedelta(7)


@given(DAYS, st.integers(2, 40), st.sampled_from([("days", "D"), ("weeks", "W"), ("months", "M"), ("years", "Y")]))
def test_so_long_ago_is_counted_back(reference, count, unit):
    (found,) = find_times(f"They met {count} {unit[0]} ago.", reference)
    back = moved(reference, unit[1], -count)
    assert back is not None
    assert found.value == at_grain(back, unit[1])


@given(DAYS, st.sampled_from("DWMQYEC"))
def test_a_day_lies_within_the_value_of_its_grain(day, unit):
    interval = interval_of(at_grain(day, unit), "x")
    assert interval is not None
    assert interval.earliest is not None
    assert interval.latest is not None
    assert interval.earliest <= day <= interval.latest


@given(DAYS, st.sampled_from("WMQY"))
def test_the_three_phases_of_a_stretch_follow_one_another(day, unit):
    whole = interval_of(at_grain(day, unit), "x")
    parts = [narrowed(whole, phase) for phase in ("START", "MID", "END")]
    assert whole is not None
    assert parts[0] is not None
    assert parts[2] is not None
    assert parts[0].earliest == whole.earliest
    assert parts[2].latest == whole.latest
    for left, right in itertools.pairwise(parts):
        assert left is not None
        assert right is not None
        assert left.latest is not None
        assert left.latest + timedelta(1) == right.earliest
