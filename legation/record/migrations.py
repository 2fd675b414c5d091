"""The shape of the database, as an append-only list of steps; a released step is never edited."""

from __future__ import annotations

import sqlite3
from importlib import resources

from legation.model import LegationError

STEPS = (
    ("1_articles", "1_findings", "1_judgements", "1_search", "1_views"),
    ("2_people_of_one_name",),
    ("3_who_asked",),
    ("4_what_changed",),
    ("5_actor_codes",),
    ("6_parties_of_events",),
    ("7_people_touched",),
)
"""The files in `steps/` that make each step, one after the other."""


def _sql(name: str) -> str:
    return (resources.files("legation.record") / "steps" / f"{name}.sql").read_text(encoding="utf-8")


MIGRATIONS: tuple[str, ...] = tuple("\n".join(map(_sql, names)) for names in STEPS)


def migrate(connection: sqlite3.Connection, migrations: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring a database, new or old, to the newest shape; each step is one transaction.

    Raises LegationError for a record that a newer Legation has written.
    """
    have = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if have > len(migrations):
        raise LegationError(
            f"record has shape {have}, this Legation knows {len(migrations)}: upgrade with `pip install -U legation`"
        )
    for number, step in enumerate(migrations[have:], have + 1):
        connection.executescript(f"BEGIN IMMEDIATE;\n{step}\nPRAGMA user_version = {number};\nCOMMIT;")
