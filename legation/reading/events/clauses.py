"""Who stands where in a clause: subject, object, agent, prepositional objects, complements."""

from __future__ import annotations

import calendar
from collections.abc import Iterator

from spacy.tokens import Token

from legation.reading.events.tables import words_of

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
VERBAL = frozenset({"VERB", "AUX"})
_CARRIERS = frozenset({"xcomp", "conj", "advcl", "pcomp", "acl", "ccomp"})


_PARTICLES = frozenset({"out", "away", "off", "back"})
"""Adverbs that may stand between a verb and its preposition."""
_NATIONS = frozenset({"GPE", "NORP", "ORG", "PERSON"})

_DAYS = frozenset({*calendar.day_name, *calendar.month_name[1:]})

_WRONG_LEMMAS = {
    "hop": "hope",
    "stag": "stage",
    "din": "dine",
    "fin": "fine",
    "forgave": "forgive",
    "reappointe": "reappoint",
    "relaunche": "relaunch",
    "reconnecte": "reconnect",
    "instal": "install",
    "bogge": "bog",
    "wag": "wage",
}
"""What the parser's rules make of `hoped`, `staged` and the like."""


def lemma_of(token: Token) -> str:
    """The dictionary form of a word, in lower case."""
    lemma = token.lemma_.lower()
    return _WRONG_LEMMAS.get(lemma, lemma)


def child(token: Token, *deps: str) -> Token | None:
    """The first child with one of the dependencies."""
    return next((one for one in token.children if one.dep_ in deps), None)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive: `was arrested`, `arrested in Vienna` after a noun."""
    if any(one.dep_ in ("auxpass", "nsubjpass", "agent") for one in verb.children):
        return True
    if verb.tag_ != "VBN" or any(one.dep_ in ("aux", "nsubj", "dobj") for one in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        return is_passive(verb.head)
    return verb.dep_ in ("acl", "advcl", "amod")


def _own_subject(verb: Token) -> Token | None:
    for one in verb.children:
        if (one.dep_ in SUBJECTS or one.dep_ in PASSIVE_SUBJECTS) and not _opens_report(one):
            if one.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
                return verb.head
            return one
    return _after_day(verb) or (_strayed(verb, before=True) if verb.dep_ == "ROOT" else None)


def _after_day(verb: Token) -> Token | None:
    """`On Monday Norland announced`: without a comma the parser takes the doer for a part of the day's name."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ in ("conj", "xcomp"):
        return None
    for one in verb.children:
        if one.dep_ == "prep" and one.i < verb.i:
            for name in one.children:
                if name.dep_ == "pobj" and name.i > one.i + 1 and name.tag_ == "NNP" and name.nbor(-1).text in _DAYS:
                    return name
    return None


def _opens_report(noun: Token) -> bool:
    """`Oslo: Holm met Berg`: the town of a dateline does nothing."""
    after = noun.i + 1
    return noun.left_edge.i == noun.sent.start and after < len(noun.doc) and noun.doc[after].text == ":"


def is_reciprocal(act: Token) -> bool:
    """Whether each side does it to the other: `accused each other`, `threats against one another`."""
    holders = (act, *(one for one in act.children if one.dep_ == "prep"))
    objects = (one for holder in holders for one in holder.children if one.dep_ in ("dobj", "dative", "pobj"))
    return any(_is_each_other(one) for one in objects)


def _is_each_other(word: Token) -> bool:
    around = [one.lower_ for one in word.doc[max(0, word.i - 1) : word.i + 2]]
    # The parser takes either word for the object.
    return around[:2] in (["each", "other"], ["one", "another"]) or around[-2:] == ["one", "another"]


