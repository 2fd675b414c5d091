"""One way to read a short text into accounts, shared by the tests of events."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from legation.lexicon.register import Register, load_register
from legation.model import Account, Article, Block, DateInterval, Statement
from legation.reading.cast import Cast
from legation.reading.events import EventTools, find_accounts, read_tables, with_groups
from legation.reading.parse import parse, read_spans
from legation.reading.people import find_cast
from legation.reading.places import find_place
from legation.reading.times import find_times, time_of

PUBLISHED = date(2023, 6, 15)

Tell = Callable[..., list[Account]]


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register()


@pytest.fixture(scope="session")
def event_tools(register) -> EventTools:
    def place_of(doc: Doc, start: int, end: int, cast: Cast) -> str | None:
        return find_place(doc, start, end, cast, register)

    return EventTools(read_tables(), time_of, place_of)


def an_article(text: str, published: date | None = PUBLISHED) -> Article:
    """Paragraphs are body blocks."""
    blocks, at = [], 0
    for part in text.split("\n"):
        if part.strip():
            blocks.append(Block("body", at, at + len(part)))
        at += len(part) + 1
    when = DateInterval(published, published, "day", "given") if published else None
    return Article("a", "a.txt", text, tuple(blocks), "a", published=when)


@pytest.fixture(scope="session")
def stage(nlp: Language, register, event_tools):
    """Text to article, parse, cast and times."""

    def set_stage(text: str, published: date | None = PUBLISHED):
        article = an_article(text, published)
        doc = parse(article, nlp)
        times = find_times(text, published, read_spans(article))
        cast = with_groups(doc, article, find_cast(doc, article, register, times), event_tools.tables.parties)
        return article, doc, cast, times

    return set_stage


@pytest.fixture(scope="session")
def tell(stage, event_tools) -> Tell:
    """Text (and statements, where a test is about them) to accounts."""

    def read(text: str, published: date | None = PUBLISHED, statements: tuple[Statement, ...] = ()) -> list[Account]:
        article, doc, cast, times = stage(text, published)
        return find_accounts(doc, article, cast, statements, times, event_tools)

    return read
