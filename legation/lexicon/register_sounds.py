"""Names that are spelled otherwise and sound alike: Serguei Lavrov, Sergej Lawrow, Sergey Lavrov."""

from __future__ import annotations

import re
from functools import lru_cache

from legation.lexicon.register_names import fold
from legation.lexicon.table import TableRow, read_table


class SpellingRow(TableRow):
    """Letters (a regular expression) that stand for a sound, and the letters that stand for it here."""

    letters: str
    read_as: str
    example: str


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(row.letters), row.read_as) for row in read_table("spellings", SpellingRow))


@lru_cache(maxsize=16384)
def sound_of(name: str) -> str:
    """The same text for names that differ only by how another alphabet is written in ours; the words keep their order.

    It says less than the name: two people may share it, so something else must tell that the one is meant.
    """
    return " ".join(_word(word) for word in fold(name).split())


def _word(word: str) -> str:
    for letters, read_as in _rules():
        word = letters.sub(read_as, word)
    return word
