"""A record that grew, shrank and changed article by article is the same as one that was built at once."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation import settling
from legation.flow import settle_record
from legation.merging import events as merging_events
from legation.model import Account, Article, Block, DateInterval, Entity, Findings, Span, Statement
from legation.record import queries, store
from legation.record.corrections import make_correction
from legation.record.database import connect

PEOPLE = {"anna-holm": "NOR", "nils-aune": "NOR", "eva-lindner": "AUT", "max-huber": "AUT"}
LABELS = (("meeting", "actual"), ("meeting", "planned"), ("visit", "actual"), ("sanction", "actual"),
          ("sanctions-lifted", "actual"), ("meeting-cancelled", "actual"))  # fmt: skip


class Told(NamedTuple):
    """What one article tells: a number, days, and accounts of (label, two people, day or None)."""

    number: int
    published: int
    accounts: tuple[tuple[int, int, int, int | None], ...]
    country: str
    said: int


def day(offset: int) -> DateInterval:
    when = date(2023, 5, 1) + timedelta(days=offset)
    return DateInterval(when, when, "day", "")


def findings_of(told: Told) -> Findings:
    key = f"a{told.number}"
    words = [f"account {at} of steel and grain talks {kind}" for at, (kind, *_) in enumerate(told.accounts)]
    quote = f"the talks on steel of day {told.said} will go on until grain is cheap"
    text = "\n\n".join([*words, quote]) + "\n"
    # One name is of a country that articles tell otherwise: the commonest counts.
    people = PEOPLE | {"nils-aune": told.country}
    accounts = []
    for at, (kind, one, other, on) in enumerate(told.accounts):
        parties = tuple(sorted(PEOPLE)[number] for number in (one, other))
        span = Span(text.index(words[at]), text.index(words[at]) + len(words[at]))
        label, status = LABELS[kind]
        account = Account(
            f"c{told.number}-{at}", key, None, None, (), label, parties[:1], parties[1:],
            None if on is None else day(on), None, status, False, None, span, (span,),
        )  # fmt: skip
        accounts.append(account)
    said = Span(text.index(quote), text.index(quote) + len(quote))
    statement = Statement(f"s{told.number}", key, "anna-holm", "Anna Holm", None, None, (said,), "direct")
    article = Article(
        key, f"{key}.txt", text, (Block("body", 0, len(text)),), key, outlet=f"outlet {told.number % 3}",
        published=day(told.published), published_basis="metadata",
    )  # fmt: skip
    entities = [Entity(id, "person", id.replace("-", " ").title(), country) for id, country in people.items()]
    return Findings(article, tuple(entities), accounts=tuple(accounts), statements=(statement,))


def keep(connection: sqlite3.Connection, told: Told) -> None:
    name = f"a{told.number}.txt"
    store.keep_source(
        connection, file=f"/p/{name}", name=name, size=1, mtime_ns=1, sha256="", status="present", problem=None,
        reader="x",
    )  # fmt: skip
    store.keep_findings(connection, findings_of(told), f"/p/{name}", name, "x")


def remove(connection: sqlite3.Connection, number: int) -> None:
    left = {row.path for row in queries.articles(connection)} - {f"a{number}.txt"}
    store.mark_removed(connection, ["/p"], [(f"/p/{name}", name) for name in left])
    store.keep_state(connection, "settled", "no")


def derived(connection: sqlite3.Connection) -> tuple[object, ...]:
    return queries.events(connection), queries.judgements(connection)


ACCOUNTS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 3), st.integers(0, 3), st.none() | st.integers(0, 9)),
    max_size=3,
).map(tuple)
ARTICLES = st.builds(
    Told, st.integers(0, 5), st.integers(0, 12), ACCOUNTS, st.sampled_from(["NOR", "SWE"]), st.integers(0, 1)
)
STEPS = st.lists(st.one_of(ARTICLES, st.integers(0, 5)), min_size=2, max_size=9)


@pytest.mark.parametrize("crowded", [pytest.param(400, id="roomy blocks"), pytest.param(3, id="crowded blocks")])
@pytest.mark.parametrize("many", [pytest.param(300, id="few at once"), pytest.param(0, id="many at once")])
def test_any_way_of_growing_leads_to_the_same_record(crowded, many, monkeypatch):
    for module in (merging_events, settling):
        monkeypatch.setattr(module, "CROWDED", crowded)
    monkeypatch.setattr(settling, "MANY", many)

    @settings(max_examples=30, deadline=None)
    @given(steps=STEPS)
    def grow(steps: list[Told | int]) -> None:
        grown, whole = connect(":memory:", create=True), connect(":memory:", create=True)
        present: dict[int, Told] = {}
        for step in steps:
            if isinstance(step, int):
                remove(grown, step)
                present.pop(step, None)
            else:
                keep(grown, step)
                present[step.number] = step
            settle_record(grown)
        for told in present.values():
            keep(whole, told)
        settle_record(whole)
        assert derived(grown) == derived(whole)
        grown.close()
        whole.close()

    grow()


CORRECTIONS = st.tuples(st.sampled_from(["edit", "reject", "merge", "split"]), st.integers(0, 9), st.integers(0, 9))


@settings(max_examples=30, deadline=None)
@given(steps=st.lists(st.one_of(ARTICLES, CORRECTIONS), min_size=3, max_size=9))
def test_corrections_weigh_the_same_however_the_record_was_settled(steps):
    connection = connect(":memory:", create=True)
    for step in steps:
        if isinstance(step, Told):
            keep(connection, step)
        else:
            correct(connection, *step)
        settle_record(connection)
    before = derived(connection)
    for table in ("articles", "accounts", "statements"):
        what = table.removesuffix("s")
        connection.execute(f"INSERT OR IGNORE INTO touched SELECT '{what}', id FROM {table}")
    connection.execute("INSERT OR IGNORE INTO touched SELECT 'speaker', speaker FROM statements")
    store.keep_state(connection, "settled", "no")
    settle_record(connection)
    assert derived(connection) == before
    connection.close()


def correct(connection: sqlite3.Connection, action: str, one: int, other: int) -> None:
    rows = queries.events(connection) if action in ("edit", "reject") else queries.findings_of(connection, "accounts")
    if len(rows) < 2 or one % len(rows) == other % len(rows):
        return
    row, value = rows[one % len(rows)].id, rows[other % len(rows)].id
    more = {"value": value} if action in ("merge", "split") else {}
    if action == "edit":
        more = {"field": "place", "value": "Graz"}
    make_correction(connection, action, row, by="an analyst", why="checked", **more)  # type: ignore[arg-type]
