"""Whom the words of a source name: a mention, a state behind `the Chinese side`, a person described, else the words."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from legation.model import Entity, Mention, Span
from legation.reading.cast import Cast, country_of
from legation.reading.parse import text_of, token_at
from legation.reading.people.words import load_words
from legation.reading.statements.documents import words_at
from legation.reading.statements.drafts import Speaker
from legation.reading.statements.tables import StatementTables

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_RESOLVED = frozenset({"minister", "leader", "spokesperson"})
"""Kinds of role whose holders the cast finds by the day."""
_TOLD_MORE = frozenset({"relcl", "acl", "advcl", "amod"})
"""What may follow a noun and tells more of it: `who asked not to be named`, `familiar with the matter`."""
_BEFORE = frozenset({"compound", "amod", "det", "poss", "nummod", "nmod", "flat"})
_SAME = frozenset({"appos", "flat", "compound", "nsubj", "conj", "nmod"})


def resolved(root: Token, words: Span, doc: Doc, cast: Cast, tables: StatementTables) -> Speaker:
    """Who a noun phrase names: a mention, a state behind `the Chinese side`, else its words."""
    mention = mention_of(root, words, cast, doc)
    if mention is not None:
        return named_by(mention, cast, words)
    state = state_behind(root, words, cast, tables)
    if state is not None:
        return Speaker(state.id, state.name, words, False, state.country or state.id)
    person = _described_before(root, words, cast, doc)
    if person is not None:
        return named_by(person, cast, words)
    name = words_at(doc, words).rstrip(" ,;")
    short = words_at(doc, Span(words.start, _end_of_noun(root, words))).rstrip(" ,;")
    described = name if short != name else None
    return Speaker(None, short, words, is_unnamed(root, tables), _country_in(words, cast), described)


def _described_before(root: Token, words: Span, cast: Cast, doc: Doc) -> Mention | None:
    """`Senator Holm was angry. The committee chairman called it ...`: the subject of the sentence before.

    Only where that sentence names no other person and the description no other country. An office that the register
    resolves (`the minister`) is left to it, and who was brought in without a name (`an official`) keeps none.
    """
    row = load_words().role_of(root.lemma_)
    is_definite = any(one.lower_ == "the" for one in root.children if one.dep_ == "det")
    if row is None or row.office == "no" or row.kind in _RESOLVED or root.tag_ not in ("NN", "NNP") or not is_definite:
        return None
    start = root.sent.start
    before = doc[start - 1].sent if start else None
    if before is None or "\n" in text_of(doc)[before.start_char : root.sent.start_char].strip("\n"):
        return None
    named = [m for m in cast.within(before.start_char, before.end_char) if cast.entity_of(m).kind == "person"]
    subjects = {t.idx for t in before if t.dep_ in SUBJECTS}
    is_subject = any(named[-1].start <= at < named[-1].end for at in subjects) if named else False
    if len({mention.entity for mention in named}) != 1 or not is_subject or _is_a(root, doc):
        return None
    country, home = _country_in(words, cast), country_of(cast.entity_of(named[-1]))
    return named[-1] if country is None or home is None or country == home else None


def _is_a(noun: Token, doc: Doc) -> bool:
    """Whether somebody without a name was brought in by the same noun before: `an official`, `one diplomat`."""
    return any(
        token.lemma_.lower() == noun.lemma_.lower()
        and any(one.lower_ in ("a", "an", "one", "another") for one in token.children)
        for token in doc[: noun.i]
    )


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
    if span[0].lower_ in RELATIVE and root.pos_ in ("VERB", "AUX"):
        return span[0]
    # "analysts at the bank" hangs on "analysts"; a span that is a whole prepositional phrase means its noun.
    while root.dep_ == "prep" and any(child.dep_ == "pobj" for child in root.children):
        root = next(child for child in root.children if child.dep_ == "pobj")
    return root


def words_of(root: Token) -> Span:
    """A noun with what stands before it: titles, names, adjectives."""
    left = min([root, *(t for c in root.lefts if c.dep_ in _BEFORE for t in c.subtree)], key=lambda t: t.i)
    return Span(left.idx, root.idx + len(root))


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


def _is_place_before(mention: Mention, root: Token) -> bool:
    """Whether the mention ends before the root does: `Chinese side` with a mention over `Chinese` alone."""
    return mention.end <= root.idx


def named_by(mention: Mention, cast: Cast, words: Span) -> Speaker:
    """The speaker whom a mention names, told by `words`."""
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
