"""The whole journey on one page: files -> articles -> findings -> record -> events."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import legation
from legation.intake import Source, Taken, list_sources, read_source
from legation.lexicon.register import load_register
from legation.model import Article, Findings, LegationError, Problem
from legation.reading.fingerprint import reader_of
from legation.record import derived, store
from legation.record.database import connect
from legation.record.people import people_ids, restore_told_ids, shown_cells
from legation.record.replay import correct_events, keep_unfit, replay
from legation.record.told import countries_of_people
from legation.settings import Settings
from legation.settling import settle_stories
from legation.settling_people import settle_people

Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the name of the file that was just done."""


@dataclass(slots=True)
class Built:
    """What a build did."""

    read: int = 0
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    """One line a file."""


def read(path: Path, settings: Settings, columns: Mapping[str, str] | None = None) -> list[Findings]:
    """The findings of one file, without a record. Raises LegationError if the file cannot be taken in."""
    # The parser takes a second to import: questions to a record don't wait for it.
    from legation.readers import Reader

    reader, found = Reader(settings), list[Findings]()
    for source in list_sources([path]):
        taken = read_source(source, columns)
        if taken.problem and not taken.articles:
            raise LegationError(taken.problem)
        found += [reader.read(article) for article in taken.articles]
    return found


def build(
    paths: Sequence[Path],
    record: Path,
    *,
    workers: int = 1,
    settings: Settings | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Built:
    """Read what is new or changed under `paths` into the record; unchanged files cost nothing.

    A file that cannot be taken in is noted and the rest goes on. Killed at any moment, the record is whole and the
    next build goes on where this one stopped.
    """
    settings = settings or Settings()
    reader = reader_of(settings.parser, settings.tables)
    connection = connect(record, create=True)
    try:
        number = store.begin_build(connection, legation.__version__, reader)
        sources = list_sources(paths)
        todo = _changed(connection, sources, reader)
        built = Built(unchanged=len(sources) - len(todo))
        if todo:
            from legation.readers import read_ahead

            done = 0
            items = _taken_in(connection, todo, columns, reader)
            for taken, findings in read_ahead(items, workers, settings):
                if findings is not None:
                    _keep(connection, taken, findings, reader)
                    continue
                _finish(connection, taken, reader, built)
                done += 1
                if progress:
                    progress(done, len(todo), taken.source.name)
        roots = [str(path.resolve()) for path in paths]
        built.removed = store.mark_removed(connection, roots, [key_of(source) for source in sources])
        if built.removed:
            store.keep_state(connection, "settled", "no")
        settle_record(connection, settings.tables)
        store.end_build(connection, number)
        return built
    finally:
        connection.close()


def settle_record(connection: sqlite3.Connection, tables: Sequence[Path] = ()) -> None:
    """Bring what rests on all articles together up to date: corrections, people, entities, copies, events.

    `tables`: the user's own tables of the register.
    """
    if store.state_of(connection, "settled") == "yes":
        return
    with store.transaction(connection):
        shown, before = shown_cells(connection), people_ids(connection)
        with derived.untouching(connection):
            restore_told_ids(connection)
        replayed = replay(connection)
        settle_people(connection, replayed, load_register(tables), shown, before)
        derived.keep_decided(connection, replayed.judgements)
        settle_stories(connection, countries_of_people(connection))
        keep_unfit(connection, [*replayed.unfit, *correct_events(connection)])
        store.keep_state(connection, "settled", "yes")


# ---- which files


def key_of(source: Source) -> tuple[str, str]:
    """What tells a file from others in the record: where it lies on disk, and its name in the folder given."""
    return str(source.path.resolve()), source.name


def _changed(connection: sqlite3.Connection, sources: Sequence[Source], reader: str) -> list[Source]:
    """The files that the record does not hold as they are now, as this reader reads them."""
    known = store.known_sources(connection, reader)
    changed = []
    for source in sources:
        size, mtime_ns, sha256 = known.get(key_of(source), (-1, -1, ""))
        if source.size != size or (source.mtime_ns != mtime_ns and source.sha256 != sha256):
            changed.append(source)
    return changed


# ---- taking in


def _taken_in(
    connection: sqlite3.Connection, todo: Sequence[Source], columns: Mapping[str, str] | None, reader: str
) -> Iterator[tuple[Taken, Article | None]]:
    """Each file's articles that are still to be read, then None: the file is done."""
    have = store.read_articles(connection, reader)
    for source in todo:
        taken = read_source(source, columns)
        for article in taken.articles:
            if article.id not in have:
                have.add(article.id)
                yield taken, article
        yield taken, None


# ---- keeping


def _keep(connection: sqlite3.Connection, taken: Taken, findings: Findings, reader: str) -> None:
    """Keep one article; its file's row stands first, marked as begun."""
    _keep_source(connection, taken.source, "begun", None, None)
    try:
        store.keep_findings(connection, findings, *key_of(taken.source), reader)
    except sqlite3.IntegrityError as error:
        # Findings that the record refuses are a bug of the reading; the article itself and all others go on.
        problem = Problem("recording-failed", f"{error}; please report this article")
        store.keep_findings(connection, Findings(findings.article, problems=(problem,)), *key_of(taken.source), reader)


def _finish(connection: sqlite3.Connection, taken: Taken, reader: str, built: Built) -> None:
    """Close one file: link the articles that the record had already, forget those it no longer holds."""
    source = taken.source
    if taken.problem and not taken.articles:
        # What was recorded from the file before stays: nothing is lost to a file that broke later.
        _keep_source(connection, source, "failed", taken.problem, reader)
        built.failed.append(taken.problem)
        return
    with store.transaction(connection):
        _keep_source(connection, source, "present", taken.problem, reader)
        for article in taken.articles:
            store.link_source(connection, article.id, *key_of(source))
        store.drop_stale_articles(connection, *key_of(source), [article.id for article in taken.articles])
        store.keep_state(connection, "settled", "no")
    built.read += 1
    if taken.problem:
        built.failed.append(taken.problem)


def _keep_source(
    connection: sqlite3.Connection, source: Source, status: str, problem: str | None, reader: str | None
) -> None:
    file, name = key_of(source)
    store.keep_source(
        connection,
        file=file,
        name=name,
        size=source.size,
        mtime_ns=source.mtime_ns,
        sha256=source.sha256,
        status=status,
        problem=problem,
        reader=reader,
    )
