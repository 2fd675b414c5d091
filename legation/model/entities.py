"""Who and what is named: entities, their mentions, and who held which office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import DateInterval

EntityKind = Literal["person", "organisation", "state", "place"]
TenureRelation = Literal["holds", "held", "named", "succeeds", "vacates"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, state or place.

    A state's id is its ISO 3166 alpha-3 code (`CHN`), a body's its usual acronym (`NATO`, `EU`); a person of the
    register has the register's id (`wang-yi`), a person whom only the press knows a slug of the name.
    """

    id: str
    kind: EntityKind
    name: str
    country: str | None = None
    """ISO 3166 alpha-3."""
    wikidata: str | None = None
    aliases: tuple[str, ...] = ()
    role: str | None = None
    """What the press calls a person whom the register does not know: `spokesperson, Ministry of Transport`."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity: by name, by title or description, or by pronoun."""

    article: str
    start: int
    end: int
    entity: str
    form: Literal["name", "title", "description", "pronoun", "metonym"] = "name"


@dataclass(frozen=True, slots=True)
class Tenure:
    """What one article tells of who holds, held, is named to or leaves an office."""

    person: str
    """Entity id."""
    office: str
    """The office in the article's words, made singular and without `former`: `vice-minister of foreign affairs`."""
    organisation: str | None
    country: str | None
    relation: TenureRelation
    since: DateInterval | None
    until: DateInterval | None
    article: str
    start: int
    end: int
    words: str
    post: str | None = None
    """The register's id of the office, e.g. `CHN/foreign-minister`, where the words name one that it knows."""
