"""How dates, names and spans read on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.model import ActorCode, ChainLink, DateInterval, Entity, Statement

FIELD_NAMES = {"asked_by": "who asked for it"}
"""How fields are called where their own name says little."""


def field_name(field: str) -> str:
    """A contested field as people call it."""
    return FIELD_NAMES.get(field, field)


def when(interval: DateInterval | None) -> str:
    """A date interval as a person writes it, never more precise than it is: `18 Feb 2023`, `Nov 2022`, `2018`."""
    return interval.in_words() if interval is not None else "undated"


def name_of(entity: str | None, entities: Mapping[str, Entity]) -> str:
    """An entity's name, or its id where the record knows no more."""
    if entity is None:
        return ""
    found = entities.get(entity)
    return found.name if found else entity


def names_of(ids: tuple[str, ...], entities: Mapping[str, Entity]) -> str:
    """Several names, with commas."""
    return ", ".join(name_of(key, entities) for key in ids)


def codes_of(ids: Sequence[str], codes: Sequence[ActorCode]) -> tuple[str, ...]:
    """The code of each actor in order, country and sector in a row (`USAJUD`); empty for one of whom none is known."""
    known = {one.entity: one.code for one in codes}
    return tuple(known.get(id, "") for id in ids)


def coded_names(ids: tuple[str, ...], codes: Sequence[ActorCode], entities: Mapping[str, Entity]) -> str:
    """Several names, each with its code: `Anna Holm [NORJUD], Ghana [GHA]`."""
    named = zip(ids, codes_of(ids, codes), strict=True)
    return ", ".join(name_of(id, entities) + (f" [{code}]" if code else "") for id, code in named)


def chain_of(chain: tuple[ChainLink, ...]) -> str:
    """The chain from outlet to speaker: `Harbour Dispatch → Meridian Wire → a US official (unnamed)`."""
    return " → ".join(link.name + (" (unnamed)" if link.anonymous else "") for link in chain)


def speaker_of(statement: Statement, entities: Mapping[str, Entity]) -> str:
    """The speaker's name as the record has it, `unnamed` where the text gives none."""
    return name_of(statement.speaker, entities) or statement.speaker_name or "unnamed"


def clipped(words: str, limit: int = 160) -> str:
    """Words on one line, cut at a word's end, with an ellipsis where cut."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0] + " …"
