"""Parties without a name of their own: `12 African countries`, `former officials`, `some 30 companies`."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Doc, Token

from legation.model import Account, Article, Entity, Mention
from legation.reading.cast import Cast
from legation.reading.events.clauses import lemma_of

GROUP = "group-"
"""How the ids of groups begin."""

_BEFORE = frozenset({"amod", "compound", "nummod", "quantmod", "advmod", "nmod"})


def with_groups(doc: Doc, article: Article, cast: Cast, heads: Collection[str]) -> Cast:
    """The cast with a mention (a description) for every group of unnamed parties whose noun is one of `heads`.

    Groups that a name inside them places (`Chinese companies`) are left to that name. A group's id is derived from
    its words, so that two tellings of `12 African countries` in one article are one group.
    """
    entities = dict(cast.entities)
    mentions = list(cast.mentions)
    for first, head in _groups(doc, heads):
        start, end = first.idx, _end(first, head)
        if cast.within(start, end):
            continue
        words = " ".join(article.words((start, end)).split())
        digest = hashlib.sha256(f"{article.id}\n{words.lower()}".encode()).hexdigest()[:8]
        name = GROUP + digest
        entities.setdefault(name, Entity(name, "organisation", words))
        mentions.append(Mention(article.id, start, end, name, "description"))
    return Cast(entities.values(), mentions)


def _groups(doc: Doc, heads: Collection[str]) -> Iterator[tuple[Token, Token]]:
    """First and last word of each plural noun phrase with one of the nouns."""
    for token in doc:
        if token.tag_ != "NNS" or lemma_of(token) not in heads:
            continue
        before = [one for one in token.children if one.i < token.i and one.dep_ in _BEFORE]
        if not before and not any(one.dep_ in ("relcl", "acl", "prep") for one in token.children):
            # "countries" alone names nobody.
            continue
        inside = [part for one in before for part in one.subtree if part.i < token.i]
        yield (min(inside, key=lambda part: part.i, default=token), token)


def _end(first: Token, head: Token) -> int:
    """The end of the noun, or of the phrase after it where nothing before it says which: `countries along the belt`."""
    if first == head:
        for one in head.children:
            if one.dep_ == "prep" and one.i == head.i + 1 and one.right_edge.i - head.i <= 8:
                return one.right_edge.idx + len(one.right_edge)
    return head.idx + len(head)


def without_idle_groups(cast: Cast, accounts: Iterable[Account]) -> Cast:
    """The cast without the groups that take part in no account."""
    used = {name for account in accounts for name in (*account.sources, *account.targets)}
    idle = {name for name in cast.entities if name.startswith(GROUP) and name not in used}
    return Cast(
        [entity for entity in cast.entities.values() if entity.id not in idle],
        [mention for mention in cast.mentions if mention.entity not in idle],
    )
