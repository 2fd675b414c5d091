"""Looks a cue up in the table of verbs: its kind, its stance, and who is spoken to."""

from __future__ import annotations

from spacy.tokens import Token

from legation.model import Span
from legation.reading.statements.tables import SpeechVerb, StatementTables, VerbKind

_LEFT_OUT = frozenset({"relcl", "acl", "prep", "punct", "ccomp", "xcomp", "appos", "advcl"})
_OBJECTS = frozenset({"dobj", "obj", "dative", "nsubjpass"})


def verb_of(head: Token, tables: StatementTables) -> SpeechVerb | None:
    """The row that fits the verb best: the longest phrase whose words all stand with it. None for other words."""
    lemma = head.lemma_.lower()
    # The lemmatizer makes "hoped" a form of "hop".
    names = (lemma, head.lower_, lemma + "e")
    rows = next((tables.verbs_by_head[name] for name in names if name in tables.verbs_by_head), None)
    if rows is None:
        return None
    near = {token.lower_ for token in head.subtree if abs(token.i - head.i) <= 4} | {
        token.lower_ for token in head.doc[head.i + 1 : head.i + 4]
    }
    fitting = [row for row in rows if all(word in near for word in row.phrase.split()[1:])]
    if not fitting:
        return None
    longest = max(len(row.phrase.split()) for row in fitting)
    return max((row for row in fitting if len(row.phrase.split()) == longest), key=lambda row: _fit(row, head))


def _fit(row: SpeechVerb, head: Token) -> int:
    """How well the row's pattern suits what hangs on the verb; of equal rows the first in the table wins."""
    labels = {child.dep_ for child in head.children}
    has_object = bool(labels & _OBJECTS)
    has_clause = bool(labels & {"ccomp", "xcomp", "acl"})
    if row.kind == "describe":
        return 3 if has_object and ({"oprd"} & labels or any(c.lower_ == "as" for c in head.children)) else -1
    if row.addressee == "object":
        # "told them to go" asks, "told them that it went" tells.
        suits = (row.kind == "demand") == _has_infinitive(head)
        return 2 + suits if has_object and has_clause else -1
    if row.addressee == "target":
        return 2 if has_object and not has_clause else 0
    if row.kind in ("blame", "praise", "reject", "support", "about", "express"):
        return 1 if has_object and not has_clause else -1
    return 1 if has_clause or not has_object else 0


def _has_infinitive(head: Token) -> bool:
    clauses = [child for child in head.children if child.dep_ in ("ccomp", "xcomp")]
    return any(child.tag_ == "TO" for clause in clauses for child in clause.children)


def kind_of(head: Token, tables: StatementTables) -> VerbKind | None:
    """What kind of cue a word is by the tables; None where they don't know it."""
    row = verb_of(head, tables)
    return row.kind if row is not None else tables.noun_kinds.get(head.lemma_.lower())


def spoken_to(head: Token, row: SpeechVerb | None) -> Span | None:
    """The words that name whom the verb's words went to, or None."""
    if row is None or row.addressee not in ("object", "to"):
        return None
    for child in head.children:
        if row.addressee == "object" and child.dep_ in _OBJECTS and child.pos_ in ("NOUN", "PROPN", "PRON"):
            return _phrase(child)
        if child.dep_ in ("prep", "dative") and child.lower_ in (*row.phrase.split()[1:], "to"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return _phrase(inner)
    return None


def spoken_about(head: Token, row: SpeechVerb | None) -> Span | None:
    """The words that name whom the verb is about (`accused Norland of`), or None."""
    if row is None or row.addressee != "target":
        return None
    for child in head.children:
        if child.dep_ in _OBJECTS:
            return _phrase(child)
        if child.dep_ == "prep" and child.lower_ in row.phrase.split()[1:]:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    return _phrase(inner)
    return None


def _phrase(token: Token) -> Span:
    """The noun phrase of a token without the clauses that hang on it."""
    kept = [token]
    for child in token.children:
        is_of = child.dep_ == "prep" and child.lower_ == "of"
        if is_of or child.dep_ not in _LEFT_OUT:
            kept.extend(child.subtree)
    first, last = min(kept, key=lambda t: t.i), max(kept, key=lambda t: t.i)
    return Span(first.idx, last.idx + len(last))
