"""Finds a row again by its words when its id or its spans have changed."""

from __future__ import annotations

import json
import re
import sqlite3
from difflib import SequenceMatcher
from typing import Any

from legation.model import LegationError
from legation.record.queries import FINDING_TABLES

LIKE_ENOUGH = 0.85
"""Least likeness of words (0 to 1) that a shifted or re-cleaned text may still have."""
CORRECTABLE = (*FINDING_TABLES, "events", "articles")
_SPACES = re.compile(r"\s+")


def table_of(connection: sqlite3.Connection, row: str) -> str:
    """The table that holds a row. Raises LegationError if none does."""
    for table in CORRECTABLE:
        if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row,)).fetchone():
            return table
    raise LegationError(f"{row}: no such row; `legation show ARTICLE --json` and `legation search` give the ids")


def anchor_of(connection: sqlite3.Connection, table: str, row: str) -> dict[str, Any]:
    """What a row is found again by: its id, the path of its article, its words, and the row itself."""
    if table == "articles":
        path = connection.execute("SELECT path FROM articles WHERE id = ?", (row,)).fetchone()[0]
        return {"row": row, "article": path, "words": None, "before": None}
    if table == "events":
        found = connection.execute("SELECT * FROM events WHERE id = ?", (row,)).fetchone()
        first = json.loads(found["accounts"])[0]
        return anchor_of(connection, "accounts", first) | {"row": row, "before": dict(found), "account": first}
    found = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (row,)).fetchone()
    path = connection.execute("SELECT path FROM articles WHERE id = ?", (found["article"],)).fetchone()[0]
    return {"row": row, "article": path, "words": found["words"], "before": dict(found)}


def find_row(connection: sqlite3.Connection, table: str, row: str, path: str | None, words: str | None) -> str | None:
    """The id that a row has now: the same, or that of the row with the same (or nearly the same) words."""
    if connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row,)).fetchone():
        return row
    if table == "articles":
        moved = connection.execute("SELECT id FROM articles WHERE path = ?", (path,)).fetchone()
        return str(moved[0]) if moved else None
    if words is None:
        return None
    wanted = _SPACES.sub(" ", words)
    best: tuple[float, str] | None = None
    for candidate in connection.execute(
        f"SELECT t.id, t.words FROM {table} t JOIN articles a ON a.id = t.article WHERE a.path = ? ORDER BY t.id",
        (path,),
    ):
        likeness = _likeness(wanted, _SPACES.sub(" ", candidate["words"]))
        if likeness >= LIKE_ENOUGH and (best is None or likeness > best[0]):
            best = (likeness, candidate["id"])
    return best[1] if best else None


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if one == other:
        return 1.0
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE_ENOUGH else 0.0


def moved_row(
    connection: sqlite3.Connection, table: str, before: dict[str, Any], path: str | None
) -> dict[str, Any] | None:
    """A row that the program no longer finds, put back where its words stand now; None where they stand nowhere.

    All spans move by as much as the words did.
    """
    article = connection.execute("SELECT id, text FROM articles WHERE path = ?", (path,)).fetchone()
    if article is None:
        return None
    start = _first_start(table, before)
    words = before["words"].split(" … ")[0]
    places = [match.start() for match in re.finditer(re.escape(words), article["text"])]
    if not places:
        return None
    shift = min(places, key=lambda place: abs(place - start)) - start
    row = {name: _moved(name, value, shift) for name, value in before.items()}
    row["article"] = article["id"]
    if not _stands(table, row, article["text"]):
        return None
    return row


def _first_start(table: str, row: dict[str, Any]) -> int:
    listed = {"statements": "content", "accounts": "evidence"}.get(table)
    return int(json.loads(row[listed])[0][0]) if listed else int(row["start"])


def _moved(name: str, value: Any, shift: int) -> Any:
    if isinstance(value, int) and (name in ("start", "end") or name.endswith(("_start", "_end"))):
        return value + shift
    if name in ("content", "evidence"):
        return json.dumps([[start + shift, end + shift] for start, end in json.loads(value)])
    return value


def _stands(table: str, row: dict[str, Any], text: str) -> bool:
    if table in ("statements", "accounts"):
        spans = json.loads(row["content" if table == "statements" else "evidence"])
        return bool(" … ".join(text[start:end] for start, end in spans) == row["words"])
    stands: bool = text[row["start"] : row["end"]] == row["words"]
    return stands
