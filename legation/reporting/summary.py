"""What a record holds, in a few lines."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from legation.reckoning.claims import disputed_figures
from legation.record import queries
from legation.reporting.wording import field_name

SHOWN = ("statements", "accounts", "events", "tenures", "channels", "figures", "mentions", "entities")


def summary_object(
    connection: sqlite3.Connection, read: int, unchanged: int, failed: Sequence[str], removed: Sequence[str]
) -> dict[str, Any]:
    """The summary for programs."""
    return {
        "read": read,
        "unchanged": unchanged,
        "failed": list(failed),
        "removed": list(removed),
        "counts": queries.counts(connection),
        "problems": dict(Counter(kind for kind, _, _ in queries.problems(connection))),
    }


def summary_lines(
    connection: sqlite3.Connection, record: Path, read: int, unchanged: int, removed: Sequence[str]
) -> list[str]:
    """The summary for people: what was read, what the record holds, what was not understood."""
    found = queries.counts(connection)
    lines = [
        f"{record}: {found['articles']} articles ({read} files read, {unchanged} unchanged"
        + (f", {len(removed)} removed" if removed else "")
        + ")"
    ]
    lines.append("  " + ", ".join(f"{found[key]:,} {key}" for key in SHOWN))
    copies = [item for item in queries.judgements(connection, "same-article") if item.verdict == "same"]
    events = queries.events(connection)
    several = sum(len(event.accounts) > 1 for event in events)
    contested = sum(bool(event.contested) for event in events)
    fields = Counter(name for event in events for name in {item.field.partition(":")[0] for item in event.contested})
    listed = ", ".join(f"{field_name(name)} {fields[name]}" for name in sorted(fields))
    if copies:
        lines.append(f"  {len(copies)} copies of one text found among the articles")
    if several:
        differing = f", {contested} of them differently ({listed})" if contested else ""
        lines.append(f"  {several} events told by several articles{differing}")
    disputed = disputed_figures(queries.findings_of(connection, "figures"))
    if disputed:
        lines.append(f"  {len(disputed)} figures claimed differently: " + ", ".join(item.what for item in disputed[:3]))
    problems = Counter(kind for kind, _, _ in queries.problems(connection))
    if problems:
        listed = ", ".join(
            f"{kind} {count}" for kind, count in sorted(problems.items(), key=lambda item: (-item[1], item[0]))
        )
        lines.append(f"  warnings: {listed}  (`legation doctor --record {record}` lists them)")
    return lines
