"""Who does what is announced in the passive: `exports would be suspended, the ministry said`."""

from __future__ import annotations

from collections.abc import Callable

from legation.lexicon.register_rows import PUBLIC_SECTORS
from legation.reading.events.actors import Actors
from legation.reading.events.candidates import Candidate
from legation.reading.events.clauses import VERBAL, is_passive
from legation.reading.events.roles import Roles
from legation.reading.events.sectors import sector_of_words
from legation.reading.events.tables import words_of

_ASIDE = frozenset({"relcl", "acl", "amod"})
"""Where a passive only describes somebody: `the man who was arrested`."""

IsOfficial = Callable[[str], bool]
"""Whether the entity with an id is an official, or a body that acts for its state."""


def with_announcer(
    candidate: Candidate, roles: Roles, speaker: str | None, actors: Actors, is_official: IsOfficial
) -> Roles:
    """The roles; a measure in the passive that names no doer is that of the state whose body or official announces it.

    Only measures that a state takes itself, and none that hits the announcing state.
    """
    verb, label = candidate.token, candidate.trigger.label.label
    state = actors.country(speaker) if speaker is not None else None
    if state is None or speaker is None or roles.sources or label not in words_of("measured"):
        return roles
    if verb.pos_ not in VERBAL or not is_passive(verb) or verb.dep_ in _ASIDE:
        return roles
    if state in actors.sides(roles.targets) or not _acts(speaker, actors, is_official):
        return roles
    return Roles((state,), roles.targets)


def _acts(speaker: str, actors: Actors, is_official: IsOfficial) -> bool:
    """Whether somebody speaks for the state: known as such, or called so by the article."""
    entity = actors.entity(speaker)
    if is_official(speaker):
        return True
    return entity is not None and sector_of_words((entity.role or entity.name).split()) in PUBLIC_SECTORS
