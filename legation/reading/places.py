"""Where an event happened: only what the words around its trigger say, by their syntax."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from legation.model import Mention
from legation.reading.cast import Cast
from legation.reading.parse import head_at, text_of

if TYPE_CHECKING:
    from legation.lexicon.register import Register

_AT = frozenset({"in", "at", "near", "outside", "inside", "around", "aboard", "off"})
_THROUGH = frozenset({"on", "during", "alongside", "of", "within", "amid"})
"""Prepositions that may lead to a place: `on the sidelines of the summit in Bali`."""
_VISITS = frozenset({"visit", "tour", "trip", "travel", "arrive", "fly", "journey", "stopover", "return", "go"})
_VERBAL = frozenset({"VERB", "AUX"})
_UPWARD = frozenset(
    {"dobj", "nsubj", "nsubjpass", "pobj", "conj", "appos", "attr", "compound", "amod", "xcomp", "acl", "prep"}
)
_DEEPEST = 4


def find_place(doc: Doc, start: int, end: int, cast: Cast, register: Register) -> str | None:
    """The place of the event whose trigger stands at characters `start` to `end`: a city's name, else a state's.

    Only locative phrases that hang on the trigger or on the verb of its clause count; where they name two places of
    one rank, or none, the answer is None. Cost: one walk over the trigger's own phrases.
    """
    trigger = head_at(doc, start, end)
    if trigger is None:
        return None
    for node in _carriers(trigger):
        found = list(dict.fromkeys(_places_under(node, cast, register, 0)))
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _carriers(trigger: Token) -> Iterator[Token]:
    """The trigger, then the words on which it hangs up to the verb of its clause."""
    node = trigger
    yield node
    for _ in range(4):
        if node.pos_ in _VERBAL and node.dep_ not in ("conj", "xcomp"):
            return
        if node.dep_ not in _UPWARD or node.head is node:
            return
        node = node.head
        if node.pos_ not in ("ADP", "PART"):
            yield node


def _places_under(node: Token, cast: Cast, register: Register, depth: int) -> Iterator[str]:
    visits = node.lemma_.lower() in _VISITS
    if visits and node.pos_ == "VERB":
        for child in node.children:
            if child.dep_ == "dobj" and (name := _place_at(child, cast, register)):
                yield name
    if node.pos_ == "VERB":
        # The parser hangs "in Oslo" of "met Holm in Oslo" on the person met.
        for child in node.children:
            if child.dep_ == "dobj" and _is_person(child, cast):
                yield from _places_under(child, cast, register, depth + 1)
    for child in node.children:
        if child.dep_ != "prep" or depth >= _DEEPEST:
            continue
        word = child.lower_
        located = word in _AT or (word in ("to", "into") and visits)
        if not located and word not in _THROUGH and not (word == "with" and depth == 0):
            # "talks with his counterpart in Oslo"
            continue
        if word == "of" and depth == 0:
            # "The president of Ghana met ...": no place.
            continue
        for below in child.children:
            if below.dep_ != "pobj":
                continue
            name = _place_at(below, cast, register) or _place_before(below, cast, register) if located else None
            if name is not None:
                yield name
                yield from _joined(below, cast, register)
            else:
                yield from _places_under(below, cast, register, depth + 1)


def _place_before(noun: Token, cast: Cast, register: Register) -> str | None:
    """The town in `at Oslo airport`; a state before a noun says whose it is, not where."""
    for child in noun.children:
        mention = cast.at(child.idx) if child.dep_ == "compound" else None
        if mention is not None and (cast.entity_of(mention).kind == "place" or mention.form == "metonym"):
            return _place_at(child, cast, register)
    return None


def _is_person(token: Token, cast: Cast) -> bool:
    mention = cast.at(token.idx)
    return mention is not None and cast.entity_of(mention).kind == "person"


def _joined(token: Token, cast: Cast, register: Register) -> Iterator[str]:
    """Other places joined by `and`: then nobody can say which."""
    for child in token.children:
        if child.dep_ == "conj" and (name := _place_at(child, cast, register)):
            yield name


def _is_territory(mention: Mention, id: str, doc: Doc, register: Register) -> bool:
    """Hong Kong and its like: governments that bear the name of their place."""
    body = register.bodies.get(id)
    words = text_of(doc)[mention.start : mention.end]
    return body is not None and body.kind == "government" and words == body.name


def _place_at(token: Token, cast: Cast, register: Register) -> str | None:
    """The name of the place that the token belongs to; a demonym or person is none."""
    mention = cast.at(token.idx)
    if mention is not None:
        entity = cast.entity_of(mention)
        if entity.kind == "place":
            return entity.name
        if mention.form == "name" and (
            entity.kind == "state" or _is_territory(mention, entity.id, token.doc, register)
        ):
            return entity.name
        if entity.kind == "organisation" or (entity.kind == "state" and mention.form == "metonym"):
            # "met at the Pentagon": the house, which speaks for who sits in it.
            known = register.place(text_of(token.doc)[mention.start : mention.end])
            return known.name if known is not None else None
        return None
    if token.ent_type_ in ("GPE", "LOC") and token.text[:1].isupper():
        words = next((entity.text for entity in token.doc.ents if entity.start <= token.i < entity.end), token.text)
        return words.removeprefix("the ").removesuffix("'s").removesuffix("’s").strip() if len(words) < 40 else None
    return None
