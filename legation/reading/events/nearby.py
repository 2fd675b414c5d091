"""Against whom a measure is, where its clause does not say: the foreign state that the words around it are about."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from legation.model import Mention
from legation.reading.events.actors import Actors
from legation.reading.events.clauses import SUBJECTS, VERBAL
from legation.reading.events.roles import Roles
from legation.reading.events.tables import LabelRow
from legation.reading.parse import head_at

_BESIDE = frozenset({"from", "by", "alongside", "like", "behind", "than"})
_MEASURES = frozenset({"SANCTION", "RETREAT", "CONCEDE"})
"""Codes of measures taken against a state, or taken back for one."""
_OFTEN = 3
"""Mentions in the article from which on one of several states nearby is meant."""


def with_nearby_target(label: LabelRow, token: Token, roles: Roles, actors: Actors) -> Roles:
    """The roles of a measure, taken or taken back; without a target it is aimed at the one foreign state that its
    sentence names, or at the one that the sentences beside it do. Of several, at the one that the article names most.
    """
    if label.code not in _MEASURES or label.frame != "act" or roles.targets or not roles.sources:
        return roles
    own = actors.sides(roles.sources)
    if len(own) > 1 and label.code != "SANCTION":
        # "Norway and Mali eased the curbs": for each other more often than for a third.
        return roles
    for window in _windows(token):
        found = _foreign_states(window, own, actors, token)
        if found:
            meant = _meant(found, actors)
            return Roles(roles.sources, (meant,)) if meant is not None else roles
    return roles


def _windows(token: Token) -> Iterator[Span]:
    """The sentence, the sentence before, the sentence after."""
    doc, sentence = token.doc, token.sent
    yield sentence
    if sentence.start:
        yield doc[sentence.start - 1].sent
    if sentence.end < len(doc):
        yield doc[sentence.end].sent


def _foreign_states(window: Span, own: set[str], actors: Actors, measure: Token) -> list[str]:
    mentions = actors.cast.within(window.start_char, window.end_char)
    named = (actors.country(one.entity) for one in mentions if not _is_beside(one, window, measure))
    return list(dict.fromkeys(name for name in named if name is not None and name not in own))


def _is_beside(mention: Mention, window: Span, measure: Token) -> bool:
    """`Under pressure from Norland`, `Norland did so too`: a state that stands with the measure, not against it."""
    name = head_at(window.doc, mention.start, mention.end)
    if name is None:
        return False
    if name.dep_ == "pobj" and name.head.lower_ in _BESIDE:
        return True
    verb = name.head
    return name.dep_ in SUBJECTS and verb.pos_ in VERBAL and measure in (*_joined(verb), verb)


def _joined(verb: Token) -> Iterator[Token]:
    """The verbs of the clauses that `and` joins to a verb's, on either side."""
    if verb.dep_ in ("conj", "ccomp", "advcl") and verb.head.pos_ in VERBAL:
        yield verb.head
    yield from (one for one in verb.children if one.dep_ in ("conj", "ccomp", "advcl") and one.pos_ in VERBAL)


def _meant(states: list[str], actors: Actors) -> str | None:
    if len(states) == 1:
        return states[0]
    told = actors.cast.named_states()
    first, other = sorted(states, key=lambda state: -told[state])[:2]
    most, second = told[first], told[other]
    return first if most >= _OFTEN and most > second else None
