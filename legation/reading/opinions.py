"""A second opinion on statements whose words show no stance: the relation model reads the sentence with its parties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Evidence, Span, Statement
from legation.reading.cast import Cast
from legation.reading.events.pairs import Pair
from legation.reading.events.relation import Relation, RelationModel
from legation.reading.events.speech_acts import LABELS
from legation.reading.statements.verbs import token_at

HOSTILE = 0.75
"""From this chance of conflict on a statement counts as hostile; chosen, as LIKELY, on eight press texts."""
LIKELY = 0.5
"""The same for the chance of one of the codes of speech acts."""


def opinions_on(statements: Sequence[Statement], doc: Doc, cast: Cast, model: RelationModel) -> dict[str, Relation]:
    """By statement id what the model reads in the sentences of statements that are not cooperative by their words.

    Repetitions are not asked.
    """
    asked = [one for one in statements if one.stance != "cooperative" and one.repeats is None]
    pairs = [pair_of(one, doc, cast) for one in asked]
    # One by one: the eight-bit network reads a sentence a little differently in other company.
    return {one.id: model.relations([pair], once=True)[0] for one, pair in zip(asked, pairs, strict=True)}


def with_opinions(statements: Sequence[Statement], opinions: Mapping[str, Relation], text: str) -> list[Statement]:
    """The statements in order; neutral ones that the model is sure to tell of conflict become hostile.

    The stance then rests on the cue, or on the content of a bare quotation.
    """
    hostile = {name for name, found in opinions.items() if _is_hostile(found)}
    return [
        _hostile(one, text) if one.stance == "neutral" and {one.id, one.repeats} & hostile else one
        for one in statements
    ]


def _is_hostile(found: Relation) -> bool:
    return found.conflict > HOSTILE or (found.root in LABELS and found.probability > LIKELY)


def _hostile(statement: Statement, text: str) -> Statement:
    span = statement.cue if statement.cue is not None else statement.content[0]
    return replace(statement, stance="hostile", stance_words=(Evidence(span, text[span.start : span.end]),))


def pair_of(statement: Statement, doc: Doc, cast: Cast) -> Pair:
    """The sentence of a statement's cue with its speaker and the first party of another state that it names."""
    first = statement.cue.start if statement.cue is not None else statement.content[0].start
    at = token_at(doc, first)
    if at is None:
        return Pair("", None, None)
    sentence = at.sent
    words = statement.speaker_words
    inside = words is not None and words.start >= sentence.start_char and words.end <= sentence.end_char
    speaker = words if inside else None
    home = cast.country(statement.speaker)
    for mention in cast.within(sentence.start_char, sentence.end_char):
        country = cast.country(mention.entity)
        apart = speaker is None or mention.end <= speaker.start or mention.start >= speaker.end
        if country is not None and country != home and apart:
            return _pair(sentence.text, sentence.start_char, speaker, Span(mention.start, mention.end))
    return _pair(sentence.text, sentence.start_char, speaker, None)


def _pair(sentence: str, start: int, speaker: Span | None, other: Span | None) -> Pair:
    moved = [None if span is None else Span(span.start - start, span.end - start) for span in (speaker, other)]
    return Pair(sentence, moved[0], moved[1])
