"""Where an event took place: the place that its clause names."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from legation.reading.events.actors import Actors
from legation.reading.events.clauses import prepositional

_AT = frozenset({"in", "at", "near", "outside", "off"})


def place_of(token: Token, actors: Actors) -> str | None:
    """The entity id of the place (or state) that stands under a preposition of place in the trigger's clause."""
    for holder in _holders(token):
        for one in holder.children:
            if one.dep_ != "prep" or one.lower_ not in _AT:
                continue
            for deeper in one.children:
                mention = actors.cast.at(deeper.idx) if deeper.dep_ == "pobj" else None
                entity = actors.entity(mention.entity) if mention is not None else None
                if entity is not None and entity.kind in ("place", "state"):
                    return entity.id
    return None


def _holders(token: Token) -> Iterator[Token]:
    """The trigger, its object, and for a noun the verb that carries it."""
    yield token
    yield from (one for one in token.children if one.dep_ == "dobj")
    if token.pos_ == "NOUN":
        # "the arrest of a sailor in Nairobi": the parser hangs the town on the sailor.
        yield from prepositional(token, {"of"})
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj"):
        yield token.head
        above = token.head.head
        # "is due in Oslo for a visit"
        yield above
        yield from (one for one in above.children if one.dep_ == "acomp")
