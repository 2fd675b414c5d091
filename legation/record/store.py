"""Keeps what was taken in and read: each article with its findings in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from legation.model import Article, Correction, Entity, Findings
from legation.record.rows import plain, row_id, to_row


def now() -> str:
    """The present moment, UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the statements inside, or none."""
    connection.execute("BEGIN IMMEDIATE")
    done = False
    try:
        yield
        done = True
    finally:
        connection.execute("COMMIT" if done else "ROLLBACK")


def insert(connection: sqlite3.Connection, table: str, rows: Sequence[dict[str, Any]], verb: str = "INSERT") -> None:
    """Rows of equal columns into a table."""
    if rows:
        names = list(rows[0])
        columns = ", ".join(f'"{name}"' for name in names)
        marks = ", ".join(f":{name}" for name in names)
        connection.executemany(f'{verb} INTO "{table}" ({columns}) VALUES ({marks})', rows)


# ---- builds and sources


def begin_build(connection: sqlite3.Connection, version: str, reader: str) -> int:
    """Note that a build has begun; returns its number."""
    cursor = connection.execute(
        "INSERT INTO builds (started, legation, reader) VALUES (?, ?, ?)", (now(), version, reader)
    )
    return int(cursor.lastrowid or 0)


def end_build(connection: sqlite3.Connection, build: int) -> None:
    """Note that a build has ended well."""
    connection.execute("UPDATE builds SET finished = ? WHERE id = ?", (now(), build))


def known_sources(connection: sqlite3.Connection, reader: str) -> dict[tuple[str, str], tuple[int, int, str]]:
    """The files that this reader has wholly read: (file, name) to size, time of change (ns) and SHA-256."""
    rows = connection.execute(
        "SELECT file, name, size, mtime_ns, coalesce(sha256, '') FROM sources WHERE status = 'present' AND reader = ?",
        (reader,),
    )
    return {(file, name): (size, mtime_ns, sha256) for file, name, size, mtime_ns, sha256 in rows}


def keep_source(connection: sqlite3.Connection, **cells: object) -> None:
    """Add or renew the row of one file: file, name, size, mtime_ns, sha256, status, problem, reader."""
    columns = ", ".join(cells)
    marks = ", ".join(f":{name}" for name in cells)
    renewed = ", ".join(f"{name} = excluded.{name}" for name in cells if name not in {"file", "name"})
    connection.execute(
        f"INSERT INTO sources ({columns}) VALUES ({marks}) ON CONFLICT (file, name) DO UPDATE SET {renewed}", cells
    )


def mark_removed(connection: sqlite3.Connection, roots: Iterable[str], present: Iterable[tuple[str, str]]) -> list[str]:
    """Mark the files at or below `roots` that are no longer there; their rows stay. Returns their names.

    `present`: (file, name) of those that are there.
    """
    have, below = set(present), tuple(roots)
    rows = connection.execute("SELECT file, name FROM sources WHERE status <> 'removed'").fetchall()
    gone = sorted(
        (file, name)
        for file, name in rows
        if (file, name) not in have and any(file == root or file.startswith(root.rstrip("/") + "/") for root in below)
    )
    connection.executemany("UPDATE sources SET status = 'removed' WHERE file = ? AND name = ?", gone)
    return [name for _, name in gone]


def drop_stale_articles(connection: sqlite3.Connection, file: str, name: str, keep: Iterable[str]) -> None:
    """Forget the articles that this file held before and holds no longer, unless another file holds them too."""
    kept = set(keep)
    rows = connection.execute(
        "SELECT article FROM article_sources WHERE file = ? AND name = ?", (file, name)
    ).fetchall()
    stale = [article for (article,) in rows if article not in kept]
    for article in stale:
        connection.execute(
            "DELETE FROM article_sources WHERE article = ? AND file = ? AND name = ?", (article, file, name)
        )
        connection.execute(
            "DELETE FROM articles WHERE id = ? AND NOT EXISTS (SELECT 1 FROM article_sources WHERE article = id)",
            (article,),
        )
    forget_orphans(connection)


def forget_orphans(connection: sqlite3.Connection) -> None:
    """Drop entities that no article names any more."""
    connection.execute(
        "DELETE FROM entities WHERE NOT EXISTS (SELECT 1 FROM article_entities a WHERE a.id = entities.id)"
    )


# ---- articles with their findings


def article_row(article: Article, reader: str) -> dict[str, Any]:
    """The row of one article; the interval's own words stand in `published_words`."""
    when = article.published
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "agency": article.agency,
        "title": article.title,
        "author": article.author,
        "published_earliest": plain(when and when.earliest),
        "published_latest": plain(when and when.latest),
        "published_precision": when and when.precision,
        "published_words": when and when.basis,
        "published_basis": article.published_basis,
        "published_span_start": article.published_span and article.published_span.start,
        "published_span_end": article.published_span and article.published_span.end,
        "language": article.language,
        "sha256": article.sha256,
        "reader": reader,
        "recorded": now(),
        "text": article.text,
    }


