"""One walk through a text, in which everybody named or referred to may be taken up by what follows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from legation.model import DateInterval
from legation.reading.people.actors import Actor
from legation.reading.people.offices import Office
from legation.reading.people.persons import Roster
from legation.reading.people.pronouns import NEUTRAL, PERSONAL, Pronouns
from legation.reading.people.titles import Titles
from legation.reading.people.tokens import Tokens
from legation.reading.people.traces import STRANGER, Reference, Traces

if TYPE_CHECKING:
    from legation.lexicon.register import Register


def find_references(
    tokens: Tokens,
    roster: Roster,
    offices: Sequence[Office],
    actors: Sequence[Actor],
    register: Register,
    on: DateInterval | None,
) -> Iterator[Reference]:
    """The titles, descriptions and pronouns that stand for somebody, in reading order.

    `offices` are the phrases that stand beside no name. Whoever the register brings in joins the roster.
    """
    traces = Traces(tokens)
    pronouns = Pronouns(tokens, actors, traces)
    ending = {naming.stop: naming for naming in roster.namings}
    titles = Titles(tokens, traces, pronouns, ending, roster.personas, register, on, roster.words)
    named = {naming.first: (naming.stop, naming.persona) for naming in roster.namings}
    named |= {run.first: (run.stop, STRANGER) for run in roster.strangers if run.first not in named}
    phrase = {office.first: office for office in offices}
    at = 0
    while at < len(tokens):
        stop, reference = at + 1, None
        if at in named:
            stop, persona = named[at]
            traces.add(at, persona, stop)
        elif at in phrase:
            reference = titles.titled(phrase[at])
        elif tokens.lower[at] in PERSONAL and not pronouns.is_style(at):
            reference = pronouns.personal(at)
        elif tokens.lower[at] in NEUTRAL:
            reference = pronouns.neutral(at)
        if reference is None and tokens.lower[at] == "the":
            reference = pronouns.former_or_latter(at)
        if reference is not None:
            stop = max(stop, reference.stop)
            yield reference
        at = stop
