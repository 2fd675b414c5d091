"""The words of an event's clause that name who does it and to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from legation.reading.events.candidates import Candidate
from legation.reading.events.clauses import (
    SUBJECTS,
    VERBAL,
    agent,
    complements,
    is_passive,
    lemma_of,
    prepositional,
    surface_subject,
    undergoer,
)
from legation.reading.events.tables import words_of

_OF_WHOM = frozenset({"of", "for", "from"})
_SHARED = frozenset({"mutual", "interview", "appoint"})
"""Frames in which nobody suffers from another."""


_STRIKING = frozenset({"in", "on", "against", "at", "near", "upon"})
"""Prepositions that lead from a violent deed to where it struck, or whom."""


def deeper_sides(token: Token) -> Iterator[Token]:
    """Sides named further down: `opened a channel for talks with Japan`, `a treaty of friendship between ...`."""
    for one in token.subtree:
        if one.dep_ == "prep" and one.lower_ in ("with", "between"):
            yield from (deeper for deeper in one.children if deeper.dep_ == "pobj")


def speakers_at(noun: Token) -> Iterator[Token]:
    """Who is there with whom: `Holm told Berg in a phone call that ...`, `Holm hosted Berg for talks`."""
    noun = _outer(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("after", "before", "following") and noun.head.head.pos_ in VERBAL:
        # "After a breakfast with Berg, Holm left": she sat there too.
        subject = surface_subject(noun.head.head)
        if subject is not None:
            yield subject
        return
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "during", "at", "over", "by", "for"):
        return
    verb = carrier(noun)
    if verb is None and noun.head.head.dep_ in SUBJECTS:
        # "Holm in a call on Monday urged Berg": the parser hangs the call on Holm.
        verb = noun.head.head.head
    if verb is None or lemma_of(verb) not in words_of("addressing") | words_of("hosting"):
        return
    for one in (agent(verb), undergoer(verb), next((one for one in verb.children if one.dep_ == "dative"), None)):
        if one is not None:
            yield one
    if lemma_of(verb) == "demand":
        # "In a call Holm demanded that Berg release the crew": she said it to him.
        yield from (one for clause in complements(verb) for one in clause.children if one.dep_ in SUBJECTS)


def doers_of(candidate: Candidate) -> Iterator[Token]:
    """The words that name who does it."""
    token = candidate.token
    if token.pos_ in VERBAL:
        yield from _verb_doers(candidate)
    elif token.pos_ == "ADJ":
        # "is ready to", "found him guilty"
        subject = surface_subject(token.head) if token.head.pos_ in VERBAL else None
        if subject is not None:
            yield subject
    else:
        yield from _noun_doers(candidate)


def others_of(candidate: Candidate) -> Iterator[Token]:
    """The words that name to whom it is done."""
    yield from _verb_others(candidate) if candidate.token.pos_ in VERBAL else _noun_others(candidate)


def _verb_doers(candidate: Candidate) -> Iterator[Token]:
    verb, frame = candidate.token, candidate.trigger.label.frame
    doer = agent(verb)
    if doer is not None:
        yield doer
    if (frame == "mutual" or (frame == "travel" and doer is None)) and is_passive(verb):
        # "is expected in Oslo"
        subject = surface_subject(verb)
        if subject is not None:
            yield subject


def _verb_others(candidate: Candidate) -> Iterator[Token]:
    verb, trigger = candidate.token, candidate.trigger
    done_to = undergoer(verb)
    if done_to is not None and done_to != agent(verb):
        own = _answerable(done_to) if trigger.label.frame == "speech" else None
        yield own if own is not None else done_to
        if done_to.pos_ in ("NOUN", "PROPN") and own is None:
            yield from prepositional(done_to, trigger.to)
    led_to = [one for one in prepositional(verb, trigger.to) if lemma_of(one) not in words_of("stead")]
    yield from led_to
    if trigger.label.frame == "act":
        # "walked away from the talks with Norland"
        yield from (deep for one in led_to for deep in prepositional(one, trigger.to & {"with"}))
    if done_to is None and trigger.label.frame in ("act", "undergo"):
        # "helped Kenya rebuild the port", "declared the envoy persona non grata", as the parser has it
        for clause in complements(verb):
            yield from (one for one in clause.children if one.dep_ in SUBJECTS)
    if trigger.label.frame == "mutual" and done_to is None:
        # "exported rice worth millions to Norland"
        yield from _deeper(verb, trigger.to)
    if done_to is not None and trigger.label.frame == "act" and trigger.to:
        # "stole plans related to an engine from a company"
        yield from _deeper_objects(done_to, trigger.to & {"from"})


def _answerable(deed: Token) -> Token | None:
    """Whose deed is spoken of: `condemned Norland's invasion of Mali`, `the invasion of Mali by Norland`."""
    if deed.pos_ != "NOUN":
        return None
    return next(_done_by(deed), None) or next((one for one in deed.children if one.dep_ == "poss"), None)


def _deeper_objects(noun: Token, names: frozenset[str]) -> Iterator[Token]:
    """Objects of the prepositions below a noun's participle, where the parser hangs what belongs to the verb."""
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN":
            yield from (deep for one in clause.subtree for deep in prepositional(one, names))


