"""Who acts, where a long title before or after the name led the parser astray.

`Special Envoy for the Isles Anna Holm will travel ...`, `Anna Holm, Deputy Prime Minister of Norland, will pay ...`:
the parser takes the office, the state or nobody for the doer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from legation.reading.cast import Cast

_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
_NAMING = frozenset({"NNP", "NNPS", "POS", "HYPH"})
_JOINING = frozenset({"of", "for", "to", "on", "in", "and", "the", "&"})
_OPENING = frozenset({"under"})
"""Prepositions with which a title begins: `Under Secretary`."""
_LONGEST = 45
"""Words of a title."""
_BETWEEN = frozenset({"also", "then", "recently", "later", "today", "now", "just"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_CLAUSES = frozenset({"ROOT", "ccomp"})


def with_titled_subjects(doc: Doc, cast: Cast, offices: Collection[str]) -> Doc:
    """The parse, with the named person as subject where only a title parts the name from its verb.

    `offices` are the words that name one: `envoy`, `secretary`. The parse itself is left as it is.
    """
    repairs = list(_repairs(doc, cast, offices))
    if not repairs:
        return doc
    mended = doc.copy()
    mended.user_data = dict(doc.user_data)
    for name_at, verb_at in repairs:
        _attach(mended[name_at], mended[verb_at])
    return mended


def _repairs(doc: Doc, cast: Cast, offices: Collection[str]) -> Iterator[tuple[int, int]]:
    """Which name is the subject of which verb instead of what the parser took for it."""
    people = _people(doc, cast)
    for span in people:
        verb = _verb_at(doc, span.end) if _is_titled(span, people, offices) else None
        verb = verb or _verb_after_office(span, people, offices)
        name = span.root if span.root.i in range(span.start, span.end) else span[-1]
        if verb is not None and verb.dep_ in _CLAUSES and not _acts_in(name, verb) and not name.is_ancestor(verb):
            yield name.i, verb.i


def _people(doc: Doc, cast: Cast) -> list[Span]:
    """The persons' names, in reading order."""
    names = (one for one in cast.mentions if one.form == "name" and cast.entity_of(one).kind == "person")
    spans = (doc.char_span(one.start, one.end, alignment_mode="expand") for one in names)
    return [span for span in spans if span is not None and span.end < len(doc)]


def _acts_in(name: Token, verb: Token) -> bool:
    """Whether the parse has the person, alone or with others, as the subject already."""
    while name.dep_ in ("conj", "appos", "compound", "flat") and name.head != name:
        name = name.head
    return name.head == verb and name.dep_ in _SUBJECTS


def _attach(name: Token, verb: Token) -> None:
    """Makes `name` the subject; what the parser took for it becomes a part of the name's phrase."""
    for one in [one for one in verb.children if one.dep_ in _SUBJECTS and one.i < verb.i and one != name]:
        one.dep_ = "dep"
    for one in name.children:
        if one.dep_ == "conj" and one.i < verb.i:
            # "Anna Holm, Minister of Norland": she is the minister.
            one.dep_ = "appos"
    passive = any(one.dep_ == "auxpass" for one in verb.children)
    name.head = verb
    name.dep_ = "nsubjpass" if passive else "nsubj"


def _verb_at(doc: Doc, at: int) -> Token | None:
    """The verb of the finite words that begin at a place, adverbs left out."""
    while at < len(doc) and doc[at].lower_ in _BETWEEN:
        at += 1
    if at >= len(doc) or doc[at].tag_ not in _FINITE or doc[at].pos_ not in ("VERB", "AUX"):
        return None
    word = doc[at]
    return word.head if word.dep_ in ("aux", "auxpass") else word


def _is_titled(name: Span, people: Collection[Span], offices: Collection[str]) -> bool:
    """Whether the words before a name, back to a comma or the sentence's start, are a title of several words."""
    doc, at = name.doc, name.start - 1
    first = max(name.sent.start, name.start - _LONGEST)
    while at >= first and _is_of_title(doc[at]):
        at -= 1
    if at >= first and doc[at].text not in (",", ";", ":"):
        return False
    words = [one for one in doc[at + 1 : name.start] if not one.is_space]
    joint = next((place for place, one in enumerate(words) if place and one.lower_ in _JOINING), None)
    return joint is not None and _names_office(words[:joint], offices) and not _holds(at + 1, name.start, people)


def _is_of_title(word: Token) -> bool:
    lower = word.lower_
    if lower in _JOINING or word.is_space or (lower in _OPENING and word.is_title):
        return True
    return word.tag_ in _NAMING or (word.is_title and word.pos_ in ("ADJ", "NOUN"))


def _names_office(words: Iterable[Token], offices: Collection[str]) -> bool:
    return any(one.lower_ in offices and one.is_title for one in words)


def _holds(start: int, end: int, people: Collection[Span]) -> bool:
    """Whether somebody is named between two places."""
    return any(start <= one.start < end for one in people)


def _verb_after_office(name: Span, people: Collection[Span], offices: Collection[str]) -> Token | None:
    """The verb behind `, Deputy Prime Minister of Norland,` after a name."""
    doc, start = name.doc, name.end + 1
    last = min(name.sent.end, start + _LONGEST)
    if doc[name.end].text != ",":
        return None
    end = next((one.i for one in doc[start:last] if one.tag_ in _FINITE), None)
    if end is None or doc[end - 1].text != "," or end - 1 <= start or _holds(start, end, people):
        return None
    return _verb_at(doc, end) if _names_office(doc[start : end - 1], offices) else None
