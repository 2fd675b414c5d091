"""What the exchange form says of events: bounds where no date is told, the codes of actors."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest

from legation import flow
from legation.model import Account, ActorCode, DateInterval, Span
from legation.record.database import connect
from legation.reporting.export import bound_of, tables
from legation.reporting.wording import coded_names

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


def test_the_export_tells_whose_an_actor_is_and_what_it_is(tmp_path):
    text = "A Norwegian court sentenced two Ghanaian students to prison on Monday."
    (tmp_path / "press").mkdir()
    (tmp_path / "press" / "a.txt").write_text(text, encoding="utf-8")
    flow.build([tmp_path / "press"], tmp_path / "r.db")
    with contextlib.closing(connect(tmp_path / "r.db")) as connection:
        told = {name: rows[0] for name, rows in tables(connection).items() if name in ("accounts", "events")}
    for row in told.values():
        assert (row["sources"], row["targets"]) == (["NOR"], ["GHA"])
        assert (row["source_codes"], row["target_codes"]) == (["NORJUD"], ["GHAEDU"])
        assert {"entity": "NOR", "country": "NOR", "sector": "JUD"} in row["actor_codes"]


def test_names_are_shown_with_their_codes():
    codes = (ActorCode("anna-holm", "NOR", "JUD"), ActorCode("UN", "UNO", None))
    assert coded_names(("anna-holm", "UN", "lund"), codes, {}) == "anna-holm [NORJUD], UN [UNO], lund"
