"""Whom an analyst means who names a person: somebody of the register, of the record, or somebody new."""

from __future__ import annotations

import sqlite3
from typing import Any

from legation.lexicon.register import Register
from legation.lexicon.register_names import slug
from legation.model import Entity, LegationError
from legation.record import queries
from legation.record.people import side_of, told_here


def person_meant(connection: sqlite3.Connection, row: str, value: str, register: Register) -> dict[str, Any]:
    """The person (state, body) that `value` names by id or name, as a correction of a `row` of findings keeps him.

    A name that nobody has makes a new person. Raises LegationError for an id that nobody has and a name that several
    share.
    """
    known = _registered(value, register)
    if known is not None:
        return _as_object(known)
    held = [entity for entity in queries.entities(connection) if value in (entity.id, entity.name, *entity.aliases)]
    exact = [entity for entity in held if entity.id == value] or held
    if len(exact) > 1:
        raise LegationError(f"{value}: may be {', '.join(entity.id for entity in exact)}; give the id")
    if exact and exact[0].kind != "person":
        return _as_object(exact[0])
    if exact:
        told, article = told_here(connection, row, exact[0].id)
        person = _as_object(exact[0]) | {"id": told}
        return person if article else person | {"same": side_of(connection, exact[0].id)}
    if not any(letter.isupper() for letter in value) and value.isascii():
        raise LegationError(f"{value}: nobody has this id; give one of the record or the register, or a full name")
    return {"id": told_here(connection, row, slug(value))[0], "name": value, "kind": "person"}


def _registered(value: str, register: Register) -> Entity | None:
    known = register.entity(value)
    people = register.people_named(value) if known is None and " " in value.strip() else ()
    return register.entity(people[0].id) if len(people) == 1 else known


def _as_object(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind,
        "name": entity.name,
        "country": entity.country,
        "wikidata": entity.wikidata,
        "aliases": list(entity.aliases),
    }


def check_person(field: str, value: Any, register: Register) -> None:
    """Refuse what no field of a person can hold: an empty name, a country that is no code of a state."""
    if field == "name" and not (isinstance(value, str) and value.strip()):
        raise LegationError("name: give the person's name")
    if field == "country" and value is not None and value not in register.states:
        raise LegationError(f"country: {value} is no code of a state; give one such as CHN, or null")
