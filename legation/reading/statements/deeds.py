"""Statements without a clause of saying: calls, threats and offers, a body's stated view, `Name: ...` headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from legation.model import Article, Span
from legation.reading.cast import Cast
from legation.reading.parse import words_under
from legation.reading.statements.contents import pieces
from legation.reading.statements.documents import is_document
from legation.reading.statements.drafts import Draft, spoken_block
from legation.reading.statements.phrases import is_unnamed
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import verb_of

Found = tuple[Span, Span, int, Span]
"""Source, cue, number of the cue's head, content."""
_KINDS = frozenset({"promise", "demand", "express", "warn"})
_CLAUSES = frozenset({"xcomp", "ccomp", "dobj", "obj"})
_ACTORS = frozenset({"person", "state", "organisation"})
_CONFIDENCE = 0.55
_HEADLINE = re.compile(r"(?P<label>[^:\n]{2,40}):\s+(?P<rest>\S.*\S)", re.S)


def with_deeds(
    drafts: Sequence[Draft], doc: Doc, article: Article, cast: Cast, quotations: Sequence[Quotation],
    tables: StatementTables,
) -> list[Draft]:  # fmt: skip
    """Adds a draft for each such act of a named actor that stands in no draft."""
    out = list(drafts)
    for source, cue, head, content in (*_acts(doc, cast, tables), *_headlines(article, doc, cast)):
        block = spoken_block(article, cue.start)
        if block is None or any(q.span.holds(cue) for q in quotations):
            continue
        if any(span.overlaps(cue) or span.overlaps(content) for d in out for span in (*d.content, *d.cue)):
            continue
        told = pieces(article.text, [content], quotations)
        if told:
            out.append(Draft((source,), (cue,), head, told, _CONFIDENCE, block))
    return sorted(out, key=lambda draft: draft.start)


def _acts(doc: Doc, cast: Cast, tables: StatementTables) -> Iterator[Found]:
    for token in doc:
        found = None
        if token.pos_ in ("VERB", "AUX"):
            found = _act(token, cast, tables)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in tables.noun_kinds:
            found = _view(token, cast, tables)
        if found is not None:
            source, content = found
            yield _whole(source), Span(token.idx, token.idx + len(token)), token.i, content


def _act(verb: Token, cast: Cast, tables: StatementTables) -> tuple[Token, Span] | None:
    """`Norland called for restraint`, `threatened retaliation`, `is willing to host the talks`: as a fact."""
    row = verb_of(verb, tables)
    labels = {child.dep_ for child in verb.children}
    if row is None or "neg" in labels or any(child.tag_ == "MD" for child in verb.children):
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is None or not _is_actor(subject, cast, tables):
        return None
    words = row.phrase.split()
    if row.kind == "wish" and len(words) == 2:
        state = next((child for child in verb.children if child.lower_ == words[1]), None)
        clause = next((child for child in state.children if child.dep_ == "xcomp"), None) if state is not None else None
    elif row.kind in _KINDS or row.stance == "hostile":
        clause = _object(verb, words)
    else:
        return None
    return (subject, words_under(clause)) if clause is not None else None


def _object(verb: Token, words: Sequence[str]) -> Token | None:
    """What is called for, threatened or voiced: the object of the phrase's preposition, else of the verb."""
    for child in verb.children:
        if len(words) > 1 and child.dep_ == "prep" and child.lower_ in words[1:]:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    objects = [child for child in verb.children if child.dep_ in _CLAUSES]
    # "lodged a protest with Norland": the phrase names its own object.
    return next((child for child in objects if len(words) == 1 or child.lower_ in words[1:]), None)


def _view(noun: Token, cast: Cast, tables: StatementTables) -> tuple[Token, Span] | None:
    """`The ministry's position is that ...`, `Norland's demand that ...`, `the communique's call for ...`."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None or not _is_actor(owner, cast, tables):
        return None
    near = list(noun.children)
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        near += [child for child in noun.head.children if child.dep_ == "ccomp"]
    clause = next((c for c in near if c.dep_ in ("acl", "ccomp") and any(m.dep_ == "mark" for m in c.children)), None)
    if clause is None:
        aim = next((c for c in near if c.dep_ == "prep" and c.lower_ == "for"), None)
        is_call = tables.noun_kinds[noun.lemma_.lower()] == "demand"
        clause = next((c for c in aim.children if c.dep_ == "pobj"), None) if aim is not None and is_call else None
    return (owner, words_under(clause)) if clause is not None else None


def _is_actor(token: Token, cast: Cast, tables: StatementTables) -> bool:
    mention = cast.at(token.idx)
    if mention is not None:
        return cast.entity_of(mention).kind in _ACTORS
    lemma = token.lemma_.lower()
    is_body = lemma in tables.voice_nouns or lemma in tables.body_nouns
    return is_body or is_document(token, tables) or is_unnamed(token, tables)


def _whole(token: Token) -> Span:
    """A noun phrase without the possessive ending and what follows it."""
    left = min([token, *(t for c in token.lefts for t in c.subtree)], key=lambda t: t.i)
    return Span(left.idx, token.idx + len(token))


def _headlines(article: Article, doc: Doc, cast: Cast) -> Iterator[Found]:
    """`Holm: no winner in a trade war`: a headline's label that is wholly a name."""
    for block in article.blocks:
        match = _HEADLINE.fullmatch(article.text, block.start, block.end) if block.kind == "headline" else None
        if match is None:
            continue
        label = Span(*match.span("label"))
        named = cast.within(*label)
        colon = doc.char_span(label.end, label.end + 1)
        is_name = len(named) == 1 and named[0].start <= label.start and named[0].end >= label.end
        if is_name and colon is not None and cast.entity_of(named[0]).kind in _ACTORS:
            yield label, Span(label.end, label.end + 1), colon[0].i, Span(*match.span("rest"))
