"""The rows of a record in a fixed order, without what tells only of the run: for comparing two records."""

from __future__ import annotations

import sqlite3
from pathlib import Path

RUN_ONLY = {"builds", "sources", "article_sources", "state"}


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Each table's rows, sorted; `recorded` (the moment of the run) left out."""
    connection = sqlite3.connect(path)
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if name not in RUN_ONLY and "_search" not in name and not name.startswith("sqlite_")
    ]
    found = {}
    for name in names:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({name})") if row[1] != "recorded"]
        listed = ", ".join(f'"{column}"' for column in columns)
        found[name] = sorted(connection.execute(f"SELECT {listed} FROM {name}"), key=repr)
    connection.close()
    return found
