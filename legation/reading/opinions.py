"""A second opinion on the stance of statements, and on which act a hostile one is: the models read their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Evidence, Span, Stance, Statement
from legation.reading.cast import Cast
from legation.reading.events.pairs import Pair
from legation.reading.events.relation import Relation, RelationModel
from legation.reading.parse import token_at
from legation.reading.stance import StanceModel
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.tone import is_foreign

WORDS = 1.0
"""What words of the tables weigh beside the model, in logarithms of chances; chosen, as SILENCE and HOME, on 13 press
texts, where all values from 0.5 to 1.5 do about as well."""
SILENCE = 0.5
"""The same for finding no such words, which speaks for a neutral statement."""
HOME = 1.0
"""What speaks against cooperation where a statement names nobody outside the speaker's own house."""


def with_stances(
    statements: Sequence[Statement], text: str, cast: Cast, tables: StatementTables, model: StanceModel
) -> list[Statement]:
    """The statements in order, each with the stance that tables and model give it together; a repetition has that of
    what it repeats.

    A stance that the tables did not give rests on the cue, or on the content of a bare quotation.
    """
    stances = {one.id: _stance(one, text, cast, tables, model) for one in statements if one.repeats is None}
    return [_with(one, stances.get(one.repeats or one.id, one.stance), text) for one in statements]


def _stance(statement: Statement, text: str, cast: Cast, tables: StatementTables, model: StanceModel) -> Stance:
    cue = "" if statement.cue is None else text[statement.cue.start : statement.cue.end]
    content = " ".join(text[start:end] for start, end in statement.content)
    leanings = dict(model.leanings(cue, content))
    leanings[statement.stance] += SILENCE if statement.stance == "neutral" else WORDS
    own = (cast.country(statement.speaker), statement.speaker)
    if not is_foreign(statement.targets, own, statement.content, text, tables):
        leanings["cooperative"] -= HOME
    return max(leanings, key=lambda stance: leanings[stance])


def _with(statement: Statement, stance: Stance, text: str) -> Statement:
    if stance == statement.stance:
        return statement
    span = statement.cue if statement.cue is not None else statement.content[0]
    words = () if stance == "neutral" else (Evidence(span, text[span.start : span.end]),)
    return replace(statement, stance=stance, stance_words=words)


def opinions_on(statements: Sequence[Statement], doc: Doc, cast: Cast, model: RelationModel) -> dict[str, Relation]:
    """By statement id what the relation model reads in the sentences of hostile statements with a known speaker.

    Repetitions are not asked.
    """
    asked = [one for one in statements if one.stance == "hostile" and one.speaker and one.repeats is None]
    pairs = [pair_of(one, doc, cast) for one in asked]
    # One by one: the eight-bit network reads a sentence a little differently in other company.
    return {one.id: model.relations([pair], once=True)[0] for one, pair in zip(asked, pairs, strict=True)}


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
