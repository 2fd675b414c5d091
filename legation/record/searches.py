"""What the record holds on words, speakers, issues and times that somebody asks for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Any

from legation.model import Entity, Statement
from legation.record.queries import entities, present
from legation.record.rows import from_row


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
    clauses = [present("s.article"), "s.confidence >= ?"]
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
    return [from_row(Statement, row) for row in connection.execute(sql, cells)]
