"""The figure reader's tables as checked rows, and the patterns made of them once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from legation.lexicon.table import TableRow, read_table
from legation.model import Bound

Kind = Literal[
    "money", "share", "multiple", "mass", "volume", "length", "area", "temperature", "power", "duration", "count"
]


_STRETCH = r"(?:more|additional|further|extra|consecutive|straight|full|whole)"
"""Words that may stand between a number and its unit: `two full days`."""


class NumberWord(TableRow):
    """One row of `number_words.csv`: what a word is worth and how it combines."""

    word: str
    value: float
    role: Literal["unit", "ten", "hundred", "scale", "suffix", "letter", "group", "fraction"]
    example: str


class UnitRow(TableRow):
    """One row of `units.csv`: the words of a unit, on which side of the number they stand, and its short name."""

    words: str
    unit: str
    kind: Kind
    side: Literal["before", "after", "both"]
    example: str


class BoundRow(TableRow):
    """One row of `bounds.csv`: words that say on which side of the number the truth lies."""

    words: str
    side: Literal["before", "after"]
    bound: Bound
    example: str


class UncountedRow(TableRow):
    """One row of `uncounted.csv`: nouns whose number is a way of speaking, not a claim."""

    words: str
    rule: Literal["always", "definite", "hyphen"]
    example: str


class NumberedName(TableRow):
    """One row of `numbered_names.csv`: a word after which a number is part of a name."""

    word: str
    example: str


@dataclass(frozen=True)
class FigureWords:
    """All that the figure reader looks up; keys are in lower case."""

    numbers: dict[str, NumberWord]
    units_before: dict[str, UnitRow]
    units_after: dict[str, UnitRow]
    bounds_before: dict[str, Bound]
    bounds_after: dict[str, Bound]
    bound_rows: tuple[BoundRow, ...]
    exceptions: tuple[str, ...]
    """Examples of the rows that say what is no figure."""
    uncounted: dict[str, str]
    numbered: frozenset[str]
    numeral: re.Pattern[str]
    unit_before: re.Pattern[str]
    unit_after: re.Pattern[str]
    bound_before: re.Pattern[str]
    bound_after: re.Pattern[str]


def one_of(words: list[str]) -> str:
    """A pattern that matches any of `words`, the longest first; a blank matches a hyphen too, not a blank line."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"(?:[^\S\n]+\n?[^\S\n]*|-)") for word in ordered)


def _numeral_pattern(rows: list[NumberWord], currencies: list[str]) -> re.Pattern[str]:
    after_code = "".join(rf"|(?<=\b{code})" for code in currencies if code.isalpha())
    spelled = [row.word for row in rows if row.role in ("unit", "ten", "hundred", "scale", "group")]
    fractions = one_of([row.word for row in rows if row.role == "fraction"])
    scales = one_of([row.word for row in rows if row.role in ("scale", "hundred", "group")])
    glued = one_of([row.word for row in rows if row.role in ("suffix", "letter")])
    word = f"(?:{one_of(spelled)})"
    blank = r"(?:[^\S\n]|\n(?!\s))"
    return re.compile(
        # Digits, grouped or plain, with a scale after a blank or hyphen or glued to them.
        rf"(?:(?<![\w.,/:+]){after_code})(?P<digits>\d{{1,3}}(?:[,\u00a0\u202f]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
        rf"(?:(?:{blank}|-)(?P<scale>(?:{scales})\b)|(?P<glued>{glued})\b)?"
        # Half a million, a third of, two-thirds of, a dozen, twenty-five, two and a half million.
        rf"|\b(?P<part>(?:one|two|three|four|nine)-(?:{fractions})\b"
        rf"|(?:(?:a|an|one|two|three|four|nine){blank})?(?:{fractions})(?={blank}(?:of|the|its|their|our|an?)\b))"
        rf"(?:{blank}an?{blank}(?P<partscale>{scales})\b)?"
        rf"|\b(?P<words>(?:an?{blank}(?=(?:{scales})\b))?{word}"
        rf"(?:(?:{blank}and{blank}|{blank}|-)(?:a{blank}half\b|{word}))*)(?:\b|(?=fold\b))",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def figure_words() -> FigureWords:
    """The tables, read once. Raises LegationError if a row is wrong."""
    numbers = read_table("number_words", NumberWord)
    units = read_table("units", UnitRow)
    bounds = read_table("bounds", BoundRow)
    uncounted = read_table("uncounted", UncountedRow)
    numbered = read_table("numbered_names", NumberedName)
    before = {row.words.lower(): row for row in units if row.side != "after"}
    after = {row.words.lower(): row for row in units if row.side != "before"}
    bounds_before = {row.words: row.bound for row in bounds if row.side == "before"}
    bounds_after = {row.words: row.bound for row in bounds if row.side == "after"}
    return FigureWords(
        numbers={row.word: row for row in numbers},
        units_before=before,
        units_after=after,
        bounds_before=bounds_before,
        bounds_after=bounds_after,
        bound_rows=tuple(bounds),
        exceptions=(*(row.example for row in uncounted), *(row.example for row in numbered)),
        uncounted={row.words: row.rule for row in uncounted},
        numbered=frozenset(row.word for row in numbered),
        numeral=_numeral_pattern(numbers, [row.words for row in units if row.side != "after"]),
        unit_before=re.compile(rf"(?<!\w)({one_of(list(before))})[^\S\n]?$", re.IGNORECASE),
        unit_after=re.compile(
            rf"([^\S\n]?\n?[^\S\n]?|-)(?:{_STRETCH}[^\S\n])?({one_of(list(after))})(?!\w)", re.IGNORECASE
        ),
        bound_before=re.compile(rf"(?<!\w)({one_of(list(bounds_before))})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE),
        bound_after=re.compile(rf"(?:[^\S\n]|-)?({one_of(list(bounds_after))})(?!\w)", re.IGNORECASE),
    )
