"""When an article was published, by what its source or its own lines state; never a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legation.intake.pagedates import FoundDay, day_in, days_in, months_in
from legation.model import Block, DateInterval, Span
from legation.model.article import PublishedBasis

_UPDATED = re.compile(
    r"\b(?:updated?|modified|last (?:update|modified|revised)|edited|as of|refreshed|revised)\b\W{0,3}(?:on\s"
    r"|at\s)?[^|]{0,25}$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:first published|published|posted|created|issued|publish(?:ed)? date|publication date)\b", re.IGNORECASE
)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(0?[1-9]|1[0-2])[/-]?(0?[1-9]|[12]\d|3[01])(?=[/_-]|\D|$)")
_STORY_DATELINE = re.compile(
    r"^[A-Z][\w.’' ,/-]{1,60}?(?:,|\s\()?\s?(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d"
    r"|\d{1,2} [A-Z][a-z]{2,8}\.?,? (?:19|20)\d\d)[^.]{0,30}?\s?(?:[-–—:]|\))"
)


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication, what it rests on, and where its words stand if they stand in the text."""

    interval: DateInterval
    basis: PublishedBasis
    span: Span | None = None


def published_of(text: str, blocks: Sequence[Block], stated: str | None, url: str | None) -> Published | None:
    """The day that metadata, a date line, the address, the title or a dateline states; None where nothing does.

    An `Updated` stamp is never the day of publication.
    """
    if stated and (day := day_in(stated)):
        return Published(_one_day(day, stated), "metadata", _span_of(text, blocks, day))
    found = _in_lines(text, blocks)
    if found:
        return found
    if url and (match := _URL_DAY.search(url)):
        day = day_in("-".join(match.groups()))
        if day:
            return Published(_one_day(day, match[0].strip("/")), "metadata")
    return _in_story(text, blocks)


def _one_day(day: date, words: str) -> DateInterval:
    return DateInterval(day, day, "day", words)


def _in_lines(text: str, blocks: Sequence[Block]) -> Published | None:
    """The first day of the lines around the headline that is not an update's."""
    lines = [block for block in blocks if block.kind in ("dateline", "byline")]
    stamps = [(block, day) for block in lines for day in days_in(text[block.start : block.end])]
    good = [(block, day) for block, day in stamps if not _is_update(text, block, day)]
    labelled = [pair for pair in good if _PUBLISHED.search(text[pair[0].start : pair[0].start + pair[1].start])]
    for block, day in labelled or good:
        start, end = block.start + day.start, block.start + day.end
        return Published(_one_day(day.day, text[start:end]), "dateline", Span(start, end))
    for block in lines:
        for at, to, first, last in months_in(text[block.start : block.end]):
            span = Span(block.start + at, block.start + to)
            if not stamps:
                return Published(DateInterval(first, last, "month", text[span.start : span.end]), "dateline", span)
    return None


def update_of(text: str, blocks: Sequence[Block]) -> tuple[date, Span] | None:
    """The first day that an `Updated` stamp gives beside the headline, and where it stands."""
    for block in blocks:
        if block.kind in ("dateline", "byline"):
            for found in days_in(text[block.start : block.end]):
                if _is_update(text, block, found):
                    return found.day, Span(block.start + found.start, block.start + found.end)
    return None


def _is_update(text: str, block: Block, day: FoundDay) -> bool:
    before = text[block.start : block.start + day.start]
    # The nearest label counts: "Published: ... | Updated: ...".
    return bool(_UPDATED.search(before)) and not re.search(r"published[^|]*$", before, re.IGNORECASE)


def _in_story(text: str, blocks: Sequence[Block]) -> Published | None:
    """A day in the title, or in the dateline with which the story opens: `BEIJING, March 18, 2021 -`."""
    headline = next((block for block in blocks if block.kind == "headline"), None)
    if headline is not None:
        days = days_in(text[headline.start : headline.end])
        if len({day.day for day in days}) == 1:
            start, end = headline.start + days[0].start, headline.start + days[0].end
            return Published(_one_day(days[0].day, text[start:end]), "text", Span(start, end))
    first = next((block for block in blocks if block.kind == "body"), None)
    if first is not None:
        match = _STORY_DATELINE.match(text[first.start : min(first.end, first.start + 160)])
        if match and (day := day_in(match["date"])):
            start, end = first.start + match.start("date"), first.start + match.end("date")
            return Published(_one_day(day, text[start:end]), "dateline", Span(start, end))
    return None


def _span_of(text: str, blocks: Sequence[Block], day: date) -> Span | None:
    """Where the text itself gives the stated day, in its lines before the story or its headline."""
    for block in blocks:
        if block.kind in ("dateline", "byline", "headline"):
            for found in days_in(text[block.start : block.end]):
                if found.day == day:
                    return Span(block.start + found.start, block.start + found.end)
    return None
