"""Runs every scorer on the development data and prints its table.

usage: python -m evaluation.all SHARED [NAME ...]      NAME: press, attribution, relations, dates, merging, offices
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from evaluation.press import score_press
from legation.model import LegationError


def run(*words: str | Path) -> str:
    """The output of one Python command, which must succeed."""
    done = subprocess.run([sys.executable, *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise LegationError(f"python {' '.join(map(str, words))}: {done.stderr.strip()[-300:]}")
    return done.stdout


def attribution(bench: Path, work: Path) -> str:
    """PolNeAR dev."""
    out = work / "attribution.jsonl"
    run("-m", "evaluation.attribution", bench / "attribution" / "dev" / "text", out)
    return run(bench / "attribution" / "score.py", bench / "attribution" / "dev", out)


def relations(bench: Path, work: Path) -> str:
    """PLV train rows end to end. The shipped model has seen them: `training.relations` cross-validates."""
    table, out = bench / "relations" / "PLV_train.tsv", work / "relations.jsonl"
    run("-m", "evaluation.relations", table, out, "--end-to-end")
    told = run(bench / "relations" / "score.py", "extract", "--gold", table, "--pred", out)
    return f"(rows of the training data: a check that it runs, no evidence)\n{told}"


def dates(bench: Path, work: Path) -> str:
    """TimeBank and AQUAINT."""
    told = []
    for name in ("TimeBank", "AQUAINT"):
        docs, out = work / f"{name}.docs.jsonl", work / f"{name}.jsonl"
        docs.write_text(run(bench / "dates" / "score.py", bench / "dates" / name, "--dump"), encoding="utf-8")
        run("-m", "evaluation.dates", docs, out)
        told.append(f"{name}\n{run(bench / 'dates' / 'score.py', bench / 'dates' / name, out)}")
    return "\n".join(told)


def merging(bench: Path, work: Path) -> str:
    """ECB+ articles that tell one story."""
    out = work / "merging.jsonl"
    run("-m", "evaluation.merging", bench / "merging" / "docs.jsonl", out)
    return run(bench / "merging" / "score.py", bench / "merging" / "gold.jsonl", out, "--by-part")


def offices(bench: Path, work: Path) -> str:
    """Who held which office on which day."""
    del bench, work
    return run("-m", "evaluation.offices")


EVALUATIONS = {
    "press": lambda bench, work: score_press(bench.parent),
    "attribution": attribution,
    "relations": relations,
    "dates": dates,
    "merging": merging,
    "offices": offices,
}


def main(words: Sequence[str]) -> None:
    """Print the tables of the evaluations named, or of all."""
    if not words:
        raise SystemExit(__doc__)
    bench, names = Path(words[0]) / "bench", words[1:] or list(EVALUATIONS)
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            print(f"== {name}\n{EVALUATIONS[name](bench, Path(work))}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
