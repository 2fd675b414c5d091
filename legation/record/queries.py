"""Questions to the record: one function a question."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
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
PLACE = 'article, start, "end", id'
ORDER = {"statements": "article, json_extract(content, '$[0][0]'), id", "accounts": "article, trigger_start, id"}


def _select(connection: sqlite3.Connection, kind: type[Value], sql: str, cells: Sequence[Any] = ()) -> list[Value]:
    return [from_row(kind, row) for row in connection.execute(sql, cells)]


def findings_of(connection: sqlite3.Connection, table: str, article: str | None = None) -> list[Any]:
    """All rows of one table of findings as dataclasses, in reading order; of one article, if named."""
    where, cells = (CURRENT, ()) if article is None else ("article = ?", (article,))
    order = ORDER.get(table, PLACE)
    return _select(connection, FINDING_TABLES[table], f"SELECT * FROM {table} WHERE {where} ORDER BY {order}", cells)


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
    found = []
    for row in rows:
        blocks = _select(connection, Block, "SELECT * FROM blocks WHERE article = ? ORDER BY start", (row["id"],))
        problems = connection.execute(
            "SELECT kind, message FROM problems WHERE article = ? AND stage = 'intake' ORDER BY rowid", (row["id"],)
        )
        found.append(article_of(row, blocks, [Problem(kind, message) for kind, message in problems]))
    return found


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


def entities(connection: sqlite3.Connection) -> list[Entity]:
    """The entities that a present article names."""
    return _select(
        connection,
        Entity,
        f"SELECT * FROM entities WHERE id IN (SELECT id FROM article_entities WHERE {CURRENT}) ORDER BY id",
    )


def article_entities(connection: sqlite3.Connection) -> dict[str, list[Entity]]:
    """For each present article, its entities as it tells them."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for row in connection.execute(f"SELECT * FROM article_entities WHERE {CURRENT} ORDER BY article, id"):
        found[row["article"]].append(from_row(Entity, row))
    return dict(found)


def events(connection: sqlite3.Connection) -> list[Event]:
    """The events, by date; those without one last."""
    return _select(
        connection, Event, "SELECT * FROM events ORDER BY coalesce(date_earliest, date_latest, '9999'), label, id"
    )


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
    linked = 'kind = \'linked-events\' AND ? IN ("left", "right")'
    sql = f'SELECT * FROM judgements WHERE {linked} ORDER BY "left", "right"'
    found = []
    for item in _select(connection, Judgement, sql, (key,)):
        other = event(connection, item.right if item.left == key else item.left)
        if other is not None:
            found.append((item, other))
    return found


def meetings(connection: sqlite3.Connection) -> list[Event]:
    """The events that the view `meetings` lists: meetings, calls, visits, summits; in the order of `events`."""
    met = {row[0] for row in connection.execute("SELECT id FROM meetings")}
    return [event for event in events(connection) if event.id in met]


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


def _match(words: str) -> str:
    """User's words as an FTS5 query that cannot be a syntax error: each word quoted, all wanted."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.split())


def search(connection: sqlite3.Connection, words: str, limit: int = 20) -> list[dict[str, Any]]:
    """Articles and statements that hold all of the words, best first, with a snippet."""
    query = _match(words)
    if not query:
        return []
    hits: list[dict[str, Any]] = []
    for row in connection.execute(
        "SELECT s.id, s.article, s.speaker_name, snippet(statements_search, 1, '[', ']', '…', 24) AS words, "
        "bm25(statements_search) AS rank, a.outlet, a.published_earliest AS published, a.path "
        "FROM statements_search JOIN statements s ON s.rowid = statements_search.rowid "
        "JOIN current_articles a ON a.id = s.article "
        "WHERE statements_search MATCH ? AND s.repeats IS NULL ORDER BY rank, s.id LIMIT ?",
        (query, limit),
    ):
        hits.append({"kind": "statement"} | dict(row))
    for row in connection.execute(
        "SELECT a.id, a.id AS article, a.title, snippet(articles_search, 1, '[', ']', '…', 24) AS words, "
        "bm25(articles_search) AS rank, a.outlet, a.published_earliest AS published, a.path "
        "FROM articles_search JOIN articles a ON a.rowid = articles_search.rowid "
        "WHERE articles_search MATCH ? AND a.id IN (SELECT id FROM current_articles) ORDER BY rank, a.id LIMIT ?",
        (query, limit),
    ):
        hits.append({"kind": "article"} | dict(row))
    return hits


def people_named(connection: sqlite3.Connection, words: str) -> list[Entity]:
    """The people (or states, bodies) whose name, alias or id is `words`, or else whose name holds all of them."""
    wanted = words.casefold().split()
    exact, part = [], []
    for entity in entities(connection):
        names = [entity.id, entity.name, *entity.aliases]
        if any(name.casefold().split() == wanted for name in names):
            exact.append(entity)
        elif any(set(wanted) <= set(name.casefold().replace("-", " ").split()) for name in names[1:]):
            part.append(entity)
    return exact or part


def statements_by(
    connection: sqlite3.Connection,
    *,
    speaker: Sequence[str] | None = None,
    speaker_words: str | None = None,
    about: str | None = None,
    since: date | None = None,
    until: date | None = None,
    above: float = 0.0,
    repeats: bool = False,
) -> list[Statement]:
    """Statements by entity ids (or by words of an unnamed speaker), about an issue tag or a target, in a time.

    A statement without a date counts by the publication date of its article.
    """
    clauses = [CURRENT.replace("article", "s.article", 1), "s.confidence >= ?"]
    cells: list[Any] = [above]
    if not repeats:
        clauses.append("s.repeats IS NULL")
    if speaker is not None:
        named = f"s.speaker IN ({', '.join('?' * len(speaker))})"
        described = "s.speaker IS NULL AND s.speaker_name LIKE '%' || ? || '%'" if speaker_words else ""
        clauses.append(f"({named} OR {described})" if described else named)
        cells += [*speaker, speaker_words] if described else [*speaker]
    if about:
        clauses.append(
            "(EXISTS (SELECT 1 FROM json_each(s.issues) WHERE value = ?) "
            "OR EXISTS (SELECT 1 FROM json_each(s.targets) WHERE value = ?))"
        )
        cells += [about, about]
    if since:
        clauses.append("coalesce(s.date_latest, s.date_earliest, a.published_latest) >= ?")
        cells.append(since.isoformat())
    if until:
        clauses.append("coalesce(s.date_earliest, s.date_latest, a.published_earliest) <= ?")
        cells.append(until.isoformat())
    sql = (
        "SELECT s.* FROM statements s JOIN articles a ON a.id = s.article WHERE " + " AND ".join(clauses) + " ORDER BY "
        "coalesce(s.date_earliest, a.published_earliest, '9999'), a.path, json_extract(s.content, '$[0][0]'), s.id"
    )
    return _select(connection, Statement, sql, cells)


def tenures_of(connection: sqlite3.Connection, post: str) -> list[Tenure]:
    """What the press tells of one office of the register."""
    return _select(
        connection, Tenure, f"SELECT * FROM tenures WHERE post = ? AND {CURRENT} ORDER BY article, start", (post,)
    )
