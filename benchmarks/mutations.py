"""Spoils an article at random, in the ways in which copying, scraping and decoding spoil them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

MARKS = ["“", "”", "‘", "’", '"', "'", "„", "‟", "‚", "«", "»", "‹", "›", "「", "」", "『", "』", "``", "''", "`"]
ODDITIES = [
    "\u00a0", "\u200b", "\u200d", "\u202e", "\ufeff", "\ufffd", "\u2028", "\u0301", "\U0001f468\u200d\U0001f680",
    "ﬁ", "İ", "ß", "Ω", "中", "م", "\ud7ff", "\U0010ffff", "…", "\u00ad", "\u3000",
]  # fmt: skip
CONTROLS = [chr(code) for code in (*range(9), 11, 12, *range(14, 32), 127, 133, 159)]
_MARK = re.compile("|".join(re.escape(mark) for mark in sorted(MARKS, key=len, reverse=True)))
_BREAK = re.compile(r"\n\s*\n")


def swap_marks(text: str, chance: random.Random) -> str:
    """Some quotation marks become others."""
    return _MARK.sub(lambda match: chance.choice(MARKS) if chance.random() < 0.4 else match[0], text)


def drop_marks(text: str, chance: random.Random) -> str:
    """Some quotation marks are lost."""
    return _MARK.sub(lambda match: "" if chance.random() < 0.4 else match[0], text)


def double_marks(text: str, chance: random.Random) -> str:
    """Some quotation marks stand several times."""
    return _MARK.sub(lambda match: match[0] * chance.choice((1, 1, 2, 3)), text)


def delete_characters(text: str, chance: random.Random) -> str:
    """A few short stretches are lost."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + text[at + chance.randint(1, 8) :]
    return text


def insert_marks(text: str, chance: random.Random) -> str:
    """Quotation marks and stops stand where none belong."""
    return _with_inserted(text, chance, [*MARKS, ".", ",", ":", "?", "--", "(", ")", "Q: ", "A: ", "\n", "\t"])


def insert_oddities(text: str, chance: random.Random) -> str:
    """Invisible, combining and foreign characters."""
    return _with_inserted(text, chance, ODDITIES)


def insert_controls(text: str, chance: random.Random) -> str:
    """Control characters, as left by a broken decoder."""
    return _with_inserted(text, chance, CONTROLS)


def _with_inserted(text: str, chance: random.Random, pieces: list[str]) -> str:
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(pieces) + text[at:]
    return text


def join_paragraphs(text: str, chance: random.Random) -> str:
    """Paragraphs and lines run together."""
    return text.replace("\n", chance.choice((" ", "")))


def cut_paragraphs(text: str, chance: random.Random) -> str:
    """Lines break in the middle of a word."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(("\n", "\n\n", "\r", "\r\n")) + text[at:]
    return text


def shuffle_paragraphs(text: str, chance: random.Random) -> str:
    """Paragraphs, or words, stand in another order."""
    apart = "\n\n" if chance.random() < 0.7 else " "
    parts = _BREAK.split(text) if apart == "\n\n" else text.split(" ")
    chance.shuffle(parts)
    return apart.join(parts)


def lengthen_line(text: str, chance: random.Random) -> str:
    """One very long line, with or without blanks."""
    stretch = text.replace("\n", " ")[: chance.randint(1, 80)] or "x"
    return f"{text}\n\n{stretch * (chance.randint(400, 2500) // len(stretch) + 1)}"


def change_case(text: str, chance: random.Random) -> str:
    """All capitals, or none."""
    return text.upper() if chance.random() < 0.5 else text.lower()


def cut_off(text: str, chance: random.Random) -> str:
    """Little or nothing is left."""
    return text[: chance.choice((0, 1, 2, 5, 20, 60))]


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    swap_marks, drop_marks, double_marks, delete_characters, insert_marks, insert_oddities, insert_controls,
    join_paragraphs, cut_paragraphs, shuffle_paragraphs, lengthen_line, change_case, cut_off,
)  # fmt: skip
WEIGHTS = (4, 3, 3, 3, 4, 3, 3, 2, 3, 2, 0.3, 1, 0.7)
"""How often each one is drawn; a long line costs the time of many articles."""


def short_piece(text: str, chance: random.Random) -> str:
    """One to three paragraphs that stand together: whole articles would cost four times the time."""
    parts = [part for part in _BREAK.split(text) if part.strip()]
    first = chance.randrange(len(parts))
    return "\n\n".join(parts[first : first + chance.randint(1, 3)])


def mutated(text: str, chance: random.Random) -> tuple[str, list[str]]:
    """The text after one to four mutations, and their names."""
    drawn = chance.choices(MUTATIONS, WEIGHTS, k=chance.randint(1, 4))
    for mutate in drawn:
        text = mutate(text, chance)
    return text, [mutate.__name__ for mutate in drawn]
