"""One person's page, one row and one meeting are shown by look-up: without reading the rest of the record."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation.api import Record
from legation.record import queries

SMALL = {"json_each", "entities"}
"""Lists in one cell; and the people, of whom a name or alias is looked for."""
ASKED = [
    pytest.param("person", "antony-blinken", id="a person by id"),
    pytest.param("person", "Antony Blinken", id="a person by name"),
    pytest.param("row", "events", id="an event"),
    pytest.param("row", "statements", id="a statement"),
    pytest.param("row", "mentions", id="a mention"),
    pytest.param("readouts", "events", id="a meeting"),
    pytest.param("findings", "articles", id="an article"),
]


@pytest.fixture
def record(press_record):
    with Record(press_record) as opened:
        yield opened


def read_whole(path: Path, sql: str) -> set[str]:
    """The tables that a query reads from end to end."""
    connection = sqlite3.connect(path)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]
    connection.close()
    return {step.split()[1] for step in plan if step.startswith("SCAN")}


def test_a_persons_page_says_what_the_whole_tables_hold(record):
    for person in [row["id"] for row in record.people()]:
        row = record.person(person)
        assert row is not None
        mentions = [item for item in queries.findings_of(record.connection, "mentions") if item.entity == person]
        tenures = [item for item in queries.findings_of(record.connection, "tenures") if item.person == person]
        events = [item for item in queries.events(record.connection) if person in (*item.sources, *item.targets)]
        said = [
            item
            for item in queries.findings_of(record.connection, "statements")
            if item.speaker == person and item.repeats is None
        ]
        paths = queries.paths(record.connection)
        assert row["mentions"] == len(mentions)
        assert row["articles"] == sorted({paths[item.article] for item in mentions})
        assert [item["words"] for item in row["offices_told"]] == [item.words for item in tenures]
        assert (row["statements"], row["events"]) == (len(said), len(events))
        assert {item["id"] for item in row["last_said"]} <= {item.id for item in said}
        assert {item["id"] for item in row["last_events"]} <= {item.id for item in events}


@pytest.mark.parametrize(("question", "key"), ASKED)
def test_what_is_shown_alone_is_looked_up(record, question, key):
    if key in ("events", "statements", "mentions", "articles"):
        table = "meetings" if question == "readouts" else key
        key = record.connection.execute(f"SELECT id FROM {table} ORDER BY id").fetchone()[0]
    asked: list[str] = []
    record.connection.set_trace_callback(asked.append)
    assert getattr(record, question)(key)
    assert asked
    for sql in asked:
        assert read_whole(record.path, sql) <= SMALL, sql
