"""What the own words of a verb or noun say of whether it is done: negation, tense, conditions, wishes."""

from __future__ import annotations

from spacy.tokens import Token

from legation.model import Status
from legation.reading.events.clauses import VERBAL, lemma_of
from legation.reading.events.questions import is_asked
from legation.reading.events.tables import words_of

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "wo n't"})
_AWAITING = _FUTURE | {"would"}
_OUGHT = frozenset({"should", "must", "ought", "need"})
_MAYBE = frozenset({"might", "may", "could", "can"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "barely"})
_AHEAD = frozenset({"next", "upcoming", "coming", "planned", "forthcoming", "future", "proposed", "scheduled"})
MAYBE_NOUN = frozenset({"possible", "potential", "hypothetical", "any"})
_FIRST = frozenset({"i", "we", "me", "us"})
_STEPS = 4
"""Words between `I want` and what is done by saying it."""


def status_of_verb(verb: Token) -> Status | None:
    """What a verb's auxiliaries, negation and clause make of it; None where they leave it told as done."""
    auxiliaries = [one for one in verb.children if one.dep_ in ("aux", "auxpass")]
    words = {one.lower_ for one in auxiliaries}
    if not auxiliaries and verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        # "will meet Berg and sign the treaty"
        words = {one.lower_ for one in verb.head.children if one.dep_ == "aux"} & (
            _FUTURE | _OUGHT | _MAYBE | {"would"}
        )
        if verb.tag_ != "VB" or any(one.dep_ == "nsubj" for one in verb.children):
            # "would stay and met": another tense, another clause.
            words = set()
    if is_conditional(verb):
        return "hypothetical"
    if is_negated(verb) or _no_participant(verb):
        return "denied"
    if verb.dep_ == "xcomp" and lemma_of(verb.head) in ("have", "be") and _is_outstanding(verb.head):
        return "denied"
    if is_asked(verb) or (words & _FUTURE and _depends(verb)):
        return "hypothetical"
    if words & _FUTURE or _waits(verb) or _is_purpose_ahead(verb):
        return "planned"
    if words & _OUGHT:
        return "called-for"
    if words & _MAYBE:
        return "hypothetical"
    if "would" in words and "have" in words and verb.tag_ == "VBN":
        # "would have met": it did not come to that.
        return "hypothetical"
    if "would" in words:
        # "said it would send aid" promises; "would send aid if ..." supposes.
        reported = verb.dep_ in ("ccomp", "conj") and not _depends(verb)
        return "planned" if reported else "hypothetical"
    if verb.dep_ == "xcomp" and is_to_infinitive(verb) and _is_ahead(verb.head):
        return "denied" if is_negated(verb.head) else "planned"
    if verb.tag_ == "VBG" and words <= {"is", "are", "'s", "’s", "am"} and words and _said_of_time_ahead(verb):
        return "planned"
    return None


def status_of_noun(noun: Token) -> Status | None:
    """What a noun's determiner and adjectives make of it (`no talks`); None where they say nothing."""
    for one in noun.children:
        lower = one.lower_
        if lower in ("no", "neither") and one.dep_ in ("det", "preconj"):
            return "denied"
        if one.dep_ in ("amod", "det", "compound", "nmod", "npadvmod", "poss") and lower in _AHEAD:
            return "planned"
        if one.dep_ == "poss" and any(part.lower_ in _AHEAD for part in one.children):
            # "next month's visit"
            return "planned"
        if one.dep_ in ("amod", "det") and lower in MAYBE_NOUN:
            return "hypothetical"
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "without"):
        above = noun.head.head
        if lemma_of(above) == "anniversary":
            # What is remembered took place, whatever is planned for the day.
            return "actual"
        if noun.head.lower_ == "without":
            return "denied"
        if above.lower_ in ("case", "event", "possibility", "prospect", "likelihood", "risk", "absence"):
            return "denied" if above.lower_ == "absence" else "hypothetical"
    return None


