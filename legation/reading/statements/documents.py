"""Whose text it is: `the readout` and `a statement from the ministry` speak for those who issued them."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.parse import text_of
from legation.reading.statements.tables import StatementTables

_BEFORE = frozenset({"poss", "compound", "amod", "nmod"})
_FROM = frozenset({"from", "by"})
_OF = frozenset({"of", "in"})
_GIVEN = frozenset({"issued", "released", "published", "posted", "signed", "written", "made", "sent", "circulated"})
_NOUNS = frozenset({"NOUN", "PROPN", "SYM", "X"})
_BACK = frozenset({"the", "this", "that", "its", "their", "his", "her"})
_OWN = frozenset({"its", "their", "his", "her", "my", "our", "your"})


def kind_of_utterance(token: Token, tables: StatementTables) -> str | None:
    """Whether a noun is one for an interview, a written text or a speech; None for other words."""
    kind = tables.utterance_kinds.get(noun_of(token, tables))
    return kind if token.pos_ in _NOUNS or token.ent_type_ else None


def noun_of(token: Token, tables: StatementTables) -> str:
    """The noun as the table has it: the lemma, or the whole of `op-ed` and `white paper` at its last word."""
    lemma = token.lemma_.lower()
    text = text_of(token.doc)
    tail = text[max(0, token.idx - 30) : token.idx + len(token)].lower()
    for noun in tables.utterance_compounds:
        if noun.endswith(token.lower_) and tail.endswith(noun) and not tail[-len(noun) - 1 : -len(noun)].isalnum():
            return noun
    return lemma


def is_document(token: Token, tables: StatementTables) -> bool:
    """Whether a word is a noun for a written text."""
    return kind_of_utterance(token, tables) == "written"


def issuer_beside(noun: Token) -> Span | None:
    """The words beside a text's noun that name its issuer: `the ministry's statement`, `a letter from Norland`."""
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in _OWN:
            return _phrase(child)
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _FROM:
            return _object_of(child)
        if child.dep_ == "acl" and child.lower_ in _GIVEN:
            found = next((_object_of(c) for c in child.children if c.dep_ == "agent" or c.lower_ in _FROM), None)
            if found is not None:
                return found
    return None


def names_before(noun: Token) -> Span | None:
    """`A White House readout`, `the Chinese statement`: the words before a text's noun, which may name its issuer."""
    lefts = [child for child in noun.lefts if child.dep_ in _BEFORE]
    return Span(min(t.idx for c in lefts for t in c.subtree), noun.idx) if lefts else None


def names_after(noun: Token) -> Span | None:
    """`A commentary in the People's Daily`: a place in or of which the text is, which may name its issuer."""
    return next((_object_of(c) for c in noun.children if c.dep_ == "prep" and c.lower_ in _OF), None)


def points_back(noun: Token) -> bool:
    """Whether `the statement` is one told of before."""
    return any(child.lower_ in _BACK for child in noun.children if child.dep_ in ("det", "poss"))


def told_before(noun: Token, tables: StatementTables) -> Iterable[Token]:
    """The earlier words for the same kind of text, the nearest first: `a readout` before `the readout`."""
    name = noun_of(noun, tables)
    for place in range(noun.i - 1, -1, -1):
        token = noun.doc[place]
        if token.pos_ in ("NOUN", "PROPN") and noun_of(token, tables) == name:
            yield token


def issuer_by_verb(noun: Token, tables: StatementTables) -> Span | None:
    """`The ministry released a statement`: the subject of the verb whose object the text is."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "obj", "oprd") or verb.lemma_.lower() not in tables.issuing_verbs:
        return None
    return next((_phrase(child) for child in verb.children if child.dep_ == "nsubj"), None)


def _object_of(preposition: Token) -> Span | None:
    return next((_phrase(child) for child in preposition.children if child.dep_ == "pobj"), None)


def _phrase(token: Token) -> Span:
    """A noun with what stands before it, without the possessive ending."""
    left = min([token, *(t for c in token.lefts for t in c.subtree)], key=lambda t: t.i)
    return Span(left.idx, token.idx + len(token))


def words_at(doc: Doc, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(text_of(doc)[span.start : span.end].split())
