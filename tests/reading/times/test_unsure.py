"""A publication date known only within some days dates what it can, and no more."""

from __future__ import annotations

from datetime import date

import pytest

from legation.model import DateInterval
from legation.reading.times.unsure import find_times_of

TEXT = "Holm took office in October. On Friday she named an envoy, and on May 3, 2021 a deputy."
NEW_YEAR = DateInterval(date(2023, 1, 1), date(2023, 1, 6), "unknown", "inferred")


def intervals(published):
    return {
        time.words: time.interval and (time.interval.earliest, time.interval.latest)
        for time in find_times_of(TEXT, published)
    }


def test_what_means_the_same_from_either_end_is_sure():
    assert intervals(NEW_YEAR)["October"] == (date(2022, 10, 1), date(2022, 10, 31))


def test_what_differs_holds_both_readings():
    assert intervals(NEW_YEAR)["Friday"] == (date(2022, 12, 30), date(2023, 1, 6))


@pytest.mark.parametrize(
    "published",
    [
        pytest.param(None, id="unknown"),
        pytest.param(DateInterval(date(2023, 1, 1), date(2023, 12, 31), "year", ""), id="a year"),
        pytest.param(DateInterval(None, date(2023, 1, 6), "unknown", ""), id="open"),
    ],
)
def test_without_a_date_only_absolute_dates_are_resolved(published):
    found = intervals(published)
    assert found["Friday"] is None
    assert found["May 3, 2021"] == (date(2021, 5, 3), date(2021, 5, 3))


def test_a_known_day_is_used_as_it_is():
    day = DateInterval(date(2023, 1, 4), date(2023, 1, 4), "day", "")
    assert intervals(day)["Friday"] == (date(2022, 12, 30), date(2022, 12, 30))
