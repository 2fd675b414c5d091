"""Finds the names of the register in a text: the longest known phrase at each word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from legation.lexicon.register_values import Phrase

WORD = re.compile(r"\w+")
ARTICLE = "The "


class FoundPhrase(NamedTuple):
    """A known phrase in a text: where it stands, its words and what they may name."""

    start: int
    end: int
    words: str
    names: tuple[Phrase, ...]


class PhraseScanner:
    """Looks up every word of a text once; only a word that opens a known phrase costs more."""

    def __init__(self, phrases: Mapping[str, tuple[Phrase, ...]]) -> None:
        by_word: dict[str, list[str]] = defaultdict(list)
        for words in phrases:
            first = WORD.search(words)
            if first is not None and first.start() == 0:
                by_word[first[0]].append(words)
        self._phrases = phrases
        self._by_word = {word: sorted(known, key=len, reverse=True) for word, known in by_word.items()}

    def scan(self, text: str) -> Iterator[FoundPhrase]:
        """The phrases of `text` in reading order; they don't overlap."""
        end = 0
        for word in WORD.finditer(text):
            start = word.start()
            if start < end:
                continue
            known = self._longest(text, start, word[0])
            if known is None:
                continue
            stop = start + len(known)
            # `The Guardian Council` is no newspaper's council: a longer name after the article goes first.
            after = WORD.match(text, start + len(ARTICLE)) if known.startswith(ARTICLE) else None
            other = self._longest(text, after.start(), after[0]) if after is not None else None
            if after is not None and other is not None and after.start() + len(other) > stop:
                continue
            yield FoundPhrase(start, stop, known, self._phrases[known])
            end = stop

    def _longest(self, text: str, start: int, first: str) -> str | None:
        for known in self._by_word.get(first, ()):
            stop = start + len(known)
            if text.startswith(known, start) and not (known[-1].isalnum() and text[stop : stop + 1].isalnum()):
                return known
        return None
