"""Clauses of saying that the tagger ran together with a neighbour's: `Noting that ..., she said ...`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Article, Span
from legation.reading.parse import words_under
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft, says_nothing, spoken_block
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import verb_of

_KINDS = frozenset({"say", "tell", "write"})
_RULE_CONFIDENCE = 0.7


def with_missed_clauses(
    drafts: Sequence[Draft], article: Article, doc: Doc, quotations: Sequence[Quotation], tables: StatementTables
) -> list[Draft]:
    """Adds a draft for a verb of saying with subject and clause of its own that stands in no content and is no cue."""
    out = list(drafts)
    quoted = [q.span for q in quotations]
    for token in doc:
        if token.pos_ != "VERB" or any(s.start <= token.idx < s.end for d in out for s in (*d.content, *d.cue)):
            continue
        found = _clause(token, tables)
        if found is None or any(span.start <= token.idx < span.end for span in quoted):
            continue
        source, clause = found
        if says_nothing((source,), token, doc, tables):
            continue
        content = pieces(article.text, [clause], quotations)
        block = spoken_block(article, token.idx)
        if not content or block is None:
            continue
        out = [_without(draft, clause) for draft in out]
        out = [draft for draft in out if draft.content]
        cue = (Span(token.idx, token.idx + len(token)),)
        out.append(Draft((source,), cue, token.i, content, _RULE_CONFIDENCE, block))
    return sorted(out, key=lambda d: d.start)


def _clause(verb: Token, tables: StatementTables) -> tuple[Span, Span] | None:
    """Subject and clause of a verb of saying told in the past or present as a fact."""
    row = verb_of(verb, tables)
    if row is None or row.kind not in _KINDS or any(child.dep_ in ("neg", "aux") for child in verb.children):
        return None
    # "Noting that ..., she said ...": the participle has the subject of its governing verb.
    governor = verb.head if verb.dep_ == "advcl" and verb.tag_ == "VBG" else verb
    subject = next((child for child in governor.children if child.dep_ == "nsubj"), None)
    clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    if subject is None or clause is None or subject.lower_ in ("it", "that", "which", "who", "i", "we", "you"):
        return None
    inner = [token for token in clause.subtree if token != verb]
    content = Span(inner[0].idx, inner[-1].idx + len(inner[-1]))
    source = words_under(subject)
    if content.start <= verb.idx < content.end or content.overlaps(source):
        return None
    return source, content


def _without(draft: Draft, clause: Span) -> Draft:
    """A draft whose pieces in another's clause are taken out; one that has nothing else loses nothing."""
    kept = tuple(piece for piece in draft.content if not clause.holds(piece))
    return replace(draft, content=kept) if kept else draft
