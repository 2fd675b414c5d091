"""How names are made comparable: folding, acronyms, either order of a person's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

FAMILY_FIRST = frozenset({"CHN", "TWN", "KOR", "PRK", "VNM", "KHM"})
"""States whose people stand in the English press with the family name first, unless a row says otherwise."""
ACRONYM = re.compile(
    r"(?:[A-Z]\.?){2,}(?:[-+]?\d+)?|[A-Z]{1,4}\d{1,2}|[A-Z]{2,}[a-z]?\+?|[A-Z]\w?&[A-Z]|[A-Z]+[a-z]{0,2}[A-Z]+"
)
# They belong to the name that follows them: von der Leyen.
PARTICLES = frozenset("von van der den de di da del della la le ter al El Al Ould Van De Le dos du".split())
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
# Letters that decomposition leaves whole.
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ı": "i", "ß": "ss", "æ": "ae",
     "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ə": "e", "Ə": "E"}
)  # fmt: skip
JOINERS = str.maketrans({"-": " ", "‐": " ", "‑": " ", "–": " ", "'": None, "’": None, "‘": None, "ʼ": None, "`": None,
                         ".": " ", ",": " ", "\u00a0": " "})  # fmt: skip


def plain_letters(words: str) -> str:
    """The words with diacritics taken off, in the same case: `Mevlüt Çavuşoğlu` -> `Mevlut Cavusoglu`."""
    if words.isascii():
        return words
    kept = [letter for letter in unicodedata.normalize("NFKD", words) if not unicodedata.combining(letter)]
    return "".join(kept).translate(LETTERS)


@lru_cache(maxsize=65536)
def fold(words: str) -> str:
    """The comparable form of a name: no diacritics, case, hyphens, apostrophes, stops or double spaces."""
    return " ".join(plain_letters(words).translate(JOINERS).casefold().split())


def is_acronym(words: str) -> bool:
    """Whether the words are read only in the case in which they are written: `US`, `U.S.`, `WHO`, `G20`."""
    return ACRONYM.fullmatch(words) is not None


def bare(words: str) -> str:
    """The words without white space around and a possessive ending."""
    return POSSESSIVE.sub("", " ".join(words.split()))


def without_article(words: str) -> str:
    """The words without a leading `the`."""
    return words[4:] if words[:4].lower() == "the " else words


def slug(name: str) -> str:
    """The id made of a name: ASCII, lower case, hyphens. Names without a Latin letter keep their own letters."""
    return fold(name).replace(" ", "-")


def family_of(name: str, country: str | None) -> str:
    """The likely family name of somebody of whom no row tells it."""
    parts = name.split()
    if len(parts) < 2:
        return name
    if country in FAMILY_FIRST and not parts[0].endswith("."):
        return parts[0]
    while len(parts) > 2 and parts[-1].rstrip(".") in {"Jr", "Sr", "II", "III"}:
        parts.pop()
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in PARTICLES:
        start -= 1
    return " ".join(parts[start:])


def orders_of(name: str, family: str) -> Iterator[str]:
    """The folded name as it stands and with the family name moved to the other end."""
    whole, last = fold(name), fold(family)
    yield whole
    if whole.startswith(last + " "):
        yield f"{whole[len(last) + 1 :]} {last}"
    elif whole.endswith(" " + last):
        yield f"{last} {whole[: -len(last) - 1]}"


def other_articles(families: Iterable[str]) -> set[str]:
    """Folded Arabic family names without their article and with its other spelling: `el sisi` -> `sisi`, `al sisi`."""
    bare = {family[3:] for family in families if family.startswith(("al ", "el "))}
    return {form for name in bare for form in (name, f"al {name}", f"el {name}")}


def without_middle(folded: str) -> str:
    """A folded name without single-letter middle parts and junior: `joseph r biden jr` -> `joseph biden`."""
    parts = folded.split()
    kept = [part for part in parts[1:] if len(part) > 1 and part not in {"jr", "sr", "iii"}]
    return " ".join((*parts[:1], *kept))


def initials_of(folded: str) -> tuple[str, ...]:
    """The first letters of a folded name's middle parts: `george h w bush` -> h, w."""
    return tuple(part[0] for part in folded.split()[1:-1])
