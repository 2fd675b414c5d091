"""Questions to the record: one function a question."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, TypeVar

from legation.model import (
    Account,
    Article,
    Block,
    Channel,
    Correction,
    DateInterval,
    Entity,
    Event,
    Figure,
    Findings,
    Judgement,
    LegationError,
    Mention,
    Problem,
    Span,
    Statement,
    Tenure,
    Voice,
)
from legation.record.rows import from_row

Value = TypeVar("Value")

FINDING_TABLES: dict[str, type] = {
    "mentions": Mention,
    "tenures": Tenure,
    "statements": Statement,
    "accounts": Account,
    "channels": Channel,
    "figures": Figure,
    "voice": Voice,
}
CURRENT = "article IN (SELECT id FROM current_articles)"
"""For whole tables; `present` asks of each row by itself."""
LISTED = "(SELECT value FROM json_each(?))"
"""The ids of one JSON array, however many."""
PLACE = 'article, start, "end", id'
ORDER = {"statements": "article, json_extract(content, '$[0][0]'), id", "accounts": "article, trigger_start, id"}


def present(article: str) -> str:
    """A condition that holds where the file of the article in this column is still there."""
    return f"EXISTS (SELECT 1 FROM current_articles here WHERE here.id = {article})"


def _select(connection: sqlite3.Connection, kind: type[Value], sql: str, cells: Sequence[Any] = ()) -> list[Value]:
    return [from_row(kind, row) for row in connection.execute(sql, cells)]


def findings_of(connection: sqlite3.Connection, table: str, article: str | None = None) -> list[Any]:
    """All rows of one table of findings as dataclasses, in reading order; of one article, if named."""
    where, cells = (CURRENT, ()) if article is None else ("article = ?", (article,))
    order = ORDER.get(table, PLACE)
    return _select(connection, FINDING_TABLES[table], f"SELECT * FROM {table} WHERE {where} ORDER BY {order}", cells)


def findings_with(connection: sqlite3.Connection, table: str, ids: Iterable[str]) -> list[Any]:
    """Those rows of one table of findings that have the ids and stand in present articles, in reading order."""
    where, order = f"id IN {LISTED} AND {present('article')}", ORDER.get(table, PLACE)
    sql = f"SELECT * FROM {table} WHERE {where} ORDER BY {order}"
    return _select(connection, FINDING_TABLES[table], sql, (json.dumps(list(ids)),))


def published_of(row: sqlite3.Row) -> DateInterval | None:
    """When the article of a row was published, by its four columns `published_earliest` to `published_words`."""
    if not row["published_precision"]:
        return None
    days = (row["published_earliest"], row["published_latest"])
    earliest, latest = (date.fromisoformat(day) if day else None for day in days)
    return DateInterval(earliest, latest, row["published_precision"], row["published_words"] or "")


def article_of(row: sqlite3.Row, blocks: Sequence[Block] = (), warnings: Sequence[Problem] = ()) -> Article:
    """The article that a row of `articles` holds."""

    at = None if row["published_span_start"] is None else Span(row["published_span_start"], row["published_span_end"])
    return Article(
        id=row["id"],
        path=row["path"],
        text=row["text"],
        blocks=tuple(blocks),
        sha256=row["sha256"],
        url=row["url"],
        outlet=row["outlet"],
        agency=row["agency"],
        title=row["title"],
        author=row["author"],
        published=published_of(row),
        published_basis=row["published_basis"],
        published_span=at,
        language=row["language"],
        warnings=tuple(warnings),
    )


def articles(connection: sqlite3.Connection, ids: Sequence[str] | None = None) -> list[Article]:
    """The articles whose files are still there (or those named), with blocks and the warnings of intake."""
    if ids is None:
        rows = connection.execute("SELECT * FROM current_articles ORDER BY path, id").fetchall()
    else:
        rows = [row for key in ids for row in connection.execute("SELECT * FROM articles WHERE id = ?", (key,))]
    return _with_blocks(connection, rows)


def present_articles(connection: sqlite3.Connection, ids: Sequence[str]) -> list[Article]:
    """Those of the articles whose files are still there."""
    sql = f"SELECT * FROM current_articles WHERE id IN {LISTED}"
    return _with_blocks(connection, connection.execute(sql, (json.dumps(ids),)))


def _with_blocks(connection: sqlite3.Connection, rows: Iterable[sqlite3.Row]) -> list[Article]:
    found = []
    for row in rows:
        blocks = _select(connection, Block, "SELECT * FROM blocks WHERE article = ? ORDER BY start", (row["id"],))
        problems = connection.execute(
            "SELECT kind, message FROM problems WHERE article = ? AND stage = 'intake' ORDER BY rowid", (row["id"],)
        )
        found.append(article_of(row, blocks, [Problem(kind, message) for kind, message in problems]))
    return found


def paths(connection: sqlite3.Connection) -> dict[str, str]:
    """The path of each present article."""
    return dict(connection.execute("SELECT id, path FROM current_articles").fetchall())


def article(connection: sqlite3.Connection, key: str) -> Article:
    """One article by id, by path, or by the end of its path. Raises LegationError if none or several fit."""
    rows = connection.execute("SELECT id, path FROM articles WHERE id = ? OR path = ?", (key, key)).fetchall()
    if not rows:
        rows = connection.execute(
            "SELECT id, path FROM articles WHERE id LIKE ? || '%' OR path LIKE '%' || ? || '%' ORDER BY path",
            (key, key),
        ).fetchall()
    if not rows:
        if connection.execute("SELECT 1 FROM corrections WHERE row = ?", (key,)).fetchone():
            raise LegationError(f"{key}: no longer in the record; `legation history {key}` tells why")
        raise LegationError(f"{key}: no such article in the record; `legation search WORDS` finds one")
    if len(rows) > 1:
        fitting = ", ".join(row["path"] for row in rows[:6]) + (", …" if len(rows) > 6 else "")
        raise LegationError(f"{key}: fits {len(rows)} articles ({fitting}); give more of the path or the id")
    return articles(connection, [rows[0][0]])[0]


def article_findings(connection: sqlite3.Connection, told: Article) -> Findings:
    """All that the record holds of one article."""
    entities = _select(
        connection,
        Entity,
        "SELECT * FROM entities WHERE id IN (SELECT id FROM article_entities WHERE article = ?) ORDER BY id",
        (told.id,),
    )
    problems = connection.execute(
        "SELECT kind, message FROM problems WHERE article = ? AND stage = 'reading' ORDER BY rowid", (told.id,)
    )
    found = {table: tuple(findings_of(connection, table, told.id)) for table in FINDING_TABLES}
    return Findings(told, tuple(entities), **found, problems=tuple(Problem(*row) for row in problems))


NAMED = f"EXISTS (SELECT 1 FROM article_entities x WHERE x.id = entities.id AND {present('x.article')})"
"""A condition that holds where a present article names the entity."""


def entities(connection: sqlite3.Connection, ids: Sequence[str] | None = None) -> list[Entity]:
    """The entities that a present article names; of those only that are listed, if any are."""
    listed, cells = ("1", ()) if ids is None else (f"id IN {LISTED}", (json.dumps(ids),))
    return _select(connection, Entity, f"SELECT * FROM entities WHERE {listed} AND {NAMED} ORDER BY id", cells)


def people_called(connection: sqlite3.Connection, name: str) -> list[Entity]:
    """The people that a present article names and who have exactly this name or alias."""
    called = "kind = 'person' AND (name = ?1 OR EXISTS (SELECT 1 FROM json_each(aliases) WHERE value = ?1))"
    return _select(connection, Entity, f"SELECT * FROM entities WHERE {called} AND {NAMED} ORDER BY id", (name,))


def mentioned(connection: sqlite3.Connection) -> dict[str, int]:
    """How often present articles mention each entity."""
    rows = connection.execute(f"SELECT entity, count(*) FROM mentions WHERE {CURRENT} GROUP BY entity")
    return dict(rows.fetchall())


def mentions_by_path(connection: sqlite3.Connection, entity: str) -> dict[str, int]:
    """How often each present article, by its path, mentions an entity."""
    sql = (
        "SELECT a.path, count(*) FROM mentions m JOIN current_articles a ON a.id = m.article "
        "WHERE m.entity = ? GROUP BY a.path ORDER BY a.path"
    )
    return dict(connection.execute(sql, (entity,)).fetchall())


def article_entities(connection: sqlite3.Connection) -> dict[str, list[Entity]]:
    """For each present article, its entities as it tells them."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for row in connection.execute(f"SELECT * FROM article_entities WHERE {CURRENT} ORDER BY article, id"):
        found[row["article"]].append(from_row(Entity, row))
    return dict(found)