def is_performed(verb: Token) -> bool:
    """`I want to thank Norland`, `let me congratulate you`, `I would like to begin by thanking ...`: said is done."""
    at, steps = verb, 0
    while at.dep_ in ("xcomp", "pcomp", "prep", "ccomp") and steps < _STEPS:
        at, steps = at.head, steps + 1
        lemma = lemma_of(at)
        if lemma in words_of("performing") and at.pos_ in VERBAL:
            who = {one.lower_ for one in at.children if one.dep_ == "nsubj"} | {
                one.lower_ for one in verb.children if one.dep_ == "nsubj"
            }
            return bool(who & _FIRST) and not is_negated(at)
    return False


def is_negated(token: Token) -> bool:
    """Whether a word of negation stands on this word itself."""
    return any(
        one.dep_ == "neg" or (one.lower_ in _NEGATIONS and one.dep_ in ("det", "advmod", "preconj", "cc"))
        for one in token.children
    )


def is_conditional(verb: Token) -> bool:
    """Whether a verb's clause is a condition: `if`, `unless`, `had they not`."""
    if any(one.dep_ in ("mark", "advmod") and one.lower_ in _CONDITIONS for one in verb.children):
        return True
    if verb.dep_ in ("xcomp", "advcl") and lemma_of(verb.head) == "be" and is_to_infinitive(verb):
        # "if Norland were to leave", "were Norland to leave"
        return is_conditional(verb.head)
    return verb.dep_ == "advcl" and _is_inverted(verb)


def is_to_infinitive(verb: Token) -> bool:
    """Whether a verb stands with `to`."""
    return any(one.dep_ == "aux" and one.lower_ == "to" for one in verb.children)


def _depends(verb: Token) -> bool:
    """`will impose sanctions if Norland attacks`: it may not come to that."""
    return any(one.dep_ == "advcl" and is_conditional(one) and not _is_proviso(one) for one in verb.children)


def _is_proviso(condition: Token) -> bool:
    """`If all goes well`, `if nothing goes wrong`: what everybody expects."""
    return any(one.dep_ == "nsubj" and one.lower_ in ("all", "nothing", "everything") for one in condition.children)


def _is_inverted(verb: Token) -> bool:
    """`Had Norland not left`, `Should Norland leave`, `Were Norland to leave`."""
    subject = next((one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    first = [one for one in verb.children if one.dep_ in ("aux", "auxpass")]
    return any(one.lower_ in ("had", "should", "were") and one.i < subject.i for one in (*first, verb))


def _is_purpose_ahead(verb: Token) -> bool:
    """`Will head a delegation to attend the talks`: what is done for is ahead as well."""
    if verb.dep_ != "advcl" or not is_to_infinitive(verb) or verb.i < verb.head.i or is_negated(verb.head):
        return False
    return any(one.dep_ == "aux" and one.lower_ in _FUTURE for one in verb.head.children)


def _is_ahead(verb: Token) -> bool:
    """`Is to meet`, `is going to meet`."""
    return lemma_of(verb) == "be" or (lemma_of(verb) == "go" and verb.tag_ == "VBG")


def _is_outstanding(verb: Token) -> bool:
    """`has yet to`, `is yet to`, `has still to`."""
    return any(one.lower_ in ("yet", "still") for one in verb.children)


def _waits(verb: Token) -> bool:
    """`would be held once Norland named a minister`: what the other act waits for has not been done either."""
    main = verb.head.head if verb.head.lower_ == "soon" else verb.head
    if verb.dep_ != "advcl" or not any(one.tag_ == "MD" and one.lower_ in _AWAITING for one in main.children):
        return False
    small = {one.lower_ for one in verb.children if one.dep_ in ("mark", "advmod")}
    return bool(small & {"once", "until"}) or verb.head.lower_ == "soon"


def _said_of_time_ahead(verb: Token) -> bool:
    return any(one.lower_ in ("tomorrow", "next", "later", "soon") for one in verb.subtree)


def _no_participant(verb: Token) -> bool:
    """`No talks took place`, `neither side met`, `lifted none of its bans`."""
    return any(
        one.dep_ in ("nsubj", "nsubjpass", "dobj")
        and (
            one.lower_ in ("none", "nobody")
            or any(part.lower_ in ("no", "neither") and part.dep_ in ("det", "preconj") for part in one.children)
        )
        for one in verb.children
    )
