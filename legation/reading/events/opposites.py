"""To whom something is said or granted where its clause does not say: who charged the speaker, who sat opposite."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from legation.model import Account
from legation.reading.events.actors import Actors
from legation.reading.events.antecedents import Antecedents
from legation.reading.events.roles import Roles
from legation.reading.events.tables import LabelRow

_NEAR = 2
"""Sentences back from which an answer or a promise belongs to the meeting told there."""
_FACING = frozenset({"CONSULT", "AGREE"})
"""Codes of events at which two sides face one another."""
_ANSWERS = frozenset({"REJECT"})
"""Codes of speech acts that answer a charge."""
_OF_OTHERS = frozenset({"ACCUSE", "THREATEN"})
"""Codes of speech acts that often speak of somebody who is not there."""
_OF_THINGS = frozenset({"praise"})
"""Labels of speech acts that may be about a thing: `spoke highly of the support`."""


def with_opposite(label: LabelRow, token: Token, roles: Roles, past: Antecedents, actors: Actors) -> Roles:
    """The roles of a speech act; without a foreign target it answers who charged the speaker, or is said to the other
    side of the meeting or call told just before."""
    own = actors.sides(roles.sources)
    if label.frame != "speech" or label.label in _OF_THINGS or not own or actors.foreign(roles.targets, own):
        return roles
    if _is_heading(token) or token.dep_ == "relcl":
        # "said an aide, who asked not to be named": it only says who he is.
        return roles
    for account in _before(token, past):
        if _is_opposite(label, account, own, actors):
            found = actors.foreign(account.sources, own)
            if found:
                return Roles(roles.sources, found)
    return roles


def _is_opposite(label: LabelRow, account: Account, own: set[str], actors: Actors) -> bool:
    """Whether the speech act of the sides `own` answers an event told before, or was said at it."""
    if account.code == "ACCUSE" and label.code in _ANSWERS:
        return bool(own & actors.sides(account.targets))
    return label.code not in _OF_OTHERS and account.code in _FACING and bool(own & actors.sides(account.sources))


def _is_heading(token: Token) -> bool:
    """Whether the words are a heading, which sums up what is told below it: they end without a stop."""
    words = [one for one in token.sent if not one.is_space]
    return not words[-1].is_punct


def _before(token: Token, past: Antecedents) -> Iterator[Account]:
    """The events told in this sentence and the few before it, the last one first."""
    sentence, start = token.sent, token.sent.start
    for _ in range(_NEAR):
        if start:
            sentence = token.doc[start - 1].sent
            start = sentence.start
    for told, account in reversed(past.told):
        if told.i < start:
            return
        if told.i < token.i and account.status == "actual":
            yield account