_BY_DATE = "coalesce(date_earliest, date_latest, '9999'), label, id"
_REPORTED = (
    "(SELECT min(coalesce(a.published_earliest, a.published_latest)) FROM event_accounts x "
    "JOIN accounts c ON c.id = x.account JOIN current_articles a ON a.id = c.article WHERE x.event = events.id)"
)
_BY_REPORT = (
    f"coalesce(iif(date_precision IS NULL, {_REPORTED}, coalesce(date_earliest, date_latest)), '9999'), {_BY_DATE}"
)
"""Events without a date stand where they were first reported."""


def events(
    connection: sqlite3.Connection,
    *,
    parties: Sequence[str] | None = None,
    label: str | None = None,
    code: str | None = None,
    status: str | None = None,
) -> list[Event]:
    """The events, by date; those without one last. Only those of some parties (ids), a label, code or status."""
    return _events(connection, _BY_DATE, parties, label=label, code=code, status=status)


def events_as_reported(connection: sqlite3.Connection, parties: Sequence[str]) -> list[Event]:
    """The events of some parties, by date; those without one stand where they were first reported."""
    return _events(connection, _BY_REPORT, parties)


def meetings(connection: sqlite3.Connection, parties: Sequence[str] | None = None) -> list[Event]:
    """The events that the view `meetings` lists (meetings, calls, visits, summits), in the order of `as_reported`."""
    return _events(connection, _BY_REPORT, parties, among="id IN (SELECT id FROM meetings)")


