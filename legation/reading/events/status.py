"""Whether an event took place: denials, plans, calls for it, conditions, and imputed acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from legation.model import Status
from legation.reading.events.clauses import VERBAL, lemma_of
from legation.reading.events.governing import CIRCUMSTANCES, governor_of, row_of
from legation.reading.events.made import describes, is_made
from legation.reading.events.mood import (
    MAYBE_NOUN,
    is_conditional,
    is_negated,
    is_to_infinitive,
    status_of_noun,
    status_of_verb,
)
from legation.reading.events.overtaken import is_overtaken
from legation.reading.events.questions import is_asked
from legation.reading.events.tables import StatusRow, model_status, words_of

_IMPUTED = frozenset({"alleged", "suspected", "purported", "reported", "claimed"})
_GRAVITY: tuple[Status, ...] = ("actual", "planned", "called-for", "hypothetical", "denied")


@dataclass(frozen=True, slots=True)
class Reality:
    """The status, whether the act is only imputed, and the word that says how it goes on (begun, resumed, ...)."""

    status: Status
    alleged: bool
    aspect: str | None = None


def reality_of(token: Token, words: Mapping[str, tuple[StatusRow, ...]], decreed: bool = False) -> Reality:
    """How a trigger word's clause and the words that govern it present the event.

    An event that is `decreed` (a sanction, an expulsion) is done once it is decided.
    """
    told = _told(token, words, decreed)
    if told.status == "planned" and is_overtaken(token, words):
        return replace(told, status="denied")
    if told.status == "called-for" and told.aspect in words_of("ending"):
        # "urged Norland to stop the raids": there are raids.
        return replace(told, status="actual")
    ended = token.dep_ == "xcomp" and token.tag_ == "VBG" and lemma_of(token.head) in words_of("ending")
    if told.status == "actual" and ended and told.aspect == lemma_of(token.head):
        # "stopped supplying Norland"
        return replace(told, status="denied")
    return told


def _told(token: Token, words: Mapping[str, tuple[StatusRow, ...]], decreed: bool) -> Reality:
    """What the words from the trigger upwards say, each outranked by the one that governs it."""
    alleged = _is_imputed(token, words)
    aspect: str | None = None
    acting = aside = False
    at = token
    if token.pos_ not in VERBAL and is_made(token, words):
        # "could halve the duty it imposed": it is imposed, whatever becomes of it.
        return Reality("actual", alleged, aspect)
    for _ in range(6):
        own = status_of_verb(at) if at.pos_ in VERBAL else status_of_noun(at)
        if own is None and not aside and is_asked(at):
            own = "hypothetical"
        above, clause = governor_of(at)
        if above is not None and above.dep_ == "xcomp" and _is_afterthought(at):
            # "agreed to resume the visits, after two days of talks": the talks led to the agreement.
            above = above.head
        if own is None and above is not None and clause == "nsubjpass" and lemma_of(above) in words_of("purposes"):
            # "The trip was never meant to ...": what it was for is denied, not the trip.
            break
        row = row_of(words, above, at, clause) if above is not None else None
        if row is not None and row.status == "alleged" and _is_hearsay(above, at):
            # "rejected claims that ...": what somebody does with the claim counts.
            row = None
        if own == "planned" and not acting and row is not None and clause == "ccomp" and _is_wished(row):
            # "hopes that Japan will resume the talks"
            own = model_status(row)
        if own == "hypothetical" and at.pos_ not in VERBAL and row is not None and row.status == "denied":
            # "denied any plan to attack"
            own = None
        if own == "planned" and at.pos_ not in VERBAL and _overtaken(above, row, clause):
            own = None
        if own is not None:
            return Reality(own, alleged, aspect)
        if above is None:
            break
        if clause == "nsubj" and _is_told_as_done(at):
            # "The sanctions imposed by Norland would hurt": what they will do is ahead, not they.
            break
        lemma = lemma_of(above)
        foretold = _foretold(above, clause, words)
        if foretold is not None:
            return Reality(foretold, alleged, aspect)
        if lemma in words_of("aspects") and clause in ("xcomp", "dobj", "nsubjpass", "nsubj"):
            aspect = aspect or lemma
        if _comes_to_nothing(above, clause, words) or _is_untrue(above, clause, at):
            return Reality("denied", alleged, aspect)
        if row is None and (_is_spoken_of(at, above, clause) or _is_affected(at, above, clause)):
            break
        if row is not None and above is not None:
            if alleged and row.status == "denied" and lemma_of(at) not in words_of("hearsay"):
                # "denied involvement in the raid": the raid itself is not denied.
                break
            if is_negated(above) or _is_neither(above):
                return Reality(_turned(row, above), alleged, aspect)
            if decreed and lemma_of(above) in words_of("deciding"):
                return Reality(_graver("actual", above, words), alleged, aspect)
            if row.status != "alleged":
                return Reality(_graver(model_status(row), above, words), alleged, aspect)
            alleged = True
        told_of = clause in ("relcl", "acl") and describes(at, above) and own is None
        first_to = (above.dep_ == "attr" and is_to_infinitive(at)) or (_is_hearsay(above, at) and not told_of)
        bare = clause == "ccomp" and lemma_of(above) in words_of("letting")
        reported = clause == "ccomp" and not is_to_infinitive(at) and not bare
        if (clause in ("relcl", "advcl") and not first_to) or reported or told_of:
            # A reported or subordinate clause stands for itself.
            break
        # "hopes that the visit will help": what is hoped for is the help.
        acting = clause == "nsubj" and at.pos_ not in VERBAL and lemma not in words_of("happenings") | {"be"}
        # "Do you have anything on the visit?": it is not asked whether there is one.
        aside = aside or clause == "pobj"
        at = above
    return Reality("actual", alleged, aspect)


def _is_wished(row: StatusRow) -> bool:
    return row.status in ("called-for", "hypothetical")


def _is_spoken_of(at: Token, above: Token, clause: str) -> bool:
    """`will raise its concern about the attack`, `would you comment on the visit`: it stands for itself."""
    remark = lemma_of(above) in words_of("remarks")
    return clause == "pobj" and at.pos_ not in VERBAL and (at.head.lower_ in words_of("topical") or remark)


def _is_affected(at: Token, above: Token, clause: str) -> bool:
    """`could harm the trade talks`: what is acted upon is there already."""
    return clause == "dobj" and at.pos_ not in VERBAL and lemma_of(above) in words_of("affecting")


def _is_told_as_done(noun: Token) -> bool:
    """Whether a participle on a noun says that it was done: `the accord signed in May`, not `the visit planned`."""
    done = (one for one in noun.children if one.dep_ == "acl" and one.tag_ == "VBN")
    return any(lemma_of(one) in words_of("accomplishing") for one in done)


def _is_afterthought(at: Token) -> bool:
    """Whether a noun stands behind a comma under a preposition of circumstance."""
    if at.dep_ != "pobj" or at.head.lower_ not in CIRCUMSTANCES or at.head.i == 0:
        return False
    return at.head.nbor(-1).text == ","


def _overtaken(above: Token | None, row: StatusRow | None, clause: str) -> bool:
    """`postponed a planned trip`, `The planned trip did not go ahead`: the verb outranks `planned`."""
    if row is not None and row.status == "denied":
        return True
    happening = above is not None and clause in ("nsubj", "nsubjpass") and lemma_of(above) in words_of("happenings")
    return happening and above is not None and (above.tag_ == "VBD" or is_negated(above))


def _foretold(above: Token, clause: str, words: Mapping[str, tuple[StatusRow, ...]]) -> Status | None:
    """`A visit is likely to follow`, `a deal is possible`: what is said of the noun."""
    if clause != "nsubj" or lemma_of(above) != "be":
        return None
    said = next((one for one in above.children if one.dep_ == "acomp"), None)
    if said is None or is_negated(above):
        return None
    clauses = (one for at in (above, *above.children, *said.children) for one in at.children if one.dep_ == "advcl")
    if said.lower_ in MAYBE_NOUN or any(is_conditional(one) for one in clauses):
        return "hypothetical"
    happens = any(one.dep_ == "xcomp" and lemma_of(one) in words_of("happenings") for one in said.children)
    rows = [row for row in words.get(said.lower_, ()) if row.status in ("planned", "hypothetical")]
    return model_status(rows[0]) if rows and happens else None


def _comes_to_nothing(above: Token | None, clause: str, words: Mapping[str, tuple[StatusRow, ...]]) -> bool:
    """`The talks failed to take place`."""
    if above is None or clause not in ("nsubj", "nsubjpass"):
        return False
    failing = any(row.status == "denied" and row.over != "noun" for row in words.get(lemma_of(above), ()))
    return failing and any(one.dep_ == "xcomp" and lemma_of(one) in words_of("happenings") for one in above.children)


def _graver(status: Status, above: Token, words: Mapping[str, tuple[StatusRow, ...]]) -> Status:
    """`denied planning to ...`, `refused to agree to ...`: what governs the governing word counts as well."""
    beyond = reality_of(above, words).status
    if status == "denied" and beyond == "called-for":
        # "urged him to stop them from selling": nobody says that they don't.
        return "hypothetical"
    return max(status, beyond, key=_GRAVITY.index)


def _turned(row: StatusRow, above: Token) -> Status:
    """`did not agree to meet`: denied; `did not deny`, `did not fail`: done; `did not rule out`: it may come to it."""
    if lemma_of(above) in words_of("excluding") or _is_neither(above):
        return "hypothetical"
    return "actual" if row.status in ("denied", "alleged") else "denied"


def _is_neither(verb: Token) -> bool:
    """`neither confirmed nor denied meeting Berg`."""
    first = verb.head if verb.dep_ == "conj" else verb
    return any(one.lower_ in ("neither", "nor") for one in (*verb.children, *first.children))


def _is_hearsay(noun: Token | None, at: Token) -> bool:
    """`claims that it had sold weapons`: a finite clause is what the noun reports."""
    if noun is None or noun.pos_ != "NOUN" or at.pos_ not in VERBAL or lemma_of(noun) not in words_of("hearsay"):
        return False
    # "the talks, which were frozen": what is told of the noun is no report.
    return not any(one.lower_ in ("which", "who") for one in at.children)


def _is_untrue(above: Token | None, clause: str, noun: Token) -> bool:
    """`Reports that it sold weapons were false.`"""
    if above is None or clause != "nsubj" or lemma_of(above) != "be" or lemma_of(noun) not in words_of("hearsay"):
        return False
    return any(one.dep_ in ("acomp", "attr") and lemma_of(one) in words_of("untrue") for one in above.children)


def _is_imputed(token: Token, words: Mapping[str, tuple[StatusRow, ...]]) -> bool:
    if any(one.lower_ in _IMPUTED or one.lower_ in ("allegedly", "reportedly") for one in token.children):
        return True
    above, clause = governor_of(token)
    if above is None:
        return False
    row = row_of(words, above, token, clause)
    if row is not None and row.status == "alleged":
        return True
    return any(one.lower_ in _IMPUTED for one in above.children) and clause == "pobj"
