"""The words of time, each with its class, from `timewords.csv` and `tense_words.csv`."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from pydantic import ConfigDict, Field

from legation.lexicon.table import TableRow, read_table


class TimeWord(TableRow):
    """A row of `timewords.csv`: a lower-case word, the class the grammar knows it by, and its worth."""

    model_config = ConfigDict(populate_by_name=True)

    word: str
    kind: str = Field(alias="class")
    value: str = ""
    example: str = ""
    reads: str = ""
    """The TIMEX3 values read in `example` against Thursday 18 March 2021, parted by blanks."""


class TenseWord(TableRow):
    """A row of `tense_words.csv`: a word that tells whether its clause looks back or forward."""

    word: str
    tense: Literal["past", "future", "planning", "promising", "neither"]
    example: str
    reads: str


class Word(NamedTuple):
    """What the grammar needs of a word."""

    kind: str
    value: str


@cache
def time_words() -> dict[str, Word]:
    """Each lower-case word with its class and value. Raises LegationError for a broken table."""
    return {
        row.word: Word(row.word if row.kind == "=" else row.kind, row.value)
        for row in read_table("timewords", TimeWord)
    }


@cache
def tense_words() -> dict[str, str]:
    """Each lower-case word with the tense it tells of. Raises LegationError for a broken table."""
    return {row.word: row.tense for row in read_table("tense_words", TenseWord)}
