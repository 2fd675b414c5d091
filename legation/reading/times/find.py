"""Finds the time expressions of a text: rules over word classes, the longest first, read from left to right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import NamedTuple

from legation.model import DateInterval, Span, TimeExpression
from legation.reading.times.calendar import interval_of
from legation.reading.times.grammar import Hit, Reading, code_of, encode
from legation.reading.times.named import find_named
from legation.reading.times.rules_absolute import ABSOLUTE
from legation.reading.times.rules_amounts import AMOUNTS
from legation.reading.times.rules_clock import CLOCK
from legation.reading.times.rules_deictic import DEICTIC
from legation.reading.times.rules_quarters import QUARTERS
from legation.reading.times.scene import Scene
from legation.reading.times.tokens import Tokens, read_tokens

RULES = [*ABSOLUTE, *QUARTERS, *DEICTIC, *AMOUNTS, *CLOCK]
_CORE = [
    "iso",
    "slash",
    "decade",
    "term",
    "month",
    "weekday",
    "weekday-plural",
    "unit",
    "units",
    "year-word",
    "weekend",
    "season",
    "daypart",
    "dayparts",
    "noon",
    "clock",
    "nth",
    "recent",
    "future",
    "current",
    "reference",
    "dayword",
    "tonight",
    "overnight",
    "often",
    "lasting",
    "year",
    "noonmark",
    "past",
    "half",
    "zone",
    "number",
    "period",
]
_NEVER = frozenset({"", "gap", "counted", "numbered", "$", "%"})
_CENTURIES = (200, 9000)
"""Years of writing from which counting forward and back stays within the calendar of `datetime`."""
_NAMES_YEAR = re.compile(r"\d{4}")


class Candidate(NamedTuple):
    """Words that may name a time: first token, minus the token after the last, rank, and how to read them."""

    first: int
    minus_last: int
    rank: int
    read: Callable[[Scene], Reading | None]


def find_times(text: str, reference: date | None, spans: Sequence[Span] | None = None) -> list[TimeExpression]:
    """The time expressions of `text` in reading order, none overlapping another.

    `reference` is the day of writing; where it is None, what leans on it has no interval. `spans` are the
    stretches to read (None: the whole text); no expression crosses the edge of one. Values follow TimeML's TIMEX3.
    """
    if reference is not None and not _CENTURIES[0] <= reference.year <= _CENTURIES[1]:
        reference = None
    tokens = read_tokens(text, spans)
    scene = Scene(tokens, reference)
    found: list[TimeExpression] = []
    places: list[tuple[int, int]] = []
    done = 0
    for candidate in sorted(_candidates(text, tokens), key=lambda each: each[:3]):
        first, last = candidate.first, -candidate.minus_last
        if first < done:
            continue
        reading = candidate.read(scene)
        if reading is None:
            continue
        expression = _expression(text, tokens, first, last, reading)
        if reading.carries and reading.kind in ("DATE", "TIME"):
            scene.note(reading.value, last, bool(_NAMES_YEAR.search(expression.words)))
        scene.note_heading(first, last, reading.value)
        found.append(expression)
        places.append((first, last))
        done = last
    return _with_ranges(tokens, found, places)


def _candidates(text: str, tokens: Tokens) -> Iterator[Candidate]:
    """Every match of every rule within the stretches of words that can name a time."""
    codes = encode(tokens.kinds)
    for start, end in _islands(codes):
        for rank, rule in enumerate(RULES):
            for match in rule.pattern.finditer(codes, start, end):
                hit = Hit(match, tokens)
                if hit.end > hit.start:
                    yield Candidate(hit.start, -hit.end, rank, lambda scene, rule=rule, hit=hit: rule.read(hit, scene))  # type: ignore[misc]
    for first, last, read in find_named(text, tokens):
        yield Candidate(first, -last, -1, read)


def _islands(codes: str) -> Iterator[tuple[int, int]]:
    island, core = _island_patterns()
    for match in island.finditer(codes):
        if core.search(match[0]):
            yield match.span()


@cache
def _island_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    never = "".join(code_of(kind) for kind in sorted(_NEVER))
    core = "".join(code_of(kind) for kind in _CORE)
    return re.compile(f"[^{never}]+"), re.compile(f"[{core}]")


def _expression(text: str, tokens: Tokens, first: int, last: int, reading: Reading) -> TimeExpression:
    span = Span(tokens.starts[first], tokens.ends[last - 1])
    words = text[span.start : span.end]
    interval = reading.interval
    if interval is None and reading.kind in ("DATE", "TIME"):
        interval = interval_of(reading.value, words)
    if interval is not None:
        interval = replace(interval, basis=words)
    return TimeExpression(span, words, reading.kind, reading.value, interval)  # type: ignore[arg-type]


def _with_ranges(tokens: Tokens, found: list[TimeExpression], places: list[tuple[int, int]]) -> list[TimeExpression]:
    """Both ends of "from May 25 to June 4" get the interval of the whole range."""
    for i in range(len(found) - 1):
        (_, end), (start, _) = places[i], places[i + 1]
        left, right = found[i].interval, found[i + 1].interval
        if start - end != 1 or left is None or right is None or left.precision != right.precision:
            continue
        sign = tokens.lowers[end]
        opener = tokens.lowers[places[i][0] - 1]
        joined = (
            sign in ("-", "–", "—", "through")
            or (sign in ("to", "until", "till"))
            or (sign == "and" and opener == "between")
        )
        kinds = (found[i].kind, found[i + 1].kind)
        if not joined or kinds != ("DATE", "DATE") or left.earliest is None or right.latest is None:
            continue
        if left.earliest > right.latest:
            continue
        basis = f"{left.basis} {sign} {right.basis}"
        whole = DateInterval(left.earliest, right.latest, left.precision, basis)
        found[i], found[i + 1] = replace(found[i], interval=whole), replace(found[i + 1], interval=whole)
    return found
