"""Re-checks every span of the record against the text that it counts from."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

SPANNED = ("mentions", "tenures", "channels", "figures", "voice")


def _span_problem(text: str, start: Any, end: Any) -> str | None:
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        return f"span {start}-{end} is not in the text"
    return None


def _row_problems(text: str, table: str, row: sqlite3.Row) -> Iterator[str]:
    if table in SPANNED:
        wrong = _span_problem(text, row["start"], row["end"])
        if wrong is None and text[row["start"] : row["end"]] != row["words"]:
            wrong = f"words {row['words'][:40]!r} do not stand at {row['start']}-{row['end']}"
        if wrong:
            yield wrong
        return
    listed = [tuple(span) for span in json.loads(row["content" if table == "statements" else "evidence"])]
    if not listed:
        yield "has no evidence"
    pairs = ("cue", "speaker_words") if table == "statements" else ("trigger",)
    named = [(row[f"{name}_start"], row[f"{name}_end"]) for name in pairs if row[f"{name}_start"] is not None]
    wrongs = [wrong for span in [*listed, *named] if (wrong := _span_problem(text, *span))]
    yield from wrongs
    if not wrongs and " … ".join(text[start:end] for start, end in listed) != row["words"]:
        yield "words do not stand at their spans"


def find_wrong_spans(connection: sqlite3.Connection) -> Iterator[tuple[str, str, str, str]]:
    """Each row whose words do not stand where it says: table, row id, article path, what is wrong."""
    for article in connection.execute("SELECT id, path, text FROM articles ORDER BY path, id").fetchall():
        for table in (*SPANNED, "statements", "accounts"):
            for row in connection.execute(f"SELECT * FROM {table} WHERE article = ? ORDER BY id", (article["id"],)):
                for wrong in _row_problems(article["text"], table, row):
                    yield table, row["id"], article["path"], wrong
        for row in connection.execute("SELECT * FROM blocks WHERE article = ?", (article["id"],)):
            outside = _span_problem(article["text"], row["start"], row["end"])
            if outside:
                yield "blocks", f"{row['kind']} {row['start']}", article["path"], outside


def damage(connection: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong with the file: broken pages, dangling references."""
    broken = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    dangling = [
        f"{row[0]} row {row[1]} points to no {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")
    ]
    return broken + dangling
