"""The values that the register answers with: people, holders of offices, places, outlets, names found in text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from legation.model import DateInterval

NameForm = Literal["name", "metonym", "demonym"]
NamedKind = Literal["state", "body", "person", "place", "outlet"]


@dataclass(frozen=True, slots=True)
class State:
    """A state or partial state, as `states.csv` tells it."""

    id: str
    name: str
    official: str
    status: str
    capital: str
    cow: int | None
    demonyms: tuple[str, ...]
    metonyms: tuple[str, ...]
    aliases: tuple[str, ...]
    wikidata: str | None


@dataclass(frozen=True, slots=True)
class Body:
    """An international, regional or national body. A national body's id opens with its state's: `CHN/mfa`."""

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    """PLOVER sector, e.g. `GOV`, `MIL`; None for international bodies."""
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    state_run: bool = False
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the register knows. `family` is the family name, wherever it stands in the name."""

    id: str
    name: str
    country: str | None
    family: str
    gender: Literal["he", "she"] | None = None
    native: str | None = None
    variants: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who held an office from when to when, and the row that says so."""

    office: str
    person: Person
    since: DateInterval
    until: DateInterval | None
    """None: still in office as far as known."""
    note: str | None
    row: str
    """The evidence shown to users: `holders_key.csv, line 12`."""


@dataclass(frozen=True, slots=True)
class Place:
    """A city, venue, base, region or disputed place. Degrees north and east."""

    name: str
    country: str | None
    """ISO 3166 alpha-3; None where disputed or nobody's."""
    kind: str
    lat: float | None
    lon: float | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, broadcaster or agency, with its host where it has one."""

    name: str
    host: str | None
    country: str | None
    state_run: bool
    kind: str
    aliases: tuple[str, ...] = ()


class Phrase(NamedTuple):
    """What a surface form may name: the kind of thing, its id (a place's and outlet's name) and how it is named."""

    kind: NamedKind
    id: str
    form: NameForm
