"""Acts that a law or rule provides for: `a law banning exports` is an act only where somebody enacts it."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from legation.reading.events.clauses import agent, lemma_of
from legation.reading.events.party_words import carrier
from legation.reading.events.tables import words_of


@dataclass(frozen=True, slots=True)
class Norm:
    """The law, rule or order whose words an act stands in, the verb that enacts it and who does; None where nobody."""

    noun: Token
    enacted: Token | None
    maker: Token | None


def norm_of(token: Token) -> Norm | None:
    """The norm on which the clause of a trigger hangs: `an order restricting ...`, `rules that ban ...`."""
    for at in (token, *token.ancestors):
        if at.dep_ in ("relcl", "acl"):
            noun = at.head
            if lemma_of(noun) not in words_of("norms") or at.tag_ == "VBN":
                return None
            verb = carrier(noun)
            if verb is None or lemma_of(verb) not in words_of("enacting"):
                return Norm(noun, None, None)
            return Norm(noun, verb, agent(verb))
        if at.dep_ not in ("xcomp", "conj", "dobj", "pobj", "prep", "pcomp"):
            return None
    return None
