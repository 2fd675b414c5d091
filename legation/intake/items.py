"""One press item as a format gave it, before it becomes an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from legation.model import Block, Problem


@dataclass(frozen=True, slots=True)
class Item:
    """What a reader of a format found: a text, its blocks, and what the format itself says of the publication."""

    text: str
    blocks: tuple[Block, ...]
    locator: str = ""
    """Which item of a file of many: `1`, `2`, ...; empty for a file that is one article."""
    data: bytes = b""
    """The source bytes of this item; empty: the file's."""
    url: str | None = None
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    agency: str | None = None
    date: str | None = None
    """The day of publication as the source's own fields give it: ISO, or any shape that `dates_in` reads."""
    language: str | None = None
    problems: Sequence[Problem] = field(default=())


@dataclass(frozen=True, slots=True)
class Read:
    """The items of a file and what was wrong with those that could not be had."""

    items: tuple[Item, ...]
    problem: str | None = None
