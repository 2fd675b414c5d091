"""The word tables that reading people needs: roles, titles, marks of time, names and words that are no names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from legation.lexicon.register_names import fold
from legation.lexicon.table import TableRow, read_table
from legation.model import TenureRelation

_LINKED = re.compile(r"\s(?:of|to|for|on)\s")
Gender = Literal["he", "she"]
Standing = Literal["yes", "affiliated", "no"]


class RoleRow(TableRow):
    """A noun that heads the name of an office or describes a person."""

    role: str
    kind: str
    office: Standing
    """`affiliated` nouns (expert, member) are an office only with an organisation."""
    example: str


class TitleRow(TableRow):
    """A form of address before a name, which is no office."""

    title: str
    gender: Gender | None = None
    office: str | None = None
    """The role that it is short for: `senator`."""
    calling: Literal["scholar"] | None = None
    """What its bearer is for certain: nobody calls a minister `Prof`."""
    example: str


class MarkRow(TableRow):
    """A word inside a title that tells whether the office is held still, no longer or not yet."""

    mark: str
    relation: TenureRelation
    example: str


class NameRow(TableRow):
    """A common given name; the gender is empty where both bear it."""

    name: str
    gender: Gender | None = None
    example: str


class FamilyRow(TableRow):
    """A family name that stands before the given name."""

    name: str
    custom: str
    example: str


class NotNameRow(TableRow):
    """A word that, capitalised, is hardly ever part of a person's name."""

    word: str
    kind: str
    example: str


class CaptionPlaceRow(TableRow):
    """A word that tells where in a picture somebody stands: `Anna Holm (left)`."""

    word: str
    example: str


class GovernmentRow(TableRow):
    """A noun that makes a leader's name another word for his government or his time: `the Holm administration`."""

    word: str
    means: Literal["government", "time"]
    example: str


class AppointmentRow(TableRow):
    """A verb of coming to or leaving an office, and what it makes of its subject, its object and `from whom`."""

    verb: str
    particle: str | None = None
    subject: Literal["succeeds", "vacates", "holds", "serves"] | None = None
    object: TenureRelation | None = None
    from_: TenureRelation | None = None
    example: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tables, keyed by their words in lower case (names by the word as written)."""

    roles: dict[str, RoleRow]
    titles: dict[str, TitleRow]
    marks: dict[str, MarkRow]
    given: dict[str, NameRow]
    family_first: dict[str, FamilyRow]
    not_names: dict[str, NotNameRow]
    appointments: dict[tuple[str, str], AppointmentRow]
    caption_places: frozenset[str]
    governments: dict[str, GovernmentRow]

    def role_of(self, title: str) -> RoleRow | None:
        """The row of a title's noun: of `Secretary of State`, `Ambassador to China` what stands before the link."""
        words = _LINKED.split(fold(title))[0].split()
        return self.roles.get(words[-1]) if words else None


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The package's own tables. Raises LegationError for a wrong row."""
    return Words(
        roles={row.role: row for row in read_table("roles", RoleRow)},
        titles={row.title: row for row in read_table("titles", TitleRow)},
        marks={row.mark: row for row in read_table("office_marks", MarkRow)},
        given={row.name: row for row in read_table("given_names", NameRow)},
        family_first={row.name: row for row in read_table("family_first", FamilyRow)},
        not_names={row.word: row for row in read_table("not_names", NotNameRow)},
        appointments={(row.verb, row.particle or ""): row for row in read_table("appointments", AppointmentRow)},
        governments={row.word: row for row in read_table("government_words", GovernmentRow)},
        caption_places=frozenset(row.word for row in read_table("caption_places", CaptionPlaceRow)),
    )
