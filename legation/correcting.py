"""An analyst's correction on its way into the record: checked, its people and parties found, kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from legation.lexicon.register import Register
from legation.lexicon.vocabulary import vocabulary
from legation.model import Correction, LegationError
from legation.naming import check_person, person_meant
from legation.record import queries
from legation.record.corrections import Action, make_correction
from legation.record.people import ACTOR_LISTS, PERSON_FIELDS, is_person, told_here

_PARTY_LISTS = (*ACTOR_LISTS, "parties")


def keep_correction_of(
    connection: sqlite3.Connection,
    register: Register,
    action: Action,
    row: str | None,
    *,
    by: str,
    why: str,
    field: str | None = None,
    value: Any = None,
    table: str | None = None,
) -> Correction:
    """Keep a correction as `Record.correct` takes it; it takes effect with the next settling of the record.

    Raises LegationError for a value that the field cannot hold (an unknown code, label, issue, country or party), and
    for two people of the register who are put together.
    """
    if action == "add" and isinstance(value, Mapping):
        for name in value:
            _check_value(connection, str(name), value[name], register)
    elif action == "edit" and row and is_person(connection, row):
        check_person(field or "", value, register)
    elif action == "edit" and row and field is not None:
        _check_value(connection, field, value, register)
        value = _as_told(connection, row, field, value, register)
    elif action == "merge" and {str(row), str(value)} <= register.people.keys() and row != value:
        raise LegationError(f"{row}, {value}: the register knows them as two people; correct the register's table")
    return make_correction(
        connection, action, row or "", by=by, why=why, field=field, value=value, table=table, known=register.people
    )


def _check_value(connection: sqlite3.Connection, field: str, value: Any, register: Register) -> None:
    """Refuse words that are none of a field's vocabulary, codes that no state has, parties that nobody knows."""
    words = [word for word in (value if isinstance(value, list) else [value]) if word is not None]
    allowed = vocabulary(field)
    for word in words if allowed else ():
        if word not in (allowed or ()):
            near = get_close_matches(str(word), allowed or (), n=3)
            hint = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(allowed or ())}"
            raise LegationError(f"{field}: {word} is not a value of it; {hint}")
    if field == "country":
        check_person(field, value, register)
    if field in _PARTY_LISTS and isinstance(value, list):
        known = {entity.id for entity in queries.entities(connection)}
        for id in value:
            if not isinstance(id, str) or (id not in known and register.entity(id) is None):
                raise LegationError(f"{id}: no such party; give ids such as CHN or antony-blinken")


def _as_told(connection: sqlite3.Connection, row: str, field: str, value: Any, register: Register) -> Any:
    """A value that names people, with the ids by which the row's own article tells of them."""
    if field in PERSON_FIELDS and isinstance(value, str):
        return person_meant(connection, row, value, register)
    if field in ACTOR_LISTS and isinstance(value, list) and queries.event(connection, row) is None:
        return [here[0] if (here := told_here(connection, row, id))[1] else id for id in value]
    return value
