"""Cues that report no speech: deeds, conditions, advice on what to say, charges only named."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.statements.documents import noun_of
from legation.reading.statements.drafts import Draft
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.valuations import valued_by
from legation.reading.statements.verbs import kind_of, verb_of

_CLAUSES = frozenset({"ccomp", "xcomp"})
_ADVICE = frozenset({"should", "must", "ought"})
_CONDITIONS = frozenset({"if", "unless"})
_UNSAID = frozenset({"blame", "accuse", "praise", "tell", "support"})
"""Kinds that report nothing where they are denied; `did not say that` and `did not believe it` tell something."""
_OBJECTS = frozenset({"dobj", "obj"})
_MEANS = frozenset({"by", "with"})
_PLAIN = frozenset({"det", "poss", "amod", "punct", "predet"})


def tells_no_speech(draft: Draft, doc: Doc, quotations: Sequence[Quotation], tables: StatementTables) -> bool:
    """Whether a cue with its content is no saying: `signed a treaty`, `if Norland insists on it`, `should say why`,
    `never blamed Norland`, `complained to the court`, `agreed to meet`, `rejects the charge`.

    What is quoted was said, whatever the verb.
    """
    if draft.head < 0 or any(q.span.overlaps(piece) for q in quotations for piece in draft.content):
        return False
    head = doc[draft.head]
    if head.pos_ not in ("VERB", "AUX"):
        return False
    return (
        _is_unreal(head, tables)
        or _is_deed(head, draft.cue, tables)
        or _names_no_matter(head, draft.content, doc, tables)
    )


def _is_unreal(verb: Token, tables: StatementTables) -> bool:
    """Whether a verb stands in a condition or advice, or is denied and leaves nothing said."""
    labels = {child.dep_ for child in verb.children}
    if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in verb.children):
        return True
    if any(child.dep_ == "aux" and child.lower_ in _ADVICE for child in verb.children):
        return True
    return "neg" in labels and kind_of(verb, tables) in _UNSAID


def _is_deed(verb: Token, cue: Sequence[Span], tables: StatementTables) -> bool:
    """Whether a verb without a clause is none of saying: `signed an order`; `agreed to meet` is a deed of both.

    A cue that holds a noun for words says something, whatever its verb: `raised concerns about`; so does a figure that
    is put on a thing: `puts the toll at 40`.
    """
    labels = {child.dep_ for child in verb.children}
    if verb.lemma_.lower() == "agree":
        return "ccomp" not in labels
    spoken = any(
        child.lemma_.lower() in tables.noun_kinds and any(span.start <= child.idx < span.end for span in cue)
        for child in verb.children
    )
    if kind_of(verb, tables) == "say" and not spoken and not labels & (_CLAUSES | _OBJECTS) and _has_means(verb):
        return True
    spoken = spoken or valued_by(verb, tables) is not None
    return verb_of(verb, tables) is None and not labels & _CLAUSES and not spoken


def _has_means(verb: Token) -> bool:
    """`Replied with tariffs of its own`, `answered by closing the border`: by a deed, not in words."""
    return any(child.dep_ == "prep" and child.lower_ in _MEANS for child in verb.children)


def _names_no_matter(verb: Token, content: Sequence[Span], doc: Doc, tables: StatementTables) -> bool:
    """Whether a content is only whom the words went to, or a noun for words: `to the court`, `the charge`."""
    words = doc.char_span(*content[0], alignment_mode="expand")
    if len(content) != 1 or words is None or not len(words) or any(c.dep_ in _CLAUSES for c in verb.children):
        return False
    if words[0].dep_ == "prep" and words[0].lower_ == "to":
        return True
    noun = words.root
    is_word = noun.lemma_.lower() in tables.noun_kinds or noun_of(noun, tables) in tables.utterance_kinds
    return is_word and all(token == noun or token.dep_ in _PLAIN for token in words)
