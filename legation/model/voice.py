"""The outlet's own opinion: kept apart from facts and from what others said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.spans import Evidence

VoiceKind = Literal["opinion", "analysis", "loaded-wording"]


@dataclass(frozen=True, slots=True)
class Voice:
    """A stretch in which the outlet judges, guesses or uses loaded words, and the words that betray it."""

    article: str
    kind: VoiceKind
    start: int
    end: int
    because: tuple[Evidence, ...]
