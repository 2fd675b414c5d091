"""What many articles tell together: one meeting in five wordings, two calls in a week, a plan and what came of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from legation import flow
from legation.reckoning.claims import disputed_figures
from legation.record import queries
from legation.record.database import connect


def dispatch(outlet: str, day: str, title: str, *paragraphs: str) -> str:
    return "\n\n".join([title, f"{outlet}, {day}", *paragraphs]) + "\n"


MUNICH = {
    "harbour.txt": dispatch(
        "The Harbour Dispatch",
        "February 19, 2023",
        "Blinken meets Wang in Munich",
        (
            "MUNICH - U.S. Secretary of State Antony Blinken met China's top diplomat, Wang Yi, in Munich on "
            "February 18, 2023, the State Department said."
        ),
        "The meeting lasted about an hour.",
    ),
    "meridian.txt": dispatch(
        "Meridian Wire",
        "February 19, 2023",
        "Top US and Chinese diplomats meet",
        (
            "MUNICH, Feb 19 (Meridian Wire) - Secretary of State Antony Blinken and Wang Yi held talks on Saturday "
            "on the sidelines of a security conference in Munich."
        ),
    ),
    "lakeshore.txt": dispatch(
        "The Lakeshore Tribune",
        "February 19, 2023",
        "An hour in Munich",
        (
            "MUNICH - Antony Blinken sat down with Wang Yi in Munich on Saturday evening, two weeks after a balloon "
            "was shot down."
        ),
    ),
    "eastern.txt": dispatch(
        "Eastern Morning Record",
        "February 20, 2023",
        "Wang Yi meets Blinken",
        (
            "BEIJING, Feb 20 - Wang Yi met US Secretary of State Antony Blinken in Munich on February 18, the "
            "foreign ministry said."
        ),
    ),
    "implied.txt": dispatch(
        "Northern Gazette",
        "February 19, 2023",
        "Blinken and Wang speak of the balloon",
        "Antony Blinken met Wang Yi in Munich, officials said, and spoke of the balloon.",
    ),
}
VISITS = {
    "june.txt": dispatch(
        "Meridian Wire",
        "June 19, 2023",
        "Blinken in Beijing",
        "BEIJING - U.S. Secretary of State Antony Blinken visited Beijing on June 18, 2023.",
    ),
    "july.txt": dispatch(
        "Meridian Wire",
        "July 17, 2023",
        "Kerry in Beijing",
        "BEIJING - U.S. climate envoy John Kerry visited Beijing on July 16, 2023.",
    ),
}
CALLS = {
    "first.txt": dispatch(
        "Meridian Wire",
        "October 31, 2022",
        "Blinken calls Wang",
        "WASHINGTON - Antony Blinken spoke by telephone with Wang Yi on October 30, 2022.",
    ),
    "second.txt": dispatch(
        "Meridian Wire",
        "November 3, 2022",
        "Blinken calls Wang",
        "WASHINGTON - Antony Blinken spoke by telephone with Wang Yi on November 2, 2022.",
    ),
}
YEARLY = {
    "bali.txt": dispatch(
        "Meridian Wire",
        "November 15, 2021",
        "Leaders meet",
        "Joe Biden met Xi Jinping on November 14, 2021, at a yearly forum.",
    ),
    "lima.txt": dispatch(
        "Meridian Wire",
        "November 15, 2022",
        "Leaders meet",
        "Joe Biden met Xi Jinping on November 14, 2022, at a yearly forum.",
    ),
}
PLAN = {
    "plan.txt": dispatch(
        "Meridian Wire",
        "June 14, 2023",
        "Blinken to go to Beijing",
        (
            "WASHINGTON - U.S. Secretary of State Antony Blinken will visit Beijing on June 18, 2023, the State "
            "Department said."
        ),
    ),
    "held.txt": VISITS["june.txt"],
}
FIGURES = {
    "one.txt": dispatch(
        "The Harbour Dispatch",
        "June 19, 2023",
        "Exports fall",
        "Exports of steel fell to 310 million tons in 2022, the ministry said.",
    ),
    "other.txt": dispatch(
        "Eastern Morning Record",
        "June 19, 2023",
        "Exports fall",
        "Exports of steel fell to 290 million tons in 2022, the customs office said.",
    ),
}


def build(folder: Path, texts: dict[str, str]) -> sqlite3.Connection:
    press = folder / "press"
    press.mkdir(parents=True)
    for name, text in texts.items():
        (press / name).write_text(text, encoding="utf-8")
    flow.build([press], folder / "record.db")
    return connect(folder / "record.db")


def told_by(connection: sqlite3.Connection, *labels: str) -> list[set[str]]:
    """Of each event with one of the labels, the files that tell it."""
    paths = {article.id: Path(article.path).name for article in queries.articles(connection)}
    where = {account.id: paths[account.article] for account in queries.findings_of(connection, "accounts")}
    events = [event for event in queries.events(connection) if event.label in labels]
    return [{where[key] for key in event.accounts} for event in events]


def test_five_outlets_tell_one_meeting_in_five_wordings(tmp_path):
    connection = build(tmp_path, MUNICH)
    found = told_by(connection, "meeting", "talks")
    assert set(MUNICH) in found
    event = next(e for e in queries.events(connection) if len(e.accounts) >= 5)
    assert len(event.outlets) == 5
    assert {"antony-blinken", "wang-yi"} <= {*event.sources, *event.targets}


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        pytest.param(VISITS, ("visit",), id="two visitors a month apart"),
        pytest.param(CALLS, ("phone-call",), id="two calls of a pair in one week"),
        pytest.param(YEARLY, ("meeting", "talks", "summit"), id="yearly meetings of one forum"),
        pytest.param(PLAN, ("visit",), id="a plan and the visit"),
    ],
)
def test_different_events_stay_apart(texts, labels, tmp_path):
    found = told_by(build(tmp_path, texts), *labels)
    assert found
    assert all(len(files) == 1 for files in found)
    assert set().union(*found) == set(texts)


def test_a_plan_is_linked_to_what_came_of_it(tmp_path):
    connection = build(tmp_path, PLAN)
    status = {event.id: event.status for event in queries.events(connection)}
    (link,) = queries.judgements(connection, "linked-events")
    assert link.link == "planned-held"
    assert (status[link.left], status[link.right]) == ("planned", "actual")


def test_figures_that_two_outlets_give_otherwise_stand_side_by_side(tmp_path):
    connection = build(tmp_path, FIGURES)
    (claims,) = disputed_figures(queries.findings_of(connection, "figures"))
    assert [figure.value for figure in claims.figures] == [290e6, 310e6]
    assert len({figure.article for figure in claims.figures}) == 2


def test_a_record_that_grew_equals_one_built_at_once(tmp_path):
    whole = build(tmp_path / "whole", MUNICH | CALLS)
    press = tmp_path / "grown" / "press"
    press.mkdir(parents=True)
    for number, (name, text) in enumerate((MUNICH | CALLS).items()):
        (press / name).write_text(text, encoding="utf-8")
        if number in (2, 5):
            flow.build([press], tmp_path / "grown" / "record.db")
    flow.build([press], tmp_path / "grown" / "record.db")
    grown = connect(tmp_path / "grown" / "record.db")
    assert queries.events(grown) == queries.events(whole)
    assert queries.judgements(grown) == queries.judgements(whole)
