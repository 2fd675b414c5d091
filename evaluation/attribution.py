"""Reads plain-text articles and writes every attribution, one a line, for `attribution/score.py`.

usage: python -m evaluation.attribution TEXT_DIR OUT.jsonl [--workers N] [--bare]
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from spacy.language import Language

from legation.model import Article, Block
from legation.reading.parse import load_parser, parse
from legation.reading.statements import AttributionModel, find_attributions, load_attribution_model
from legation.reading.statements.quotations import lines_of


@cache
def tools() -> tuple[Language, AttributionModel]:
    """The parser and the model, loaded once a process."""
    return load_parser(), load_attribution_model()


def plain_article(path: Path) -> Article:
    """An article whose every line is a paragraph of body text; offsets count in the file as it stands."""
    text = path.read_bytes().decode("utf-8")
    blocks = tuple(Block("body", span.start, span.end) for span in lines_of(text))
    return Article(id=path.stem, path=path.name, text=text, blocks=blocks, sha256="")


def attributions_of(path: Path) -> list[str]:
    """The attributions of one file as lines of JSON."""
    nlp, model = tools()
    found = find_attributions(parse(plain_article(path), nlp), model)
    return [
        json.dumps(
            {
                "doc": path.stem,
                "source": item.source or None,
                "cue": item.cue or None,
                "content": item.content,
                "confidence": round(item.confidence, 4),
            }
        )
        for item in found
    ]


def bare_parse(path: Path) -> list[str]:
    """Only the parse, to measure against."""
    nlp, _ = tools()
    nlp(path.read_bytes().decode("utf-8"))
    return []


def all_lines(paths: list[Path], workers: int, bare: bool) -> Iterator[list[str]]:
    """The lines of each file in the order of the files."""
    read = bare_parse if bare else attributions_of
    if workers < 2:
        yield from map(read, paths)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(read, paths, chunksize=4)


def main() -> None:
    """Write the file and print how long the reading took, without loading."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--bare", action="store_true", help="only parse, to compare the time")
    given = parser.parse_args()
    paths = sorted(given.texts.glob("*.txt"))
    tools()
    began, busy = time.perf_counter(), time.process_time()
    count = 0
    with given.out.open("w", encoding="utf-8") as stream:
        for lines in all_lines(paths, given.workers, given.bare):
            stream.writelines(line + "\n" for line in lines)
            count += len(lines)
    seconds, work = time.perf_counter() - began, time.process_time() - busy
    print(f"{len(paths)} articles, {count} attributions, {seconds:.1f} s, of processor time {work:.1f} s")


if __name__ == "__main__":
    main()
