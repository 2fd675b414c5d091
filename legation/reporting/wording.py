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
    if interval is None or (interval.earliest is None and interval.latest is None):
        return "undated"
    first, last = interval.earliest, interval.latest
    if first is None:
        return f"by {last:%-d %b %Y}"
    if last is None:
        return f"from {first:%-d %b %Y}"
    if first == last:
        return f"{first:%-d %b %Y}"
    if interval.precision == "year" and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first:%Y}" if first.year == last.year else f"{first:%Y}–{last:%Y}"
    if (
        interval.precision == "month"
        and first.day == 1
        and (last.year, last.month) == (first.year, first.month)
        and last.day >= 28
    ):
        return f"{first:%b %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%-d}–{last:%-d %b %Y}"
    if first.year == last.year:
        return f"{first:%-d %b} – {last:%-d %b %Y}"
    return f"{first:%-d %b %Y} – {last:%-d %b %Y}"


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
