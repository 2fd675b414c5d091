"""Figures on one thing that differ stand side by side; figures that agree or count something else do not."""

from __future__ import annotations

from datetime import date

import pytest

from legation.model import DateInterval, Figure
from legation.reckoning.claims import disputed_figures

YEAR = DateInterval(date(2022, 1, 1), date(2022, 12, 31), "year", "2022")
NEXT = DateInterval(date(2023, 1, 1), date(2023, 12, 31), "year", "2023")


def figure(value, what="steel exports", article="a", *, bound="exact", unit="tons", period=YEAR) -> Figure:
    return Figure(article, None, value, bound, unit, what, period, 0, 1)


@pytest.mark.parametrize(
    ("one", "other", "disputed"),
    [
        pytest.param(figure(310), figure(290, article="b"), True, id="another number"),
        pytest.param(figure(310), figure(290, "exports of steel", "b"), True, id="the same thing in other words"),
        pytest.param(figure(310), figure(310, article="b"), False, id="the same number"),
        pytest.param(figure(310), figure(290), False, id="one article"),
        pytest.param(figure(310), figure(290, article="b", period=NEXT), False, id="another year"),
        pytest.param(figure(310), figure(290, article="b", period=None), False, id="no period in one"),
        pytest.param(figure(310), figure(290, article="b", unit="USD"), False, id="another unit"),
        pytest.param(figure(310), figure(290, "coal exports", "b"), False, id="another thing"),
        pytest.param(figure(300, bound="over"), figure(320, article="b"), False, id="over 300 allows 320"),
        pytest.param(figure(320), figure(330, article="b", bound="nearly"), False, id="nearly 330 allows 320"),
        pytest.param(figure(300, bound="about"), figure(310, article="b"), False, id="about 300 allows 310"),
        pytest.param(figure(300, bound="about"), figure(500, article="b"), True, id="about 300 is not 500"),
    ],
)
def test_figures_are_disputed_where_both_cannot_be_true(one, other, disputed):
    assert bool(disputed_figures([one, other])) is disputed
    assert disputed_figures([one, other]) == disputed_figures([other, one])
