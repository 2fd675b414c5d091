"""What a noun that points back lends to an event: `the talks` their sides, `criticised the visit` the visitor."""

from __future__ import annotations

from spacy.tokens import Token

from legation.model import Account
from legation.reading.events.actors import Actors
from legation.reading.events.antecedents import Antecedents
from legation.reading.events.candidates import Candidate
from legation.reading.events.clauses import SUBJECTS, VERBAL, agent, complements, lemma_of, prepositional, undergoer
from legation.reading.events.party_words import made_by
from legation.reading.events.roles import Roles
from legation.reading.events.tables import words_of

_AT = frozenset({"in", "during", "at"})


def retold(candidate: Candidate, roles: Roles, past: Antecedents, actors: Actors) -> Account | None:
    """The event told before that a noun stands for: `The call came as ...`; None where it tells its own."""
    noun = candidate.token
    if noun.pos_ in VERBAL or noun.pos_ == "ADJ":
        return None
    account = past.of(noun) or _beside(noun, roles, past, actors) or _journey(candidate, roles, past)
    if account is None:
        return None
    parties = {*roles.sources, *roles.targets}
    told = {*account.sources, *account.targets}
    told |= {state for name in told if (state := actors.country(name)) is not None}
    # "During the call, Holm urged Norland ...": her sentence may name others besides.
    return account if not parties or parties & told else None


def _beside(noun: Token, roles: Roles, past: Antecedents, actors: Actors) -> Account | None:
    """The event that an apposition describes: `spoke by phone, their first conversation`."""
    # The parser takes "their first meeting" after a comma for a second object.
    theirs_first = any(one.tag_ == "PRP$" for one in noun.children) and any(
        one.lower_ == "first" for one in noun.children
    )
    if not roles.sources or not (noun.dep_ in ("appos", "attr", "npadvmod") or theirs_first):
        return None
    account = past.near(noun)
    if account is None:
        return None
    theirs = actors.sides((*account.sources, *account.targets))
    return account if actors.sides(roles.sources) == theirs else None


def _journey(candidate: Candidate, roles: Roles, past: Antecedents) -> Account | None:
    """`Holm's visit`, of which the place was told before."""
    if candidate.trigger.label.frame != "travel" or roles.targets or not roles.sources:
        return None
    account = past.near(candidate.token)
    return account if account is not None and set(roles.sources) <= set(account.sources) else None


def _captors(token: Token, roles: Roles, past: Antecedents, actors: Actors) -> tuple[str, ...]:
    """Who holds the person whose release is asked for: `Taiwan demanded his release` speaks to who arrested him."""
    asked = undergoer(token) if token.pos_ in VERBAL else None
    if asked is None or lemma_of(asked) not in words_of("freeing"):
        return ()
    own = actors.sides(roles.sources)
    return next(
        (
            found
            for account in reversed([told for _, told in past.told])
            if account.label in words_of("holding") and set(roles.targets) & set(account.targets)
            if (found := actors.foreign(account.sources, own))
        ),
        (),
    )


def aimed_at(candidate: Candidate, roles: Roles, past: Antecedents, actors: Actors) -> Roles:
    """The roles of a speech act, with its target found through what it speaks of where its clause names none."""
    token = candidate.token
    captors = _captors(token, roles, past, actors)
    if captors:
        return Roles(roles.sources, captors)
    own = actors.sides(roles.sources)
    if not roles.sources or actors.foreign(roles.targets, own):
        return roles
    for noun in _spoken_of(token):
        account = _meant(noun, past, actors)
        if account is not None:
            for side in (account.sources, account.targets):
                found = actors.foreign(side, own)
                if found:
                    # At a body's summit its members sat opposite, not the body.
                    came = tuple(name for name in found if not actors.is_body(name))
                    return Roles(roles.sources, came or found)
            return roles
    if token.dep_ == "conj" and token.head.pos_ in VERBAL:
        # "criticised Norland and called for talks": one addressee for both.
        first = past.by(token.head)
        if first is not None and set(roles.sources) <= set(first.sources):
            present = [name for name in first.targets if (one := actors.entity(name)) is None or one.kind != "place"]
            return Roles(roles.sources, actors.foreign(present, own))
    prompter = _prompter(token)
    found = actors.foreign(actors.of(prompter), own) if prompter is not None else ()
    if found:
        return Roles(roles.sources, found)
    return roles


