"""The outlets, agencies and ministries that Legation knows, found by their hosts and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, field_validator

from legation.lexicon import read_table

_WORDS = re.compile(r"[^\W_]+")


class OutletRow(BaseModel):
    """A row of `outlets.csv`: a publisher, one of its web hosts, and the other names it goes by, divided by `|`.

    A publisher with several hosts has several rows; the first bears its aliases.
    """

    host: str
    outlet: str
    country: str | None = None
    """ISO 3166 alpha-3; None for international bodies."""
    state_run: Literal["yes", "no"]
    kind: Literal["outlet", "agency", "government"]
    aliases: tuple[str, ...] = ()
    example: str

    @field_validator("aliases", mode="before")
    @classmethod
    def divided(cls, value: object) -> object:
        """The parts of a cell."""
        return tuple(part.strip() for part in value.split("|")) if isinstance(value, str) else value


@cache
def outlets() -> tuple[OutletRow, ...]:
    """All rows of the table."""
    return tuple(read_table("outlets", OutletRow))


@cache
def _by_host() -> dict[str, OutletRow]:
    return {row.host: row for row in outlets()}


@cache
def _by_name() -> dict[str, OutletRow]:
    return {plain_name(name): row for row in outlets() for name in (row.outlet, *row.aliases)}


def plain_name(name: str) -> str:
    """A name for comparison: small letters, no signs or blanks, no leading article."""
    words = _WORDS.findall(name.casefold())
    return "".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def row_of_host(address: str | None) -> OutletRow | None:
    """The row whose host an address (or a bare host) belongs to; a row's host holds for its subdomains too."""
    if not address:
        return None
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return None
    parts = host.split(".")
    return next((row for i in range(len(parts) - 1) if (row := _by_host().get(".".join(parts[i:])))), None)


def outlet_of_host(address: str | None) -> str | None:
    """The outlet's name by an address, or None."""
    row = row_of_host(address)
    return row.outlet if row else None


def outlet_of_hosts(hosts: Iterable[str]) -> str | None:
    """The outlet by the site that a page links to most, if the table knows it."""
    return next((row.outlet for host in list(hosts)[:1] if (row := row_of_host(host))), None)


def row_of_name(name: str) -> OutletRow | None:
    """The row that bears a name, signs and capitals aside."""
    return _by_name().get(plain_name(name))
