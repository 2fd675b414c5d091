"""Somebody said something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import DateInterval
from legation.model.spans import Evidence, Span

Form = Literal["direct", "indirect", "mixed", "written"]
Stance = Literal["cooperative", "neutral", "hostile"]
ChainRole = Literal["outlet", "agency", "intermediary", "speaker"]


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link of the chain from the outlet to the speaker."""

    role: ChainRole
    name: str
    entity: str | None = None
    anonymous: bool = False
    span: Span | None = None
    """The words that name this link; None where the article's metadata does (its outlet, its agency)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Somebody said, wrote, told or vowed something. The content leaves out the enclosing quotation marks."""

    id: str
    article: str
    speaker: str | None
    """Entity id, where the speaker is resolved."""
    speaker_name: str | None
    """The entity's name, or for an unnamed speaker the description (`a European diplomat`)."""
    speaker_words: Span | None
    cue: Span | None
    """None for a bare quotation."""
    content: tuple[Span, ...]
    form: Form
    addressees: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    date: DateInterval | None = None
    chain: tuple[ChainLink, ...] = ()
    stance: Stance = "neutral"
    stance_words: tuple[Evidence, ...] = ()
    issues: tuple[str, ...] = ()
    issue_words: tuple[Evidence, ...] = ()
    repeats: str | None = None
    """Id of the statement of the same article that this one repeats (pull quote, headline)."""
    confidence: float = 0.0
