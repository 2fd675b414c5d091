"""Who speaks in a text that speaks: the issuer of `the readout`, of `a statement from the ministry`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.cast import Cast
from legation.reading.statements.documents import (
    is_document,
    issuer_beside,
    issuer_by_verb,
    names_after,
    names_before,
    points_back,
    told_before,
    words_at,
)
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.phrases import SUBJECTS, named_by, resolved, root_of
from legation.reading.statements.tables import StatementTables


def issuer_of(
    document: Speaker, drafts: Sequence[Draft], earlier: Sequence[Speaker], doc: Doc, cast: Cast,
    tables: StatementTables,
) -> Speaker | None:  # fmt: skip
    """Who issued the text that speaks (`the readout said`), where the article tells; None for other speakers."""
    assert document.words is not None
    noun = root_of(doc, document.words)
    if noun is None or not is_document(noun, tables):
        return None
    found = _issuer_named(noun, doc, cast, tables)
    if found is None and points_back(noun):
        for before in told_before(noun, tables):
            found = _issuer_named(before, doc, cast, tables) or _who_said_in(before, drafts, earlier, doc)
            if found is not None:
                break
    return replace(found, words=document.words) if found is not None else None


def _issuer_named(noun: Token, doc: Doc, cast: Cast, tables: StatementTables) -> Speaker | None:
    """The issuer that the words around a text's noun name: an entity, else a body in plain words."""
    for span in (issuer_beside(noun), issuer_by_verb(noun, tables)):
        root = root_of(doc, span) if span is not None else None
        if span is not None and root is not None:
            return resolved(root, span, doc, cast, tables)
    for span in (names_before(noun), names_after(noun)):
        named = [m for m in cast.within(*span) if cast.entity_of(m).kind != "person"] if span is not None else []
        if named and span is not None and not _is_platform(span, doc, tables):
            return named_by(named[-1], cast, span)
    return None


def _is_platform(span: Span, doc: Doc, tables: StatementTables) -> bool:
    """`A Weibo post`: the place names where it stands, not who wrote it."""
    return any(word.lower() in tables.utterance_kinds for word in words_at(doc, span).split())


def _who_said_in(noun: Token, drafts: Sequence[Draft], earlier: Sequence[Speaker], doc: Doc) -> Speaker | None:
    """`“...,” the ministry said in a statement`: who spoke in the sentence that tells of the text."""
    for draft, speaker in zip(drafts, earlier, strict=False):
        if draft.head >= 0 and speaker.name is not None and doc[draft.head].sent.start == noun.sent.start:
            return speaker
    return None


def issuer_before(pronoun: Token, doc: Doc, cast: Cast, tables: StatementTables) -> Speaker | None:
    """`A statement from the ministry came late. It said ...`: whose text is the subject of the sentence before."""
    before = doc[: pronoun.sent.start]
    subjects = [t for t in before[-1].sent if t.dep_ in SUBJECTS] if len(before) else []
    return next((_issuer_named(noun, doc, cast, tables) for noun in subjects if is_document(noun, tables)), None)
