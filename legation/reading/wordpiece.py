"""WordPiece: cuts text into the pieces of a BERT vocabulary, in plain Python.

The libraries that do this faster (`tokenizers`, `transformers`) bring a network client with them; Legation reads
offline, so it cuts the few hundred words of a sentence itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path

LONGEST_WORD = 100
"""Characters; a longer word becomes one unknown piece, as in BERT."""

UNKNOWN = "[UNK]"


def read_vocabulary(path: Path | None = None) -> dict[str, int]:
    """Piece to id, one piece a line. Left out, the package's own vocabulary is read."""
    source = path if path is not None else resources.files("legation.reading") / "models" / "relation_vocabulary.txt"
    return {piece: at for at, piece in enumerate(source.read_text(encoding="utf-8").split("\n")) if piece}


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return unicodedata.category(char).startswith("P")


def _is_ideograph(char: str) -> bool:
    code = ord(char)
    return (
        0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0xF900 <= code <= 0xFAFF or 0x20000 <= code <= 0x2FA1F
    )


def _words(text: str) -> Iterable[str]:
    """Lower-cased words without accents; every punctuation mark and every Chinese character is a word of its own."""
    word: list[str] = []
    for char in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(char)
        if category == "Mn":
            continue
        if char.isspace() or category in ("Cc", "Cf", "Cs", "Co", "Cn"):
            # Control characters vanish in BERT, spaces part words.
            if char.isspace() and word:
                yield "".join(word)
                word = []
        elif _is_punctuation(char) or _is_ideograph(char):
            if word:
                yield "".join(word)
                word = []
            yield char
        else:
            word.append(char)
    if word:
        yield "".join(word)


class WordPiece:
    """Cuts text with one vocabulary; keeps what it has cut, since news repeats its words."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self.vocabulary = vocabulary
        self.unknown = vocabulary[UNKNOWN]
        self._kept: dict[str, tuple[int, ...]] = {}

    def ids(self, text: str) -> list[int]:
        """The ids of the pieces of `text`, without special pieces."""
        found: list[int] = []
        for word in _words(text):
            pieces = self._kept.get(word)
            if pieces is None:
                pieces = self._cut(word)
                if len(self._kept) < 50_000:
                    self._kept[word] = pieces
            found.extend(pieces)
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        """Greedy: the longest piece first."""
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        pieces: list[int] = []
        start = 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.vocabulary.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    pieces.append(piece)
                    start = end
                    break
            else:
                return (self.unknown,)
        return tuple(pieces)
