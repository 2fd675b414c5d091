"""A second opinion on words that tell of more than one kind of event: `vowed`, `sent troops`, `fired rockets`."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from legation.model import Span
from legation.reading.events.candidates import Candidate
from legation.reading.events.pairs import Pair
from legation.reading.events.party_words import doers_of, others_of
from legation.reading.events.relation import RelationModel

SURE = 0.6
"""Probability from which the model outranks the table."""

_FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def decided(candidate: Candidate, model: RelationModel | None) -> Candidate:
    """The candidate, with its trigger's other label where the model is sure of that label's code."""
    other = candidate.trigger.otherwise
    if model is None or other is None or other.code is None:
        return candidate
    pair = _pair(candidate)
    if pair is None:
        return candidate
    relation = model.relations([pair])[0]
    if relation.probability < SURE or relation.root != _FOLDED.get(other.code, other.code):
        return candidate
    return replace(candidate, trigger=replace(candidate.trigger, label=other, code=other.code))


def _pair(candidate: Candidate) -> Pair | None:
    source = next(iter(doers_of(candidate)), None)
    target = next((one for one in others_of(candidate) if one != source), None)
    if source is None or target is None:
        return None
    sentence = candidate.token.sent
    start = sentence.start_char
    spans = [_phrase(one, start) for one in (source, target)]
    return Pair(sentence.text, spans[0], spans[1])


def _phrase(head: Token, start: int) -> Span:
    """The noun phrase up to its head, counted from the sentence's start."""
    inside = [
        one for one in head.children if one.i < head.i and one.dep_ in ("amod", "compound", "poss", "nummod", "det")
    ]
    first = min((part for one in inside for part in one.subtree), key=lambda part: part.i, default=head)
    return Span(first.idx - start, head.idx + len(head) - start)
