"""Which words of an article tell of an event: trigger words whose conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.cast import Cast
from legation.reading.events.clauses import agent, complements, lemma_of, prepositional, undergoer
from legation.reading.events.made import is_made
from legation.reading.events.tables import Condition, EventTables, Trigger, words_of

_NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger word in its place."""

    token: Token
    trigger: Trigger
    span: Span


def find_candidates(doc: Doc, cast: Cast, tables: EventTables) -> list[Candidate]:
    """The triggers of a parsed article in reading order, at most one a word.

    A noun on which another trigger's condition rests (`cancelled a meeting`) is no event of its own, unless it asks for
    that very verb (`released a joint statement` tells of the statement) or its own clause tells how it came about
    (`lifted the ban it had imposed in May`).
    """
    found = list(_all_candidates(doc, cast, tables))
    carried = {one.token.head.i for one in found if _asks_for(one, one.token.head)}
    found = [one for one in found if one.token.i not in carried or not _rests_on_noun(one)]
    leaned_on = {
        word.i
        for one in found
        for condition in one.trigger.conditions
        if not condition.negated and condition.slot in ("obj", "of")
        for word in _slot(one.token, condition.slot)
        if _fits(word, condition.words, cast) and not is_made(word, tables.status_of)
    }
    return [one for one in found if one.token.i not in leaned_on]


def candidate_at(token: Token, cast: Cast, tables: EventTables) -> Candidate | None:
    """The trigger that a word is by itself, its conditions held; None for other words."""
    for pos in _parts_of_speech(token):
        for trigger in tables.triggers.get((_lemma(token, pos), pos), ()):
            found = _matched(token, trigger, cast)
            if found is not None:
                return found
    return None


def _asks_for(candidate: Candidate, verb: Token) -> bool:
    """Whether a noun with a mark of its own (`joint`, `debt`) asks for this very verb, of which it is the object."""
    trigger, noun = candidate.trigger, candidate.token
    if trigger.pos != "noun" or noun.dep_ not in ("dobj", "nsubjpass"):
        return False
    marked = bool(trigger.others) or any(one.slot == "mod" and not one.negated for one in trigger.conditions)
    return marked and any(
        one.slot == "under" and not one.negated and lemma_of(verb) in one.words for one in trigger.conditions
    )


def _rests_on_noun(candidate: Candidate) -> bool:
    return any(one.slot == "obj" and not one.negated for one in candidate.trigger.conditions)


def _all_candidates(doc: Doc, cast: Cast, tables: EventTables) -> Iterator[Candidate]:
    for token in doc:
        found = candidate_at(token, cast, tables)
        if found is not None:
            yield found


def _parts_of_speech(token: Token) -> tuple[str, ...]:
    if token.pos_ in ("VERB", "AUX"):
        return ("verb",)
    if token.pos_ in _NOUNS:
        return ("noun",)
    return ("adj",) if token.pos_ == "ADJ" else ()


def _lemma(token: Token, pos: str) -> str:
    lemma = lemma_of(token)
    if pos == "noun" and token.tag_ in ("NNPS", "NNP") and lemma.endswith("s") and token.tag_ == "NNPS":
        return lemma[:-1]
    return lemma


def _matched(token: Token, trigger: Trigger, cast: Cast) -> Candidate | None:
    places = [token]
    for word in trigger.others:
        other = _beside(token, word)
        if other is None:
            return None
        places.append(other)
    if not all(_holds(token, condition, cast) for condition in trigger.conditions):
        return None
    near = [place for place in places if abs(place.i - token.i) <= 6]
    start = min(place.idx for place in near)
    end = max(place.idx + len(place) for place in near)
    return Candidate(token, trigger, Span(start, end))


def _beside(token: Token, word: str) -> Token | None:
    """A child of the trigger (or, for what follows a particle, the next words) with this word."""
    for one in token.children:
        if one.lower_ == word or lemma_of(one) == word:
            return one
        if one.dep_ in ("prep", "prt", "dobj", "acomp", "advmod"):
            for deeper in one.children:
                if deeper.dep_ in ("prep", "pobj", "amod", "prt") and (
                    deeper.lower_ == word or lemma_of(deeper) == word
                ):
                    return deeper
    return None


def _holds(token: Token, condition: Condition, cast: Cast) -> bool:
    found = any(_fits(word, condition.words, cast) for word in _slot(token, condition.slot))
    return found != condition.negated


