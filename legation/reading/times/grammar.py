"""Patterns over word classes: the small language that the rules of time are written in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from legation.model import DateInterval
from legation.reading.times.tokens import Tokens

_FIRST = 0xE000
_CODES: dict[str, str] = {"": "\uf8ff"}

_MACROS = {
    "NUM": r"(?:(?:<digits|small|number>(?:<hyphen>?<number>){0,5}(?:<and>?<a>?<fraction|half>)?)|<fraction>)",
    "APPROX": r"(?:<approx>|<more><than>|<at><least>|<up><to>|<no><more><than>|<at><the>?<least>)",
    "MONTH": r"(?:<month>)",
    "WEEKDAY": r"(?:<weekday>)",
    "DAY": r"(?:<small|ordinal>)",
    "PHASE": r"(?:<early|late|mid|earlier|later><hyphen|in>?|<the>?<edge><of>)",
}
_ALIASES = {"unit": ("unit", "year-word"), "ordinal": ("ordinal", "second"), "number": ("number", "multiple")}
"""Classes with members that some rules must tell apart."""


def code_of(kind: str) -> str:
    """The character that stands for a word class."""
    if kind not in _CODES:
        _CODES[kind] = chr(_FIRST + len(_CODES))
    return _CODES[kind]


def encode(kinds: Iterable[str]) -> str:
    """The classes of a text as a string of one character a word."""
    return "".join([_CODES.get(kind) or code_of(kind) for kind in kinds])


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern in which `<a|b>` is a word of class a or b and `<NUM>` and its like are longer phrases."""
    for _ in range(3):
        pattern = re.sub(r"<([A-Z]+)>", lambda match: _MACROS[match[1]], pattern)
    return re.compile(re.sub(r"(?<!\?P)<([^<>]+)>", _word_class, re.sub(r"\s+", "", pattern)))


def _word_class(match: re.Match[str]) -> str:
    return "[" + "".join(code_of(each) for kind in match[1].split("|") for each in _ALIASES.get(kind, (kind,))) + "]"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of a match: TIMEX3 kind and value, and the interval where it is not the value's own."""

    kind: str
    value: str
    interval: DateInterval | None = None
    carries: bool = True
    """Whether later expressions may lean on this one."""


class Hit:
    """A match of a rule over the tokens, asked by the names of its groups."""

    __slots__ = ("end", "match", "start", "tokens")

    def __init__(self, match: re.Match[str], tokens: Tokens) -> None:
        self.match, self.tokens = match, tokens
        self.start, self.end = match.span()

    def _group(self, group: str) -> tuple[int, int] | None:
        """First and last token of the group, None where the rule has no such group or it is empty."""
        if group not in self.match.re.groupindex:
            return None
        first, last = self.match.span(group)
        return None if first < 0 or first == last else (first, last)

    def has(self, group: str) -> bool:
        """Whether the group took part in the match and is not empty."""
        return self._group(group) is not None

    def value(self, group: str) -> str:
        """The table's value of the group's first word, "" where the group is absent."""
        at = self._group(group)
        return "" if at is None else self.tokens.values[at[0]]

    def lower(self, group: str) -> str:
        """The group's first word in lower case, "" where it is absent."""
        at = self._group(group)
        return "" if at is None else self.tokens.lowers[at[0]]

    def kind(self, group: str) -> str:
        """The class of the group's first word, "" where it is absent."""
        at = self._group(group)
        return "" if at is None else self.tokens.kinds[at[0]]

    def number(self, group: str) -> float | None:
        """The number that the group's words and digits make, None where they make none."""
        at = self._group(group)
        return None if at is None else number_of(self.tokens, *at)

    def phase(self) -> str:
        """START, MID or END for "early", "mid", "the end of" in the group `phase`, else ""."""
        first, last = self._group("phase") or (0, 0)
        for i in range(first, last):
            if self.tokens.kinds[i] in ("edge", "early", "late", "mid"):
                return self.tokens.values[i]
        return ""


def number_of(tokens: Tokens, first: int, last: int) -> float | None:
    """The number told by the tokens from `first` up to `last`: "2 1/2", "twenty-five", "a hundred"."""
    whole, part, seen = 0.0, 0.0, False
    for i in range(first, last):
        kind, value = tokens.kinds[i], tokens.values[i]
        if kind in ("digits", "small", "ordinal", "year", "second"):
            whole, seen = float(value), True
        elif kind in ("number", "multiple"):
            worth = int(value)
            whole = max(whole, 1.0) * worth if kind == "multiple" else whole + worth
            seen = True
        elif kind == "fraction":
            top, _, bottom = value.partition("/")
            part, seen = (int(top) / int(bottom) if bottom != "0" else 0.0), True
        elif kind == "half":
            part, seen = 0.5, True
    return whole + part if seen else None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; `read` returns None where the words turn out to mean no time."""

    name: str
    pattern: re.Pattern[str]
    read: Callable[..., Reading | None]
