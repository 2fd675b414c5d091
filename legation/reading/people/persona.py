"""One person while a text is read, and what speaks against a title or a form of address being his."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from legation.lexicon.register_names import fold
from legation.model import Entity
from legation.reading.people.names import PARTICLES, SUFFIXES
from legation.reading.people.offices import Office
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Gender, Words

if TYPE_CHECKING:
    from legation.lexicon.register import Person

FIRM = frozenset({"minister", "leader", "lawmaker", "speaker", "military", "spokesperson", "party"})
"""Kinds of office whose country is the holder's own: an envoy for Ghana may be anybody's."""


@dataclass
class Persona:
    """One person while a text is read: the forms of the name, the offices told, country and gender."""

    id: str
    name: str
    known: Person | None = None
    country: str | None = None
    gender: Gender | None = None
    forms: set[str] = field(default_factory=set)
    family: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)
    posts: set[str] = field(default_factory=set)
    broken: set[str] = field(default_factory=set)
    """Forms that are slips of the pen."""

    def entity(self) -> Entity:
        """The person as a finding."""
        if self.known is not None:
            known = self.known
            name = self.name_of(known)
            others = tuple(form for form in (known.name, *known.variants) if form != name)
            return Entity(known.id, "person", name, known.country or self.country, known.wikidata, others)
        aliases = tuple(sorted(form for form in self.forms if form != self.name))
        return Entity(self.id, "person", self.name, self.country, None, aliases)

    def name_of(self, known: Person) -> str:
        """The register's name, or the text's own spelling where it never uses the register's (Sergei, Sergey)."""
        usual = set(fold(known.name).split())
        whole = [form for form in self.forms if " " in form and form not in self.broken]
        if not whole or any(usual <= set(fold(form).split()) or usual >= set(fold(form).split()) for form in whole):
            return known.name
        return max(sorted(whole), key=len)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name in the text and whose it is."""

    first: int
    stop: int
    persona: Persona


def name_parts(tokens: Tokens, first: int, stop: int) -> Iterator[str]:
    """The folded words of a name without initials, particles and suffixes; hyphened parts are one word."""
    words = tokens.words(first, stop).replace(",", " ").split()
    for word in words:
        folded = fold(word)
        if word.lower() not in SUFFIXES and word not in PARTICLES and len(word.rstrip(".")) != 1:
            yield folded


def is_family_first(word: str, length: int, words: Words) -> bool:
    """Whether a name of that many words that opens with `word` has the family name first."""
    return word.title() in words.family_first and word not in words.given and 2 <= length <= 3


def contradicts(country: str | None, offices: Sequence[Office]) -> bool:
    """Whether a firm title tells another country than the known one."""
    told = {office.country for office in offices if office.country and office.row.kind in FIRM}
    return country is not None and bool(told) and country not in told


def disagrees(persona: Persona, offices: Sequence[Office]) -> bool:
    """Whether a title cannot be this person's: another country, or another portfolio of the same rank."""
    if contradicts(persona.country, offices):
        return True
    for office in offices:
        rivals = [other for other in persona.offices if other.role == office.role and office.row.kind == "minister"]
        words = _portfolio(office)
        if words and rivals and not any(not _portfolio(other) or words & _portfolio(other) for other in rivals):
            return True
    return False


def _portfolio(office: Office) -> set[str]:
    return set(fold(office.title).split()) - {office.role, "of", "for", "the", "and"}


def is_no_scholar(persona: Persona) -> bool:
    """Whether all that is known of the person is another calling: a minister, a general."""
    told = {office.row.kind for office in persona.offices}
    if persona.known is not None:
        return "scholar" not in told
    return bool(told) and told.isdisjoint({"scholar", "head", "staff", "person"})


def agrees(persona: Persona, gender: Gender | None) -> bool:
    """Whether a form of address fits what is known of the person."""
    return gender is None or persona.gender is None or persona.gender == gender
