"""Names that nobody knows as slips of a known one: of a person of this text, or of the holder of the office told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legation.reading.people.persona import Naming, Persona, contradicts
from legation.reading.people.repairs import slip, slip_of_short

if TYPE_CHECKING:
    from legation.reading.people.persons import Roster

MANY = 200
"""Persons; in a longer list nobody's slip is told from his neighbour's name."""


def mend(roster: Roster) -> None:
    """Join a name that nobody knows to the one of this text, or the holder of its office, of which it is a slip."""
    if len(roster.personas) > MANY:
        return
    for persona in [one for one in roster.personas.values() if one.known is None]:
        right = _right_name(roster, persona)
        if right is None:
            continue
        other, name, why = right
        roster.repairs.append(f"“{persona.name}” is read as {name}: {why}")
        other.forms |= persona.forms
        other.broken |= persona.forms
        other.offices += persona.offices
        other.posts |= persona.posts
        del roster.personas[persona.id]
        roster.personas.setdefault(other.id, other)
        roster.namings = [
            Naming(naming.first, naming.stop, other) if naming.persona is persona else naming
            for naming in roster.namings
        ]


def _weight(roster: Roster, persona: Persona) -> tuple[int, int]:
    """How often a person is named, and how early."""
    places = [naming.first for naming in roster.namings if naming.persona is persona]
    return len(places), -min(places, default=0)


def _right_name(roster: Roster, persona: Persona) -> tuple[Persona, str, str] | None:
    """Of whose name this one is a slip, and why; None where nobody or more than one is near enough."""
    found: dict[str, tuple[Persona, str, str]] = {}
    for other in roster.personas.values():
        if other is persona or contradicts(other.country, persona.offices):
            continue
        # Of two names that nobody knows the rarer one is the slip, else the later one.
        if other.known is None and _weight(roster, other) < _weight(roster, persona):
            continue
        for form in sorted({other.name, *other.forms}):
            why = slip(persona.name, form)
            if why is not None and (other.known is not None or " " in form):
                found.setdefault(other.id, (other, other.name, f"{why}, and the text names {form} too"))
    if not found and " " in persona.name:
        found = _of_that_surname(roster, persona)
    if not found and roster.on is not None:
        for holder in [held for post in sorted(persona.posts) for held in roster.register.holders(post, roster.on)]:
            person = holder.person
            for form in (person.name, *person.variants, person.family):
                why = slip(persona.name, form) or (slip_of_short(persona.name, form) if persona.country else None)
                if why is not None:
                    known = roster.personas.get(person.id) or Persona(
                        person.id, person.name, person, person.country, person.gender
                    )
                    found.setdefault(person.id, (known, person.name, f"{why}, and the office fits ({holder.row})"))
    return next(iter(found.values())) if len(found) == 1 else None


def _of_that_surname(roster: Roster, persona: Persona) -> dict[str, tuple[Persona, str, str]]:
    """The register's holder of some office that day who bears the surname, and of whose name this one is a slip."""
    found: dict[str, tuple[Persona, str, str]] = {}
    for surname in sorted(persona.family):
        for person in roster.register.people_named(surname):
            held = roster.register.posts_of(person.id, roster.on) if roster.on is not None else ()
            if not held or contradicts(person.country, persona.offices):
                continue
            for form in (person.name, *person.variants):
                why = slip(persona.name, form)
                if why is not None:
                    known = roster.personas.get(person.id) or Persona(
                        person.id, person.name, person, person.country, person.gender
                    )
                    found.setdefault(person.id, (known, person.name, f"{why}, and {form} is known ({held[0].row})"))
    return found
