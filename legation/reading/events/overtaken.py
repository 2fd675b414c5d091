"""Plans of which the same sentence tells that nothing came: `were to meet, but called it off`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from legation.reading.events.clauses import VERBAL, lemma_of
from legation.reading.events.tables import StatusRow, words_of

_PAST = frozenset({"had", "'d", "’d"})


def is_overtaken(act: Token, words: Mapping[str, tuple[StatusRow, ...]]) -> bool:
    """Whether the plan to do `act` is told as one of the past that was given up.

    `had been due to visit`; `was to have hosted`; `planned to sign, but put it off`; `was due to visit until ...`.
    """
    planning = _planning(act)
    if planning is None:
        return False
    if any(one.dep_ == "aux" and one.lower_ in _PAST for one in planning.children) or _is_to_have(act):
        return True
    return _is_past(planning) and any(_gives_up(verb, words) for verb in _later(act, planning))


def _planning(act: Token) -> Token | None:
    """The finite verb that carries the plan, by a word of foresight: `was due to`, `were to`, `planned to`."""
    at, foreseen = act, False
    while at.dep_ in ("xcomp", "dobj", "acl", "conj", "pobj", "prep", "acomp", "attr") and at.head != at:
        if at.dep_ == "xcomp" and lemma_of(at.head) == "be":
            return at.head
        at = at.head
        foreseen = foreseen or lemma_of(at) in words_of("foreseeing")
        if foreseen and at.pos_ in VERBAL and at.dep_ not in ("xcomp", "acomp"):
            return at
    return at if foreseen and at.pos_ in VERBAL else None


def _is_to_have(act: Token) -> bool:
    """`Was to have hosted the talks.`"""
    if act.pos_ not in VERBAL:
        act = act.head
    small = {one.lower_ for one in act.children if one.dep_ == "aux"}
    return act.dep_ == "xcomp" and act.tag_ == "VBN" and {"to", "have"} <= small


def _is_past(verb: Token) -> bool:
    finite = [one.tag_ for one in verb.children if one.dep_ in ("aux", "auxpass")]
    return "VBD" in (finite or [verb.tag_])


def _later(act: Token, planning: Token) -> Iterator[Token]:
    """The verbs of later clauses that are joined to the plan, or say until when it stood."""
    chain = {planning, act, *(one for one in act.ancestors if planning in one.ancestors)}
    for verb in act.doc[act.i + 1 : act.sent.end]:
        if verb.pos_ in VERBAL and verb.head in chain and (verb.dep_ == "conj" or _says_until(verb)):
            yield verb


def _says_until(verb: Token) -> bool:
    return verb.dep_ == "advcl" and any(one.lower_ in ("until", "till") for one in verb.subtree if one.i < verb.i)


def _gives_up(verb: Token, words: Mapping[str, tuple[StatusRow, ...]]) -> bool:
    """`Called it off`, `the ceremony was scrapped`, `changed his mind`; what ended it, told of the past."""
    if not _is_past(verb):
        return False
    if _says_until(verb):
        return True
    lemma = lemma_of(verb)
    wordings = {lemma, *(f"{lemma} {one.lower_}" for one in verb.children if one.dep_ in ("prt", "advmod"))}
    return any(row.status == "denied" for wording in wordings for row in words.get(wording, ()) if row.over != "verb")
