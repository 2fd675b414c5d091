"""What reading needs besides the article: the parser, the register, the models. Loaded once a process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from legation.lexicon.register import Register, load_register
from legation.reading.cast import Cast
from legation.reading.events import EventTools, read_tables
from legation.reading.events.relation import RelationModel, load_relation_model
from legation.reading.parse import load_parser
from legation.reading.places import find_place
from legation.reading.stance import StanceModel, load_stance_model
from legation.reading.statements import AttributionModel, StatementTables, load_attribution_model, load_statement_tables
from legation.reading.times import time_of


@dataclass(frozen=True, slots=True)
class Tools:
    """The tools of `read_article`."""

    nlp: Language
    register: Register
    attribution: AttributionModel
    statement_tables: StatementTables
    events: EventTools
    relation: RelationModel
    stance: StanceModel


def load_tools(parser: str, tables: Sequence[Path] = ()) -> Tools:
    """The parser by its spaCy name, the register with a user's own tables, and the models of the package."""
    register = load_register(tuple(tables))

    def place_of(doc: Doc, start: int, end: int, cast: Cast) -> str | None:
        return find_place(doc, start, end, cast, register)

    relation = load_relation_model()
    return Tools(
        nlp=load_parser(parser),
        register=register,
        attribution=load_attribution_model(),
        statement_tables=load_statement_tables(),
        events=EventTools(read_tables(), time_of, place_of, register.is_official),
        relation=relation,
        stance=load_stance_model(relation),
    )