def places_of(candidate: Candidate) -> Iterator[Token]:
    """Where what is acted on stands, for want of more: `bombed a village in Norland`."""
    verb, trigger = candidate.token, candidate.trigger
    done_to = undergoer(verb) if verb.pos_ in VERBAL and trigger.label.frame == "act" and not trigger.to else None
    if done_to is not None:
        yield from prepositional(done_to, {"of", "in", "on", "against"})


def inside(nouns: Iterable[Token]) -> Iterator[Token]:
    """Nouns that say more of those acted on, down to the third: `an inquiry into subsidies for cars from Norland`."""
    below = list(nouns)
    for _ in range(3):
        below = [deep for one in below for deep in prepositional(one, _OF_WHOM)]
        yield from below


def _deeper(verb: Token, names: frozenset[str]) -> Iterator[Token]:
    """Objects of the prepositions further down on the right, where the parser lost the object between.

    `Bargained for two days with Holm`: or hung them on the time.
    """
    for one in verb.children:
        lasting = one.dep_ == "prep" and one.lower_ == "for"
        if one.i > verb.i and (lasting or one.dep_ in ("npadvmod", "acomp", "oprd", "attr", "advmod")):
            for below in one.subtree:
                if below.dep_ == "prep":
                    yield from prepositional(below.head, names)


def _done_by(noun: Token) -> Iterator[Token]:
    """The `by` of a deed: `the invasion of Mali by Norland`, which the parser may hang on Mali or on the verb."""
    holders = [noun, *prepositional(noun, {"of"})]
    if noun.dep_ == "dobj" and not is_passive(noun.head):
        holders.append(noun.head)
    yield from (one for holder in holders for one in prepositional(holder, {"by"}))


def _sufferer(candidate: Candidate) -> Token | None:
    """Who has it from others: `Norland faced criticism from Mali`."""
    noun = candidate.token
    verb = carrier(noun) if noun.dep_ == "dobj" and candidate.trigger.label.frame not in _SHARED else None
    if verb is None or lemma_of(verb) not in words_of("suffering") or is_passive(verb):
        return None
    return agent(verb)


def _noun_doers(candidate: Candidate) -> Iterator[Token]:
    noun, trigger = candidate.token, candidate.trigger
    frame = trigger.label.frame
    if _sufferer(candidate) is not None:
        yield from (one for at in (noun, noun.head) for one in prepositional(at, {"from", "by", "of"}))
        yield from (one for one in noun.children if one.dep_ in ("amod", "compound", "nmod"))
        return
    owners = [one for one in noun.children if one.dep_ == "poss"]
    by = list(_done_by(noun))
    if frame == "undergo" or (frame == "appoint"):
        yield from by
    else:
        yield from owners
        yield from by
        if frame == "act":
            yield from prepositional(noun, {"from"} - trigger.to)
        if not owners:
            yield from (one for one in noun.children if one.dep_ in ("amod", "compound", "nmod"))
        if not owners and not by and frame in ("travel", "mutual"):
            yield from prepositional(noun, {"of"} - trigger.to)
    for clause in _participles(noun):
        done_by = agent(clause)
        if done_by is not None:
            yield done_by
            return
    if owners and frame not in ("undergo", "appoint", "mutual"):
        return
    if owners and frame == "mutual" and any(prepositional(noun, trigger.to)):
        # "imposed sanctions in response to Norland's war against Mali": both sides are told.
        return
    if by and frame == "travel":
        # "a trip by Holm was cancelled by Norland"
        return
    yield from _supported(noun, frame)


def _supported(noun: Token, frame: str) -> Iterator[Token]:
    """The subject of the verb that carries the noun: `held talks`, `imposed sanctions`, `in an interview ... said`."""
    verb = carrier(noun)
    if verb is None:
        if noun.dep_ == "pobj" and noun.head.dep_ == "prep":
            # "their involvement in a breach"
            yield from (one for one in noun.head.head.children if one.dep_ == "poss")
        return
    goes_out = any(one.dep_ == "prt" or one.lower_ == "out" for one in verb.children)
    if lemma_of(verb) in words_of("onlooking") and not goes_out:
        # "Japan welcomed the talks" does not make Japan a party.
        return
    outer = _outer(noun)
    if frame == "travel" and outer.dep_ != "pobj" and lemma_of(verb) not in words_of("journeying"):
        return
    if outer.dep_ == "pobj" and not _is_taken_part_in(outer, verb, frame):
        return
    doer = agent(verb)
    # "Norland, which sent good wishes": the doer's phrase holds the relative clause and so the noun.
    if doer is not None and doer != noun and (noun not in doer.subtree or doer == verb.head):
        yield doer


