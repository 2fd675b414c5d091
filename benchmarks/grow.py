"""A record of many accounts, and what one article more costs: only what it touches is settled again.

usage: python -m benchmarks.grow [10000 100000]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from sqlite3 import Connection

from benchmarks.load import make_tellings
from legation.flow import settle_record
from legation.merging.likeness import Telling
from legation.model import Account, Article, Block, DateInterval, Entity, Findings, Span, Statement
from legation.record import queries, store
from legation.record.database import connect
from legation.settling import settle_stories

PER_ARTICLE = 5


def make_findings(size: int) -> list[Findings]:
    """Articles of five accounts and two statements each, `size` accounts in all."""
    tellings, outlets = make_tellings(size)
    articles = max(1, size // PER_ARTICLE)
    told: dict[int, list[Telling]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        told[number % articles].append(telling)
    return [_findings(number, told[number], outlets) for number in sorted(told)]


def _findings(number: int, told: list[Telling], outlets: dict[str, str]) -> Findings:
    key = f"a{number:06}"
    lines = [" ".join(sorted(telling.words)) for telling in told]
    text = "\n\n".join([*lines, f"they will speak of {lines[0]}"]) + "\n"
    accounts: list[Account] = []
    at = 0
    for line, telling in zip(lines, told, strict=True):
        span = Span(at, at + len(line))
        accounts.append(replace(telling.account, article=key, trigger=span, evidence=(span,)))
        at += len(line) + 2
    speakers = sorted({person for telling in told for person in telling.people})[:2]
    statements = tuple(
        Statement(f"s{number:06}-{speaker}", key, speaker, speaker, None, None, (Span(at, len(text) - 1),), "indirect")
        for speaker in speakers
    )
    days = [telling.latest for telling in told if telling.latest]
    published = DateInterval(max(days), max(days), "day", "") if days else None
    article = Article(
        key, f"{key}.txt", text, (Block("body", 0, len(text)),), key, outlet=outlets[told[0].account.article],
        published=published, published_basis="metadata",
    )  # fmt: skip
    people = {person: code for telling in told for code, side in telling.sides.items() for person in side}
    states = sorted({code for telling in told for code in telling.states})
    entities = [Entity(code, "state", code, code) for code in states]
    entities += [Entity(id, "person", id, code) for id, code in sorted(people.items())]
    return Findings(article, tuple(entities), accounts=tuple(accounts), statements=statements)


def keep(connection: Connection, findings: Findings) -> None:
    """Keep one article as a file of its own."""
    name = findings.article.path
    cells = {"size": 1, "mtime_ns": 1, "sha256": "", "status": "present", "problem": None, "reader": "x"}
    store.keep_source(connection, file=f"/press/{name}", name=name, **cells)
    store.keep_findings(connection, findings, f"/press/{name}", name, "x")


def main() -> None:
    """Print for each size how long all takes to settle, and one article more."""
    for size in [int(text) for text in sys.argv[1:]] or [10_000, 100_000]:
        listed = make_findings(size)
        with tempfile.TemporaryDirectory() as folder:
            connection = connect(Path(folder) / "record.db", create=True)
            connection.execute("PRAGMA synchronous = OFF")
            for findings in listed[:-1]:
                keep(connection, findings)
            times = [_settled(connection)]
            keep(connection, listed[-1])
            times.append(_settled(connection))
            events = len(queries.events(connection))
            connection.close()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        (stories, whole), (story, one) = times
        print(f"{size:>8} accounts  {events:>7} events  {stories:7.1f} s, with people {whole:7.1f} s", end="")
        print(f"  one article more {story:5.2f} s, with people {one:5.2f} s  {memory:6.0f} MiB", flush=True)


def _settled(connection: Connection) -> tuple[float, float]:
    """Seconds of work for copies, statements and events alone, and with the people, who are always judged anew."""
    countries = {entity.id: entity.country for entity in queries.entities(connection) if entity.kind == "person"}
    started = time.process_time()
    with store.transaction(connection):
        settle_stories(connection, countries)
    between = time.process_time()
    settle_record(connection)
    return between - started, time.process_time() - started


if __name__ == "__main__":
    main()
