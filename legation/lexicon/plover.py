"""The PLOVER ontology as tables: types with quad class and score, modes, contexts, and the way back to CAMEO.

The tables follow PLOVER of the Open Event Data Alliance, CC BY-SA 4.0; see `tables/plover_SOURCE.txt`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from legation.lexicon.table import TableRow, read_table


class PloverRow(TableRow):
    """A type, or (with `mode`) a mode of it: quad class 1 to 4 and the score, -10 (conflict) to 10."""

    code: str
    mode: str | None = None
    quad: int
    score: float
    definition: str


class ContextDefinition(TableRow):
    """One of the 37 contexts."""

    context: str
    definition: str


class CameoRow(TableRow):
    """The CAMEO code that stands for a type or mode, and its Goldstein value."""

    code: str
    mode: str | None = None
    cameo: str
    goldstein: float


@lru_cache(maxsize=1)
def plover() -> Mapping[tuple[str, str | None], PloverRow]:
    """Every type (mode None) and mode."""
    return {(row.code, row.mode): row for row in read_table("plover", PloverRow)}


@lru_cache(maxsize=1)
def contexts() -> Mapping[str, str]:
    """Context to its definition."""
    return {row.context: row.definition for row in read_table("plover_contexts", ContextDefinition)}


@lru_cache(maxsize=1)
def _cameo() -> Mapping[tuple[str, str | None], CameoRow]:
    return {(row.code, row.mode): row for row in read_table("cameo", CameoRow)}


def cameo_of(code: str, mode: str | None = None) -> CameoRow | None:
    """The CAMEO row of a PLOVER type and mode: the mode's, else the type's; None for an unknown type."""
    return _cameo().get((code, mode)) or _cameo().get((code, None))


def quad_of(code: str) -> int | None:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    row = plover().get((code, None))
    return row.quad if row is not None else None
