"""The model and the tables of statements, loaded once, and a short way to read a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from legation.lexicon.register import load_register
from legation.model import Article, Block, BlockKind, DateInterval, Statement
from legation.reading.parse import parse, read_spans
from legation.reading.people import find_cast
from legation.reading.statements import (
    AttributionModel,
    StatementTables,
    find_attributions,
    find_statements,
    load_attribution_model,
    load_statement_tables,
)
from legation.reading.times import find_times


@pytest.fixture(scope="session")
def model() -> AttributionModel:
    return load_attribution_model()


@pytest.fixture(scope="session")
def tables() -> StatementTables:
    return load_statement_tables()


def an_article(text: str, kinds: tuple[BlockKind, ...] = (), **given: object) -> Article:
    """An article whose lines are blocks of the kinds given, body where none is."""
    lines = [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]
    padded = [*kinds, *["body"] * len(lines)]
    blocks = tuple(Block(kind, start, end) for kind, (start, end) in zip(padded, lines, strict=False))
    day = DateInterval(date(2021, 3, 18), date(2021, 3, 18), "day", "18 March 2021")
    return Article(id="a", path="a.txt", text=text, blocks=blocks, sha256="", published=day, **given)


@pytest.fixture(scope="session")
def read(nlp, model, tables) -> Callable[..., list[Statement]]:
    """Reads a text into statements; keyword arguments go to the article."""
    register = load_register()

    def read_text(text: str, *kinds: BlockKind, **given: object) -> list[Statement]:
        article = an_article(text, kinds, **given)
        doc = parse(article, nlp)
        times = find_times(text, date(2021, 3, 18), read_spans(article))
        cast = find_cast(doc, article, register, times)
        return find_statements(doc, article, cast, times, find_attributions(doc, model), tables)

    return read_text
