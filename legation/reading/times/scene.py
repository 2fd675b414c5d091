"""What the rules know besides their own words: the reference day, the tense and what was dated before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from legation.reading.times.calendar import first_day, interval_of
from legation.reading.times.tense import Direction, Leaning, leaning_at
from legation.reading.times.tokens import Tokens

_NEAR = 90
"""Words within which an earlier date still serves those that lean on it: about two or three sentences."""
_YEAR = len("2023")


@dataclass(slots=True)
class Scene:
    """The reading of one text so far; `reference` is None where the day of writing is unknown."""

    tokens: Tokens
    reference: date | None
    anchor: str | None = None
    """The value of the last calendar date read."""
    anchor_at: int = 0
    stated: str | None = None
    """The value of the last date that names its own year."""
    stated_at: int = 0
    day: str | None = None
    """The value of the last date read that is a single day."""
    day_at: int = 0
    quarter: str | None = None
    quarter_at: int = 0
    heading: int | None = None
    """The year that stands alone on a line above a chronology."""
    heading_at: int = 0

    def direction(self, first: int, last: int) -> Direction:
        """Whether the clause around these tokens looks back or forward."""
        return self.leaning(first, last).direction

    def leaning(self, first: int, last: int) -> Leaning:
        """The same, and whether a verb right beside tells it."""
        return leaning_at(self.tokens, first, last)

    def note(self, value: str, at: int, names_year: bool) -> None:
        """Remembers a date for the expressions that lean on it."""
        interval = interval_of(value, "")
        if interval is None:
            return
        self.anchor, self.anchor_at = value, at
        if interval.precision == "day":
            self.day, self.day_at = value, at
        if "-Q" in value:
            self.quarter, self.quarter_at = value, at
        if names_year:
            self.stated, self.stated_at = value, at

    def note_heading(self, first: int, last: int, value: str) -> None:
        """Remembers a year that is a line of its own."""
        if self.kind(first - 1) == self.kind(last) == "gap" and len(value) == _YEAR and value.isdigit():
            self.heading, self.heading_at = int(value), last

    def year_above(self, at: int) -> int | None:
        """The year of the chronology in which a line opens with a date: `2023`, and below it `June 18: ...`."""
        if self.heading is None or self.kind(at - 1) != "gap" or at - self.heading_at > 2 * _NEAR:
            return None
        self.heading_at = at
        return self.heading

    def near_anchor(self, at: int) -> str | None:
        """The last date read, if it stands near enough before the token `at`."""
        return self.anchor if self.anchor is not None and at - self.anchor_at <= _NEAR else None

    def near_day(self, at: int) -> str | None:
        """The last single day read, if it stands near enough before the token `at`."""
        return self.day if self.day is not None and at - self.day_at <= 2 * _NEAR else None

    def near_quarter(self, at: int) -> str | None:
        """The last quarter read, if it stands near enough before the token `at`."""
        return self.quarter if self.quarter is not None and at - self.quarter_at <= 2 * _NEAR else None

    def base(self, at: int) -> date | None:
        """The day that incomplete dates lean on: the reference, else the near date that names its year."""
        if self.reference is not None:
            return self.reference
        if self.stated is not None and at - self.stated_at <= _NEAR:
            return first_day(self.stated)
        return None

    def word(self, at: int) -> str:
        """The lower-case word at a token, "" outside the text."""
        return self.tokens.lowers[at] if 0 <= at < len(self.tokens.lowers) else ""

    def kind(self, at: int) -> str:
        """The class of the word at a token, `gap` outside the text."""
        return self.tokens.kinds[at] if 0 <= at < len(self.tokens.kinds) else "gap"
