"""Reads thousands of spoilt articles: none may crash the reader or be lost, and every finding's words must stand.

usage: python -m benchmarks.mutated [--count 10000] [--seed 1] [--press examples/press]

Each is a piece of one to three paragraphs of an example dispatch, mutated, written to a file and taken in and read
as `legation build` does. Ends with status 1 where one failed.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from benchmarks.mutations import CONTROLS, mutated, short_piece
from legation.intake import list_sources, read_source
from legation.model import Evidence, Findings, Span
from legation.readers import Reader
from legation.settings import Settings

SUFFIXES = (".txt", ".md", ".html")
EVERY = 250
"""Articles between two lines of progress."""


def wrong_spans(value: Any, text: str, name: str = "findings") -> Iterator[str]:
    """Where, below a value, a span leaves the text or its words are not those that stand there."""
    if isinstance(value, Evidence):
        if text[value.span.start : value.span.end] != value.words or not value.words:
            yield f"{name}: {value.words[:40]!r} do not stand at {value.span}"
    elif isinstance(value, Span):
        if not 0 <= value.start < value.end <= len(text):
            yield f"{name}: {value.start}-{value.end} of {len(text)}"
    elif isinstance(value, tuple):
        for item in value:
            yield from wrong_spans(item, text, name)
    elif is_dataclass(value):
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if isinstance(start, int) and isinstance(end, int):
            yield from wrong_spans(Span(start, end), text, f"{name}.{type(value).__name__}")
            words = getattr(value, "words", None)
            if isinstance(words, str) and words != text[start:end]:
                yield f"{name}: {words[:40]!r} do not stand at {start}-{end}"
        for field in fields(value):
            yield from wrong_spans(getattr(value, field.name), text, f"{name}.{field.name}")


def _is_readable(text: str) -> bool:
    """Whether a text must give an article: it has a letter, and no control characters that make it look binary."""
    return any(map(str.isalnum, text)) and not any(control in text for control in CONTROLS)


def problems_of(path: Path, reader: Reader) -> tuple[int, list[str]]:
    """How many articles a file gave, and what went wrong; a file that is refused must say why."""
    wrong: list[str] = []
    articles = 0
    for source in list_sources([path]):
        taken = read_source(source)
        articles += len(taken.articles)
        for article in taken.articles:
            findings: Findings = reader.read(article)
            wrong += wrong_spans(findings, findings.article.text)
        if not taken.articles and not taken.problem:
            wrong.append("lost: neither an article nor a line that says why")
        if not taken.articles and path.suffix != ".html" and _is_readable(path.read_text("utf-8")):
            wrong.append(f"lost: {taken.problem}")
    return articles, wrong


def run(count: int, seed: int, press: Path) -> list[str]:
    """What went wrong in `count` articles, with the words that bring it about."""
    texts = [(path.suffix, path.read_text("utf-8")) for path in sorted(press.iterdir()) if path.suffix in SUFFIXES]
    reader, chance, failed = Reader(Settings()), random.Random(seed), list[str]()
    started, articles = time.perf_counter(), 0
    with tempfile.TemporaryDirectory() as work:
        for number in range(count):
            suffix, whole = chance.choice(texts)
            text, names = mutated(short_piece(whole, chance), chance)
            path = Path(work) / f"article{suffix}"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            try:
                given, wrong = problems_of(path, reader)
            except Exception as error:  # noqa: BLE001 - what is looked for
                given, wrong = 0, [f"{type(error).__name__}: {error}"]
            articles += given
            failed += [f"{number} ({', '.join(names)}): {line} in {text[:2000]!r}" for line in wrong]
            if (number + 1) % EVERY == 0 or number + 1 == count:
                spent = time.perf_counter() - started
                print(f"{number + 1} files, {articles} articles, {len(failed)} failures, {spent:.0f} s", flush=True)
    return failed


def main() -> None:
    """Print progress and every failure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--press", type=Path, default=Path("examples/press"))
    given = parser.parse_args()
    failed = run(given.count, given.seed, given.press)
    print("\n".join(failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
