"""What all articles together tell of one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from legation.merging.tallies import commonest
from legation.model import Entity


def settle_entities(told: Iterable[Entity]) -> list[Entity]:
    """One row an id from each article's own: the commonest name and country, all aliases; in order of id."""
    by_id: dict[str, list[Entity]] = defaultdict(list)
    for entity in told:
        by_id[entity.id].append(entity)
    return [_settle(by_id[key]) for key in sorted(by_id)]


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
