"""Whether the words behind a noun say that it is there: `the duty it imposed in May`, `the men detained in Mali`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from legation.reading.events.clauses import lemma_of, undergoer

_DEFINITE = frozenset({"the", "these", "those", "all"})
_PAST = frozenset({"VBD", "VBN"})


def is_made(noun: Token, open_verbs: Mapping[str, Sequence[object]]) -> bool:
    """Whether a clause behind a noun tells, in the past, what was done with it; `open_verbs` leave that open:
    `the duty it planned`."""
    return any(describes(one, noun) and lemma_of(one) not in open_verbs for one in noun.children)


def describes(clause: Token, noun: Token) -> bool:
    """Whether a relative clause or a participle tells something past of a noun that the reader knows.

    `Wants the men detained` and `a summit held in Oslo` leave open whether it took place.
    """
    if clause.i < noun.i or clause.tag_ not in _PAST or any(one.dep_ == "ccomp" for one in clause.children):
        # "the raid, which Norway said was cruel": what is said of it is not what was done.
        return False
    helpers = {one.tag_ for one in clause.children if one.dep_ in ("aux", "auxpass")}
    if clause.dep_ == "relcl":
        if _is_remark(clause):
            return False
        return "MD" not in helpers and "TO" not in helpers and undergoer(clause) == noun
    definite = any(one.lower_ in _DEFINITE or one.dep_ == "poss" for one in noun.children if one.i < noun.i)
    return clause.dep_ == "acl" and not helpers and definite and noun.dep_ in ("pobj", "dobj", "nsubj", "nsubjpass")


def _is_remark(clause: Token) -> bool:
    """`The visit of Holm, the ministry said`: behind a comma and without a relative pronoun it tells who says so."""
    first = clause.left_edge
    after_comma = first.i > 0 and first.nbor(-1).text == ","
    return after_comma and not any(one.tag_ in ("WDT", "WP", "WP$") for one in clause.subtree)
