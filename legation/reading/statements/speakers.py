"""Resolves who speaks: by the cast of the article, else by the words themselves."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from legation.model import Entity, Mention, Span
from legation.reading.cast import Cast
from legation.reading.parse import text_of
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import token_at

_THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NOBODY = Speaker(None, None, None)


def speakers_of(drafts: Sequence[Draft], doc: Doc, cast: Cast, tables: StatementTables) -> list[Speaker]:
    """One speaker for each draft, in order; a pronoun without a mention goes to who spoke last."""
    out: list[Speaker] = []
    for draft in drafts:
        out.append(_speaker(draft, out, doc, cast, tables))
    return out


def _speaker(draft: Draft, earlier: Sequence[Speaker], doc: Doc, cast: Cast, tables: StatementTables) -> Speaker:
    if draft.speaker is not None:
        return draft.speaker
    if not draft.source:
        return _last_person(earlier, cast) if draft.head < 0 else NOBODY
    words = Span(draft.source[0].start, draft.source[-1].end)
    root = root_of(doc, words)
    if root is None:
        return Speaker(None, text_of(doc)[words.start : words.end], words)
    if root.lower_ in _RELATIVE:
        near = cast.within(max(words.start - 3, 0), words.start)
        before = near[-1] if near else None
        if before is not None and cast.entity_of(before).kind == "person":
            # "Wang, who ...": the name just before, whatever the parse hangs the clause on.
            return _named(before, cast, words)
        root = antecedent(root) or root
        if root.lower_ not in _RELATIVE:
            words = words_of(root)
    mention = mention_of(root, words, cast, doc)
    if mention is not None:
        return _named(mention, cast, words)
    if root.lower_ in _THIRD:
        found = _last_person(earlier, cast)
        return Speaker(found.entity, found.name, words, found.anonymous, found.country)
    if root.lower_ in _PLURAL:
        found = next((one for one in reversed(earlier) if one.name), NOBODY)
        return Speaker(found.entity, found.name, words, found.anonymous, found.country)
    state = state_behind(root, words, cast, tables)
    if state is not None:
        return Speaker(state.id, state.name, words, False, state.country or state.id)
    name = " ".join(text_of(doc)[words.start : words.end].split())
    return Speaker(None, name, words, anonymous=is_unnamed(root, tables), country=_country_in(words, cast))


def root_of(doc: Doc, words: Span) -> Token | None:
    """The word of a span on which its others hang."""
    span = doc.char_span(words.start, words.end, alignment_mode="expand")
    if span is None or not len(span):
        return None
    root: Token = span.root
    if span[0].lower_ in _RELATIVE and root.pos_ in ("VERB", "AUX"):
        return span[0]
    # "analysts at the bank" hangs on "analysts"; a span that is a whole prepositional phrase means its noun.
    while root.dep_ == "prep" and any(child.dep_ == "pobj" for child in root.children):
        root = next(child for child in root.children if child.dep_ == "pobj")
    return root


def words_of(root: Token) -> Span:
    """A noun with what stands before it: titles, names, adjectives."""
    left = min([root, *(t for c in root.lefts if c.dep_ in _BEFORE for t in c.subtree)], key=lambda t: t.i)
    return Span(left.idx, root.idx + len(root))


_BEFORE = frozenset({"compound", "amod", "det", "poss", "nummod", "nmod", "flat"})


def antecedent(relative: Token) -> Token | None:
    """The noun that a relative pronoun stands for."""
    clause = relative.head
    for _ in range(4):
        if clause.dep_ == "relcl":
            return clause.head
        if clause.head is clause:
            return None
        clause = clause.head
    return None


def mention_of(root: Token, words: Span, cast: Cast, doc: Doc) -> Mention | None:
    """The mention that names the speaker: the one over the root, else one in apposition or before it as a title."""
    at = cast.at(root.idx)
    if at is not None and not _is_place_before(at, root):
        return at
    inside = [m for m in cast.within(words.start, words.end) if cast.entity_of(m).kind == "person"]
    for mention in inside:
        token = token_at(doc, mention.end - 1)
        if token is not None and _is_same(token, root):
            return mention
    return None


def _is_same(token: Token, root: Token) -> bool:
    """Whether a name hangs on the root as its apposition, its title or its second half."""
    for _ in range(4):
        if token == root:
            return True
        if token.dep_ not in _SAME:
            return False
        token = token.head
    return token == root


_SAME = frozenset({"appos", "flat", "compound", "nsubj", "conj", "nmod"})


def _is_place_before(mention: Mention, root: Token) -> bool:
    """Whether the mention ends before the root does: `Chinese side` with a mention over `Chinese` alone."""
    return mention.end <= root.idx


def _named(mention: Mention, cast: Cast, words: Span) -> Speaker:
    entity = cast.entity_of(mention)
    return Speaker(entity.id, entity.name, words, False, country_of(entity))


def country_of(entity: Entity) -> str | None:
    """The state that an entity belongs to; a state belongs to itself."""
    return entity.id if entity.kind == "state" else entity.country


def state_behind(root: Token, words: Span, cast: Cast, tables: StatementTables) -> Entity | None:
    """The state that `the Chinese side` or `the US government` speaks for."""
    if root.lemma_.lower() not in tables.voice_nouns and root.lower_ not in tables.voice_nouns:
        return None
    for mention in cast.within(words.start, root.idx):
        entity = cast.entity_of(mention)
        if entity.kind == "state":
            return entity
        if entity.country is not None and entity.country in cast.entities:
            return cast.entities[entity.country]
    return None


def is_unnamed(root: Token, tables: StatementTables) -> bool:
    """Whether a source without a name is a kind of person that speaks unnamed."""
    return root.lemma_.lower() in tables.unnamed_nouns or root.lower_ in tables.unnamed_nouns


def _country_in(words: Span, cast: Cast) -> str | None:
    for mention in cast.within(words.start, words.end):
        return country_of(cast.entity_of(mention))
    return None


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
