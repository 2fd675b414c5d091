"""The day of publication by reckoning, where no line states it: weekday and day of the month, and who holds office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from legation.intake.anchors import Anchor, anchors_in, days_of_lead
from legation.intake.published import update_of
from legation.intake.terms import Register, Term, horizon_of, terms_in
from legation.model import Article, DateInterval, Precision, Span

Range = tuple[date, date]
_FIRST = date(1990, 1, 1)
_SLACK = timedelta(days=3)
"""The press styles people by a title some days before they take office and after they leave it."""
_WITNESSES = 3
"""People in office who must agree where no day is named."""
_AHEAD = timedelta(days=7)
"""A story names a coming day by its weekday or feast this long before it at most."""
_BACK = timedelta(days=6)
"""And a past one this long after it at most; later it would have to name the year or say "last month"."""


def infer_published(article: Article, register: Register) -> Article:
    """The article with a published interval of basis `inferred`, if the text leaves one year or less; else as it came.

    `Thursday, March 18` names a day in one year of five or six; the offices that people are said to hold leave one of
    them. Without such a day, the terms of office alone may leave a narrow interval.
    """
    if article.published is not None or not any(block.kind == "body" for block in article.blocks):
        return article
    return _by_update(_reckoned(article, register))


def _by_update(article: Article) -> Article:
    """The article with the day of its update stamp, where the story's own dateline names that day without a year.

    Where the lead tells of such a day shortly before the stamp, the story came out between the two. An update stamp
    alone is no publication date: a story may be updated years after it came out.
    """
    update = update_of(article.text, article.blocks)
    if update is None:
        return article
    day, span = update
    known = article.published
    if known is not None and not (known.earliest and known.latest and known.earliest <= day <= known.latest):
        return article
    named = next((one.day_in(day.year) for one in anchors_in(article) if one.is_publication), None)
    if named is None:
        told = [one.day_in(day.year) for one in days_of_lead(article)]
        since = max((one for one in told if one is not None and day - _BACK <= one <= day), default=None)
    else:
        # Where the story's own dateline names another day the update came later.
        since = day if abs(named - day) <= _SLACK else None
    if since is None:
        return article
    interval = DateInterval(since, day, "day" if since == day else "week", article.words(span))
    kept = tuple(warning for warning in article.warnings if warning.kind != "no-date")
    return replace(article, published=interval, published_basis="inferred", published_span=Span(*span), warnings=kept)


def _reckoned(article: Article, register: Register) -> Article:
    """The article dated by its days without a year and by who holds office; as it came where they don't tell."""
    terms = terms_in(article, register)
    if not terms:
        return article
    window = _window(terms, horizon_of(register))
    if not window:
        return article
    because = "; ".join(dict.fromkeys(term.words for term in terms))
    anchors = list(anchors_in(article))
    for anchor in anchors:
        found = _by_anchor(anchor, window)
        if found is not None:
            anchor, found = _narrowed(anchor, found, anchors)
            return _with(article, found, "; ".join(part for part in (anchor.words, because) if part), anchor)
    # Alone the terms prove little: the press goes on naming people by an office that they held when they acted.
    if (
        len({term.person for term in terms}) >= _WITNESSES
        and len(window) == 1
        and (window[0][1] - window[0][0]).days <= 366
    ):
        return _with(article, window[0], because, None)
    return article


def _narrowed(anchor: Anchor, found: Range, anchors: Sequence[Anchor]) -> tuple[Anchor, Range]:
    """The day that stands where the day of publication stands, if it lies in the range found by another one."""
    for other in anchors:
        for year in {found[0].year, found[1].year}:
            day = other.day_in(year)
            if other.is_publication and day is not None and found[0] <= day <= found[1]:
                return other, (day, day)
    return anchor, found


def _with(article: Article, found: Range, basis: str, anchor: Anchor | None) -> Article:
    days = (found[1] - found[0]).days
    precision: Precision = "day" if not days else "week" if days < 10 else "month" if days < 32 else "year"
    interval = DateInterval(found[0], found[1], precision, basis)
    kept = tuple(warning for warning in article.warnings if warning.kind != "no-date")
    span = anchor.span if anchor else None
    return replace(article, published=interval, published_basis="inferred", published_span=span, warnings=kept)


def _window(terms: Sequence[Term], horizon: date) -> list[Range]:
    """The days on which everybody holds the office that the text gives him; empty where they contradict each other."""
    window = [(_FIRST, horizon)]
    for term in terms:
        spans = [(since - _SLACK, (until or horizon) + _SLACK) for since, until in term.spans]
        window = [
            (max(left[0], right[0]), min(left[1], right[1]))
            for left in window
            for right in spans
            if max(left[0], right[0]) <= min(left[1], right[1])
        ]
    return sorted(window)


def _by_anchor(anchor: Anchor, window: Sequence[Range]) -> Range | None:
    """The one range that the anchor and the window leave, or None."""
    candidates: list[Range] = []
    for year in range(window[0][0].year, window[-1][1].year + 1):
        day = anchor.day_in(year)
        if day is None:
            continue
        near = (day, day)
        if not anchor.is_publication:
            near = (day - _AHEAD, day) if anchor.is_ahead else (day, day + _BACK)
        for first, last in window:
            if max(near[0], first) <= min(near[1], last):
                candidates.append((max(near[0], first), min(near[1], last)))
    return candidates[0] if len(candidates) == 1 else None
