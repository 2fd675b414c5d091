"""Which state somebody belongs to whom the register does not know: by a verb's office or by whose minister he is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from legation.reading.people.offices import OWNERS, POSSESSIVE, Office
from legation.reading.people.persona import FIRM, Persona
from legation.reading.people.persons import Roster
from legation.reading.people.tokens import Tokens
from legation.reading.people.traces import Reference
from legation.reading.people.verbs import find_changes

if TYPE_CHECKING:
    from legation.lexicon.register import Register

_OWNED = FIRM | {"envoy", "adviser"}
"""Kinds of office whose holder serves the state of whoever owns him: `his ambassador`, `Holm's adviser`."""


def find_homes(
    tokens: Tokens,
    offices: Sequence[Office],
    roster: Roster,
    references: Sequence[Reference],
    register: Register,
    publisher: str | None = None,
) -> None:
    """Give a state to persons of the roster who have none; what is known already is never changed.

    `publisher` is the outlet's name: whoever speaks for a ministry in its own transcript is of its state.
    """
    people = {at: naming.persona for naming in roster.namings for at in range(naming.first, naming.stop)}
    owners = {reference.first: reference.entity for reference in references}
    people |= {at: roster.personas[id] for at, id in owners.items() if id in roster.personas}
    homes = [*_by_verbs(tokens, offices, roster, people), *_by_owners(tokens, roster, people, owners)]
    for persona, country in [*homes, *_by_publisher(tokens, roster, publisher, register)]:
        if persona.known is None and persona.country is None and country in register.states:
            persona.country = country


def _by_verbs(
    tokens: Tokens, offices: Sequence[Office], roster: Roster, people: Mapping[int, Persona]
) -> Iterator[tuple[Persona, str | None]]:
    """`Anna Holm has been Norway's foreign minister`, `She was named Norway's defence minister`."""
    for change in find_changes(tokens, offices, roster.words):
        for at, _ in change.persons:
            if at in people and change.office.row.kind in FIRM:
                yield people[at], change.office.country


def _by_owners(
    tokens: Tokens, roster: Roster, people: Mapping[int, Persona], owners: Mapping[int, str]
) -> Iterator[tuple[Persona, str | None]]:
    """`his foreign minister, Anna Holm`, `its ambassador, Erik Lund`, `Holm's spokesman Lund`: the owner's state."""
    for number, offices in sorted(roster.links.of_run.items()):
        persona = people.get(roster.runs[number].first)
        for office in offices:
            if persona is None or office.country is not None or office.row.kind not in _OWNED:
                continue
            for at in range(office.first, office.at):
                owner = at if tokens.lower[at] in OWNERS else at - 1 if tokens.lower[at] in POSSESSIVE else None
                if owner is not None:
                    yield persona, people[owner].country if owner in people else owners.get(owner)


def _by_publisher(
    tokens: Tokens, roster: Roster, publisher: str | None, register: Register
) -> Iterator[tuple[Persona, str | None]]:
    """`MS. HOLM: ...` in a transcript that a ministry publishes: the ministry's state."""
    body = next(iter(register.named(publisher)), None) if publisher is not None else None
    if body is None or body.country is None:
        return
    for naming in roster.namings:
        labels = naming.stop < len(tokens) and tokens.text[naming.stop] in (":", "：")
        if labels and not naming.persona.offices and tokens.text[naming.first].isupper():
            yield naming.persona, body.country
