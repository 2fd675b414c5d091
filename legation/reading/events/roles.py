"""Who did it and to whom: the roles of an event, from the clause of its trigger."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from legation.reading.events.actors import Actors
from legation.reading.events.candidates import Candidate
from legation.reading.events.clauses import (
    SUBJECTS,
    VERBAL,
    agent,
    complements,
    is_passive,
    is_reciprocal,
    prepositional,
)
from legation.reading.events.party_words import (
    deeper_sides,
    doers_of,
    inside,
    is_struck,
    made_by,
    others_of,
    places_of,
    speakers_at,
)
from legation.reading.events.places import place_of


@dataclass(frozen=True, slots=True)
class Roles:
    """Entity ids of those who do and those who undergo."""

    sources: tuple[str, ...]
    targets: tuple[str, ...]


def roles_of(candidate: Candidate, actors: Actors, speaker: str | None) -> Roles:
    """The roles of an event. `speaker` stands in for the source of a speech act that names none."""
    frame = candidate.trigger.label.frame
    token = candidate.token
    towards = [one for one in token.children if _is_goal(one, frame, actors)]
    doers = [
        one
        for one in doers_of(candidate)
        if one not in towards and (frame != "mutual" or not _is_venue(one, token, actors))
    ]
    others = [*others_of(candidate), *towards]
    sources, targets = actors.of_all(doers), actors.of_all(others) or actors.of_all(places_of(candidate))
    if not targets and frame in ("act", "undergo"):
        targets = actors.foreign(actors.of_all(inside(others)), actors.sides(sources))
    if frame == "mutual":
        sides = tuple(dict.fromkeys(sources + targets))
        if len(sides) < 2:
            sides = tuple(dict.fromkeys(sides + actors.of_all(deeper_sides(token))))
        if len(sides) < 2:
            sides = tuple(dict.fromkeys(sides + actors.of_all(speakers_at(token))))
        return Roles(sides, sides if len(sides) > 1 or any(map(actors.is_many, sides)) else ())
    if frame == "travel":
        targets = tuple(name for name in actors.places_as_states(targets) if name not in sources)
    if frame == "appoint":
        sources, targets = _appointed(sources, targets, actors)
    if frame not in ("mutual", "travel", "interview"):
        # "a court in Chicago" acts for its state; "recalled its envoy from Oslo" is aimed at a state.
        sources = actors.places_as_states(sources)
        targets = tuple(name for name in actors.places_as_states(targets) if name not in sources) or targets
    if frame == "undergo":
        sources, targets = _sent_away(token, sources, targets, actors)
    if frame == "undergo" and not sources and (token.pos_ not in VERBAL or is_passive(token)):
        sources = _jurisdiction(token, actors)
    if candidate.trigger.label.label == "invitation" and token.pos_ in VERBAL and is_passive(token) and not sources:
        # "was invited to Oslo"
        sources = actors.places_as_states(actors.of_all(prepositional(token, {"to"})))
    if frame == "speech":
        if not sources and speaker is not None and not is_passive(token):
            sources = (speaker,)
        if not set(targets) - set(sources) and not _is_addressed(token):
            targets = _told_of(token, sources, actors)
    if not targets and len(sources) > 1 and is_reciprocal(token):
        return Roles(sources, sources)
    if frame == "interview":
        return _interviewed(sources, targets, speaker)
    if frame == "appoint":
        return Roles(sources, targets)
    if frame == "speech":
        # "Norland rejected a meeting between Holm and Berg": its own minister is not spoken to.
        targets = actors.foreign(targets, actors.sides(sources)) or targets
    return Roles(sources, tuple(name for name in targets if name not in sources))


def _is_goal(name: Token, frame: str, actors: Actors) -> bool:
    """`Her Beijing trip`, `the Norland visit`: where to; `the Chinese visit` names who."""
    mention = actors.cast.at(name.idx) if frame == "travel" and name.dep_ in ("compound", "nmod") else None
    if mention is None or mention.form not in ("name", "metonym"):
        return False
    return actors.cast.entity_of(mention).kind in ("place", "state")


def _is_venue(name: Token, noun: Token, actors: Actors) -> bool:
    """`The Geneva talks`, `the Beijing summit`: where, not who; `Beijing-Tokyo talks` names two sides."""
    if name.head != noun or name.dep_ not in ("compound", "amod", "nmod"):
        return False
    mention = actors.cast.at(name.idx)
    if mention is None or any(one.dep_ in ("compound", "nmod", "conj", "amod", "npadvmod") for one in name.children):
        return False
    return mention.form == "metonym" or actors.cast.entity_of(mention).kind == "place"


def _appointed(
    sources: tuple[str, ...], targets: tuple[str, ...], actors: Actors
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where no appointing body is told, the appointee stands on both sides."""
    if sources:
        return sources, targets
    people = tuple(name for name in targets if (entity := actors.entity(name)) is not None and entity.kind == "person")
    return people, targets


