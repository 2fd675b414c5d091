"""Whether an event took place: denials, plans, calls for it, conditions, and imputed acts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from legation.model import Status
from legation.reading.events.clauses import VERBAL, lemma_of
from legation.reading.events.questions import is_asked
from legation.reading.events.tables import StatusRow, model_status, words_of

_FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "wo n't"})
_AWAITING = _FUTURE | {"would"}
_OUGHT = frozenset({"should", "must", "ought", "need"})
_MAYBE = frozenset({"might", "may", "could", "can"})
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without", "hardly", "barely"})
_AHEAD = frozenset({"next", "upcoming", "coming", "planned", "forthcoming", "future", "proposed", "scheduled"})
_MAYBE_NOUN = frozenset({"possible", "potential", "hypothetical", "any"})
_IMPUTED = frozenset({"alleged", "suspected", "purported", "reported", "claimed"})
_FIRST = frozenset({"i", "we", "me", "us"})
_STEPS = 4
"""Words between `I want` and what is done by saying it."""
_CLAUSES = frozenset({"xcomp", "ccomp", "pcomp", "acl", "advcl", "relcl", "conj"})


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
    found = _presented(token, words, decreed)
    if found.status == "called-for" and found.aspect in words_of("ending"):
        # "urged Norland to stop the raids": there are raids.
        return replace(found, status="actual")
    ended = token.dep_ == "xcomp" and token.tag_ == "VBG" and lemma_of(token.head) in words_of("ending")
    if found.status == "actual" and ended and found.aspect == lemma_of(token.head):
        # "stopped supplying Norland"
        return replace(found, status="denied")
    return found


def _presented(token: Token, words: Mapping[str, tuple[StatusRow, ...]], decreed: bool) -> Reality:
    alleged = _is_imputed(token, words)
    aspect: str | None = None
    acting = aside = False
    at = token
    for _ in range(6):
        own = _verb_status(at) if at.pos_ in VERBAL else _noun_status(at)
        if own is None and not aside and is_asked(at):
            own = "hypothetical"
        above, clause = _governor(at)
        if above is not None and above.dep_ == "xcomp" and _is_afterthought(at):
            # "agreed to resume the visits, after two days of talks": the talks led to the agreement.
            above = above.head
        if own is None and above is not None and clause == "nsubjpass" and lemma_of(above) in words_of("purposes"):
            # "The trip was never meant to ...": what it was for is denied, not the trip.
            break
        row = _row(words, above, at, clause) if above is not None else None
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
            if _negated(above) or _is_neither(above):
                return Reality(_turned(row, above), alleged, aspect)
            if decreed and lemma_of(above) in words_of("deciding"):
                return Reality(_graver("actual", above, words), alleged, aspect)
            if row.status != "alleged":
                return Reality(_graver(model_status(row), above, words), alleged, aspect)
            alleged = True
        first_to = (above.dep_ == "attr" and _to_infinitive(at)) or _is_hearsay(above, at)
        describes = clause == "acl" and at.tag_ in ("VBG", "VBN") and row is None
        apart = (clause in ("relcl", "advcl") and not first_to) or (clause == "ccomp" and not _to_infinitive(at))
        if apart or describes:
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
    return happening and above is not None and (above.tag_ == "VBD" or _negated(above))


def _foretold(above: Token, clause: str, words: Mapping[str, tuple[StatusRow, ...]]) -> Status | None:
    """`A visit is likely to follow`, `a deal is possible`: what is said of the noun."""
    if clause != "nsubj" or lemma_of(above) != "be":
        return None
    said = next((one for one in above.children if one.dep_ == "acomp"), None)
    if said is None or _negated(above):
        return None
    clauses = (one for at in (above, *above.children, *said.children) for one in at.children if one.dep_ == "advcl")
    if said.lower_ in _MAYBE_NOUN or any(_conditional(one) for one in clauses):
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


_GRAVITY: tuple[Status, ...] = ("actual", "planned", "called-for", "hypothetical", "denied")


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
    return noun is not None and noun.pos_ == "NOUN" and at.pos_ in VERBAL and lemma_of(noun) in words_of("hearsay")


def _is_untrue(above: Token | None, clause: str, noun: Token) -> bool:
    """`Reports that it sold weapons were false.`"""
    if above is None or clause != "nsubj" or lemma_of(above) != "be" or lemma_of(noun) not in words_of("hearsay"):
        return False
    return any(one.dep_ in ("acomp", "attr") and lemma_of(one) in words_of("untrue") for one in above.children)


_GOVERNED = frozenset({"xcomp", "ccomp", "dobj", "nsubjpass", "pobj", "pcomp", "acl", "attr"})


def _row(words: Mapping[str, tuple[StatusRow, ...]], above: Token, at: Token, clause: str) -> StatusRow | None:
    """The row of the governing word that fits what it governs here."""
    loose = clause == "advcl" and _to_infinitive(at) and not any(one.dep_ == "dobj" for one in above.children)
    if not (clause in _GOVERNED or loose) or _stands_apart(at, above, clause):
        return None
    kind = "verb" if at.pos_ in VERBAL else "noun"
    for word in _wordings(above, at):
        fitting = [
            row
            for row in words.get(word, ())
            if row.over in ("both", kind) or (row.over == "clause" and clause == "ccomp")
        ]
        # "agreed in Oslo to reopen the line": the parser takes the content for a purpose.
        fitting = [row for row in fitting if not loose or row.status == "planned" or above.pos_ not in VERBAL]
        if fitting:
            return min(fitting, key=lambda row: row.over != "clause")
    return None


def _wordings(above: Token, at: Token) -> Iterator[str]:
    """A governing word with its particle and the preposition that leads to `at`, the fullest wording first."""
    lemma = lemma_of(above)
    for one in above.children:
        if one.dep_ == "prep" and at not in one.subtree:
            yield from (f"{lemma} {one.lower_} {lemma_of(deeper)}" for deeper in one.children if deeper.dep_ == "pobj")
    small = [one.lower_ for one in above.children if one.dep_ in ("prt", "advmod") and not one.is_punct]
    leading = [one.lower_ for one in above.children if one.dep_ in ("prep", "agent") and at in one.subtree]
    yield from (f"{lemma} {particle} {preposition}" for particle in small for preposition in leading)
    yield from (f"{lemma} {word}" for word in (*small, *leading))
    if not any(one.dep_ == "prt" for one in above.children):
        yield lemma


CIRCUMSTANCES = frozenset(
    "during at after before since amid following despite under by until through throughout within alongside".split()
)
"""Prepositions that say when or under what something was done, not what."""


def is_venue(noun: Token) -> bool:
    """`Pressed Norland in talks`, `told Holm at a meeting to leave`: where somebody was spoken to."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "at") or verb.pos_ != "VERB":
        return False
    spoken_to = (one for one in (*verb.children, *verb.head.children) if one.dep_ in ("dobj", "xcomp", "ccomp"))
    return any(noun not in one.subtree and one != verb for one in spoken_to)