def surface_subject(verb: Token, steps: int = 6) -> Token | None:
    """The grammatical subject, found through coordination, infinitives and relative clauses."""
    own = _own_subject(verb)
    if own is not None:
        return own
    if steps == 0:
        return None
    head = verb.head
    if verb.pos_ == "ADJ" and verb.dep_ == "acomp" and head.pos_ in VERBAL:
        # "is due to meet"
        return surface_subject(head, steps - 1)
    if verb.dep_ == "relcl":
        # "the trip that he made": the relative pronoun is the object, the subject would have been found.
        return _attempting(head, steps) if verb.tag_ == "VB" and child(verb, "aux") is not None else head
    if verb.dep_ == "acl":
        return head if verb.tag_ != "VB" else _attempting(head, steps)
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        above = head.head
        if above.pos_ == "ADV":
            # "stopped short of sending"
            above = above.head
        if above.pos_ in VERBAL:
            # "accused hackers of stealing": the accused did it.
            if head.lower_ in ("of", "for", "from", "as", "with"):
                done_to = undergoer(above)
                if done_to is not None:
                    return done_to
            return surface_subject(above, steps - 1)
        return _through_noun(above, steps)
    if verb.dep_ == "xcomp" and head.pos_ in VERBAL | {"ADJ"}:
        # "urged Norland to leave", "forced him to go": the object acts.
        done_to = child(head, "dobj")
        if done_to is not None and not is_passive(head) and lemma_of(head) in words_of("bidding"):
            # "urged Norland to leave"
            return done_to
        called = next(prepositional(head, {"on", "upon", "to"}), None)
        if called is not None and called.i < verb.i and lemma_of(head) in words_of("calling"):
            # "called on Norland to leave"
            return called
        return surface_subject(head, steps - 1)
    if verb.dep_ == "conj" and head.dep_ == "ccomp" and _belongs_above(verb, head):
        return surface_subject(head.head, steps - 1)
    if verb.dep_ in _CARRIERS and head.pos_ in VERBAL:
        return surface_subject(head, steps - 1)
    if verb.dep_ == "xcomp" and head.pos_ in ("NOUN", "PROPN"):
        # "the French attempt to ...": the attempt names who attempts.
        return child(head, "nsubj", "poss") or head
    return None


def _belongs_above(verb: Token, content: Token) -> bool:
    """`said that Norland would stay and met Berg`, `told him that it was late and urged ...`: the sayer goes on."""
    if verb.tag_ != "VBD" or content.head.tag_ != "VBD" or content.i > verb.i or content.head.i > content.i:
        return False
    return lemma_of(content) == "be" or any(one.tag_ == "MD" for one in content.children)


def _attempting(noun: Token, steps: int) -> Token | None:
    """Who is to do it, in `the French attempt to ...`, `overcame difficulties to ...`."""
    if noun.dep_ == "attr" and lemma_of(noun.head) in ("be", "become") and _ranks(noun):
        # "is the first minister to visit Norland"
        return surface_subject(noun.head, steps - 1)
    if noun.ent_type_ in ("DATE", "TIME"):
        # "travelled to Norland on May 3 to meet Berg": the parser hangs the purpose on the day.
        above = next((one for one in noun.ancestors if one.pos_ in VERBAL), None)
        return surface_subject(above, steps - 1) if above is not None else None
    own = _holder(noun)
    if own is not None or any(one.ent_type_ in _NATIONS for one in noun.children):
        return own or noun
    if noun.dep_ in ("dobj", "attr") and noun.head.pos_ in VERBAL:
        return surface_subject(noun.head, steps - 1)
    return noun


def _ranks(noun: Token) -> bool:
    """Whether an ordinal or superlative says which one: `the first`, `the highest-ranking`, `the most senior`."""
    first = noun.left_edge.i
    return any(
        one.ent_type_ == "ORDINAL" or one.tag_ in ("JJS", "RBS") or one.lower_ in ("first", "last", "only", "latest")
        for one in noun.doc[first : noun.i]
    )


def _through_noun(noun: Token, steps: int) -> Token | None:
    """The one to whom a noun belongs, in `on charges of acting as an agent`, `have involved agents ...`."""
    own = _holder(noun)
    if own is not None:
        return own
    if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL:
        # "has no intention of leaving"
        return surface_subject(noun.head, steps - 1)
    if noun.dep_ == "pobj" and noun.head.head.pos_ in VERBAL:
        verb = noun.head.head
        return undergoer(verb) if is_passive(verb) else (child(verb, "dobj") or surface_subject(verb, steps - 1))
    return None


