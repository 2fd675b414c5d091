"""What the exchange form says of events without a date of their own."""

from __future__ import annotations

from datetime import date

import pytest

from legation.model import Account, DateInterval, Span
from legation.reporting.export import bound_of

DAY = DateInterval(date(2023, 2, 18), date(2023, 2, 18), "day", "test")


@pytest.mark.parametrize(
    ("status", "earliest", "latest"),
    [
        ("actual", None, date(2023, 2, 18)),
        ("denied", None, date(2023, 2, 18)),
        ("planned", date(2023, 2, 18), None),
        ("called-for", date(2023, 2, 18), None),
        ("hypothetical", date(2023, 2, 18), None),
    ],
)
def test_an_undated_event_is_bounded_by_the_day_of_the_report(status, earliest, latest) -> None:
    span = Span(0, 4)
    account = Account(
        "c1", "a1", "CONSULT", None, (), "meeting", ("CHN",), ("USA",), None, None, status, False, None, span, (span,)
    )
    bound = bound_of(account, DAY)
    assert (bound.earliest, bound.latest, bound.precision) == (earliest, latest, "unknown")
