"""Figures that somebody puts on a thing: `puts the deficit at 295 billion`, `counts the trade at 582 billion`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.tokens import Doc, Token

from legation.lexicon.table import read_table
from legation.model import Article, Span
from legation.reading.figures.words import UnitRow
from legation.reading.parse import words_under
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft, says_nothing, spoken_block
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables

_CONFIDENCE = 0.6
_AT = frozenset({"at", "between"})
_AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})


def with_valuations(
    drafts: Sequence[Draft], article: Article, doc: Doc, quotations: Sequence[Quotation], tables: StatementTables
) -> list[Draft]:
    """Adds a draft for each verb of valuing with a subject, an object and a figure that is no cue and in no content."""
    out = list(drafts)
    for token in doc:
        found = valued_by(token, tables)
        if found is None or says_nothing((found[0],), token, doc, tables):
            continue
        source, valued = found
        block = spoken_block(article, token.idx)
        content = pieces(article.text, [valued], quotations)
        taken = any(s.start <= token.idx < s.end for d in out for s in (*d.content, *d.cue))
        if block is None or not content or taken:
            continue
        cue = (Span(token.idx, token.idx + len(token)),)
        out.append(Draft((source,), cue, token.i, content, _CONFIDENCE, block))
    return sorted(out, key=lambda draft: draft.start)


def valued_by(verb: Token, tables: StatementTables) -> tuple[Span, Span] | None:
    """The subject, and the object with the figure, of `puts the toll at 40`; None for other verbs' clauses."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in tables.valuing_verbs:
        return None
    subject = next((one for one in verb.children if one.dep_ == "nsubj"), None)
    thing = next((one for one in verb.children if one.dep_ == "dobj" and one.i > verb.i), None)
    if subject is None or thing is None or subject.lower_ in ("that", "which", "who", "i", "we", "you"):
        return None
    holders = (verb, thing, *(one for one in thing.subtree if one.pos_ == "NOUN"))
    figures = (
        one
        for holder in holders
        for one in holder.children
        if one.dep_ == "prep" and one.lower_ in _AT and _is_figure(one)
    )
    figure = next(figures, None)
    if figure is None:
        return None
    return words_under(subject), Span(thing.left_edge.idx, words_under(figure).end)


def _is_figure(preposition: Token) -> bool:
    """`At 295 billion dollars`, `at about 40`; not `at two bases`."""
    if any(one.ent_type_ in _AMOUNTS for one in preposition.subtree):
        return True
    return any(one.like_num or one.lower_ in _units() for one in preposition.children if one.dep_ == "pobj")


@cache
def _units() -> frozenset[str]:
    return frozenset(row.words for row in read_table("units", UnitRow) if row.kind != "duration")
