"""Whom a reader has in mind at a place of the text: who was named or referred to before it, and how prominently."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from legation.reading.people.persona import Persona
from legation.reading.people.tokens import Tokens

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NEAR = 2
"""How many paragraphs back an antecedent may stand."""
_REMEMBERED = 60
"""How many names back anything is looked for: keeps the cost of one endless paragraph in bounds."""
STRANGER = Persona("", "")
"""Somebody of whom only a given name or a doubtful surname is told; never mentioned in the findings."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for somebody whose name stands elsewhere."""

    first: int
    stop: int
    entity: str
    form: Literal["title", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Somebody met on the way through the text, and how prominent the place was."""

    at: int
    stop: int
    persona: Persona
    weight: int
    """3: subject of the main clause; 2: another subject; 1: elsewhere; 0: inside a quotation; -1: a speaker's tag."""


class Traces:
    """Everybody met so far, in reading order."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.rank = {block: rank for rank, block in enumerate(sorted(set(tokens.block)))}
        self.met: list[Trace] = []

    def add(self, at: int, persona: Persona, stop: int) -> None:
        """Remember that the tokens `at` to `stop` named or meant somebody."""
        self.met.append(Trace(at, stop, persona, self._weight(at, stop)))

    def _weight(self, at: int, stop: int) -> int:
        tokens = self.tokens
        if stop < len(tokens) and tokens.text[stop] == ":" and tokens.block[max(at - 4, 0)] != tokens.block[at]:
            # The name tag of a transcript: who speaks says "I", not "he".
            return -1
        if tokens.quoted[at]:
            return 0
        for place in range(at, stop):
            if tokens.dep[place] in SUBJECTS:
                return 3 if tokens.dep[tokens.head[place]] == "ROOT" else 2
        return 3 if at > 1 and tokens.lower[at - 2 : at] == ["according", "to"] else 1

    def recent(self, at: int, blocks: int) -> Iterator[Trace]:
        """Who was met before `at`, latest first; a caption knows only itself and is known only to itself."""
        here, caption = self.rank[self.tokens.block[at]], self.tokens.kind[at] in ("caption", "pull-quote")
        for trace in reversed(self.met[-_REMEMBERED:]):
            there = self.rank[self.tokens.block[trace.at]]
            if here - there > blocks:
                return
            if (caption and here == there) or (not caption and self.tokens.kind[trace.at] == "body"):
                yield trace

    def latest_sentence(self, at: int) -> set[str]:
        """The ids of those met in the latest sentence that names anybody."""
        latest = next(self.recent(at, NEAR), None)
        if latest is None:
            return set()
        sentence = self.tokens.sentence[latest.at]
        return {trace.persona.id for trace in self.recent(at, NEAR) if self.tokens.sentence[trace.at] == sentence}
