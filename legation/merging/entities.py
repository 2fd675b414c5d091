"""What all articles together tell of one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from legation.merging.tallies import commonest
from legation.model import Entity


def settle_entities(
    told: Iterable[Entity],
    roles: Mapping[str, str] | None = None,
    known: Mapping[str, Entity] | None = None,
    countries: Mapping[str, str] | None = None,
) -> list[Entity]:
    """One row an id from each article's own: the commonest name and country, all aliases; in order of id.

    `roles`: what the press calls persons, by id. `known`: the register's people whom an analyst says that persons of
    other names are; their name and country stand. `countries`: of those whom no article places but whose office does.
    """
    by_id: dict[str, list[Entity]] = defaultdict(list)
    for entity in told:
        by_id[entity.id].append(entity)
    found = [_registered(_settle(by_id[key]), known or {}) for key in sorted(by_id)]
    return [
        replace(
            entity,
            country=entity.country or (countries or {}).get(entity.id),
            role=(roles or {}).get(entity.id),
        )
        for entity in found
    ]


def _registered(entity: Entity, known: Mapping[str, Entity]) -> Entity:
    other = known.get(entity.id)
    if other is None:
        return entity
    aliases = {*entity.aliases, entity.name, *other.aliases} - {other.name}
    return replace(other, aliases=tuple(sorted(aliases)))


def _settle(told: list[Entity]) -> Entity:
    names = Counter(entity.name for entity in told)
    name = min(names, key=lambda item: (-names[item], -len(item), item))
    aliases = {alias for entity in told for alias in (*entity.aliases, entity.name)} - {name}
    return Entity(
        id=told[0].id,
        kind=min(Counter(entity.kind for entity in told).most_common(), key=lambda item: (-item[1], item[0]))[0],
        name=name,
        country=commonest([entity.country for entity in told]),
        wikidata=commonest([entity.wikidata for entity in told]),
        aliases=tuple(sorted(aliases)),
    )
