"""People whom only the press knows: one id each, joined and parted by an analyst, whatever the order of arrival."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legation
from legation.flow import settle_record
from legation.model import (
    Account,
    ActorCode,
    Article,
    Block,
    DateInterval,
    Entity,
    Findings,
    LegationError,
    Mention,
    Span,
    Statement,
    Tenure,
)
from legation.record import queries, store
from legation.record.database import connect

TEXT = "Anna Holm met an aide in Graz. “We agree,” an official said."


def findings(key: str, *people: tuple[str, str, str | None, str | None], day: int = 1) -> Findings:
    """An article `key`.txt of May 2022 that tells of persons: id, name, country, office. An official speaks."""
    when = DateInterval(date(2022, 5, day), date(2022, 5, day), "day", "metadata")
    article = Article(key, f"{key}.txt", TEXT, (Block("body", 0, len(TEXT)),), key * 8, published=when)
    at = TEXT.index("We agree")
    statement = Statement(
        f"s{key}", key, None, "an official", None, None, (Span(at, at + 8),), "direct", targets=(people[0][0],)
    )
    return Findings(
        article,
        tuple(Entity(id, "person", name, country) for id, name, country, _ in people),
        tuple(Mention(key, 0, 9, id) for id, _, _, _ in people[:1]),
        tuple(
            Tenure(id, office, None, country, "holds", None, None, key, 0, 9, TEXT[:9])
            for id, _, country, office in people
            if office
        ),
        (statement,),
    )


NORWAY = findings("norway", ("anna-holm", "Anna Holm", "NOR", "foreign minister"))
AGAIN = findings("again", ("anna-holm", "Anna Holm", "NOR", None), day=2)
GHANA = findings("ghana", ("anna-holm", "Anna Holm", "GHA", "virologist"), day=3)
KENYA = findings("kenya", ("anna-holm", "Anna Holm", "KEN", "judge"), day=4)


def keep(path, told):
    """A record of articles, in the order given; settled after each."""
    connection = connect(path, create=True)
    for item in told:
        add(connection, item)
    connection.close()
    return path


def add(connection, item):
    name = item.article.path
    store.keep_source(
        connection, file=f"/p/{name}", name=name, size=1, mtime_ns=1, sha256="", status="present", reader="x"
    )
    store.keep_findings(connection, item, f"/p/{name}", name, "x")
    settle_record(connection)


def seen(path):
    """Who is told where, in mentions, tenures and targets."""
    with legation.Record(path) as record:
        people = {(row["id"], row["country"], row["role"]) for row in record.people()}
        named = {(item.article, item.entity) for item in queries.findings_of(record.connection, "mentions")}
        held = {(item.article, item.person) for item in queries.findings_of(record.connection, "tenures")}
        about = {(s.article, s.targets, s.speaker) for s in queries.findings_of(record.connection, "statements")}
        return people, named, held, about


@pytest.mark.parametrize("order", itertools.permutations([NORWAY, AGAIN, GHANA, KENYA]))
def test_people_of_one_name_get_ids_of_their_own_in_any_order_of_arrival(tmp_path, order):
    people, named, held, about = seen(keep(tmp_path / "r.db", order))
    assert people == {
        ("anna-holm", "NOR", "foreign minister"),
        ("anna-holm-2", "GHA", "virologist"),
        ("anna-holm-3", "KEN", "judge"),
    }
    ids = {"norway": "anna-holm", "again": "anna-holm", "ghana": "anna-holm-2", "kenya": "anna-holm-3"}
    assert named == set(ids.items())
    assert held == {(key, id) for key, id in ids.items() if key != "again"}
    assert {(key, targets) for key, targets, _ in about} == {(key, (id,)) for key, id in ids.items()}


def test_codes_of_actors_go_by_the_ids_that_persons_have_in_the_record(tmp_path):
    codes = (ActorCode("anna-holm", "GHA", "EDU"),)
    span = Span(0, 4)
    account = Account("c1", "ghana", "CONSULT", None, (), "meeting", ("anna-holm",), (), None, None, "actual", False,
                      None, span, (span,), actor_codes=codes)  # fmt: skip
    keep(tmp_path / "r.db", [NORWAY, replace(GHANA, accounts=(account,))])
    with legation.Record(tmp_path / "r.db") as record:
        [kept] = queries.findings_of(record.connection, "accounts")
    assert kept.sources == ("anna-holm-2",)
    assert kept.actor_codes == (ActorCode("anna-holm-2", "GHA", "EDU"),)


def test_a_person_is_no_longer_parted_when_the_other_one_is_gone(tmp_path):
    path = keep(tmp_path / "r.db", [NORWAY, GHANA])
    connection = connect(path)
    store.mark_removed(connection, ["/p/norway.txt"], [])
    store.keep_state(connection, "settled", "no")
    settle_record(connection)
    assert {row.entity for row in queries.findings_of(connection, "mentions")} == {"anna-holm"}
    connection.close()


def test_a_person_takes_no_place_s_or_body_s_id(tmp_path):
    told = findings("lake", ("victoria", "Victoria", None, None))
    path = keep(tmp_path / "r.db", [told])
    connection = connect(path)
    place = Findings(Article("b", "b.txt", TEXT, (), "b"), (Entity("victoria", "place", "Victoria", "SYC"),), ())
    add(connection, place)
    kinds = {entity.id: entity.kind for entity in queries.entities(connection)}
    assert kinds == {"victoria": "place", "victoria-2": "person"}
    connection.close()


def test_an_analyst_joins_parts_and_joins_again(tmp_path):
    path = keep(tmp_path / "r.db", [NORWAY, GHANA])
    with legation.Record(path) as record:
        record.correct("anna-holm-2", "merge", value="anna-holm", by="me", why="one person")
        assert [row["id"] for row in record.people()] == ["anna-holm"]
        record.correct("anna-holm@ghana.txt", "split", value="anna-holm@norway.txt", by="me", why="two after all")
        assert {row["id"] for row in record.people()} == {"anna-holm", "anna-holm-2"}
        record.correct("anna-holm-2", "merge", value="anna-holm", by="me", why="one")
        (said,) = [row for row in record.namesakes() if row["by"] == "me"]
        assert (said["verdict"], said["reason"]) == ("same", "one")


def test_an_analyst_parts_what_the_program_joined(tmp_path):
    path = keep(tmp_path / "r.db", [NORWAY, AGAIN])
    with legation.Record(path) as record:
        record.correct("anna-holm@again.txt", "split", value="anna-holm@norway.txt", by="me", why="mother, daughter")
    _, named, _, _ = seen(path)
    assert named == {("norway", "anna-holm"), ("again", "anna-holm-2")}


def test_a_person_can_be_joined_to_one_of_the_register_and_one_article_s_kept_apart(tmp_path):
    real = findings("real", ("wang-yi", "Wang Yi", "CHN", None))
    path = keep(tmp_path / "r.db", [NORWAY, real])
    with legation.Record(path) as record:
        record.correct("anna-holm", "merge", value="wang-yi", by="me", why="a pen name")
        (person,) = record.people()
        assert (person["id"], person["name"], person["country"]) == ("wang-yi", "Wang Yi", "CHN")
        record.correct("wang-yi@real.txt", "split", value="wang-yi", by="me", why="a chef of that name")
        assert {row["id"] for row in record.people()} == {"wang-yi", "wang-yi-2"}


def test_two_names_of_one_article_can_be_joined_and_parted_again(tmp_path):
    both = findings("both", ("anna-holm", "Anna Holm", None, None), ("a-lind", "A. Lind", "SWE", "judge"))
    path = keep(tmp_path / "r.db", [both])
    before = seen(path)
    with legation.Record(path) as record:
        record.correct("a-lind", "merge", value="anna-holm", by="me", why="her maiden name")
        (person,) = record.people()
        assert person["country"] == "SWE"
        assert {person["name"], *person["aliases"]} == {"A. Lind", "Anna Holm"}
        record.correct("a-lind@both.txt", "split", value="anna-holm@both.txt", by="me", why="no")
    assert seen(path) == before


def test_a_fixed_person_stays_fixed_and_is_judged_by_what_is_fixed(tmp_path):
    bare = findings("bare", ("anna-holm", "Anna Holm", None, None), day=5)
    path = keep(tmp_path / "r.db", [AGAIN])
    with legation.Record(path) as record:
        record.correct("anna-holm", "edit", field="country", value="SWE", by="me", why="checked")
        record.correct("anna-holm", "edit", field="role", value="envoy", by="me", why="checked")
        record.correct("anna-holm", "edit", field="name", value="Anna Holm-Berg", by="me", why="married")
    connection = connect(path)
    for item in (AGAIN, GHANA, bare):
        add(connection, item)
    connection.close()
    with legation.Record(path) as record:
        people = {row["id"]: row for row in record.people()}
        assert set(people) == {"anna-holm", "anna-holm-2"}
        one = people["anna-holm"]
        assert (one["name"], one["country"], one["role"]) == ("Anna Holm-Berg", "SWE", "envoy")
        assert "Anna Holm" in one["aliases"]


@pytest.mark.parametrize(
    ("value", "id", "name"),
    [
        pytest.param("Jane Roe", "jane-roe", "Jane Roe", id="somebody new"),
        pytest.param("Yi Wang", "wang-yi", "Wang Yi", id="of the register, by name"),
        pytest.param("anna-holm-2", "anna-holm-2", "Anna Holm", id="of another article"),
        pytest.param("anna-holm", "anna-holm", "Anna Holm", id="of this article"),
        pytest.param("NATO", "NATO", "North Atlantic Treaty Organization", id="a body"),
    ],
)
def test_an_unnamed_speaker_can_be_named_and_keeps_the_name(tmp_path, value, id, name):
    path = keep(tmp_path / "r.db", [NORWAY, GHANA])
    with legation.Record(path) as record:
        record.correct("snorway", "edit", field="speaker", value=value, by="me", why="named elsewhere")
    connection = connect(path)
    add(connection, NORWAY)
    connection.close()
    with legation.Record(path) as record:
        (said,) = [s for s in queries.findings_of(record.connection, "statements") if s.article == "norway"]
        assert (said.speaker, said.speaker_name) == (id, name)
        assert [row["speaker"] for row in record.statements(name) if row["id"] == "snorway"] == [name]


@pytest.mark.parametrize(
    ("row", "action", "more", "says"),
    [
        pytest.param("anna-holm", "reject", {}, "is a person", id="reject"),
        pytest.param("anna-holm", "edit", {"field": "country", "value": "Norway"}, "such as CHN", id="country"),
        pytest.param("anna-holm", "edit", {"field": "name", "value": ""}, "give the person's name", id="no name"),
        pytest.param("anna-holm", "edit", {"field": "kind", "value": "place"}, "no such field", id="kind"),
        pytest.param("anna-holm", "merge", {"value": "snorway"}, "or people", id="person and statement"),
        pytest.param("anna-holm@graz.txt", "merge", {"value": "wang-yi"}, "no article graz.txt", id="other article"),
        pytest.param("snorway", "edit", {"field": "speaker", "value": "nobody-known"}, "nobody has this id", id="id"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(tmp_path, row, action, more, says):
    with legation.Record(keep(tmp_path / "r.db", [NORWAY])) as record:
        with pytest.raises(LegationError, match=says) as refused:
            record.correct(row, action, by="me", why="x", **more)
        assert "\n" not in str(refused.value)
        assert queries.corrections(record.connection) == []


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.sampled_from([NORWAY, AGAIN, GHANA, KENYA])),
        st.tuples(st.just("join"), st.sampled_from(["again", "ghana", "kenya"])),
        st.tuples(st.just("part"), st.sampled_from(["again", "ghana", "kenya"])),
        st.tuples(st.just("fix"), st.sampled_from(["judge", "envoy"])),
        st.tuples(st.just("name"), st.sampled_from(["Jane Roe", "anna-holm", "Wang Yi"])),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_whatever_was_said_holds_after_a_rebuild_from_nothing(tmp_path_factory, steps):
    path = keep(tmp_path_factory.mktemp("record") / "r.db", [NORWAY, AGAIN, GHANA, KENYA])
    told: dict[str, str] = {}
    with legation.Record(path) as record:
        for kind, value in steps:
            if kind == "read":
                add(record.connection, value)
            elif kind in ("join", "part"):
                other = next(id for key, id in named_in(record).items() if key == value)
                action = "merge" if kind == "join" else "split"
                record.correct(f"{other}@{value}.txt", action, value="anna-holm@norway.txt", by="me", why="x")
                told[value] = kind
            elif kind == "fix":
                record.correct("anna-holm@norway.txt", "edit", field="role", value=value, by="me", why="x")
            else:
                record.correct("skenya", "edit", field="speaker", value=value, by="me", why="x")
        ids = named_in(record)
        for key, kind in told.items():
            assert (ids[key] == ids["norway"]) == (kind == "join")
    before = seen(path)
    connection = connect(path)
    for item in (KENYA, GHANA, NORWAY, AGAIN):
        add(connection, item)
    connection.close()
    assert seen(path) == before


def named_in(record):
    return {item.article: item.entity for item in queries.findings_of(record.connection, "mentions")}
