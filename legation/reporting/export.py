"""The record in exchange form: one file a table, as JSON Lines, CSV or Parquet."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from legation.model import Account, Article, Block, Correction, DateInterval, Entity, Event, Judgement, LegationError
from legation.record import queries
from legation.record.rows import fields_of, plain
from legation.reporting.wording import codes_of

Rows = list[dict[str, Any]]
KINDS: dict[str, type] = queries.FINDING_TABLES | {
    "articles": Article,
    "blocks": Block,
    "entities": Entity,
    "events": Event,
    "judgements": Judgement,
    "corrections": Correction,
}


def article_object(article: Article) -> dict[str, Any]:
    """An article's metadata as exchanged: `published` is its first day, the text stays in the record."""
    when = article.published
    words = article.words(article.published_span) if article.published_span else None
    return {
        "id": article.id,
        "path": article.path,
        "url": article.url,
        "outlet": article.outlet,
        "agency": article.agency,
        "title": article.title,
        "author": article.author,
        "published": when.earliest.isoformat() if when and when.earliest else None,
        "published_latest": when.latest.isoformat() if when and when.latest else None,
        "published_precision": when.precision if when else None,
        "published_basis": article.published_basis,
        "published_words": words,
        "language": article.language,
        "sha256": article.sha256,
        "warnings": [problem.kind for problem in article.warnings],
    }


def tables(connection: sqlite3.Connection) -> dict[str, Rows]:
    """Every table of the exchange form with its rows."""
    articles = queries.articles(connection)
    found: dict[str, Rows] = {
        "articles": [article_object(article) for article in articles],
        "blocks": [{"article": article.id} | plain(block) for article in articles for block in article.blocks],
        "entities": [plain(entity) for entity in queries.entities(connection)],
    }
    texts = {article.id: article for article in articles}
    for table in queries.FINDING_TABLES:
        found[table] = [_finding(row, texts[row.article]) for row in queries.findings_of(connection, table)]
    events = queries.events(connection)
    event_of = {key: event.id for event in events for key in event.accounts}
    for row in found["accounts"]:
        row["event"] = event_of.get(row["id"])
    found["events"] = [plain(event) | _sides(event) for event in events]
    for event in found["events"]:
        event["contested"] = [
            {"field": item["field"], "values": [{"value": value, "accounts": told} for value, told in item["values"]]}
            for item in event["contested"]
        ]
    found["judgements"] = [plain(item) for item in queries.judgements(connection)]
    found["corrections"] = [plain(item) for item in queries.corrections(connection)]
    return found


def _finding(row: Any, article: Article) -> dict[str, Any]:
    """A finding with its exact words and the path of its article, for readers without the record."""
    spans = getattr(row, "content", None) or getattr(row, "evidence", None) or ((row.start, row.end),)
    words = " … ".join(article.words(span) for span in spans)
    out = dict(plain(row)) | {"words": words, "path": article.path}
    if isinstance(row, Account):
        out |= _sides(row)
        if row.date is None and article.published is not None:
            out["date"] = plain(bound_of(row, article.published))
    return out


def _sides(row: Account | Event) -> dict[str, list[str]]:
    """The CAMEO-like codes of either side, in the order of `sources` and `targets`: `["USAGOV"]`."""
    return {
        "source_codes": list(codes_of(row.sources, row.actor_codes)),
        "target_codes": list(codes_of(row.targets, row.actor_codes)),
    }


def bound_of(account: Account, published: DateInterval) -> DateInterval:
    """When an event without a date of its own may have been: by the day of the report if done, else after it."""
    if account.status in ("actual", "denied"):
        return DateInterval(None, published.latest, "unknown", "not after publication")
    return DateInterval(published.earliest, None, "unknown", "not before publication")


def flat(row: dict[str, Any]) -> dict[str, Any]:
    """A row with lists and objects as JSON text, for formats of plain cells."""
    return {
        key: json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value
        for key, value in row.items()
    }


def write_jsonl(path: Path, rows: Rows) -> None:
    """One JSON object a line."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def write_csv(path: Path, rows: Rows) -> None:
    """A header and a line a row; an empty table has its header."""
    columns = list(rows[0]) if rows else [name for name, _ in fields_of(KINDS[path.stem])]
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns)
        writer.writeheader()
        writer.writerows(flat(row) for row in rows)


def write_parquet(path: Path, rows: Rows) -> None:
    """A Parquet file; needs the extra `parquet`."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        hint = "`pip install 'legation[parquet]'`, in a clone `pip install -e '.[parquet]'`"
        raise LegationError(f"Parquet needs pyarrow: {hint}") from error
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist([flat(row) for row in rows]), path)


WRITERS: dict[str, Callable[[Path, Rows], None]] = {"jsonl": write_jsonl, "csv": write_csv, "parquet": write_parquet}


def export(connection: sqlite3.Connection, form: str, folder: Path, only: Sequence[str] = ()) -> dict[str, int]:
    """Write the tables (or only those named) into `folder`; returns how many rows each has.

    Raises LegationError for a folder that cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LegationError(f"{folder}: cannot be made ({error.strerror}); name another folder with --out") from error
    written = {}
    for name, rows in tables(connection).items():
        if not only or name in only:
            WRITERS[form](folder / f"{name}.{form}", rows)
            written[name] = len(rows)
    return written