def _stands_apart(at: Token, above: Token, clause: str) -> bool:
    """`During the call` is no part of what was urged; `an order restricting exports` is done; after `;` all is new."""
    if clause == "pobj" and at.dep_ in ("pobj", "conj"):
        # "During the call, Holm urged ...": when and where it was asked is not what was asked.
        preposition = next((one for one in (at, *at.ancestors) if one.dep_ in ("prep", "agent")), at)
        fronted = preposition.lower_ in ("in", "on") and at.i < above.i
        return preposition.lower_ in CIRCUMSTANCES or fronted or is_venue(at)
    if clause == "acl" and at.tag_ == "VBG" and above.pos_ in ("NOUN", "PROPN"):
        return True
    first, last = sorted((at.i, above.i))
    return clause == "ccomp" and any(one.text == ";" for one in at.doc[first:last])


def _governor(token: Token) -> tuple[Token | None, str]:
    """The word that a trigger's clause or phrase hangs on, and how."""
    dep, head = token.dep_, token.head
    if head == token:
        return None, ""
    if dep == "conj":
        above, clause = _governor(head)
        return above, clause
    if (dep == "pobj" and head.dep_ in ("prep", "agent")) or (dep == "pcomp" and head.dep_ == "prep"):
        above = head.head
        while above.pos_ in ("ADP", "ADV") and above.head != above:
            # "pulled out of a meeting", "stopped short of sending"
            above = above.head
        return above, dep
    if dep in ("compound", "amod", "nmod", "poss", "appos"):
        return head, dep
    if dep in _CLAUSES or dep in ("dobj", "nsubj", "nsubjpass", "attr", "dative", "oprd", "acomp"):
        return head, dep
    return None, ""


