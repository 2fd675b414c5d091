"""Resolves who speaks: by the cast of the article, else by the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.cast import Cast
from legation.reading.parse import text_of
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.issuers import issuer_before, issuer_of
from legation.reading.statements.phrases import (
    RELATIVE,
    SUBJECTS,
    antecedent,
    is_unnamed,
    mention_of,
    named_by,
    resolved,
    root_of,
    words_of,
)
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables

_THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
NOBODY = Speaker(None, None, None)
_NEAR = 400
"""Characters before a pronoun in which the one it means stands."""
_BODIES = frozenset({"organisation", "state"})


def speakers_of(
    drafts: Sequence[Draft], doc: Doc, cast: Cast, quotations: Sequence[Quotation], tables: StatementTables
) -> list[Speaker]:
    """One speaker for each draft, in order; a pronoun without a mention goes to who spoke last."""
    out: list[Speaker] = []
    for draft in drafts:
        found = _speaker(draft, out, doc, cast, tables)
        if found.name is None and found.words is not None and _is_first(found.words, doc):
            # "We agree" inside quotation marks is said by who is quoted; outside of them it is the outlet's own.
            quoted = any(quotation.inside.holds(found.words) for quotation in quotations)
            found = replace(_last_person(out, cast) if quoted else NOBODY, words=found.words)
        if found.name is not None and found.entity is None and found.words is not None:
            found = issuer_of(found, drafts, out, doc, cast, tables) or found
        out.append(found)
    return out


def stands_for_nobody(speaker: Speaker) -> bool:
    """Whether the source is a relative pronoun that names no one: `opened an inquiry, which worries the ports`."""
    return speaker.entity is None and (speaker.name or "").lower() in RELATIVE


def _is_first(words: Span, doc: Doc) -> bool:
    return text_of(doc)[words.start : words.end].lower() in FIRST


def _speaker(draft: Draft, earlier: Sequence[Speaker], doc: Doc, cast: Cast, tables: StatementTables) -> Speaker:
    if draft.speaker is not None:
        return draft.speaker
    if not draft.source:
        return _last_person(earlier, cast) if draft.head < 0 else NOBODY
    words = Span(draft.source[0].start, draft.source[-1].end)
    root = root_of(doc, words)
    if root is None:
        return Speaker(None, text_of(doc)[words.start : words.end], words)
    if root.lower_ in RELATIVE:
        near = cast.within(max(words.start - 3, 0), words.start)
        before = near[-1] if near else None
        if before is not None and cast.entity_of(before).kind == "person":
            # "Wang, who ...": the name just before, whatever the parse hangs the clause on.
            return named_by(before, cast, words)
        root = antecedent(root) or root
        if root.lower_ not in RELATIVE:
            words = words_of(root)
    at = mention_of(root, words, cast, doc)
    answers = draft.outer.speaker if draft.outer is not None and draft.outer.verbatim else None
    if answers is not None and root.lower_ in _THIRD | _PLURAL and (at is None or at.entity == answers.entity):
        return replace(_meant_by_another(root, answers, cast, tables), words=words)
    if at is not None:
        return named_by(at, cast, words)
    if root.lower_ == "it":
        return replace(issuer_before(root, doc, cast, tables) or _last_body(root, earlier, cast), words=words)
    if root.lower_ in FIRST:
        return replace(NOBODY, words=words)
    if root.lower_ in _THIRD:
        found = _last_person(earlier, cast)
        return Speaker(found.entity, found.name, words, found.anonymous, found.country)
    if root.lower_ in _PLURAL:
        found = next((one for one in reversed(earlier) if one.name), NOBODY)
        return Speaker(found.entity, found.name, words, found.anonymous, found.country)
    return resolved(root, words, doc, cast, tables)


def _meant_by_another(pronoun: Token, answers: Speaker, cast: Cast, tables: StatementTables) -> Speaker:
    """`He` and `they` in an answer: never who answers, but the nearest person, or people of an unnamed kind, before."""
    start = max(pronoun.idx - _NEAR, 0)
    if pronoun.lower_ in _PLURAL:
        before = pronoun.doc[: pronoun.i]
        kinds = (t for t in reversed(before) if t.idx >= start and t.tag_ == "NNS" and is_unnamed(t, tables))
        noun = next(kinds, None)
        name = text_of(pronoun.doc)[slice(*words_of(noun))] if noun is not None else None
        return Speaker(None, name, None, anonymous=noun is not None)
    near = (m for m in reversed(cast.within(start, pronoun.idx)) if m.entity != answers.entity)
    person = next((m for m in near if cast.entity_of(m).kind == "person"), None)
    return named_by(person, cast, Span(person.start, person.end)) if person is not None else NOBODY


def _last_body(pronoun: Token, earlier: Sequence[Speaker], cast: Cast) -> Speaker:
    """What `it` may be: the body or state that is the subject of the sentence before, else the one that spoke last."""
    before = pronoun.doc[: pronoun.sent.start]
    if len(before):
        for token in before[-1].sent:
            mention = cast.at(token.idx) if token.dep_ in SUBJECTS else None
            if mention is not None and cast.entity_of(mention).kind in _BODIES:
                return named_by(mention, cast, Span(mention.start, mention.end))
    for one in reversed(earlier):
        entity = cast.entities.get(one.entity) if one.entity else None
        if one.name and (entity.kind in _BODIES if entity is not None else not one.anonymous):
            return one
    return NOBODY


def _may_be_one(name: str) -> bool:
    """Whether an unnamed source may be one person: `a diplomat`, but not `some` or `officials`."""
    return name.lower().startswith(("a ", "an ", "the ", "one ")) and not name.rstrip().endswith("s")


def _last_person(earlier: Sequence[Speaker], cast: Cast) -> Speaker:
    """Who spoke last and may be `he`."""
    for one in reversed(earlier):
        entity = cast.entities.get(one.entity) if one.entity else None
        if one.name and (entity.kind == "person" if entity is not None else one.anonymous and _may_be_one(one.name)):
            return one
    people = [entity for entity in cast.entities.values() if entity.kind == "person"]
    if len(people) == 1:
        return Speaker(people[0].id, people[0].name, None, False, people[0].country)
    return NOBODY
