"""Groups the articles of a JSON Lines file by the story they tell, for `merging/score.py`.

usage: python -m evaluation.merging IN.jsonl OUT.jsonl
IN holds {"id", "title", "text"[, "date", "source"]} a line, OUT gets {"id", "cluster"} a line in the same order.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

from legation.merging.stories import group_stories
from legation.merging.views import Story


def story_of(row: dict[str, Any]) -> Story:
    """One row as a story; a date that cannot be read is left out."""
    source = str(row["source"]) if row.get("source") else None
    day = day_of(str(row.get("date") or ""))
    return Story(str(row["id"]), row.get("title") or "", row.get("text") or "", day, source)


def day_of(text: str) -> int | None:
    """The ordinal of a day written `2023-02-18...`, `20230218` or as in a mail's head; None for anything else."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).toordinal()
    except (ValueError, TypeError):
        return None


def write_clusters(source: Path, target: Path) -> int:
    """Write the clusters; returns how many there are."""
    with source.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    named = {str(row["id"]): row["id"] for row in rows}
    groups = group_stories(story_of(row) for row in rows)
    cluster = {key: number for number, group in enumerate(groups, 1) for key in group}
    with target.open("w", encoding="utf-8") as out:
        for key, id in named.items():
            out.write(json.dumps({"id": id, "cluster": f"story-{cluster[key]}"}, ensure_ascii=False) + "\n")
    return len(groups)


def b_cubed(gold: dict[str, str], groups: Iterable[Sequence[str]]) -> float:
    """B-cubed F1 of groups of ids against the gold cluster of each id."""
    groups = list(groups)
    sizes = Counter(gold.values())
    inside = [(len(group), Counter(gold[id] for id in group)) for group in groups]
    total = len(gold)
    precision = sum(n * n / size for size, counted in inside for n in counted.values()) / total
    recall = sum(n * n / sizes[key] for _, counted in inside for key, n in counted.items()) / total
    return 2 * precision * recall / (precision + recall)


def pairs_together(gold: dict[str, str], groups: Iterable[Sequence[str]]) -> tuple[int, int]:
    """How many pairs were put together, and how many of them rightly."""
    counted = [(len(group), Counter(gold[id] for id in group)) for group in groups]
    right = sum(n * (n - 1) // 2 for _, inside in counted for n in inside.values())
    return sum(size * (size - 1) // 2 for size, _ in counted), right


def main() -> None:
    """Runs from the command line."""
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    begin = time.perf_counter()
    found = write_clusters(Path(sys.argv[1]), Path(sys.argv[2]))
    print(f"{found} stories, {time.perf_counter() - begin:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