def _events(
    connection: sqlite3.Connection, order: str, parties: Sequence[str] | None, among: str = "1", **cells: str | None
) -> list[Event]:
    wanted = {name: cell for name, cell in cells.items() if cell is not None}
    where = [among, *(f"{name} = :{name}" for name in wanted)]
    if parties is not None:
        wanted["parties"] = json.dumps(parties)
        listed = LISTED.replace("?", ":parties")
        where.append(f"id IN (SELECT event FROM event_parties WHERE party IN {listed})")
    rows = connection.execute(f"SELECT * FROM events WHERE {' AND '.join(where)} ORDER BY {order}", wanted)
    return [from_row(Event, row) for row in rows]


def event(connection: sqlite3.Connection, key: str) -> Event | None:
    """One event by its id."""
    found = _select(connection, Event, "SELECT * FROM events WHERE id = ?", (key,))
    return found[0] if found else None


def accounts_of(connection: sqlite3.Connection, key: str) -> list[Account]:
    """The accounts of one event, in the order of their ids."""
    sql = "SELECT * FROM accounts WHERE id IN (SELECT account FROM event_accounts WHERE event = ?) ORDER BY id"
    return _select(connection, Account, sql, (key,))


def finding(connection: sqlite3.Connection, key: str) -> tuple[str, Any, str] | None:
    """One finding by its id: its table, the finding, its exact words; None where no table has it."""
    for table, kind in FINDING_TABLES.items():
        row = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (key,)).fetchone()
        if row is not None:
            return table, from_row(kind, row), row["words"]
    return None


def row_ids(connection: sqlite3.Connection, article: str) -> dict[str, list[str]]:
    """The ids of an article's findings, table by table, in the order of `findings_of`."""
    found = {}
    for table in FINDING_TABLES:
        order = ORDER.get(table, PLACE)
        rows = connection.execute(f"SELECT id FROM {table} WHERE article = ? ORDER BY {order}", (article,))
        found[table] = [row[0] for row in rows]
    return found


def linked_events(connection: sqlite3.Connection, key: str) -> list[tuple[Judgement, Event]]:
    """The links of one event, each with the event at its other end."""
    linked = 'kind = \'linked-events\' AND ("left" = ?1 OR "right" = ?1)'
    sql = f'SELECT * FROM judgements WHERE {linked} ORDER BY "left", "right"'
    found = []
    for item in _select(connection, Judgement, sql, (key,)):
        other = event(connection, item.right if item.left == key else item.left)
        if other is not None:
            found.append((item, other))
    return found


def judgements(connection: sqlite3.Connection, kind: str | None = None) -> list[Judgement]:
    """The judgements, a person's before the program's."""
    where, cells = ("kind = ?", (kind,)) if kind else ("1", ())
    order = '(by = \'legation\'), kind, "left", "right"'
    return _select(connection, Judgement, f"SELECT * FROM judgements WHERE {where} ORDER BY {order}", cells)


def corrections(connection: sqlite3.Connection) -> list[Correction]:
    """All corrections in the order in which they were made."""
    return _select(connection, Correction, "SELECT * FROM corrections ORDER BY n")


def problems(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """What was not understood: kind, message, place."""
    rows = connection.execute("SELECT kind, message, place FROM what_was_not_understood ORDER BY kind, place, message")
    return [(kind, message, place) for kind, message, place in rows]


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows the record holds of each kind, of articles that are still there."""
    found = {"articles": connection.execute("SELECT count(*) FROM current_articles").fetchone()[0]}
    for table in FINDING_TABLES:
        found[table] = connection.execute(f"SELECT count(*) FROM {table} WHERE {CURRENT}").fetchone()[0]
    found["entities"] = len(entities(connection))
    found["events"] = connection.execute("SELECT count(*) FROM events").fetchone()[0]
    found["removed"] = connection.execute("SELECT count(*) FROM sources WHERE status = 'removed'").fetchone()[0]
    found["failed"] = connection.execute("SELECT count(*) FROM sources WHERE status = 'failed'").fetchone()[0]
    return found


def tenures_of(connection: sqlite3.Connection, post: str) -> list[Tenure]:
    """What the press tells of one office of the register."""
    here = present("article")
    return _select(
        connection, Tenure, f"SELECT * FROM tenures WHERE post = ? AND {here} ORDER BY article, start", (post,)
    )


def tenures_by(connection: sqlite3.Connection, person: str) -> list[Tenure]:
    """What the press tells of the offices of one person, in reading order."""
    sql = f"SELECT * FROM tenures WHERE person = ? AND {present('article')} ORDER BY {PLACE}"
    return _select(connection, Tenure, sql, (person,))