def _sent_away(
    token: Token, sources: tuple[str, ...], targets: tuple[str, ...], actors: Actors
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """`was expelled from Norland`: who had to leave a state or a body is its target; where nobody acts, it acted."""
    # "thrown out of the league"; "the expulsion of envoys" names who was sent away.
    names = {"from", "of"} if token.pos_ in VERBAL else {"from"}
    left = actors.places_as_states(actors.of_all(prepositional(token, names)))
    states = tuple(name for name in left if name not in sources and _puts_out(name, actors))
    others = tuple(name for name in targets if name not in states)
    if not others:
        return sources, targets
    return sources or states, others


def _puts_out(name: str, actors: Actors) -> bool:
    entity = actors.entity(name)
    return actors.country(name) == name or (entity is not None and entity.kind == "organisation")


def _jurisdiction(told: Token, actors: Actors) -> tuple[str, ...]:
    """`was arrested in Nairobi`, `the arrest of a sailor in Nairobi`: it was done for the state where it was done."""
    place = place_of(told, actors)
    state = actors.country(place) if place is not None else None
    return (state,) if state is not None else ()


def _interviewed(sources: tuple[str, ...], targets: tuple[str, ...], speaker: str | None) -> Roles:
    if not sources and speaker is not None and speaker not in targets:
        sources = (speaker,)
    return Roles(sources, tuple(name for name in targets if name not in sources))


def _is_addressed(token: Token) -> bool:
    """`Thank you for coming to Oslo`: spoken to the listener, whoever that is."""
    return token.pos_ in VERBAL and any(
        one.dep_ in ("dobj", "dative") and one.lower_ == "you" for one in token.children
    )


_TOLD = frozenset({"dobj", "prep", "dative", "oprd", "attr", "acomp", "advcl"})
"""Where a speech act without a clause of content says what it is about."""


def _told_of(token: Token, sources: tuple[str, ...], actors: Actors) -> tuple[str, ...]:
    """The foreign parties in what a speech act says: first the subject of its clause, then any state in it."""
    own = actors.sides(sources)
    clauses = list(complements(token)) if token.pos_ in VERBAL | {"ADJ"} else []
    if token.pos_ == "NOUN":
        clauses += [one for one in token.children if one.dep_ in ("acl", "ccomp", "relcl")]
    told = clauses or [one for one in token.children if one.dep_ in _TOLD and one.i > token.i]
    for noun in told:
        # "condemned the sanctions imposed by Norland on Mali" is aimed at Norland alone.
        made = actors.foreign(actors.of_all(filter(None, map(agent, made_by(noun)))), own)
        if made:
            return made
    for clause in told:
        for one in clause.children:
            if one.dep_ in SUBJECTS or one.dep_ == "nsubjpass":
                found = actors.of(one)
                if actors.foreign(found, own):
                    return found
    named: list[str] = []
    for clause in told:
        for one in clause.subtree:
            mention = actors.cast.at(one.idx)
            entity = actors.entity(mention.entity) if mention is not None else None
            party = entity is not None and entity.kind in ("state", "organisation")
            if entity is not None and party and entity.id not in named and not is_struck(one):
                named.append(entity.id)
    return tuple(named)
