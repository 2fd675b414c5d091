"""`..., reported The HK Post`: who stands behind the verb is the source, and what stands before it the content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Article, Span
from legation.reading.cast import Cast
from legation.reading.parse import text_of
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft, spoken_block
from legation.reading.statements.phrases import is_unnamed
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables

_KINDS = frozenset({"say", "write"})
_FINITE = frozenset({"VBD", "VBZ", "VBN", "VBP"})
_LONGEST = 12
"""Words that a source behind its verb may have."""
_CONFIDENCE = 0.75


def with_inverted(
    drafts: Sequence[Draft], doc: Doc, article: Article, cast: Cast, quotations: Sequence[Quotation],
    tables: StatementTables,
) -> list[Draft]:  # fmt: skip
    """Turns round drafts that took the source for the content, and adds those whose verb the tagger passed over."""
    out = list(drafts)
    for token in doc:
        found = _inverted(token, article.text, cast, quotations, tables)
        if found is None:
            continue
        source, content = found
        own = next((draft for draft in out if draft.head == token.i), None)
        if own is not None and not any(piece.overlaps(source) for piece in own.content):
            continue
        if own is None and any(_is_told_by_another(draft, content, token) for draft in out):
            # "X said Y, reported The Post": the Post only passes it on.
            continue
        block = spoken_block(article, token.idx)
        told = pieces(article.text, [content], quotations)
        if block is None or not told:
            continue
        cue = (Span(token.idx, token.idx + len(token)),)
        if own is not None:
            out[out.index(own)] = replace(own, source=(source,), cue=cue, content=told)
        else:
            out.append(Draft((source,), cue, token.i, told, _CONFIDENCE, block))
    return sorted(out, key=lambda draft: draft.start)


def _is_told_by_another(draft: Draft, content: Span, verb: Token) -> bool:
    """Whether a draft has its cue or content where a verb would have its own."""
    return any(span.overlaps(content) or span.start <= verb.idx < span.end for span in (*draft.content, *draft.cue))


def _inverted(
    verb: Token, text: str, cast: Cast, quotations: Sequence[Quotation], tables: StatementTables
) -> tuple[Span, Span] | None:
    """Source and content of a finite verb of saying between a comma and a name that ends its clause."""
    if verb.tag_ not in _FINITE or not verb.i or verb.i + 1 >= len(verb.doc):
        return None
    if not any(row.kind in _KINDS for row in tables.verbs_by_head.get(verb.lemma_.lower(), ())):
        return None
    start = verb.sent.start_char
    before = text[start : verb.idx].rstrip()
    if len(before.split()) < 2 or not before.endswith((",", "”", '"', "»", "’")):
        return None
    if any(quotation.inside.start <= verb.idx < quotation.inside.end for quotation in quotations):
        return None
    source = _name_behind(verb, cast, tables)
    if source is None:
        return None
    lead = len(text[start : verb.idx]) - len(text[start : verb.idx].lstrip())
    return source, Span(start + lead, start + lead + len(before.lstrip()))


def _name_behind(verb: Token, cast: Cast, tables: StatementTables) -> Span | None:
    """The words from a verb to the next comma or stop, where they begin with a name and hold no other verb."""
    words: list[Token] = []
    for token in verb.doc[verb.i + 1 : min(verb.sent.end, verb.i + 1 + _LONGEST)]:
        if token.is_punct or token.is_space:
            break
        if token.pos_ in ("VERB", "AUX", "PRON", "SCONJ"):
            return None
        words.append(token)
    else:
        if verb.i + 1 + _LONGEST < verb.sent.end:
            return None
    if not words or not (words[0].text[0].isupper() or words[0].dep_ == "det"):
        return None
    span = Span(words[0].idx, words[-1].idx + len(words[-1]))
    kinds = {cast.entity_of(mention).kind for mention in cast.within(*span)}
    named = bool(kinds & {"person", "organisation"}) or any(is_unnamed(word, tables) for word in words[:3])
    named = named or tables.media_pattern.search(text_of(verb.doc), *span) is not None
    return span if named else None
