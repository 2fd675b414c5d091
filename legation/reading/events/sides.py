"""The sides of a meeting where the parse gives only one: `Presidents Holm and Berg met`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from legation.lexicon.register_names import slug
from legation.model import Article, Mention
from legation.reading.cast import Cast
from legation.reading.events.clauses import VERBAL
from legation.reading.events.roles import Roles

_FAR = 60
"""Characters between two names that `and` joins: room for a title, not for a clause."""


def with_both_sides(token: Token, roles: Roles, cast: Cast) -> Roles:
    """The roles of a mutual event; a verb with fewer than two sides takes the two names joined before it."""
    if token.pos_ not in VERBAL or len({*roles.sources, *roles.targets}) > 1:
        return roles
    names = _joined(token, cast)
    return Roles(names, names) if names else roles


def _joined(verb: Token, cast: Cast) -> tuple[str, ...]:
    """The last two persons, states or bodies before the verb in its sentence, if `and` alone joins them."""
    named = [
        mention
        for mention in cast.within(verb.sent.start_char, verb.idx)
        if mention.form in ("name", "title", "metonym")
        and cast.entity_of(mention).kind != "place"
        and not _owns(mention, verb)
    ]
    for left, right in zip(named[-2::-1], named[:0:-1], strict=False):
        if left.entity != right.entity and _is_joined(left, right, verb):
            return left.entity, right.entity
    return ()


def _owns(mention: Mention, verb: Token) -> bool:
    """`Lund's predecessor, Karl Berg`: who has the one that is meant."""
    return any(token.idx == mention.end and token.tag_ == "POS" for token in verb.sent)


def _is_joined(left: Mention, right: Mention, verb: Token) -> bool:
    """Whether only titles and `and` stand between two names, and no other verb between the second and the verb."""
    if right.start - left.end > _FAR:
        return False
    between = [token for token in verb.sent if left.end <= token.idx < right.start]
    after = [token for token in verb.sent if right.end <= token.idx < verb.idx]
    joins = sum(token.lower_ == "and" for token in between) == 1
    plain = not any(token.pos_ in ("VERB", "ADP", "SCONJ") or token.lower_ in (";", ":") for token in between)
    return joins and plain and not any(token.pos_ == "VERB" for token in after)


def without_outlet(roles: Roles, article: Article) -> Roles:
    """The roles without the outlet itself, which tells of a meeting and does not take part in it."""
    own = {slug(name) for name in (article.outlet, article.agency) if name}
    return Roles(_less(roles.sources, own), _less(roles.targets, own))


def _less(names: Sequence[str], own: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in own)
