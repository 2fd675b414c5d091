"""Scores a record of the gold press texts, layer by layer.

usage: python -m evaluation.press SHARED [--errors]      SHARED holds press/ and bench/press/
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from legation import flow
from legation.record.database import connect
from legation.reporting.export import export


def export_press(press: Path, work: Path) -> Path:
    """Build a record of `press` in `work` and export it as JSON Lines; returns the folder."""
    record = work / "press.db"
    flow.build([press], record)
    connection = connect(record)
    export(connection, "jsonl", work / "exported")
    connection.close()
    return work / "exported"


def score_press(shared: Path, *errors: str) -> str:
    """The scorer's table."""
    bench = shared / "bench" / "press"
    with tempfile.TemporaryDirectory() as work:
        exported = export_press(shared / "press", Path(work))
        rows = Path(work) / "rows.jsonl"
        subprocess.run([sys.executable, str(bench / "adapt.py"), str(exported), str(rows)], check=True)
        done = subprocess.run(
            [sys.executable, str(bench / "score.py"), str(rows), *errors], check=True, capture_output=True, text=True
        )
    return done.stdout


def f1_of(table: str) -> dict[str, float]:
    """F1 of each layer of the scorer's table, and the share of right details (`events paired, right date`)."""
    found = {}
    for line in table.splitlines():
        cells = line.split()
        if len(cells) == 7 and cells[1].isdigit():
            found[cells[0]] = float(cells[6])
        elif " paired, right " in line:
            name, _, value = line.strip().rpartition(": ")
            found[name] = float(value)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--errors", action="store_true")
    given = parser.parse_args()
    print(score_press(given.shared, *(["--errors"] if given.errors else [])))


if __name__ == "__main__":
    main()
