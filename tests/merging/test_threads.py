"""What was planned and held, threatened and done, imposed and lifted is linked; what only looks alike is not."""

from __future__ import annotations

from itertools import count

import pytest

from legation.merging.events import event_of
from legation.merging.families import load_families
from legation.merging.likeness import Telling, telling_of
from legation.merging.threads import link_events, load_threads
from legation.model import Account, DateInterval, Span

COUNTRIES = {"anna-holm": "NOR", "nils-aune": "NOR", "eva-lindner": "AUT"}
NUMBERS = count()


def day(text: str) -> DateInterval:
    from datetime import date

    return DateInterval(date.fromisoformat(text), date.fromisoformat(text), "day", text)


def told(words: str, label: str, who: str, to: str, on: str | None, status="actual", published="2023-05-02") -> Telling:
    number = next(NUMBERS)
    account = Account(
        f"c{number:05}", f"a{number:05}", None, None, (), label, tuple(who.split()), tuple(to.split()),
        day(on) if on else None, None, status, False, None, Span(0, 1), (Span(0, len(words)),),
    )  # fmt: skip
    return telling_of(account, words, day(published), COUNTRIES, load_families())


def links(*tellings: Telling) -> list[str]:
    events = [event_of([item], {item.account.article: item.account.article}) for item in tellings]
    found = link_events(events, {item.account.id: item for item in tellings}, COUNTRIES)
    assert all(item.kind == "linked-events" and item.reason for item in found)
    return [item.link or "" for item in found]


PLAN = told("Holm will visit Vienna on May 9", "visit", "anna-holm", "AUT", "2023-05-09", "planned")
CASES = [
    pytest.param(
        PLAN, told("Holm visited Vienna", "visit", "anna-holm", "AUT", "2023-05-09"), ["planned-held"], id="held"
    ),
    pytest.param(
        PLAN,
        told("Holm called off the visit to Vienna", "meeting-cancelled", "anna-holm", "AUT", "2023-05-08"),
        ["planned-cancelled"],
        id="cancelled",
    ),
    pytest.param(
        told("Norway threatened Austria with a steel tariff", "threat", "NOR", "AUT", "2023-05-02"),
        told("Norway put a steel tariff on Austria", "tariff", "NOR", "AUT", "2023-05-20"),
        ["threat-act"],
        id="threat and act",
    ),
    pytest.param(
        told("Norway imposed sanctions on Austria over steel", "sanction", "NOR", "AUT", "2022-05-02"),
        told("Norway lifted its sanctions on Austria over steel", "sanctions-lifted", "NOR", "AUT", "2023-05-20"),
        ["sanction-lifted"],
        id="imposed and lifted",
    ),
    pytest.param(
        told("Anna Holm was appointed foreign minister", "appointment", "anna-holm", "", "2022-01-10"),
        told("Anna Holm was dismissed as foreign minister", "dismissal", "NOR", "anna-holm", "2023-05-20"),
        ["appointed-left"],
        id="appointed and left",
    ),
    pytest.param(
        told("Norway suspended the fisheries talks with Austria", "suspension", "NOR", "AUT", "2022-01-10"),
        told("Norway and Austria resumed the fisheries talks", "channel-opened", "AUT", "NOR", "2023-05-20"),
        ["suspended-restored"],
        id="suspended and restored",
    ),
    pytest.param(
        PLAN, told("Holm visited Vienna", "visit", "anna-holm", "AUT", "2023-08-09"), [], id="months off the plan"
    ),
    pytest.param(
        PLAN, told("Aune visited Vienna", "visit", "nils-aune", "AUT", "2023-05-09"), [], id="another visitor"
    ),
    pytest.param(
        told("Norway lifted sanctions on Austria over steel", "sanctions-lifted", "NOR", "AUT", "2022-05-02"),
        told("Norway imposed sanctions on Austria over steel", "sanction", "NOR", "AUT", "2023-05-20"),
        [],
        id="lifted before imposed",
    ),
    pytest.param(
        told("Norway threatened Austria with a steel tariff", "threat", "NOR", "AUT", "2023-05-02"),
        told("Austria put a steel tariff on Norway", "tariff", "AUT", "NOR", "2023-05-20"),
        [],
        id="the other side's act",
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), CASES)
def test_events_are_linked_to_what_followed(one, other, expected):
    assert links(one, other) == expected
    assert links(other, one) == expected


def test_every_row_of_the_table_has_two_sentences_as_example():
    assert all(" | " in row.example and row.days > 0 for row in load_threads())
    assert {row.link for row in load_threads()} == {
        "planned-held", "planned-cancelled", "threat-act", "sanction-lifted", "appointed-left", "suspended-restored",
    }  # fmt: skip
