"""Ministries and other bodies that every state has: `Taiwan's defence ministry`, `the ministry`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.model import Entity
from legation.reading.people.actors import Actor
from legation.reading.people.tokens import Tokens

if TYPE_CHECKING:
    from legation.lexicon.register import Register

_LONGEST = 5
"""Words of the longest name of a kind of body: `ministry of national defence`."""
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MINISTRIES = frozenset({"ministry", "department", "embassy"})
_SPEAKERS = frozenset({"our", "my", "your"})
_ANYBODYS = frozenset({"a", "an", "any", "every", "each", "another", "no"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "poss"})
_REACH = 250
"""Tokens over which a state or a ministry named before is still meant."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    first: int
    stop: int
    kind: str


def find_bodies(tokens: Tokens, actors: Sequence[Actor], register: Register) -> list[Actor]:
    """Bodies named by what they are, in reading order.

    The state stands beside the words (`Chinese`, `of Japan`); a ministry or embassy without one is that of the
    ministry, else of the acting state, named before it. Where neither is there it is left out.
    """
    by_stop = {actor.stop: actor for actor in actors}
    by_first = {actor.first: actor for actor in actors}
    inside = {at: actor for actor in actors if not actor.adjective for at in range(actor.first, actor.stop)}
    found: list[Actor] = []
    met: list[Actor] = []
    for phrase in _phrases(tokens, register.body_kind_names):
        whole = inside.get(phrase.first)
        if whole is not None and whole.entity.kind == "organisation":
            # `Russian Foreign Ministry` is named as a whole: the ministry in it is no other one.
            met.append(whole)
            continue
        words = tokens.words(phrase.first, phrase.stop)
        beside = _beside(phrase, tokens, by_stop, by_first)
        if beside is not None:
            first, stop, state = beside
            entity = register.body_of(words, state)
            if entity is not None:
                found.append(Actor(first, stop, entity, "description"))
                met.append(found[-1])
            continue
        if _is_anybodys(phrase, tokens):
            continue
        meant = _meant(phrase, tokens, actors, met) if phrase.kind else None
        entity = register.body_of(words, meant) if meant else _last(met, phrase)
        if entity is not None:
            found.append(Actor(phrase.first, phrase.stop, entity, "description"))
            met.append(found[-1])
    return found


def _phrases(tokens: Tokens, kinds: Mapping[str, str]) -> Iterator[_Phrase]:
    """The longest name of a kind at each place; a bare `ministry` has no kind."""
    at, opening = 0, _opening(kinds)
    while at < len(tokens):
        longest = min(_LONGEST, len(tokens) - at) if tokens.lower[at] in opening else 0
        for size in range(longest, 0, -1):
            words = " ".join(tokens.lower[at : at + size])
            if words in kinds and tokens.block[at] == tokens.block[at + size - 1]:
                yield _Phrase(at, at + size, kinds[words])
                at += size
                break
        else:
            if tokens.lower[at] in _MINISTRIES and at and tokens.lower[at - 1] in ("the", "a", "its"):
                yield _Phrase(at, at + 1, "")
            at += 1


def _opening(kinds: Mapping[str, str]) -> frozenset[str]:
    """The words with which a kind's name may open: most tokens need no longer look."""
    return frozenset(name.partition(" ")[0] for name in kinds)


def _beside(
    phrase: _Phrase, tokens: Tokens, by_stop: Mapping[int, Actor], by_first: Mapping[int, Actor]
) -> tuple[int, int, str] | None:
    """The whole phrase with the state named before or after it."""
    before = phrase.first
    if before and tokens.lower[before - 1] in _POSSESSIVE:
        before -= 1
    actor = by_stop.get(before)
    if actor is not None and actor.entity.kind == "state" and tokens.block[actor.first] == tokens.block[phrase.first]:
        # "Indian and Chinese troops" are two bodies.
        several = actor.first and tokens.lower[actor.first - 1] in ("and", "or") and actor.first - 1 in by_stop
        return None if several else (actor.first, phrase.stop, actor.entity.id)
    after = phrase.stop
    if after < len(tokens) and tokens.lower[after] in ("of", "in"):
        of = tokens.lower[after] == "of"
        after += 1
        if after < len(tokens) and tokens.lower[after] == "the":
            after += 1
        actor = by_first.get(after)
        if of and actor is not None and actor.entity.kind == "state" and not actor.adjective:
            return phrase.first, actor.stop, actor.entity.id
        if not of and actor is not None and actor.entity.kind == "place" and actor.entity.country is not None:
            # "the foreign affairs department in Manila"; an embassy stands in another country than its own.
            abroad = tokens.lower[phrase.stop - 1] == "embassy"
            return None if abroad else (phrase.first, phrase.stop, actor.entity.country)
    return None


def _is_anybodys(phrase: _Phrase, tokens: Tokens) -> bool:
    """`a foreign ministry` is no known one (of `a foreign ministry aide` it is); `our ministry` is the speaker's."""
    before = tokens.lower[phrase.first - 1] if phrase.first else ""
    modifies = phrase.stop < len(tokens) and tokens.pos[phrase.stop] in ("NOUN", "PROPN", "ADJ")
    return (before in _SPEAKERS and tokens.quoted[phrase.first]) or (before in _ANYBODYS and not modifies)


def _meant(phrase: _Phrase, tokens: Tokens, actors: Sequence[Actor], met: Sequence[Actor]) -> str | None:
    """The state whose ministry a phrase without a state means."""
    if _MINISTRIES.isdisjoint(tokens.lower[phrase.first : phrase.stop]):
        return None
    for actor in reversed(met):
        if actor.entity.id.endswith(f"/{phrase.kind}"):
            return actor.entity.country
    for actor in reversed(actors):
        near = actor.stop <= phrase.first and phrase.first - actor.stop <= _REACH
        if near and actor.entity.country is not None and _acts(actor, tokens):
            return actor.entity.country
    return None


def _acts(actor: Actor, tokens: Tokens) -> bool:
    """Whether a state's name or metonym is a subject: `China said`, `Beijing regards`."""
    if actor.adjective or actor.entity.kind == "place":
        return False
    return any(tokens.dep[at] in _SUBJECTS for at in range(actor.first, actor.stop))


def _last(met: Sequence[Actor], phrase: _Phrase) -> Entity | None:
    """`the ministry`: the ministry named before it."""
    if phrase.kind:
        return None
    for actor in reversed(met):
        if phrase.first - actor.stop > _REACH:
            return None
        if any(word in actor.entity.name.lower() for word in ("ministry", "department")):
            return actor.entity
    return None