def _negated(token: Token) -> bool:
    return any(
        one.dep_ == "neg" or (one.lower_ in _NEGATIONS and one.dep_ in ("det", "advmod", "preconj", "cc"))
        for one in token.children
    )


def _conditional(verb: Token) -> bool:
    if any(one.dep_ in ("mark", "advmod") and one.lower_ in _CONDITIONS for one in verb.children):
        return True
    if verb.dep_ in ("xcomp", "advcl") and lemma_of(verb.head) == "be" and _to_infinitive(verb):
        # "if Norland were to leave", "were Norland to leave"
        return _conditional(verb.head)
    return verb.dep_ == "advcl" and _is_inverted(verb)


def _depends(verb: Token) -> bool:
    """`will impose sanctions if Norland attacks`: it may not come to that."""
    return any(one.dep_ == "advcl" and _conditional(one) and not _is_proviso(one) for one in verb.children)


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


def _verb_status(verb: Token) -> Status | None:
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
    if _conditional(verb):
        return "hypothetical"
    if _negated(verb) or _no_participant(verb):
        return "denied"
    if verb.dep_ == "xcomp" and lemma_of(verb.head) in ("have", "be") and _is_outstanding(verb.head):
        return "denied"
    if words & _FUTURE and (is_asked(verb) or _depends(verb)):
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
    if verb.dep_ == "xcomp" and lemma_of(verb.head) == "go" and verb.head.tag_ == "VBG":
        return "planned"
    if verb.dep_ == "xcomp" and lemma_of(verb.head) == "be" and _to_infinitive(verb):
        return "planned"
    if verb.tag_ == "VBG" and words <= {"is", "are", "'s", "’s", "am"} and words and _said_of_time_ahead(verb):
        return "planned"
    return None


def _is_purpose_ahead(verb: Token) -> bool:
    """`Will head a delegation to attend the talks`: what is done for is ahead as well."""
    if verb.dep_ != "advcl" or not _to_infinitive(verb) or verb.i < verb.head.i or _negated(verb.head):
        return False
    return any(one.dep_ == "aux" and one.lower_ in _FUTURE for one in verb.head.children)


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
            return bool(who & _FIRST) and not _negated(at)
    return False


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


def _to_infinitive(verb: Token) -> bool:
    return any(one.dep_ == "aux" and one.lower_ == "to" for one in verb.children)


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


def _noun_status(noun: Token) -> Status | None:
    for one in noun.children:
        lower = one.lower_
        if lower in ("no", "neither") and one.dep_ in ("det", "preconj"):
            return "denied"
        if one.dep_ in ("amod", "det", "compound", "nmod", "npadvmod", "poss") and lower in _AHEAD:
            return "planned"
        if one.dep_ == "poss" and any(part.lower_ in _AHEAD for part in one.children):
            # "next month's visit"
            return "planned"
        if one.dep_ in ("amod", "det") and lower in _MAYBE_NOUN:
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


def _is_imputed(token: Token, words: Mapping[str, tuple[StatusRow, ...]]) -> bool:
    if any(one.lower_ in _IMPUTED or one.lower_ in ("allegedly", "reportedly") for one in token.children):
        return True
    above, clause = _governor(token)
    if above is None:
        return False
    row = _row(words, above, token, clause)
    if row is not None and row.status == "alleged":
        return True
    return any(one.lower_ in _IMPUTED for one in above.children) and clause == "pobj"
