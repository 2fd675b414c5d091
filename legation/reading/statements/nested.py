"""Speech told inside reported speech (`she said he had told her that ...`), by the table of verbs."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.parse import text_of, words_under
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft
from legation.reading.statements.phrases import SUBJECTS
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.speakers import FIRST
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import verb_of

_KINDS = frozenset({"say", "tell", "write"})
NESTED_SHARE = 0.6
"""A nested statement is at best this sure of what its outer one is."""


def with_nested(
    drafts: Sequence[Draft], doc: Doc, quotations: Sequence[Quotation], tables: StatementTables
) -> list[Draft]:
    """Adds a draft for each clause of saying inside the reported part of another's content."""
    out = list(drafts)
    cues = {draft.head for draft in drafts}
    for draft in drafts:
        for start, end in draft.content:
            stretch = doc.char_span(start, end, alignment_mode="contract")
            for token in stretch if stretch is not None else ():
                is_free = token.pos_ == "VERB" and token.i not in cues
                if not is_free or any(q.span.start <= token.idx < q.span.end for q in quotations):
                    continue
                inner = _clause_of_saying(token, Span(start, end), tables)
                if inner is None:
                    continue
                source, content = inner
                if draft.verbatim and text_of(doc)[source.start : source.end].lower() in FIRST:
                    continue
                trimmed = pieces(text_of(doc), [content], quotations)
                if trimmed:
                    cue = (Span(token.idx, token.idx + len(token)),)
                    sure = draft.confidence * NESTED_SHARE
                    out.append(Draft((source,), cue, token.i, trimmed, sure, draft.block, outer=draft))
    return sorted(out, key=lambda d: (d.start, d.outer is not None))


def _clause_of_saying(verb: Token, within: Span, tables: StatementTables) -> tuple[Span, Span] | None:
    """Subject and content of a verb of saying whose clause lies within a span."""
    row = verb_of(verb, tables)
    if row is None or row.kind not in _KINDS:
        return None
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if subject is None or clause is None or subject.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    content, source = words_under(clause), words_under(subject)
    if not (within.holds(content) and within.holds(source)) or content.overlaps(source):
        return None
    return source, content
