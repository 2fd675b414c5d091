"""The rows of the register's tables, checked: for users' own files and for the tests of the package's tables."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from legation.model.dates import interval_named


def _checked_date(text: str) -> str:
    interval_named(text)
    return text


def _split(cell: object) -> object:
    return tuple(part.strip() for part in cell.split("|") if part.strip()) if isinstance(cell, str) else cell


CheckedDate = Annotated[str, AfterValidator(_checked_date)]
Words = Annotated[tuple[str, ...], BeforeValidator(_split)]
StateId = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Wikidata = Annotated[str, Field(pattern=r"^Q[1-9]\d*$")]
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
    "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
PUBLIC_SECTORS: frozenset[Sector] = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""Those who act for their state."""
BodyKind = Literal[
    "igo", "ministry", "party", "military", "intelligence", "court", "legislature", "government", "outlet", "agency",
    "think-tank", "other",
]  # fmt: skip


class RegisterRow(BaseModel):
    """A row of one of the register's tables: no column may be unknown."""

    model_config = ConfigDict(extra="forbid")


class StateRow(RegisterRow):
    """A row of `states.csv`."""

    id: StateId
    name: str
    official: str
    iso2: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    cow: int | None = None
    """Correlates of War country code."""
    status: Literal["un-member", "observer", "partial"]
    capital: str
    demonyms: Words = ()
    metonyms: Words = ()
    aliases: Words = ()
    wikidata: Wikidata | None = None
    example: str


class BodyRow(RegisterRow):
    """A row of `bodies.csv` or of a user's table of bodies."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9+&.-]+(/[a-z0-9-]+)?$")]
    name: str
    kind: BodyKind
    country: StateId | None = None
    sector: Sector | None = None
    aliases: Words = ()
    state_run: Literal["yes", "no"] | None = None
    wikidata: Wikidata | None = None
    metonyms: Words = ()
    example: str | None = None


class BodyKindRow(RegisterRow):
    """A row of `body_kinds.csv`: a body that every state has, with the names it goes by."""

    id: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    name: str
    kind: BodyKind
    sector: Sector
    names: Words
    example: str


class SideWordRow(RegisterRow):
    """A row of `side_words.csv`: a noun that, after a state's adjective, stands for the state."""

    word: str
    example: str


class PlaceRow(RegisterRow):
    """A row of `places.csv`."""

    name: str
    country: StateId | None = None
    kind: Literal["capital", "city", "venue", "disputed", "region", "base"]
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    aliases: Words = ()
    example: str | None = None


class OfficeKindRow(RegisterRow):
    """A row of `office_kinds.csv`: a kind of office with the general titles of its holders."""

    kind: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    title: str
    titles: Words
    nicknames: Words = ()
    generic: Literal["yes", "no"]
    """Whether every state has this office even without a row in `offices.csv`."""
    single: Literal["yes", "no"]
    """Whether one person at a time holds it."""
    sector: Sector | None = None
    """PLOVER sector of its holders; none for the offices of bodies of several states."""
    example: str


class OfficeRow(RegisterRow):
    """A row of `offices.csv` or of a user's table of offices."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9+&.-]+(/[a-z0-9-]+)(/[A-Za-z0-9-]+)?$")]
    country_or_body: str
    kind: str
    title: str
    titles: Words = ()
    example: str | None = None


class PersonRow(RegisterRow):
    """A row of `people.csv` or of a user's table of people."""

    name: str
    country: StateId | None = None
    native: str | None = None
    variants: Words = ()
    family: str | None = None
    gender: Literal["he", "she"] | None = None
    wikidata: Wikidata | None = None
    note: str | None = None


class HolderRow(RegisterRow):
    """A row of a `holders_*.csv` or of a user's table of holders."""

    office: Annotated[str, Field(pattern=r"^[A-Za-z0-9+&.-]+(/[a-z0-9-]+)(/[A-Za-z0-9-]+)?$")]
    person: str
    since: CheckedDate
    until: CheckedDate | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _ends_after_it_begins(self) -> HolderRow:
        last = interval_named(self.until).latest if self.until else None
        first = interval_named(self.since).earliest
        if first is not None and last is not None and last < first:
            raise ValueError(f"until {self.until} lies before since {self.since}")
        return self


class OutletRow(RegisterRow):
    """A row of `outlets.csv`."""

    host: str | None = None
    outlet: str
    country: StateId | None = None
    state_run: Literal["yes", "no"] | None = None
    kind: str
    aliases: Words = ()
    example: str | None = None