def _is_taken_part_in(noun: Token, verb: Token, frame: str) -> bool:
    """`went on strike`, `said in an interview`: the subject takes part; `was hurt in a raid`: it does not."""
    if frame in ("act", "undergo", "appoint"):
        return lemma_of(verb) == "go"
    return noun.head.lower_ in ("in", "into", "on", "for", "to") or noun.head.head.lower_ == "out"


def _participles(noun: Token) -> Iterator[Token]:
    """`sanctions imposed by France on Mali`: the participles or relative clauses that say who and on whom."""
    yield from (one for one in noun.children if one.dep_ == "acl" and one.tag_ == "VBN")
    # "the sanctions that France imposed on Mali"
    clauses = (one for one in noun.children if one.dep_ == "relcl" and undergoer(one) == noun and agent(one) != noun)
    # "a trip that Norland warned against": who warns does not travel.
    yield from (one for one in clauses if all(list(part.children) for part in one.children if part.dep_ == "prep"))


def made_by(noun: Token) -> Iterator[Token]:
    """The participles or clauses beside a noun that say who made it: `sanctions imposed by Norland on Mali`."""
    yield from (clause for clause in _participles(noun) if agent(clause) is not None)


def carrier(noun: Token) -> Token | None:
    """The verb on which a noun depends as object, through coordination and nouns of measure or project."""
    at = _outer(noun)
    if at.dep_ in ("dobj", "nsubjpass", "attr", "dative") and at.head.pos_ in VERBAL:
        return at.head
    if at.dep_ == "npadvmod" and lemma_of(at) in words_of("measures") and at.i > at.head.i:
        # The parser takes "two days" of "ended two days of talks" for a time.
        return at.head if at.head.pos_ in VERBAL else None
    if at.dep_ == "pobj" and at.head.dep_ == "prep":
        above = at.head.head
        while above.pos_ in ("ADP", "ADV") and above.head != above:
            # "pulled out of talks"
            above = above.head
        return above if above.pos_ in VERBAL else None
    return None


def _outer(noun: Token) -> Token:
    """The noun that stands for it in the clause: `rounds` of `two rounds of talks`, `plans` of `plans for a visit`."""
    at = noun
    for _ in range(5):
        above = at.head.head
        if at.dep_ == "conj":
            at = at.head
        elif at.dep_ == "pobj" and above.pos_ == "NOUN" and lemma_of(above) in _through(at.head.lower_):
            at = above
        else:
            break
    return at


def _through(preposition: str) -> frozenset[str]:
    """Nouns that stand between an event and its verb: `two rounds of talks`, `plans for a visit`."""
    if preposition == "of":
        return words_of("measures") | words_of("projects")
    return words_of("projects") if preposition in ("for", "to") else frozenset()


def _noun_others(candidate: Candidate) -> Iterator[Token]:
    noun, trigger = candidate.token, candidate.trigger
    frame = trigger.label.frame
    sufferer = _sufferer(candidate)
    if sufferer is not None:
        yield sufferer
        return
    if frame in ("undergo", "appoint"):
        yield from (one for one in noun.children if one.dep_ in ("poss", "compound"))
        yield from prepositional(noun, {"of"})
    to = trigger.to if frame in _SHARED else trigger.to - {"by"}
    yield from prepositional(noun, to)
    # "a freeze and a ban on Norland"
    yield from (deep for one in noun.children if one.dep_ == "conj" for deep in prepositional(one, to))
    for clause in _participles(noun):
        yield from prepositional(clause, to - {"in"})
    verb = carrier(noun)
    if verb is not None and noun.dep_ == "pobj" and frame == "mutual":
        # "went to war with Norland"
        yield from prepositional(verb, {"with"})
    if verb is not None and noun.dep_ in ("dobj", "nsubjpass", "conj"):
        yield from prepositional(verb, to - {"in"})
        recipient = next((one for one in verb.children if one.dep_ == "dative"), None)
        if recipient is None and noun.dep_ == "dobj" and is_passive(verb) and frame == "act":
            # "was granted asylum"
            recipient = surface_subject(verb)
        if recipient is not None:
            yield recipient
    if frame == "mutual" and noun.dep_ in ("nsubj", "nsubjpass"):
        # "talks took place between ...", "an accord was signed by ..."
        yield from deeper_sides(noun.head)
        yield from prepositional(noun.head, {"by"})


def is_struck(name: Token) -> bool:
    """`Condemned the attack in a province of Mali`: Mali suffered it."""
    phrases = (one for one in (name, *name.ancestors) if one.dep_ == "pobj" and one.head.lower_ in _STRIKING)
    return any(lemma_of(one.head.head) in words_of("deeds") for one in phrases)
