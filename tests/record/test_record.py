"""The record keeps what it is given, whole, and gives it back as it was."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from legation.model import Account, Figure, LegationError, Mention, Statement, Tenure
from legation.record import queries, searches, store
from legation.record.database import connect
from legation.record.migrations import MIGRATIONS, migrate
from legation.record.rows import columns_of, from_row, to_row
from legation.record.verify import damage, find_wrong_spans
from tests.record.findings import TEXT, some_findings


@pytest.fixture
def connection(tmp_path):
    opened = connect(tmp_path / "r.db", create=True)
    yield opened
    opened.close()


def keep(connection, findings=None, file="/press/vienna.txt", name="vienna.txt"):
    store.keep_source(connection, file=file, name=name, size=1, mtime_ns=1, sha256="", status="present", reader="x")
    store.keep_findings(connection, findings or some_findings(), file, name, "x")


def test_findings_come_back_as_they_were_kept(connection):
    findings = some_findings()
    keep(connection, findings)
    assert queries.articles(connection) == [findings.article]
    for table in queries.FINDING_TABLES:
        assert queries.findings_of(connection, table) == list(getattr(findings, table)), table
    assert queries.entities(connection) == sorted(findings.entities, key=lambda entity: entity.id)


def test_every_kept_row_stands_on_its_words(connection):
    keep(connection)
    assert list(find_wrong_spans(connection)) == []
    assert damage(connection) == []


@pytest.mark.parametrize(
    ("sql", "table"),
    [
        pytest.param("UPDATE mentions SET start = start + 1", "mentions", id="shifted mention"),
        pytest.param("UPDATE statements SET content = '[[0, 4]]'", "statements", id="other content"),
        pytest.param("UPDATE statements SET cue_end = 999999", "statements", id="cue outside the text"),
        pytest.param("UPDATE accounts SET evidence = '[]'", "accounts", id="no evidence"),
        pytest.param("UPDATE figures SET words = '13 aides'", "figures", id="other words"),
    ],
)
def test_verify_finds_a_row_that_does_not_stand_on_its_words(connection, sql, table):
    keep(connection)
    connection.execute(sql)
    assert {wrong[0] for wrong in find_wrong_spans(connection)} == {table}


def test_keeping_an_article_again_replaces_its_findings(connection):
    keep(connection)
    keep(connection)
    assert queries.counts(connection)["statements"] == 1


def test_keeping_is_all_or_nothing(connection, monkeypatch):
    keep(connection)
    monkeypatch.setattr(store, "keep_state", lambda *_: (_ for _ in ()).throw(sqlite3.OperationalError("killed")))
    with pytest.raises(sqlite3.OperationalError):
        keep(connection, some_findings("a2", "other.txt"), name="vienna.txt")
    assert [article.id for article in queries.articles(connection)] == ["a1"]
    assert queries.counts(connection)["statements"] == 1


def test_a_removed_file_is_marked_and_its_words_stay(connection):
    keep(connection)
    assert store.mark_removed(connection, ["/press"], []) == ["vienna.txt"]
    assert queries.articles(connection) == []
    assert queries.article(connection, "a1").text == TEXT
    assert queries.counts(connection)["removed"] == 1


def test_an_article_lives_as_long_as_one_file_holds_it(connection):
    keep(connection)
    keep(connection, file="/elsewhere/vienna.txt")
    store.drop_stale_articles(connection, "/press/vienna.txt", "vienna.txt", [])
    assert [article.id for article in queries.articles(connection)] == ["a1"]
    store.drop_stale_articles(connection, "/elsewhere/vienna.txt", "vienna.txt", [])
    assert queries.counts(connection)["articles"] == 0
    assert queries.entities(connection) == []


def test_search_finds_words_in_statements_and_articles_and_survives_any_query(connection):
    keep(connection)
    kinds = {hit["kind"] for hit in searches.search(connection, "aides")}
    assert kinds == {"statement", "article"}
    for query in ('"', "AND OR NOT", "a*b(", "", "near(x", "colon:x", "-"):
        searches.search(connection, query)


def test_corrections_are_never_changed_or_deleted(connection):
    connection.execute(
        'INSERT INTO corrections (id, action, "table", row, by, at, why) '
        "VALUES ('k1', 'reject', 'statements', 'sa1', 'an analyst', '2023-01-01T00:00:00+00:00', 'a caption')"
    )
    for sql in ("DELETE FROM corrections", "UPDATE corrections SET why = ''"):
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute(sql)


@pytest.mark.parametrize("kind", [Mention, Tenure, Statement, Account, Figure])
def test_table_columns_are_the_fields_of_the_model(connection, kind):
    table = f"{kind.__name__.lower()}s"
    have = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
    assert set(columns_of(kind)) <= have
    assert have - set(columns_of(kind)) <= {"id", "words"}


def test_rows_turn_into_values_and_back():
    for statement in some_findings().statements:
        assert from_row(Statement, to_row(statement)) == statement


def test_a_record_of_every_older_shape_is_brought_up_to_date(tmp_path):
    for shape in range(len(MIGRATIONS) + 1):
        old = sqlite3.connect(tmp_path / f"{shape}.db", isolation_level=None)
        migrate(old, MIGRATIONS[:shape])
        old.close()
        opened = connect(tmp_path / f"{shape}.db")
        keep(opened)
        assert queries.counts(opened)["articles"] == 1
        opened.close()


def test_a_step_that_fails_leaves_the_older_shape_whole(tmp_path):
    database = sqlite3.connect(tmp_path / "r.db", isolation_level=None)
    migrate(database)
    with pytest.raises(sqlite3.OperationalError):
        migrate(database, (*MIGRATIONS, "CREATE TABLE half (x); CREATE TABLE articles (x);"))
    database.close()
    opened = connect(tmp_path / "r.db")
    assert opened.execute("SELECT count(*) FROM sqlite_master WHERE name = 'half'").fetchone()[0] == 0
    opened.close()


def test_a_record_of_a_newer_legation_is_refused_in_one_line(tmp_path):
    connect(tmp_path / "r.db", create=True).execute("PRAGMA user_version = 999")
    with pytest.raises(LegationError, match="upgrade"):
        connect(tmp_path / "r.db")


def test_a_file_that_is_no_record_is_refused_in_one_line(tmp_path):
    (tmp_path / "notes.txt").write_text("not a database, but long enough to look at" * 50)
    with pytest.raises(LegationError, match=r"notes\.txt"):
        connect(tmp_path / "notes.txt")
    with pytest.raises(LegationError, match="legation build"):
        connect(tmp_path / "missing.db")


def test_a_row_found_twice_is_one_row_and_a_dangling_link_costs_nothing_else(connection):
    findings = some_findings()
    twice = replace(findings, statements=findings.statements * 2, entities=findings.entities[1:])
    keep(connection, twice)
    (statement,) = queries.findings_of(connection, "statements")
    assert (statement.speaker, statement.speaker_name) == (None, "Anna Holm")
    assert damage(connection) == []
