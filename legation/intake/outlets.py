"""The outlets, agencies and ministries that Legation knows, found by their hosts and names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal
from urllib.parse import urlsplit

from pydantic import field_validator

from legation.lexicon.table import TableRow, read_table

_WORDS = re.compile(r"[^\W_]+")


class OutletRow(TableRow):
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


class OutletWordRow(TableRow):
    """A row of `outlet_words.csv`: a word that the names of newspapers, broadcasters or agencies have in them."""

    word: str
    kind: Literal["outlet", "agency"]
    example: str


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


@cache
def _name_words() -> dict[str, re.Pattern[str]]:
    """For each kind, the names that bear one of its words: capitals throughout, small words between."""
    found: dict[str, re.Pattern[str]] = {}
    for kind in ("agency", "outlet"):
        words = [row.word for row in read_table("outlet_words", OutletWordRow) if row.kind == kind]
        one = r"[A-Z][\w.’'-]*(?:\s(?:of|the|and|for|&|de|von)(?=\s))*"
        found[kind] = re.compile(
            rf"(?:{one}\s){{0,5}}(?:{'|'.join(words)})(?:\s(?:[A-Z][\w.’'-]*|of|&))*", re.IGNORECASE
        )
    return found


def named_outlet(words: str) -> tuple[str, Literal["outlet", "agency", "government"]] | None:
    """An outlet or agency that the words name and nothing else: one of the table, or a name made like one; its kind."""
    row = row_of_name(words)
    # Short names are common words in other cases: AA, Time, Mint.
    if row is not None and (len(words) > 5 or words in (row.outlet, *row.aliases)):
        return row.outlet, row.kind
    row = row_of_host(words) if "." in words and " " not in words else None
    if row is not None:
        return row.outlet, row.kind
    spelt = [word for word in words.split() if word[0].isalpha()]
    if not 2 <= len(spelt) <= 7 or any(word[0].islower() and word not in _SMALL_WORDS for word in spelt):
        return None
    if _name_words()["agency"].fullmatch(words):
        return words, "agency"
    return (words, "outlet") if _name_words()["outlet"].fullmatch(words) else None


_SMALL_WORDS = frozenset(("of", "the", "and", "for", "de", "von"))