def _slot(token: Token, slot: str) -> Iterator[Token]:
    if slot == "obj":
        word = undergoer(token)
        # "granted Kenya a loan": whom it is given to comes first.
        given = (one for one in token.children if one.dep_ == "dobj" and word is not None and word.dep_ == "dative")
        for one in (*([word] if word is not None else []), *given):
            yield one
            yield from one.conjuncts
            yield from _measured(one)
    elif slot == "subj":
        word = agent(token)
        if word is not None:
            yield word
            yield from word.conjuncts
    elif slot == "then":
        yield from complements(token)
    elif slot == "mod":
        yield from (one for one in token.children if one.dep_ in ("amod", "compound", "nmod", "poss"))
    elif slot == "under":
        yield token.head
        first = _first_joined(token)
        owned = any(one.dep_ == "poss" for one in token.children)
        if first != token and first.dep_ == "dobj" and not owned:
            # "announced a freeze and a ban"
            yield first.head
        if token.dep_ == "pobj" or (token.dep_ == "relcl" and token.tag_ == "VB"):
            # "summoned Holm, the envoy, to protest": the parser may hang the purpose on the name.
            yield token.head.head
        # "sanctions imposed by France"
        yield from (one for one in token.children if one.dep_ == "acl" and one.tag_ == "VBN")
        # "the sanctions that France imposed"
        yield from (one for one in token.children if one.dep_ == "relcl" and undergoer(one) == token)
    elif slot == "prep":
        for holder in _holders(token):
            yield from _prepositions(holder)
    else:
        for holder in _holders(token):
            yield from prepositional(holder, {slot})
            yield from (
                deeper
                for one in _prepositions(holder)
                if one.lower_ == slot
                for deeper in one.children
                if deeper.dep_ == "pcomp" or (deeper.dep_ == "pobj" and one.head != holder)
            )
        if slot == "as":
            yield from _taken_for(token)


def _first_joined(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
    return noun


def _measured(noun: Token) -> Iterator[Token]:
    """`Cancelled a round of talks`, `lifted none of its bans`: what is counted is meant."""
    if lemma_of(noun) in words_of("measures") | words_of("quantities"):
        yield from prepositional(noun, {"of"})


def _taken_for(verb: Token) -> Iterator[Token]:
    """What somebody calls somebody: `called it a provocation`, `described it as shameful`."""
    for one in verb.children:
        # The parser takes "as baseless" for a clause.
        clause = one.dep_ == "advcl" and one.pos_ == "ADJ" and any(deeper.lower_ == "as" for deeper in one.children)
        # "declared Holm a terrorist", which the parser takes for a clause without a verb
        bare = one.dep_ == "ccomp" and one.pos_ == "NOUN"
        named = one.dep_ in ("oprd", "acomp") or clause or bare
        for word in [one] if named else [deeper for deeper in one.children if one.lower_ == "as"]:
            yield word
            yield from word.conjuncts


def _holders(token: Token) -> Iterator[Token]:
    """A trigger and the word its phrases may hang on instead: a verb's object, the verb that carries a noun."""
    yield token
    if token.pos_ in ("VERB", "AUX"):
        word = undergoer(token)
        if word is not None and word != token:
            yield word
    elif token.dep_ in ("dobj", "nsubjpass"):
        yield token.head


def _prepositions(token: Token) -> Iterator[Token]:
    for one in token.children:
        if one.dep_ in ("prep", "agent", "prt", "dative") or (one.dep_ == "advmod" and one.tag_ == "RB"):
            yield one
            yield from (deeper for deeper in one.children if deeper.dep_ == "prep")


def _is_mandate(verb: Token) -> bool:
    """`insisted that Norland withdraw`, `that it should withdraw`, not `that it withdrew`."""
    auxiliaries = {one.lower_ for one in verb.children if one.dep_ in ("aux", "auxpass")}
    if auxiliaries & {"should", "must", "to", "be"}:
        return True
    subjects = [one for one in verb.children if one.dep_ in ("nsubj", "nsubjpass")]
    single = any(one.tag_ in ("NN", "NNP") and not one.conjuncts for one in subjects)
    return not auxiliaries and (verb.tag_ == "VB" or verb.lower_ == "be" or (verb.tag_ == "VBP" and single))


def _is_question(verb: Token) -> bool:
    """`asked whether Norland would leave`, `asked how it came`."""
    return any(
        (one.dep_ == "mark" and one.lower_ in ("if", "whether")) or one.tag_ in ("WRB", "WP", "WDT")
        for one in verb.children
        if one.i < verb.i
    )


def _fits(word: Token, words: frozenset[str], cast: Cast) -> bool:
    if lemma_of(word) in words or word.lower_ in words:
        return True
    wanted = {one[1:] for one in words if one.startswith("@")}
    if not wanted:
        return False
    if "any" in wanted or ("clause" in wanted and word.dep_ in ("xcomp", "ccomp", "pcomp", "conj", "advcl")):
        return True
    if "told" in wanted and any(one.dep_ in ("nsubj", "nsubjpass", "expl") for one in word.children):
        return True
    if "question" in wanted and _is_question(word):
        return True
    if "mandate" in wanted and _is_mandate(word):
        return True
    if "infinitive" in wanted:
        return word.tag_ == "VB" and any(one.lower_ == "to" and one.dep_ == "aux" for one in word.children)
    mention = cast.at(word.idx)
    if mention is None:
        # "the minister, Anna Holm, is due to fly"
        named = [cast.at(one.idx) for one in word.children if one.dep_ == "appos"]
        mention = next((one for one in named if one is not None), None)
    if mention is None:
        return "person" in wanted and word.ent_type_ == "PERSON"
    return cast.entity_of(mention).kind in wanted
