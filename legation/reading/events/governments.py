"""Governments called after who leads them: `the Trump administration` is the United States."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from legation.lexicon.register import Register
from legation.lexicon.register_offices import HEADS
from legation.model import Article, Entity, Mention
from legation.reading.cast import Cast
from legation.reading.events.clauses import lemma_of
from legation.reading.events.tables import words_of


def with_governments(doc: Doc, article: Article, cast: Cast, register: Register) -> Cast:
    """The cast with a mention of the state for every government that bears a leader's family name.

    Left alone where the name is that of a person of the article, and where leaders of several states bear it.
    """
    entities = dict(cast.entities)
    mentions = list(cast.mentions)
    for name, noun in _named_governments(doc):
        start, end = name.idx, noun.idx + len(noun)
        state = _led_by(name.text, register)
        inside = cast.within(start, end)
        if state is not None and all(_is_unknown(one, cast, register) for one in inside):
            entities.setdefault(state.id, state)
            mentions = [one for one in mentions if one not in inside]
            mentions.append(Mention(article.id, start, end, state.id, "metonym"))
    named = {one.entity for one in mentions}
    return Cast([one for one in entities.values() if one.id in named], mentions, cast.repairs)


def _is_unknown(mention: Mention, cast: Cast, register: Register) -> bool:
    """Whether a mention is the capitalised name (`Biden Administration`) of a body that nobody knows."""
    return cast.entity_of(mention).kind == "organisation" and register.entity(mention.entity) is None


def _named_governments(doc: Doc) -> Iterator[tuple[Token, Token]]:
    """Each name that stands before a noun of government, with the noun."""
    for noun in doc[1:]:
        if lemma_of(noun) in words_of("governing") and noun.nbor(-1).tag_ == "NNP" and noun.nbor(-1).head == noun:
            yield noun.nbor(-1), noun


def _led_by(family: str, register: Register) -> Entity | None:
    """The state that somebody of that family name leads or led."""
    posts = [post.office for person in register.people_named(family) for post in register.posts_of(person.id)]
    states = {office.partition("/")[0] for office in posts if office.partition("/")[2] in HEADS}
    return register.entity(states.pop()) if len(states) == 1 else None
