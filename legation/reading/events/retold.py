"""What a noun that points back lends to an event: `the talks` their sides, `criticised the visit` the visitor."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from legation.model import Account
from legation.reading.events.actors import Actors
from legation.reading.events.antecedents import Antecedents
from legation.reading.events.candidates import Candidate
from legation.reading.events.clauses import SUBJECTS, VERBAL, complements, prepositional, undergoer
from legation.reading.events.roles import Roles

_AT = frozenset({"in", "during", "at"})


def retold(candidate: Candidate, roles: Roles, past: Antecedents, actors: Actors) -> Account | None:
    """The event told before that a noun stands for: `The call came as ...`; None where it tells its own."""
    noun = candidate.token
    if noun.pos_ in VERBAL or noun.pos_ == "ADJ":
        return None
    account = past.of(noun)
    if account is None:
        return None
    parties = {*roles.sources, *roles.targets}
    told = {*account.sources, *account.targets}
    told |= {state for name in told if (state := actors.country(name)) is not None}
    # "During the call, Holm urged Norland ...": her sentence may name others besides.
    return account if not parties or parties & told else None


def aimed_at(candidate: Candidate, roles: Roles, past: Antecedents, actors: Actors) -> Roles:
    """The roles of a speech act, with its target found through what it speaks of where its clause names none."""
    if roles.targets or not roles.sources:
        return roles
    token = candidate.token
    own = {actors.country(name) or name for name in roles.sources}
    for noun in _spoken_of(token):
        account = past.near(noun)
        if account is not None:
            for side in (account.sources, account.targets):
                found = _foreign(side, own, actors)
                if found:
                    return Roles(roles.sources, found)
    if token.dep_ == "conj" and token.head.pos_ in VERBAL:
        # "criticised Norland and called for talks": one addressee for both.
        first = past.by(token.head)
        if first is not None and first.sources == roles.sources:
            return Roles(roles.sources, _foreign(first.targets, own, actors))
    return roles


def _foreign(names: Iterable[str], own: set[str], actors: Actors) -> tuple[str, ...]:
    return tuple(name for name in names if (actors.country(name) or name) not in own)


def _spoken_of(token: Token) -> list[Token]:
    """The nouns that a speech act is about: its object, what stands under `on`, the subject of its clause."""
    found = [undergoer(token)] if token.pos_ in VERBAL else []
    found += prepositional(token, {"on", "of", "to", "about", "against", "over"})
    for clause in complements(token) if token.pos_ in VERBAL else ():
        found += [one for one in clause.children if one.dep_ in SUBJECTS or one.dep_ == "nsubjpass"]
    return [one for one in found if one is not None and one.pos_ == "NOUN"]


def occasion(token: Token, past: Antecedents) -> Account | None:
    """The meeting or call during which something was done: `urged him at the meeting`, `During the call, ...`."""
    for one in token.children:
        if one.dep_ == "prep" and one.lower_ in _AT:
            for noun in one.children:
                account = past.of(noun) if noun.dep_ == "pobj" else None
                if account is not None:
                    return account
    return None
