"""Two records side by side: which rows came, went or changed."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from legation.record.queries import FINDING_TABLES

COMPARED = (*FINDING_TABLES, "events")


def compare_records(old: sqlite3.Connection, new: sqlite3.Connection) -> list[dict[str, Any]]:
    """Each difference: `change` (added, gone, changed), table, id, words, the fields that changed, before and after."""
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
            values = {name: [(one or {}).get(name), (other or {}).get(name)] for name in fields}
            words = shown.get("words") or _gist(shown)
            told = {"change": change, "table": table, "id": key, "fields": fields, "values": values, "words": words}
            changes.append(told)
    return changes


def _gist(event: dict[str, Any]) -> str:
    """An event in a few words: it has none of its own."""
    sources, targets = (json.loads(event.get(name) or "[]") for name in ("sources", "targets"))
    parties = " → ".join(", ".join(side) for side in (sources, [key for key in targets if key not in sources]) if side)
    return " ".join(part for part in (event.get("label"), parties, event.get("date_earliest")) if part)


def _rows(connection: sqlite3.Connection, table: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: dict(row) for row in connection.execute(f"SELECT * FROM {table}")}
