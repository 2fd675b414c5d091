"""Who is on stage in one article: its entities with their mentions, looked up by place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from legation.model import Entity, Mention


def country_of(entity: Entity) -> str | None:
    """The state that an entity belongs to; a state belongs to itself."""
    return entity.id if entity.kind == "state" else entity.country


class Cast:
    """The entities and mentions of one article. Mentions don't overlap and stand in reading order."""

    def __init__(self, entities: Iterable[Entity], mentions: Iterable[Mention], repairs: Iterable[str] = ()) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.mentions = tuple(sorted(mentions, key=lambda mention: mention.start))
        self.repairs = tuple(repairs)
        """Names that were read otherwise than they stand there, one line each."""
        self._starts = [mention.start for mention in self.mentions]

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that share a character with `start` to `end`."""
        first = bisect_left(self._starts, start)
        if first and self.mentions[first - 1].end > start:
            first -= 1
        return self.mentions[first : bisect_left(self._starts, end)]

    def at(self, offset: int) -> Mention | None:
        """The mention that covers the character at `offset`."""
        found = self.within(offset, offset + 1)
        return found[0] if found else None

    def entity_of(self, mention: Mention) -> Entity:
        """The entity that a mention names."""
        return self.entities[mention.entity]

    def country(self, name: str | None) -> str | None:
        """The state that the entity with an id belongs to; None for nobody and for an id that is not on stage."""
        entity = self.entities.get(name) if name is not None else None
        return country_of(entity) if entity is not None else None

    def side(self, name: str) -> str:
        """The state that an entity stands with; one of no state stands for itself."""
        return self.country(name) or name

    def sides(self, names: Iterable[str]) -> set[str]:
        """The states of several entities, and those of them that are of no state."""
        return {self.side(name) for name in names}

    def named_states(self) -> Counter[str]:
        """How often the article names each state, its people and its bodies."""
        return Counter(state for mention in self.mentions if (state := self.country(mention.entity)) is not None)
