"""Reads the texts of `dates/score.py --dump` and writes the time expressions found, for the same scorer.

usage: python -m evaluation.dates docs.jsonl out.jsonl
"""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from legation.reading.times import find_times


def write_times(source: Path, target: Path) -> tuple[int, float]:
    """Writes `target`, one expression a line; returns characters read and seconds spent reading them."""
    characters, seconds = 0, 0.0
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            row = json.loads(line)
            reference = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
            begin = time.perf_counter()
            found = find_times(row["text"], reference)
            seconds += time.perf_counter() - begin
            characters += len(row["text"])
            for each in found:
                entry = {
                    "doc": row["doc"],
                    "start": each.span.start,
                    "end": each.span.end,
                    "value": each.value,
                    "type": each.kind,
                }
                out.write(json.dumps(entry, ensure_ascii=False) + "\n")
    return characters, seconds


def main() -> None:
    """Runs from the command line."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    characters, seconds = write_times(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{characters:,} characters, {characters / max(seconds, 1e-9):,.0f} a second", file=sys.stderr)


if __name__ == "__main__":
    main()
