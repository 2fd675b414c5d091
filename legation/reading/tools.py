"""What reading needs besides the article: the parser, the register, the models. Loaded once a process."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from legation.lexicon.register import Register, load_register
from legation.reading.cast import Cast
from legation.reading.events import EventTools, read_tables
from legation.reading.events.relation import load_relation_model
from legation.reading.parse import load_parser
from legation.reading.places import find_place
from legation.reading.statements import AttributionModel, StatementTables, load_attribution_model, load_statement_tables
from legation.reading.times import time_of

_READ_BY = ("intake", "lexicon", "model", "reading")


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of `read_article`."""

    nlp: Language
    register: Register
    attribution: AttributionModel
    statement_tables: StatementTables
    events: EventTools


def load_tools(parser: str, tables: Sequence[Path] = ()) -> Tools:
    """The parser by its spaCy name, the register with a user's own tables, and the models of the package."""
    register = load_register(tuple(tables))

    def place_of(doc: Doc, start: int, end: int, cast: Cast) -> str | None:
        return find_place(doc, start, end, cast, register)

    return Tools(
        nlp=load_parser(parser),
        register=register,
        attribution=load_attribution_model(),
        statement_tables=load_statement_tables(),
        events=EventTools(read_tables(), time_of, place_of, load_relation_model()),
    )


@cache
def reader_of(parser: str, tables: tuple[Path, ...] = ()) -> str:
    """A fingerprint of all that decides how an article is read: code, tables, weights, parser.

    An article read by another reader is read again by the next build.
    """
    digest = hashlib.sha256(parser.encode())
    package = Path(str(resources.files("legation")))
    files = [path for folder in _READ_BY for path in (package / folder).rglob("*") if path.is_file()]
    for path in [*sorted(path for path in files if path.suffix != ".pyc"), *sorted(tables)]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
