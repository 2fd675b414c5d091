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
        anchor = anchor_of(connection, "accounts", first)
        before = dict(found) | {"account_row": anchor["before"]}
        return anchor | {"row": row, "before": before, "account": first, "account_row": anchor["before"]}
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

    All spans move by as much as the words did; in a text that was cleaned anew (other spaces, quotation marks, dashes)
    each part of the words is found on its own.
    """
    article = connection.execute("SELECT id, text FROM articles WHERE path = ?", (path,)).fetchone()
    if article is None:
        return None
    text, first = article["text"], _first_start(table, before)
    places: list[tuple[int, int]] = []
    for part in before["words"].split(" … "):
        wanted = places[-1][1] if places else first
        found = [match.span() for match in _loosely(part).finditer(text)]
        if not found:
            return None
        places.append(min(found, key=lambda place: (place[0] < wanted and bool(places), abs(place[0] - wanted))))
    row = {name: _moved(name, value, places[0][0] - first, len(text)) for name, value in before.items()}
    row["article"] = article["id"]
    row["words"] = " … ".join(text[start:end] for start, end in places)
    listed = {"statements": "content", "accounts": "evidence"}.get(table)
    row |= {listed: json.dumps(places)} if listed else {"start": places[0][0], "end": places[0][1]}
    return row


_ALIKE = ('“”„«»"', "‘’‚'`", "-‐‑‒–—")
"""Signs that a cleaner puts in one another's place."""


def _loosely(words: str) -> re.Pattern[str]:
    """What finds words whatever their spaces, quotation marks and dashes."""
    parts = []
    for sign in _SPACES.sub(" ", words.strip()):
        alike = next((signs for signs in _ALIKE if sign in signs), None)
        parts.append(r"\s+" if sign == " " else f"[{re.escape(alike)}]" if alike else re.escape(sign))
    return re.compile("".join(parts))


def _first_start(table: str, row: dict[str, Any]) -> int:
    listed = {"statements": "content", "accounts": "evidence"}.get(table)
    return int(json.loads(row[listed])[0][0]) if listed else int(row["start"])


def _moved(name: str, value: Any, shift: int, size: int) -> Any:
    """A place moved, and kept inside the text."""
    if isinstance(value, int) and (name in ("start", "end") or name.endswith(("_start", "_end"))):
        return min(max(value + shift, int(name.endswith("end"))), size - int(name.endswith("start")))
    return value
