"""The statement while it is made: what is known of it before ids, dates and stances."""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.model import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """Who (source words), by what cue, said what; in one block of the article."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    head: int
    """Number of the cue's head token in the parse; -1 for a bare quotation."""
    content: tuple[Span, ...]
    confidence: float
    block: int
    """Number of the block it stands in."""
    outer: int | None = None
    """Number of the draft inside whose content this one stands."""
    bare: bool = False
    """A quotation without a cue of its own."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The innermost source as far as it could be resolved."""

    entity: str | None
    name: str | None
    words: Span | None
    anonymous: bool = False
    country: str | None = None


@dataclass(slots=True)
class Notes:
    """What find_statements learns of each draft on its way; written by one stage, read by the next."""

    speakers: list[Speaker] = field(default_factory=list)