def _with_words(article: Article, row: dict[str, Any], letter: str, *key: str) -> dict[str, Any]:
    """A row with its exact words and an id from its place and key."""
    place = (article.id, row["start"], row["end"], *(row[name] for name in key))
    return {"id": row_id(letter, *place), **row, "words": article.words((row["start"], row["end"]))}


ROW_KEYS = {"blocks": ("start", "end"), "article_entities": ("id",)} | dict.fromkeys(
    ("mentions", "tenures", "statements", "accounts", "channels", "figures", "voice"), ("id",)
)


def finding_rows(findings: Findings) -> dict[str, list[dict[str, Any]]]:
    """The rows of one article's findings, a list a table, in the order in which they can be inserted."""
    article = findings.article
    words = article.words
    entities = [to_row(entity) for entity in findings.entities]
    statements = [
        to_row(item) | {"words": " … ".join(words(span) for span in item.content)} for item in findings.statements
    ]
    accounts = [
        to_row(item) | {"words": " … ".join(words(span) for span in item.evidence)} for item in findings.accounts
    ]
    problems = [
        {"article": article.id, "stage": stage, "kind": problem.kind, "message": problem.message}
        for stage, listed in (("intake", article.warnings), ("reading", findings.problems))
        for problem in listed
    ]
    found = {
        "problems": problems,
        "blocks": [{"article": article.id} | to_row(block) for block in article.blocks],
        "article_entities": [{"article": article.id} | row for row in entities],
        "mentions": [_with_words(article, to_row(item), "m", "entity") for item in findings.mentions],
        "tenures": [
            _with_words(article, to_row(item), "t", "person", "office", "relation") for item in findings.tenures
        ],
        "statements": statements,
        "accounts": accounts,
        "channels": [_with_words(article, to_row(item), "h", "channel", "state") for item in findings.channels],
        "figures": [_with_words(article, to_row(item), "f", "value") for item in findings.figures],
        "voice": [_with_words(article, to_row(item), "v", "kind") for item in findings.voice],
    }
    for table, key in ROW_KEYS.items():
        # Ids derive from content: a row that is found twice is one row.
        found[table] = list({tuple(row[name] for name in key): row for row in reversed(found[table])}.values())[::-1]
    _unlink_unknown(found, {entity.id for entity in findings.entities}, {item.id for item in findings.statements})
    return found


def _unlink_unknown(tables: dict[str, list[dict[str, Any]]], entities: set[str], statements: set[str]) -> None:
    """A row that points to what the article does not list keeps its words and loses the link."""
    for table, column, known in (
        ("statements", "speaker", entities),
        ("figures", "claimant", entities),
        ("accounts", "said_by", statements),
    ):
        for row in tables[table]:
            if row[column] not in known:
                row[column] = None
    for table, column in (("mentions", "entity"), ("tenures", "person")):
        tables[table] = [row for row in tables[table] if row[column] in entities]


def keep_findings(connection: sqlite3.Connection, findings: Findings, file: str, name: str, reader: str) -> None:
    """Keep one article with all that it tells, replacing what it told before; all or nothing."""
    article = findings.article
    with transaction(connection):
        held = connection.execute("SELECT file, name FROM article_sources WHERE article = ?", (article.id,)).fetchall()
        connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
        insert(connection, "articles", [article_row(article, reader)])
        places = {(file, name), *((row["file"], row["name"]) for row in held)}
        insert(
            connection,
            "article_sources",
            [{"article": article.id, "file": place[0], "name": place[1]} for place in sorted(places)],
        )
        tables = finding_rows(findings)
        stubs = [{key: row[key] for key in row if key != "article"} for row in tables["article_entities"]]
        insert(connection, "entities", stubs, "INSERT OR IGNORE")
        for table, rows in tables.items():
            insert(connection, table, rows)
        keep_state(connection, "settled", "no")


def link_source(connection: sqlite3.Connection, article: str, file: str, name: str) -> bool:
    """Note that a file holds an article that the record has already; False if the record has no such article."""
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is None:
        return False
    connection.execute("INSERT OR IGNORE INTO article_sources VALUES (?, ?, ?)", (article, file, name))
    return True


def read_articles(connection: sqlite3.Connection, reader: str) -> set[str]:
    """Ids of the articles that this reader has read."""
    return {row[0] for row in connection.execute("SELECT id FROM articles WHERE reader = ?", (reader,))}


# ---- what is derived from all articles together


def keep_entities(connection: sqlite3.Connection, entities: Iterable[Entity]) -> None:
    """Renew the entities of the whole record."""
    rows = [to_row(entity) for entity in entities]
    insert(connection, "entities", rows, "INSERT OR IGNORE")
    connection.executemany(
        "UPDATE entities SET kind = :kind, name = :name, country = :country, wikidata = :wikidata, aliases = :aliases, "
        "role = :role WHERE id = :id",
        rows,
    )


def keep_correction(connection: sqlite3.Connection, correction: Correction) -> None:
    """Add one correction at the end of the list."""
    insert(connection, "corrections", [to_row(correction)])
    keep_state(connection, "settled", "no")


def keep_state(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Remember one small fact about the record itself."""
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, value))


def state_of(connection: sqlite3.Connection, key: str) -> str | None:
    """A small fact about the record itself."""
    row = connection.execute("SELECT value FROM state WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])
