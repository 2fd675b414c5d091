"""Articles as sparse vectors: words, names, numbers, leads; plain numpy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_NUMBER = re.compile(r"(?<![\w.,])\d[\d,.:]*(?!\w)")
_SENTENCE = re.compile(r"(?<=[.!?])[\s”\"'’]+|\n+")
_DATELINE = re.compile(r"^(?:\w{3,9}\.? \d{1,2} ?,? \d{4}|\d{1,2} \w{3,9}\.? \d{4})\b.{0,40}$")
STEM = 6
"""Letters of a word that count: inflected forms fall together, at no cost."""
LEAD = 3
"""Sentences, the title included, that make the lead."""


class Story(NamedTuple):
    """What telling stories apart needs of an article."""

    id: str
    title: str
    text: str
    day: int | None = None
    """Ordinal of the day of publication."""
    source: str | None = None
    """The outlet."""


@dataclass(frozen=True, slots=True)
class View:
    """One vector a story, each of length 1, as compressed rows; `weights` are not normalised."""

    starts: Ints
    terms: Ints
    values: Floats
    weights: Floats
    width: int

    def row(self, index: int) -> tuple[Ints, Floats, Floats]:
        """Terms, values and weights of one story."""
        here = slice(self.starts[index], self.starts[index + 1])
        return self.terms[here], self.values[here], self.weights[here]


def sentences_of(story: Story) -> list[str]:
    """Title and sentences; a line that is only a date tells nothing of the story."""
    body = story.text
    if story.title and body.startswith(story.title):
        body = body[len(story.title) :]
    found = [part.strip() for part in _SENTENCE.split(f"{story.title}\n{body}")]
    return [part for part in found if len(part) > 1 and not _DATELINE.match(part)]


def stems_of(text: str) -> list[str]:
    """The words in lower case, cut to their first letters."""
    return [word[:STEM] for word in plain_words(text.lower()) if len(word) > 2]


def plain_words(text: str) -> list[str]:
    """The words without digits, possessive endings and punctuation."""
    words = _WORD.findall(text.replace("’s", "").replace("'s", ""))
    return [word.strip("'’-") for word in words]


def numbers_of(text: str) -> list[str]:
    """Numbers in digits."""
    return [number.rstrip(".,:").replace(",", "") for number in _NUMBER.findall(text)]


def names_among(texts: Sequence[str]) -> frozenset[str]:
    """The words that these texts mostly write with a capital letter: names, not the first words of sentences."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for word in set(plain_words(text)):
            (capital if word[:1].isupper() else small)[word.lower()] += 1
    return frozenset(word for word, count in capital.items() if count > 2 * small[word] and len(word) > 1)


class Terms(NamedTuple):
    """The terms of a collection and how rare each is."""

    number: dict[str, int]
    rarity: Floats


def terms_of(listed: Sequence[Sequence[str]]) -> Terms:
    """The terms of all stories; rarity is log((1 + stories) / (1 + stories with the term)) + 1."""
    spread: Counter[str] = Counter()
    for terms in listed:
        spread.update(set(terms))
    order = sorted(spread)
    counts = np.array([spread[term] for term in order] or [0], dtype=float)
    return Terms({term: number for number, term in enumerate(order)}, np.log((1 + len(listed)) / (1 + counts)) + 1)


def view_of(listed: Sequence[Sequence[str]], terms: Terms) -> View:
    """A vector a story over known terms: 1 + log of the count, times rarity."""
    counts = [Counter(term for term in told if term in terms.number) for told in listed]
    starts = np.zeros(len(listed) + 1, dtype=np.int64)
    starts[1:] = np.cumsum([len(count) for count in counts])
    found = np.zeros(int(starts[-1]), dtype=np.int64)
    weights, values = np.zeros(len(found)), np.zeros(len(found))
    for row, count in enumerate(counts):
        if count:
            here = slice(starts[row], starts[row + 1])
            pairs = sorted((terms.number[term], number) for term, number in count.items())
            found[here] = [term for term, _ in pairs]
            weights[here] = (1 + np.log([number for _, number in pairs])) * terms.rarity[found[here]]
            values[here] = weights[here] / np.linalg.norm(weights[here])
    return View(starts, found, values, weights, max(1, len(terms.number)))