def _meant(noun: Token, past: Antecedents, actors: Actors) -> Account | None:
    """The event that a noun stands for; `the ban on Norwegian fish` is one with which Norway has to do."""
    named = _named_with(noun, actors)
    return past.near(noun, lambda told: named <= actors.sides((*told.sources, *told.targets)))


def _named_with(noun: Token, actors: Actors) -> set[str]:
    """The sides that a noun's own words name: `the ban on Norwegian fish`."""
    return actors.sides(actors.of_all((noun, *prepositional(noun, {"on", "against", "to", "for"}))))


def with_imposer(candidate: Candidate, roles: Roles, past: Antecedents, actors: Actors) -> Roles:
    """The roles of a measure's end; `demanded that the ban be lifted` leaves to the reader that its maker ends it."""
    token = candidate.token
    noun = undergoer(token) if token.pos_ in VERBAL else None
    if roles.sources or noun is None or noun.pos_ != "NOUN":
        return roles
    for clause in made_by(noun):
        against = actors.of_all(prepositional(clause, candidate.trigger.to))
        return Roles(actors.of(agent(clause)), roles.targets or against)
    hit = _named_with(noun, actors)
    told = past.near(noun, lambda told: hit <= actors.sides(told.targets))
    return Roles(told.sources, roles.targets or told.targets) if told is not None else roles


def with_maker(candidate: Candidate, roles: Roles, past: Antecedents) -> Roles:
    """The roles of an act; `the new rules bar two firms` is done by whoever made the rules."""
    token = candidate.token
    doer = agent(token) if token.pos_ in VERBAL else None
    if roles.sources or doer is None or doer.pos_ != "NOUN":
        return roles
    told = past.near(doer)
    return (
        Roles(told.sources, roles.targets) if told is not None and not set(told.sources) & set(roles.targets) else roles
    )


def with_hosts(candidate: Candidate, roles: Roles, past: Antecedents, actors: Actors) -> Roles:
    """The roles of an attendance; `Holm attended the meeting` brings her to the others who met."""
    noun = undergoer(candidate.token) if candidate.token.pos_ in VERBAL else None
    told = past.of(noun) if noun is not None and not roles.targets else None
    if told is None:
        return roles
    others = actors.foreign((*told.sources, *told.targets), actors.sides(roles.sources))
    return Roles(roles.sources, tuple(dict.fromkeys(others)))


def destination_before(token: Token, roles: Roles, past: Antecedents, actors: Actors) -> tuple[str, ...]:
    """Where a journey without a goal went, by its sentence: `Holm flew to Norland, which made way for Berg's visit`."""
    own = actors.sides(roles.sources)
    for told, account in reversed(past.told):
        if told.i < token.sent.start:
            break
        if account.label == "visit" and account.targets and token.i > told.i:
            return actors.foreign(account.targets, own) if own else ()
    return ()


def _prompter(token: Token) -> Token | None:
    """Who caused a protest: `Holm visited Norland, prompting China to complain`."""
    verb = token.head
    if token.dep_ != "xcomp" or lemma_of(verb) not in words_of("prompting"):
        return None
    return agent(verb.head) if verb.dep_ == "advcl" and verb.tag_ == "VBG" else agent(verb)


def _spoken_of(token: Token) -> list[Token]:
    """The nouns that a speech act is about: its object, what stands under `on`, the subject of its clause."""
    found = [undergoer(token)] if token.pos_ in VERBAL else []
    if found and found[0] is not None:
        found += prepositional(found[0], {"against", "to", "of"})
    found += prepositional(token, {"on", "of", "to", "about", "against", "over"})
    for clause in complements(token) if token.pos_ in VERBAL else ():
        found += [one for one in clause.children if one.dep_ in SUBJECTS or one.dep_ == "nsubjpass"]
    return [one for one in found if one is not None and one.pos_ == "NOUN"]


def occasion(token: Token, past: Antecedents) -> Account | None:
    """The meeting or call during which something was done: `urged him at the meeting`, `During the call, ...`."""
    at = token
    while at.dep_ == "conj" and at.head.pos_ in VERBAL and not any(one.dep_ in SUBJECTS for one in at.children):
        at = at.head
    for one in (*token.children, *at.children):
        if one.dep_ == "prep" and one.lower_ in _AT:
            for noun in one.children:
                account = past.of(noun) if noun.dep_ == "pobj" else None
                if account is not None:
                    return account
    return None
