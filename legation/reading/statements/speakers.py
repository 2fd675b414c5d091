"""Resolves who speaks: by the cast of the article, else by the words themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Entity, Mention, Span
from legation.reading.cast import Cast, country_of
from legation.reading.parse import text_of, token_at
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
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables

_THIRD = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
NOBODY = Speaker(None, None, None)


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
            found = _issuer(found, drafts, out, doc, cast, tables) or found
        out.append(found)
    return out


def _is_first(words: Span, doc: Doc) -> bool:
    return text_of(doc)[words.start : words.end].lower() in FIRST


def _issuer(
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
            return _resolved(root, span, doc, cast, tables)
    for span in (names_before(noun), names_after(noun)):
        named = [m for m in cast.within(*span) if cast.entity_of(m).kind != "person"] if span is not None else []
        if named and span is not None and not _is_platform(span, doc, tables):
            return _named(named[-1], cast, span)
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
    at = mention_of(root, words, cast, doc)
    answers = draft.outer.speaker if draft.outer is not None and draft.outer.verbatim else None
    if answers is not None and root.lower_ in _THIRD | _PLURAL and (at is None or at.entity == answers.entity):
        return replace(_meant_by_another(root, answers, cast, tables), words=words)
    if at is not None:
        return _named(at, cast, words)
    if root.lower_ == "it":
        return replace(_last_body(root, earlier, cast), words=words)
    if root.lower_ in FIRST:
        return replace(NOBODY, words=words)
    if root.lower_ in _THIRD:
        found = _last_person(earlier, cast)
        return Speaker(found.entity, found.name, words, found.anonymous, found.country)
    if root.lower_ in _PLURAL:
        found = next((one for one in reversed(earlier) if one.name), NOBODY)
        return Speaker(found.entity, found.name, words, found.anonymous, found.country)
    return _resolved(root, words, doc, cast, tables)


_NEAR = 400
"""Characters before a pronoun in which the one it means stands."""


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
    return _named(person, cast, Span(person.start, person.end)) if person is not None else NOBODY


def _resolved(root: Token, words: Span, doc: Doc, cast: Cast, tables: StatementTables) -> Speaker:
    """Who a noun phrase names: a mention, a state behind `the Chinese side`, else its words."""
    mention = mention_of(root, words, cast, doc)
    if mention is not None:
        return _named(mention, cast, words)
    state = state_behind(root, words, cast, tables)
    if state is not None:
        return Speaker(state.id, state.name, words, False, state.country or state.id)
    name = words_at(doc, words).rstrip(" ,;")
    short = words_at(doc, Span(words.start, _end_of_noun(root, words))).rstrip(" ,;")
    described = name if short != name else None
    return Speaker(None, short, words, is_unnamed(root, tables), _country_in(words, cast), described)


_TOLD_MORE = frozenset({"relcl", "acl", "advcl", "amod"})
"""What may follow a noun and tells more of it: `who asked not to be named`, `familiar with the matter`."""


def _end_of_noun(root: Token, words: Span) -> int:
    """Where a noun phrase ends before clauses that tell more of it."""
    after = [one.left_edge.idx for one in root.rights if one.dep_ in _TOLD_MORE and one.left_edge.idx > root.idx]
    end = min([words.end, *after])
    return end if end > root.idx else words.end


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
    return inside[-1] if inside and _follows_place(inside[-1], words, root, cast, doc) else None


def _follows_place(mention: Mention, words: Span, root: Token, cast: Cast, doc: Doc) -> bool:
    """`Ambassador to the US Qin Gang`: a name right behind a title and its place, which the parse runs together."""
    if mention.end != words.end or root.pos_ not in ("NOUN", "PROPN") or root.idx >= mention.start:
        return False
    before = cast.within(words.start, mention.start)
    is_place = bool(before) and cast.entity_of(before[-1]).kind != "person" and before[-1].start > root.idx
    return is_place and not text_of(doc)[before[-1].end : mention.start].strip()


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
    if entity.kind == "place" and entity.country in cast.entities:
        # A place that speaks is the seat of its government.
        entity = cast.entities[entity.country]
    return Speaker(entity.id, entity.name, words, False, country_of(entity))


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


def _last_body(pronoun: Token, earlier: Sequence[Speaker], cast: Cast) -> Speaker:
    """What `it` may be: the body or state that is the subject of the sentence before, else the one that spoke last."""
    before = pronoun.doc[: pronoun.sent.start]
    if len(before):
        for token in before[-1].sent:
            mention = cast.at(token.idx) if token.dep_ in ("nsubj", "nsubjpass") else None
            if mention is not None and cast.entity_of(mention).kind in _BODIES:
                return _named(mention, cast, Span(mention.start, mention.end))
    for one in reversed(earlier):
        entity = cast.entities.get(one.entity) if one.entity else None
        if one.name and (entity.kind in _BODIES if entity is not None else not one.anonymous):
            return one
    return NOBODY


_BODIES = frozenset({"organisation", "state"})


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
