"""What a phrase that names an office tells: `Malaysia's Foreign Minister`, `the former ambassador to Ghana`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from legation.model import TenureRelation
from legation.reading.people.words import RoleRow

ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
HYPHENS = frozenset("-‐‑–")
MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Office:
    """One phrase by token numbers: `first` to `stop` with its article and owner, `core` the office alone."""

    first: int
    core: int
    at: int
    """The head noun."""
    stop: int
    role: str
    row: RoleRow
    relation: TenureRelation
    title: str
    """The office's words, singular, without country, article and marks of time."""
    country: str | None = None
    body: str | None = None
    """Id of the register's body or other organisation that the phrase names."""
    organisation: str | None = None
    article: str | None = None
    """`the`, `a`, a possessive pronoun, or None."""
    owned: bool = False
    """A possessor or demonym stands before it: `China's`, `the Chinese`."""
    plural: bool = False
    marked: bool = False
    """`former` and the like stand inside it."""

    @property
    def is_definite(self) -> bool:
        """Whether it points at one known holder: `the`, `his`, `China's`."""
        return self.article not in (None, "a", "an") or (self.owned and self.article is None)


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """The singular of a role noun: `ministers` -> `minister`, `spokesmen` -> `spokesman`."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
