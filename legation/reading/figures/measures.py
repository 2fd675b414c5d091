"""A number with what stands beside it: currency, unit, qualifier, the other end of a range."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from legation.model import Block, Bound
from legation.reading.figures.numerals import Numeral
from legation.reading.figures.phrases import Tokens
from legation.reading.figures.words import FigureWords, UnitRow

_REACH = 32
"""Characters before a number in which its currency and qualifier are looked for."""
_SIGN = r"(?:[A-Z]{0,2}[$€£¥])?"
_SCALE = r"([^\S\n](?:thousand|[mbtr]+illion))?"
_LINK = r"(?:[^\S\n]?[-–—][^\S\n]?|[^\S\n](?:to|or)[^\S\n])"
_RANGE_BEFORE = re.compile(rf"(?<![\w.,-])(\d[\d.,]*){_SCALE}{_LINK}{_SIGN}$")
_RANGE_AFTER = re.compile(rf"{_LINK}{_SIGN}(\d[\d.,]*)")
_BETWEEN_BEFORE = re.compile(
    rf"\bbetween[^\S\n]{_SIGN}(\d[\d.,]*)(?:[^\S\n]\w+)?[^\S\n]and[^\S\n]{_SIGN}$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
_AND_NEXT = re.compile(rf"(?:[^\S\n]\w+)?[^\S\n]and[^\S\n]{_SIGN}\d")


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with its unit and bound; `start` to `end` covers them all."""

    numeral: Numeral
    value: float
    start: int
    end: int
    unit: UnitRow | None
    bound: Bound
    bounded: bool
    ranged: bool


@dataclass(frozen=True, slots=True)
class _Beside:
    """The two sides of a number as far as they have been read."""

    text: str
    low: int
    """Where the block starts."""
    high: int
    start: int
    end: int

    def before(self) -> str:
        return self.text[max(self.low, self.start - _REACH) : self.start]


def measure_of(text: str, tokens: Tokens, numeral: Numeral, block: Block, words: FigureWords) -> Measure | None:
    """The number with its surroundings, or None where it is the lower end of a range (read with the upper one)."""
    beside = _Beside(text, block.start, block.end, numeral.start, numeral.end)
    beside, unit = _unit_before(beside, words)
    value = numeral.value
    if numeral.letter:
        if unit is None:
            return None
        value = float(Decimal(str(value)) * Decimal(words.numbers[numeral.letter].value))
        beside = replace(beside, end=beside.end + 1)
    beside, bound = _bound_after(beside, words)
    if unit is None and (match := words.unit_after.match(text, beside.end, block.end)):
        unit, beside = words.units_after[_plain(match[2])], replace(beside, end=match.end())
        if bound is None:
            beside, bound = _bound_after(beside, words)
    if _goes_on(beside, numeral, unit):
        return None
    lower = _lower_end(beside, numeral)
    if lower:
        if _is_year(lower[1]):
            return None
        bound, beside = "up-to", replace(beside, start=beside.start - len(beside.before()) + lower.start())
        before_lower, unit_lower = _unit_before(beside, words)
        if unit_lower is not None and (unit is None or unit == unit_lower):
            beside, unit = before_lower, unit_lower
    match = words.bound_before.search(beside.before())
    if match and not _is_topic(_plain(match[1]), beside.start, tokens):
        bound = bound or words.bounds_before[_plain(match[1])]
        beside = replace(beside, start=beside.start - len(beside.before()) + match.start())
    return Measure(
        numeral, value, beside.start, beside.end, unit, bound or "exact", bound is not None, ranged=lower is not None
    )


def _unit_before(beside: _Beside, words: FigureWords) -> tuple[_Beside, UnitRow | None]:
    before = beside.before()
    match = words.unit_before.search(before)
    if not match:
        return beside, None
    row = words.units_before[_plain(match[1])]
    return replace(beside, start=beside.start - len(before) + match.start()), row


def _bound_after(beside: _Beside, words: FigureWords) -> tuple[_Beside, Bound | None]:
    match = words.bound_after.match(beside.text, beside.end, beside.high)
    if not match:
        return beside, None
    return replace(beside, end=match.end()), words.bounds_after[_plain(match[1])]


def _lower_end(beside: _Beside, numeral: Numeral) -> re.Match[str] | None:
    """The lower end of the range that the number closes: `10 to 15 percent`; not `from 10 to 15`."""
    before = beside.before()
    match = _BETWEEN_BEFORE.search(before)
    if match:
        return match
    match = _RANGE_BEFORE.search(before)
    if match and match[2] and re.search(r"[$€£¥]$", before[: match.start()]):
        return None
    if match and not before[: match.start()].lower().endswith("from ") and _rises(match[1], _digits(beside, numeral)):
        return match
    return None


def _goes_on(beside: _Beside, numeral: Numeral, unit: UnitRow | None) -> bool:
    """Whether the upper end of the range follows, with which both are read."""
    before = beside.before()
    if _BETWEEN.search(before):
        return bool(_AND_NEXT.match(beside.text, beside.end, beside.high))
    if unit is not None and (unit.side == "after" or numeral.scaled):
        # `Rose 0.6 percent to 759 billion`, `rose $3 billion to $12 billion`: each stands for itself.
        return False
    match = _RANGE_AFTER.match(beside.text, beside.end, beside.high)
    return match is not None and not before.lower().endswith("from ") and _rises(_digits(beside, numeral), match[1])


def _digits(beside: _Beside, numeral: Numeral) -> str:
    match = re.match(r"\d[\d.,]*", beside.text[numeral.start : numeral.end])
    return match[0] if match else ""


def _rises(low: str, high: str) -> bool:
    """Whether two written numbers can be the ends of a range: `10`, `15`; not `500`, `12`."""
    try:
        return float(low.replace(",", "").rstrip(".")) < float(high.replace(",", "").rstrip("."))
    except ValueError:
        return False


def _is_topic(words: str, number: int, tokens: Tokens) -> bool:
    """`stories about two people`, `walls around 12 towns`: the word governs a noun phrase, it doesn't qualify."""
    token = tokens.doc[tokens.at(number - 1)]
    while token.is_space and token.i:
        token = tokens.doc[token.i - 1]
    return words in ("about", "around") and token.lower_ == words and token.dep_ == "prep"


def _plain(words: str) -> str:
    return " ".join(words.lower().replace("-", " ").split())


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isdigit() and digits[:2] in ("18", "19", "20")
