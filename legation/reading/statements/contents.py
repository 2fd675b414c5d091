"""Makes contents fit for the ledger: no enclosing marks, no `that`, no final stop, no blank edges."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from legation.model import Form, Span
from legation.reading.statements.quotations import Quotation

_LEADING = re.compile(r"(?:[\s,;:–—]+|that\b(?!\s+(?:is|was|would|will|has|had)\b))+", re.IGNORECASE)
_TRAILING = " \t\n\r,;:–—.\u00a0"
_OPEN, _CLOSE = "“\"‘«„”'`「『‹", "”\"’»“'」』›"


def trimmed(text: str, span: tuple[int, int], quotations: Sequence[Quotation]) -> Span | None:
    """A content without its enclosing quotation marks, `that`, final stop and blanks; None if nothing is left."""
    start, end = span
    while True:
        before = (start, end)
        lead = _LEADING.match(text, start, end)
        if lead:
            start = lead.end()
        while end > start and text[end - 1] in _TRAILING and not _is_ellipsis(text, end, start):
            end -= 1
        for quotation in quotations:
            outer, inside = quotation.span, quotation.inside
            # A mark at an edge goes if its partner stands at the other edge or outside.
            if outer.start == start and inside.start <= end and (outer.end >= end or not quotation.closed):
                start = inside.start
            if outer.end == end and inside.end >= start and outer.start <= start and quotation.closed:
                end = inside.end
        if (start, end) == before:
            break
        if start >= end:
            return None
    return Span(start, end) if start < end else None


def _is_ellipsis(text: str, end: int, start: int) -> bool:
    return text[max(start, end - 3) : end] == "..."


def pieces(text: str, spans: Iterable[tuple[int, int]], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """The trimmed pieces of a content; a span that changes from quotation to report stays one piece."""
    out: list[Span] = []
    for span in spans:
        kept = trimmed(text, span, quotations)
        if kept is not None and any(character.isalnum() for character in text[kept.start : kept.end]):
            out.append(kept)
    return tuple(out)


def quoted_share(text: str, spans: Iterable[tuple[int, int]], quotations: Sequence[Quotation]) -> float:
    """The share of the content's letters and digits that stand inside quotation marks."""
    total = inside = 0
    for start, end in spans:
        for at in range(start, end):
            if text[at].isalnum():
                total += 1
                inside += any(q.inside.start <= at < q.inside.end for q in quotations)
    return inside / total if total else 0.0


def form_of(share: float, is_written: bool) -> Form:
    """What stands in a text is `written`; else direct, indirect or mixed by the share that is quoted."""
    if is_written:
        return "written"
    if share >= 0.95:
        return "direct"
    if share > 0:
        return "mixed"
    return "indirect"
