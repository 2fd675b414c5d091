"""Reads articles here or in several processes, in the order in which they come."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

from legation.intake import infer_published
from legation.model import Article, Findings, Problem
from legation.reading.article import read_article
from legation.reading.tools import load_tools
from legation.settings import Settings

File = TypeVar("File")

WAITING = 8
"""Articles in flight for each process: enough to keep it busy, few enough for flat memory."""


class Reader:
    """A process's reader: its tools are loaded once, they are too large to travel with every article."""

    def __init__(self, settings: Settings) -> None:
        self.tools = load_tools(settings.parser, settings.tables)

    def read(self, article: Article) -> Findings:
        """The article's findings; its date is inferred first where its page does not tell it."""
        return read_article(infer_published(article, self.tools.register), self.tools)

    def read_safely(self, article: Article) -> Findings:
        """As `read`, but an article that breaks the reader is kept with a warning and costs the others nothing."""
        try:
            return self.read(article)
        except Exception as error:  # noqa: BLE001 - the border at which a bug must not lose other people's work
            problem = Problem("reading-failed", f"{type(error).__name__}: {error}; please report this article")
            return Findings(article, problems=(problem,))


_reader: Reader | None = None


def _start(settings: Settings) -> None:
    global _reader
    _reader = Reader(settings)


def _read(article: Article) -> Findings:
    assert _reader is not None
    return _reader.read_safely(article)


def read_ahead(
    items: Iterator[tuple[File, Article | None]], workers: int, settings: Settings
) -> Iterator[tuple[File, Findings | None]]:
    """The same items with each article read, in the same order; None passes through. Several processes read ahead."""
    if workers == 1:
        reader = Reader(settings)
        for file, article in items:
            yield file, None if article is None else reader.read_safely(article)
        return
    waiting: deque[tuple[File, Future[Findings] | None]] = deque()
    with ProcessPoolExecutor(workers, get_context("spawn"), _start, (settings,)) as pool:
        for file, article in items:
            waiting.append((file, None if article is None else pool.submit(_read, article)))
            while len(waiting) > WAITING * workers:
                file, future = waiting.popleft()
                yield file, None if future is None else future.result()
        for file, future in waiting:
            yield file, None if future is None else future.result()
