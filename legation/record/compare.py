"""Two records side by side: which rows came, went or changed."""

from __future__ import annotations

import sqlite3
from typing import Any

from legation.record.queries import FINDING_TABLES

COMPARED = (*FINDING_TABLES, "events")


def compare_records(old: sqlite3.Connection, new: sqlite3.Connection) -> list[dict[str, Any]]:
    """Each difference: `change` (added, gone, changed), table, id, words, and the fields that changed."""
    changes = []
    for table in COMPARED:
        before, after = _rows(old, table), _rows(new, table)
        for key in sorted(before.keys() | after.keys()):
            one, other = before.get(key), after.get(key)
            if one == other:
                continue
            shown = other or one or {}
            fields = [name for name in shown if one and other and one.get(name) != other.get(name)]
            change = "changed" if one and other else "gone" if one else "added"
            words = shown.get("words") or shown.get("label") or ""
            changes.append({"change": change, "table": table, "id": key, "fields": fields, "words": words})
    return changes


def _rows(connection: sqlite3.Connection, table: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}
