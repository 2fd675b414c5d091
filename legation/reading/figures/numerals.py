"""Finds numbers written in digits or words and works out what they are worth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from legation.reading.figures.words import FigureWords

_LARGEST = 1e16
"""Longer rows of digits are account numbers and the like."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as it stands in the text: its span and its worth in single units."""

    start: int
    end: int
    value: float
    form: str
    """`digits`, `words` or `part` (a fraction)."""
    scaled: bool
    """Whether a scale word (million, dozen) belongs to it."""
    letter: str = ""
    """A glued `m`, `b` or `k`, which means a scale only beside a currency."""


def find_numerals(text: str, start: int, end: int, words: FigureWords) -> Iterator[Numeral]:
    """The numbers of `text[start:end]` in reading order; ordinals and numbers glued to letters are left out."""
    for match in words.numeral.finditer(text, start, end):
        numeral = _of_digits(match, words) or _of_part(match, words) or _of_words(match, words)
        if numeral is not None and numeral.value <= _LARGEST and not _is_glued(text, numeral, words):
            yield numeral


def _is_glued(text: str, numeral: Numeral, words: FigureWords) -> bool:
    """`5G`, `F-16`, `2020s`, `19th`, `P5+1`, `2+2`, `10.30`: part of a name, a decade, an ordinal or a clock time."""
    before = text[max(0, numeral.start - 2) : numeral.start]
    after = text[numeral.end : numeral.end + 3]
    if re.search(r"[^\W\d_][-–]$|[\w.,/:+#@&]$", before) and not words.unit_before.search(
        text, max(0, numeral.start - 4), numeral.start
    ):
        return True
    return bool(re.match(r"(?:st|nd|rd|th|s|er|G|D|p)\b|[/:_@]\d|\+\d|[.,]\d|-?\d", after)) or bool(
        numeral.form == "digits" and re.match(r"[^\W\d_]", after) and not re.match(r"km|kg|[MG]W|fo|m\b|k\b|b\b", after)
    )


def _of_digits(match: re.Match[str], words: FigureWords) -> Numeral | None:
    digits = match["digits"]
    if digits is None:
        return None
    written = re.sub(r"[,\u00a0\u202f]", "", digits)
    value = float(written)
    scale, glued = match["scale"], match["glued"]
    if scale:
        return Numeral(match.start(), match.end(), _times(written, words.numbers[scale.lower()].value), "digits", True)
    if glued and words.numbers[glued.lower()].role == "suffix":
        return Numeral(match.start(), match.end(), _times(written, words.numbers[glued.lower()].value), "digits", True)
    if glued:
        return Numeral(match.start(), match.end("digits"), value, "digits", False, glued.lower())
    return Numeral(match.start(), match.end(), value, "digits", False)


def _times(written: str, scale: float) -> float:
    # Decimal, so that 536.8 billion is 536,800,000,000 and not a hair less.
    return float(Decimal(written) * Decimal(scale))


def _of_part(match: re.Match[str], words: FigureWords) -> Numeral | None:
    part = match["part"]
    if part is None:
        return None
    *count, name = re.split(r"[\s-]+", part.lower())
    times = words.numbers[count[0]].value if count and count[0] in words.numbers else 1.0
    value = times * words.numbers[name].value
    scale = match["partscale"]
    if scale:
        return Numeral(match.start(), match.end(), value * words.numbers[scale.lower()].value, "words", True)
    return Numeral(match.start(), match.end("part"), round(value, 6), "part", False)


def _of_words(match: re.Match[str], words: FigureWords) -> Numeral | None:
    """Spelled numbers: `twenty-five`, `one hundred and twenty thousand`, `two and a half million`."""
    total, group, scaled, last = 0.0, 0.0, False, ""
    parts = re.split(r"[\s-]+", match["words"].lower())
    for word in parts:
        if word in ("a", "an"):
            continue
        if word == "and":
            # Only after a hundred, a thousand or before a half; `two and three` are two numbers.
            if last not in ("hundred", "scale") and "half" not in parts:
                return None
            continue
        row = words.numbers[word]
        if row.role == "fraction":
            group += row.value
        elif row.role in ("unit", "ten"):
            if row.role == last or (last == "unit" and row.role == "ten"):
                return None
            group += row.value
        elif row.role == "scale":
            total, group, scaled = total + (group or 1.0) * row.value, 0.0, True
        else:
            group, scaled = (group or 1.0) * row.value, scaled or row.role == "group"
        last = row.role
    return Numeral(match.start(), match.end(), total + group, "words", scaled)
