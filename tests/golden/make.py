"""Renews the golden files: what is read in each article of the example press, as `legation read` shows it.

usage: python -m tests.golden.make      (or `make golden`; then read the diff)
"""

from __future__ import annotations

from pathlib import Path

from legation import flow
from legation.reporting.findings import findings_lines
from legation.settings import Settings
from tests.conftest import PRESS

HERE = Path(__file__).parent


def golden_texts() -> dict[str, str]:
    """For each file of the example press, its findings in lines."""
    texts = {}
    for path in sorted(PRESS.iterdir()):
        if path.name != "README.md":
            found = flow.read(path, Settings())
            texts[f"{path.name}.txt"] = "\n".join("\n".join(findings_lines(findings)) for findings in found)
    return texts


def main() -> None:
    """Write the files; those of articles that are gone are taken away."""
    texts = golden_texts()
    for old in HERE.glob("*.txt"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (HERE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
