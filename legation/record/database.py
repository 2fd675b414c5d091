"""Opens the record's SQLite file."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from legation.model import LegationError
from legation.record.migrations import migrate


def connect(path: Path | str, *, create: bool = False) -> sqlite3.Connection:
    """A connection to the record at `path`, in its newest shape, with WAL and foreign keys on.

    Raises LegationError where there is no record (unless `create`), or the file is something else.
    """
    path = Path(path)
    if not create and not path.exists():
        raise LegationError(f"{path}: no such record; make one with `legation build FOLDER --record {path}`")
    if path.is_dir():
        raise LegationError(f"{path}: is a folder; name a file for the record, such as record.db")
    try:
        connection = sqlite3.connect(path, timeout=30, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
    except sqlite3.DatabaseError as error:
        raise LegationError(
            f"{path}: cannot be opened as a record ({error}); name another file with --record"
        ) from error
    return connection
