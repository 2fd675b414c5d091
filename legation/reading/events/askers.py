"""Who asked for a meeting, call or visit: `at the request of the Norwegian side`, `the call, which Norway sought`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import field_validator
from spacy.tokens import Doc, Token

from legation.lexicon.table import TableRow, read_table
from legation.model import Account
from legation.reading.events.actors import Actors
from legation.reading.events.clauses import VERBAL, agent, lemma_of, prepositional, undergoer
from legation.reading.events.tables import Trigger

ASKED_FOR = frozenset({"mutual", "travel"})
"""Frames of the events that somebody asks for."""
_OF = frozenset({"of", "from", "by"})


class AskerRow(TableRow):
    """A word that brings in who asked: a noun after a preposition, or a verb over the event's noun."""

    word: str
    pos: Literal["noun", "verb"]
    after: tuple[str, ...] = ()
    """For a noun the prepositions before it; for a verb those that bring in the event."""
    example: str

    @field_validator("after", mode="before")
    @classmethod
    def _split(cls, cell: object) -> object:
        return tuple(cell.split("|")) if isinstance(cell, str) else cell


class _Asked(NamedTuple):
    """Somebody asked for something: who, and the word of the event (or of the clause) that was asked for."""

    who: str
    what: Token
    named: bool
    """Whether `what` is the event's own noun."""


@cache
def load_askers(folder: Path | None = None) -> Mapping[tuple[str, str], AskerRow]:
    """The rows by word and part of speech."""
    return {(row.word, row.pos): row for row in read_table("event_askers", AskerRow, folder)}


def with_askers(
    doc: Doc,
    found: Sequence[tuple[Token, Account]],
    actors: Actors,
    triggers: Mapping[tuple[str, str], tuple[Trigger, ...]],
) -> list[tuple[Token, Account]]:
    """The accounts, those that were asked for with `asked_by`; a sentence of its own counts for the event before it."""
    told = list(found)
    for asked in _asked(doc, actors):
        at = _account_of(asked, told, triggers)
        if at is not None and told[at][1].asked_by is None:
            told[at] = (told[at][0], replace(told[at][1], asked_by=asked.who))
    return told


def _asked(doc: Doc, actors: Actors) -> Iterator[_Asked]:
    rows = load_askers()
    for token in doc:
        pos = "verb" if token.pos_ in VERBAL else "noun"
        row = rows.get((lemma_of(token), pos))
        if row is None:
            continue
        if pos == "verb":
            yield from _by_verb(token, row, actors)
        elif token.dep_ == "pobj" and token.head.lower_ in row.after:
            holder = next((one for one in token.children if one.dep_ == "poss"), None)
            holder = holder or next(prepositional(token, _OF), None)
            who = actors.of(holder)
            if who:
                yield _Asked(who[0], token.head.head, False)


def _by_verb(verb: Token, row: AskerRow, actors: Actors) -> Iterator[_Asked]:
    who = actors.of(agent(verb))
    if not who:
        return
    what = next(prepositional(verb, set(row.after)), None) if row.after else undergoer(verb)
    if what is not None:
        yield _Asked(who[0], what, True)


def _account_of(
    asked: _Asked, told: Sequence[tuple[Token, Account]], triggers: Mapping[tuple[str, str], tuple[Trigger, ...]]
) -> int | None:
    """The place in `told` of the account that was asked for."""
    labels = {key: trigger.label for found in triggers.values() for trigger in found if (key := trigger.label.label)}
    fitting = [at for at, (_, one) in enumerate(told) if one.label in labels and labels[one.label].frame in ASKED_FOR]
    here = asked.what
    if asked.named:
        for at in fitting:
            if told[at][0] == here:
                return at
        wanted = {trigger.label.label for trigger in triggers.get((lemma_of(here), "noun"), ())}
        before = [at for at in fitting if told[at][0].i <= here.i and told[at][1].label in wanted]
        return before[-1] if before else None
    above = {here.i, *(one.i for one in here.ancestors)}
    near = [at for at in fitting if told[at][0].i in above or _clause(told[at][0]) == _clause(here)]
    return max(near, key=lambda at: (told[at][0].i in above, -abs(told[at][0].i - here.i)), default=None)


def _clause(token: Token) -> int:
    """The verb of the clause in which a word stands."""
    if token.pos_ in VERBAL:
        return token.i
    return next((one.i for one in token.ancestors if one.pos_ in VERBAL), token.sent.root.i)
