"""Who was named lately, for surnames that several bear."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence

from legation.reading.people.persona import Naming, Persona
from legation.reading.people.tokens import Tokens

_FAR = 5
"""Paragraphs that a surname borne by several may stand behind its bearer."""
_REMEMBERED = 200
"""Names; keeps the cost of one endless paragraph in bounds."""


class Latest:
    """Who was named lately, for surnames that several bear."""

    def __init__(self, tokens: Tokens, namings: Sequence[Naming]) -> None:
        self.tokens = tokens
        self.named = sorted((naming.first, naming.persona.id) for naming in namings)
        self.rank = {block: rank for rank, block in enumerate(sorted(set(tokens.block)))}

    def only(self, fitting: Sequence[Persona], at: int) -> Persona | None:
        """The last of `fitting` named before `at`; None where another one stands in that or the paragraph before it."""
        ids = {persona.id: persona for persona in fitting}
        here = self.rank[self.tokens.block[at]]
        met: set[str] = set()
        end = bisect_left(self.named, (at, ""))
        nearest: int | None = None
        for place in range(end - 1, max(end - _REMEMBERED, 0) - 1, -1):
            first, id = self.named[place]
            there = self.rank[self.tokens.block[first]]
            if here - there > _FAR or (nearest is not None and nearest - there > 1):
                break
            if id in ids:
                met.add(id)
                nearest = there if nearest is None else nearest
        return ids[met.pop()] if len(met) == 1 else None

    def note(self, first: int, persona: Persona) -> None:
        """Remember that somebody was named at `first`."""
        insort(self.named, (first, persona.id))