def _holder(noun: Token) -> Token | None:
    by = child(noun, "prep")
    return child(noun, "poss") or (child(by, "pobj") if by is not None and by.lower_ == "by" else None)


def agent(verb: Token) -> Token | None:
    """Who does it: the subject of an active verb, the `by` of a passive one; None where a passive names nobody."""
    if is_passive(verb):
        by = child(verb, "agent")
        if by is not None:
            return child(by, "pobj")
        # The parser takes some doers for circumstances: "was granted asylum by Norland".
        return next((one for one in prepositional(verb, {"by"}) if one.ent_type_ in _NATIONS), None)
    return surface_subject(verb)


def undergoer(verb: Token) -> Token | None:
    """To whom it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        return surface_subject(verb)
    found = child(verb, "dobj", "dative") or child(verb, "oprd")
    if found is not None and found.dep_ == "oprd":
        # "called the claims absurd and false", as the parser has it
        found = child(found, "nsubj") or found
    if found is not None and found.dep_ == "dative" and found.pos_ == "ADP":
        found = child(found, "pobj")
    if found is not None and found.tag_ in ("WDT", "WP") and verb.dep_ == "relcl":
        return verb.head
    if found is None and verb.dep_ == "relcl":
        # "the institutes that the group met", "the institutes the group met"
        own = _own_subject(verb)
        return verb.head if own is not None and own != verb.head else None
    if found is None and verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        # "threaten and stifle the voices": one object for both.
        later = child(verb.head, "dobj")
        return later if later is not None and later.i > verb.i else None
    return found or _strayed(verb, before=False)


def _strayed(verb: Token, before: bool) -> Token | None:
    """A named party that the parser takes for a time: `On Monday Nauru switched`, `summoned this week the envoy Li`."""
    for one in verb.children:
        words = (one, *(word for word in one.children if word.dep_ == "appos"))
        misread = one.dep_ == "npadvmod" and (one.i < verb.i) == before
        if misread and any(word.ent_type_ in _NATIONS for word in words):
            return one
    return None


def prepositional(token: Token, names: frozenset[str] | set[str]) -> Iterator[Token]:
    """The objects of the prepositions `names` that hang on a word, or (for a verb) on its object."""
    for one in token.children:
        if one.dep_ in ("prep", "agent", "dative") and one.lower_ in names:
            for deeper in one.children:
                if deeper.dep_ == "pobj":
                    yield deeper
                elif deeper.dep_ == "prep":
                    # "over to", "along with"
                    yield from (last for last in deeper.children if last.dep_ == "pobj")
        elif one.dep_ == "prt" or (one.dep_ in ("advmod", "prep") and one.lower_ in _PARTICLES):
            # "walked away from the talks", "thrown out of the league"
            yield from prepositional(one, names)


def together(token: Token) -> list[Token]:
    """The word and those joined to it by `and`, in reading order."""
    found = [token]
    for one in token.children:
        if one.dep_ == "conj" and one.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ"):
            found += together(one)
    return found


def complements(verb: Token) -> Iterator[Token]:
    """The verbs of the clauses that a verb governs as content."""
    for one in verb.children:
        if one.dep_ in ("xcomp", "ccomp"):
            yield one
            yield from (joined for joined in one.children if joined.dep_ == "conj" and joined.pos_ in VERBAL)
        elif one.dep_ == "prep":
            yield from (deeper for deeper in one.children if deeper.dep_ == "pcomp")
        elif one.dep_ == "advcl" and any(mark.lower_ == "for" and mark.dep_ == "mark" for mark in one.children):
            # "called for Norland to return"
            yield one


def cleft_of(verb: Token) -> Token | None:
    """The `was` of `It was in May that Norland expelled Holm`, for `expelled`; None where there is no such frame."""
    frame = verb.head
    if verb.dep_ not in ("ccomp", "relcl", "advcl", "acl") or frame.pos_ not in VERBAL:
        return None
    opening = any(one.lower_ == "it" and one.dep_ in ("nsubj", "expl") for one in frame.children)
    that = any(one.lower_ == "that" for one in verb.children)
    return frame if lemma_of(frame) == "be" and opening and that else None
