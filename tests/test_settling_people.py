"""Persons are judged anew only where a change can concern them: who is who is the same however a record grows."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from legation.flow import settle_record
from legation.lexicon.register_names import slug
from legation.model import Article, Block, DateInterval, Entity, Findings, LegationError, Mention, Tenure
from legation.record import queries, store
from legation.record.corrections import make_correction
from legation.record.database import connect

NAMES = ("Anna Holm", "Anna B. Holm", "Anna C. Holm", "Anna Holm-Lind", "Erik Lund", "E. Lund", "Wang Yi")
OFFICES = ("foreign minister", "mayor of Graz", "trade envoy")
TEXT = "Somebody was named here, and nobody knows who it was."


@dataclass(frozen=True)
class Told:
    """An article that names persons: a name, a country and an office each; some as the second of that id."""

    number: int
    day: int
    people: tuple[tuple[int, str | None, int | None, bool], ...]
    body: int | None


def findings_of(told: Told) -> Findings:
    key = f"a{told.number}"
    when = date(2022, 5, 1 + told.day)
    article = Article(
        key, f"{key}.txt", TEXT, (Block("body", 0, len(TEXT)),), key, outlet="The Graz Paper",
        published=DateInterval(when, when, "day", "metadata"), published_basis="metadata",
    )  # fmt: skip
    entities: dict[str, Entity] = {}
    tenures = []
    for place, country, office, second in told.people:
        name = NAMES[place]
        id = slug(name) + "-2" * second
        entities[id] = Entity(id, "person", name, country)
        if office is not None:
            tenures.append(Tenure(id, OFFICES[office], None, country, "holds", None, None, key, 0, 8, TEXT[:8], None))
    if told.body is not None:
        id = slug(NAMES[told.body])
        entities.setdefault(id, Entity(id, "organisation", NAMES[told.body]))
    mentions = tuple(Mention(key, at, at + 1, id) for at, id in enumerate(entities))
    return Findings(article, tuple(entities.values()), mentions=mentions, tenures=tuple(tenures))


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


def who_is_who(connection: sqlite3.Connection) -> tuple[object, ...]:
    told = [queries.findings_of(connection, table) for table in ("mentions", "tenures")]
    return *told, queries.entities(connection), queries.judgements(connection, "same-person")


PEOPLE = st.lists(
    st.tuples(
        st.integers(0, len(NAMES) - 1),
        st.sampled_from([None, "AUT", "SWE"]),
        st.none() | st.integers(0, len(OFFICES) - 1),
        st.booleans(),
    ),
    max_size=3,
).map(tuple)
ARTICLES = st.builds(Told, st.integers(0, 5), st.integers(0, 20), PEOPLE, st.none() | st.integers(0, 4))
STEPS = st.lists(st.one_of(ARTICLES, st.integers(0, 5)), min_size=2, max_size=9)


@settings(max_examples=60, deadline=None)
@given(steps=STEPS)
def test_who_is_who_does_not_depend_on_how_the_record_grew(steps: list[Told | int]) -> None:
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
    assert who_is_who(grown) == who_is_who(whole)
    grown.close()
    whole.close()


CORRECTIONS = st.tuples(st.sampled_from(["merge", "split", "edit"]), st.integers(0, 9), st.integers(0, 9))


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.one_of(ARTICLES, st.integers(0, 5), CORRECTIONS), min_size=3, max_size=9))
@example(steps=[Told(0, 0, (), None), Told(0, 0, (), 0), Told(1, 0, ((0, None, None, False),), None), 0])
def test_what_analysts_say_of_persons_weighs_the_same_when_all_are_judged_anew(steps: list[object]) -> None:
    connection = connect(":memory:", create=True)
    for step in steps:
        if isinstance(step, int):
            remove(connection, step)
        elif isinstance(step, Told):
            keep(connection, step)
        else:
            correct(connection, *step)
        settle_record(connection)
    before = who_is_who(connection)
    connection.execute("DELETE FROM state WHERE key = 'register'")
    store.keep_state(connection, "settled", "no")
    settle_record(connection)
    assert who_is_who(connection) == before
    connection.close()


def correct(connection: sqlite3.Connection, action: str, one: int, other: int) -> None:
    """Joins, parts or places two of the persons whom present articles tell of."""
    people = [
        f"{entity.id}@{article}.txt"
        for article, entities in queries.article_entities(connection).items()
        for entity in entities
        if entity.kind == "person"
    ]
    if not people or people[one % len(people)] == people[other % len(people)]:
        return
    more: dict[str, object] = {"value": people[other % len(people)]}
    if action == "edit":
        more = {"field": "country", "value": ("NOR", "DEU")[other % 2]}
    with contextlib.suppress(LegationError):
        make_correction(connection, action, people[one % len(people)], by="an analyst", why="checked", **more)  # type: ignore[arg-type]
