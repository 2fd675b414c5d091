"""Whose tenure a row tells: the people of the register with stable ids, and the tenures by office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, cast

from legation.lexicon.register_load import Cells
from legation.lexicon.register_names import family_of, fold, slug
from legation.lexicon.register_values import Holder, Person
from legation.model import DateInterval
from legation.model.dates import interval_named

interval = lru_cache(maxsize=16384)(interval_named)
ABROAD = "offices of several states"
"""The note of a row of people on somebody who heads other states too, as a king of several realms does."""


@dataclass(frozen=True)
class People:
    """Everybody in the register by id, and for each row of holders (by where it stands) whose it is."""

    by_id: Mapping[str, Person]
    of_row: Mapping[str, str]


def gather_people(rows: Iterable[Cells], holders: Iterable[Cells], states: Collection[str]) -> People:
    """The people of the table of people and those whom only a table of holders names.

    One name in offices of two states is two people unless a row of people says otherwise; somebody at the head of an
    international body is the one person of that name in the states' offices, where there is just one.
    """
    drafts: dict[tuple[str, str | None], Person] = {}
    known: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    abroad: dict[str, tuple[str, str | None]] = {}
    for row in rows:
        name, country = row.cells["name"], row.get("country")
        key = (fold(name), country)
        drafts[key] = Person(
            id="",
            name=name,
            country=country,
            family=row.get("family") or family_of(name, country),
            gender=cast(Literal["he", "she"] | None, row.get("gender")),
            native=row.get("native"),
            variants=row.words("variants"),
            wikidata=row.get("wikidata"),
        )
        for form in (name, *row.words("variants")):
            if key not in known[fold(form)]:
                known[fold(form)].append(key)
        if row.get("note") == ABROAD:
            abroad[fold(name)] = key
    told = set(drafts)
    keys: dict[str, tuple[str, str | None]] = {}
    # States' offices first: a body's head is then met as somebody known.
    for row in sorted(holders, key=lambda held: _state_of(held, states) is None):
        name, country = row.cells["person"], _state_of(row, states)
        key = _known_as(known[fold(name)], country) or abroad.get(fold(name)) or (fold(name), country)
        if key not in drafts:
            drafts[key] = Person(id="", name=name, country=country, family=family_of(name, country))
            known[fold(name)].append(key)
        keys[row.where] = key
    ids = _ids_of(drafts, told)
    people = {ids[key]: replace(person, id=ids[key]) for key, person in drafts.items()}
    return People(people, {where: ids[key] for where, key in keys.items()})


def _state_of(row: Cells, states: Collection[str]) -> str | None:
    owner = row.cells["office"].partition("/")[0]
    return owner if owner in states else None


def _known_as(keys: list[tuple[str, str | None]], country: str | None) -> tuple[str, str | None] | None:
    """The person of that name and country; where one side tells no country, the only one of the name."""
    same = [key for key in keys if key[1] == country]
    if same:
        return same[0]
    if country is None:
        return keys[0] if len(keys) == 1 else None
    loose = [key for key in keys if key[1] is None]
    return loose[0] if loose else None


def _ids_of(drafts: Mapping[tuple[str, str | None], Person], told: set[tuple[str, str | None]]) -> dict[
    tuple[str, str | None], str
]:  # fmt: skip
    """The slug of the name; with the country where several share it, save the one that the table of people tells."""
    sharing: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for key, person in drafts.items():
        sharing[slug(person.name)].append(key)
    ids: dict[tuple[str, str | None], str] = {}
    for short, keys in sharing.items():
        plain = [key for key in keys if key in told]
        for key in keys:
            alone = len(keys) == 1 or plain == [key]
            ids[key] = short if alone else f"{short}-{(key[1] or 'x').lower()}"
    return ids


def gather_holders(
    rows: Iterable[Cells], people: People, shared: Collection[str], user_rows: Collection[str]
) -> dict[str, list[Holder]]:
    """The tenures of every office, oldest first.

    `shared` names the offices that several people hold at once. Elsewhere an open end is closed by a later successor,
    and a user's row replaces the package's rows of the same person in the same office whose time it meets.
    """
    offices: dict[str, list[Holder]] = defaultdict(list)
    for row in rows:
        since, until = interval(row.cells["since"]), row.get("until")
        offices[row.cells["office"]].append(
            Holder(
                office=row.cells["office"],
                person=people.by_id[people.of_row[row.where]],
                since=since,
                until=interval(until) if until else None,
                note=row.get("note"),
                row=row.where,
            )
        )
    for office, held in offices.items():
        if user_rows:
            held = _without_replaced(held, user_rows)
        held.sort(key=lambda holder: (holder.since.earliest, holder.since.latest, holder.row))
        offices[office] = held if office in shared else [_closed(holder, held) for holder in held]
    return dict(offices)


def _without_replaced(held: list[Holder], user_rows: Collection[str]) -> list[Holder]:
    brought = [holder for holder in held if holder.row in user_rows]
    return [
        holder
        for holder in held
        if holder.row in user_rows
        or not any(
            mine.person.id == holder.person.id and whole_time(mine).meets(whole_time(holder)) for mine in brought
        )
    ]


BESIDE = frozenset({"acting", "disputed", "co-prince", "co-president", "captain regent", "co-head"})
"""Notes of rows that stand beside another holder and do not end his tenure."""


def _closed(holder: Holder, held: list[Holder]) -> Holder:
    if holder.until is not None or holder.note in BESIDE - {"acting"}:
        return holder
    first = holder.since.latest
    for later in held:
        begins = later.since.earliest
        if later.note not in BESIDE and begins is not None and first is not None and begins > first:
            return replace(holder, until=later.since)
    return holder


def whole_time(holder: Holder) -> DateInterval:
    """The longest time the tenure may have lasted."""
    until = holder.until.latest if holder.until else None
    return DateInterval(holder.since.earliest, until, "unknown", holder.row)


def sure_time(holder: Holder) -> DateInterval:
    """The time for which the row leaves no doubt; empty (earliest after latest) for a tenure within one month."""
    until = holder.until.earliest if holder.until else None
    return DateInterval(holder.since.latest, until, "unknown", holder.row)
