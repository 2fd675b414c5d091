"""Where accounts of one event contradict each other each value stands with its accounts; an addition is no dispute."""

from __future__ import annotations

import pytest

import legation
from legation.merging.places import may_be_one
from legation.record import queries
from tests.test_cases_across_articles import build, dispatch

CALL = {
    "lake.txt": dispatch(
        "The Lakeshore Tribune",
        "May 4, 2023",
        "Ministers talk for 90 minutes",
        "WASHINGTON - Antony Blinken spoke by telephone with Qin Gang on May 3, 2023. The call lasted 90 minutes, "
        "the State Department said. Qin had requested the call, it said.",
    ),
    "eastern.txt": dispatch(
        "Eastern Morning Record",
        "May 4, 2023",
        "Foreign ministers speak",
        "BEIJING - Qin Gang spoke by telephone for about 40 minutes with Antony Blinken on May 3, 2023 at the request "
        "of the US side, the foreign ministry said.",
    ),
}
MEETING = {
    "one.txt": dispatch(
        "The Lakeshore Tribune",
        "May 4, 2023",
        "Ministers meet",
        "VIENNA - Antony Blinken met Qin Gang in Vienna on May 3, 2023.",
    ),
    "two.txt": dispatch(
        "Harbour Dispatch",
        "May 4, 2023",
        "Ministers meet in Vienna",
        "VIENNA - Antony Blinken and Jake Sullivan met Qin Gang in Vienna on May 3, 2023.",
    ),
}
SAME_LENGTH = {
    "one.txt": CALL["lake.txt"],
    "two.txt": dispatch(
        "Harbour Dispatch",
        "May 4, 2023",
        "Ministers talk",
        "WASHINGTON - Antony Blinken and Qin Gang spoke by telephone on May 3, 2023. The call lasted one and a half "
        "hours.",
    ),
}


@pytest.fixture(scope="module")
def call(tmp_path_factory):
    return build(tmp_path_factory.mktemp("call"), CALL)


def contested(connection, label):
    (event,) = [event for event in queries.events(connection) if event.label == label]
    return {item.field: [value for value, _ in item.values] for item in event.contested}


def test_who_asked_and_how_long_it_lasted_are_told_otherwise(call):
    assert contested(call, "phone-call") == {
        "asked_by": ["CHN", "USA"],
        "figure: call": ["about 40 minutes", "90 minutes"],
    }


def test_somebody_whom_one_account_adds_is_named_only_by_it(tmp_path):
    connection = build(tmp_path, MEETING)
    assert contested(connection, "meeting") == {}
    with legation.open(tmp_path / "record.db") as record:
        (event,) = [event for event in queries.events(connection) if event.label == "meeting"]
        row = record.row(event.id)
    assert [(item["name"], item["outlets"]) for item in row["named_only_by"]] == [
        ("Jake Sullivan", ["Harbour Dispatch"])
    ]


def test_other_people_of_one_country_are_a_contradiction(tmp_path):
    texts = {name: text.replace("Qin Gang", "Wang Yi") if name == "two.txt" else text for name, text in MEETING.items()}
    connection = build(tmp_path, texts)
    one, two = (event.id for event in queries.events(connection) if event.label == "meeting")
    with legation.open(tmp_path / "record.db") as record:
        record.correct(one, "merge", value=two, by="an analyst", why="one meeting; the name is mistaken")
    assert contested(connection, "meeting") == {"participants": ["qin-gang", "wang-yi"]}


def test_the_same_length_in_other_units_is_no_contradiction(tmp_path):
    assert "figure: call" not in contested(build(tmp_path, SAME_LENGTH), "phone-call")


def test_an_events_page_lists_each_value_with_its_outlets(call, tmp_path_factory):
    (event,) = [event for event in queries.events(call) if event.label == "phone-call"]
    path = call.execute("PRAGMA database_list").fetchone()[2]
    with legation.open(path) as record:
        row = record.row(event.id)
        assert "accounts differ in who asked for it" in record.chronology()
    values = {item["field"]: {v["value"]: v["outlets"] for v in item["values"]} for item in row["differences"]}
    assert values["asked_by"] == {"China": ["The Lakeshore Tribune"], "United States": ["Eastern Morning Record"]}


def test_a_city_and_the_state_that_it_lies_in_are_one_place():
    assert may_be_one("Beijing", "China")
    assert may_be_one("Bali", "Bali, Indonesia")
    assert not may_be_one("Beijing", "Japan")
    assert not may_be_one("Beijing", "Shanghai")
