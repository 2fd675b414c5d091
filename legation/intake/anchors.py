"""Days that a text names without their year: `Thursday, March 18`, `BEIJING, March 18 (Xinhua)`, `New Year's Day`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from legation.intake.stamps import MONTH, MONTHS
from legation.lexicon.table import TableRow, read_table
from legation.model import Article, Span

_WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_WEEKDAY = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?)"
_DAY = (
    rf"(?:(?P<m1>{MONTH})\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd"
    rf"|th)?(?:\sof)?\s(?P<m2>{MONTH}))"
)
_NO_YEAR = r"(?!\d|,?\s(?:19|20)\d\d\b)"
_WITH_WEEKDAY = re.compile(rf"\b{_WEEKDAY},?\s(?:the\s|on\s)?\(?{_DAY}{_NO_YEAR}", re.IGNORECASE)
_STAMP = re.compile(rf"(?:\b{_WEEKDAY},?\s)?\b{_DAY}{_NO_YEAR}", re.IGNORECASE)
_DATELINE = re.compile(
    rf"[A-Z][\w.’' ,/-]{{1,50}}?,?\s(?:{_WEEKDAY},?\s)?{_DAY}{_NO_YEAR}\s?(?:\([\w ./-]{{2,40}}\)\s?)?(?:[-–—:]|\()",
    re.IGNORECASE,
)
_FIRST_PARAGRAPHS = 6


class NamedDayRow(TableRow):
    """A row of `named_days.csv`: a feast that falls on one day of every year."""

    words: str
    month: int
    day: int
    example: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day without its year."""

    words: str
    span: Span
    month: int
    day: int
    weekday: int | None = None
    """0 for Monday."""
    is_ahead: bool = False
    """Whether its sentence speaks of what is to come."""
    is_publication: bool = False
    """Whether it stands where the day of publication stands: in a date line, or before the story's first words."""

    @property
    def has_weekday(self) -> bool:
        """Whether the weekday narrows the years."""
        return self.weekday is not None

    def day_in(self, year: int) -> date | None:
        """The day in a year; None where the weekday is another one there."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:
            return None
        return None if self.weekday is not None and day.weekday() != self.weekday else day


@cache
def _named_days() -> tuple[re.Pattern[str], dict[str, NamedDayRow]]:
    rows = {row.words.casefold(): row for row in read_table("named_days", NamedDayRow)}
    words = "|".join(re.escape(name).replace("'", "['’]") for name in rows)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE), rows


def anchors_in(article: Article) -> Iterator[Anchor]:
    """The anchors of an article, the surest first: date lines, the story's dateline, weekdays, feasts."""
    text = article.text
    for block in article.blocks:
        if block.kind in ("dateline", "byline"):
            for match in _STAMP.finditer(text, block.start, block.end):
                yield from _anchor(match, True)
    body = [block for block in article.blocks if block.kind == "body"][:_FIRST_PARAGRAPHS]
    if body:
        opening = _DATELINE.match(text, body[0].start, min(body[0].end, body[0].start + 120))
        if opening:
            yield from _anchor(opening, True)
    headline = next((block for block in article.blocks if block.kind == "headline"), None)
    if headline is not None:
        for match in _STAMP.finditer(text, headline.start, headline.end):
            if match.end() == headline.end:
                yield from _anchor(match, True)
    for block in body:
        for match in _WITH_WEEKDAY.finditer(text, block.start, block.end):
            yield from _anchor(match, False)
    pattern, rows = _named_days()
    for block in body:
        for match in pattern.finditer(text, block.start, block.end):
            row = rows[match[0].casefold().replace("’", "'")]
            ahead = _is_ahead(text, match.start(), match.end())
            yield Anchor(match[0], Span(match.start(), match.end()), row.month, row.day, is_ahead=ahead)


def days_of_lead(article: Article) -> Iterator[Anchor]:
    """The days without a year that the story's first two paragraphs tell as past."""
    for block in [block for block in article.blocks if block.kind == "body"][:2]:
        for match in _STAMP.finditer(article.text, block.start, block.end):
            yield from (one for one in _anchor(match, False) if not one.is_ahead)


def _anchor(match: re.Match[str], is_publication: bool) -> Iterator[Anchor]:
    month = MONTHS[(match["m1"] or match["m2"]).rstrip(".").casefold()]
    weekday = _WEEKDAYS[match["weekday"][:3].casefold()] if match["weekday"] else None
    start = match.start("weekday") if match["weekday"] else match.start("m1" if match["m1"] else "d2")
    end = match.end("d1" if match["m1"] else "m2")
    words = match.string[start:end]
    ahead = _is_ahead(match.string, start, end)
    yield Anchor(words, Span(start, end), month, int(match["d1"] or match["d2"]), weekday, ahead, is_publication)


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause around a day is about the future: `will meet on Friday`, `On Friday, ... will meet`."""
    before = re.split(r"[.;:!?\n]\s|, (?:and|but|which|who)\s", text[max(0, start - 90) : start])[-1]
    after = re.split(r"[.;:!?\n]\s|, (?:and|but|which|who|after)\s", text[end : end + 140])[0]
    return bool(_COMING.search(before) or _MODAL.search(after))


_MODAL = re.compile(r"\b(?:will|shall|is to|are to)\b")
_COMING = re.compile(
    r"\b(?:will|would|shall|to (?:be|meet|visit|hold|travel|arrive|attend|begin|start|open|speak|host|sign)|due"
    r"|scheduled|planned"
    r"|expected|upcoming|ahead of|plans?|until|by|slated|set to|are to|is to)\b",
    re.IGNORECASE,
)
