"""Moves the edges of a content: a fronted adverbial belongs to it, who passed it on and where it was said do not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from legation.model import Span
from legation.reading.parse import text_of
from legation.reading.statements.attributions import Attribution
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables

_RELAY_TAIL = re.compile(
    r",\s+(?:as\s+)?(?:per|according\s+to|reported(?:\s+by)?|quoted\s+by|cited\s+by|told\s+to)\b[^,.]*$", re.I
)
_RELAY_PIECE = re.compile(
    r"\W*(?:as\s+(?:saying|telling)\b|(?:as\s+)?(?:reported|quoted|cited|relayed|carried)\b|according\s+to\b|as\s+per\b)"
    r"(?:(?!\bthat\b).)*$",
    re.I | re.S,
)
"""A piece that holds nothing but who passed it on: `as saying by Xinhua`, `reported The Post`."""
_OCCASION_TAIL = re.compile(
    r"\s+(?:in|during|at|on)\s+(?:an?|the|his|her|their|its)\s+(?:[\w’'-]+\s+){0,4}?(?P<noun>[\w-]+)$", re.I
)
_DAY = re.compile(
    r"\b(?:\w+day|today|yesterday|tonight|morning|afternoon|evening|night|week|weekend|\d{1,2}|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b"
)
_PREPOSITIONS = frozenset("in during despite amid with since under as after before given for at over through".split())


def with_fronted(doc: Doc, item: Attribution, content: Sequence[Span]) -> tuple[Span, ...]:
    """`She said in recent years, trade had grown`: what stands between verb and comma opens the content.

    A day there (`said on Friday, ...`) dates the saying, and a text (`said in a letter, ...`) is where it was said.
    """
    if not item.cue or not content or content[0].start < item.cue[-1].end:
        return tuple(content)
    start = item.cue[-1].end
    between = text_of(doc)[start : content[0].start]
    words = between.split()
    if not 2 <= len(words) <= 12 or not between.rstrip().endswith(",") or words[0].lower() not in _PREPOSITIONS:
        return tuple(content)
    if _DAY.search(between) or any(mark in between for mark in '"“”\n') or _names_text(between):
        return tuple(content)
    lead = len(between) - len(between.lstrip())
    return (Span(start + lead, content[0].end), *content[1:])


def _names_text(between: str) -> bool:
    """Whether a phrase names a text, a talk or a place of saying: `in a statement,`, `at a briefing,`."""
    return bool(re.match(r"\s*(?:in|at|during|on|after|before)\s+(?:an?|his|her|their|its)\b", between, re.I))


_AS_SAYING = re.compile(r"as\s+(?:saying|telling(?:\s+[\w’']+){1,3})\s*,?\s+(?:that\s+)?(?=\S)", re.I)
"""`was quoted as saying that ...`: the words between cue and content."""


def without_as_saying(text: str, content: Sequence[Span]) -> tuple[Span, ...]:
    """The content from behind `as saying`, which belongs to the cue; what stood before it in pieces goes."""
    for place, (start, end) in enumerate(content):
        lead = _AS_SAYING.match(text, start, end)
        if lead is not None:
            return (Span(lead.end(), end), *content[place + 1 :])
    return tuple(content)


def without_neighbours(
    text: str, item: Attribution, content: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """The content without a report before its own: `Norland counts 295 ships; Ostia reports a loss of 36`.

    What stands before source and cue, and beyond a semicolon, is a neighbour's where words follow the cue as well.
    """
    if not item.cue or len(content) < 2:
        return tuple(content)
    first = min(span.start for span in (*item.source, *item.cue))
    quoted = [quotation.span for quotation in quotations]
    kept = [
        piece
        for piece in content
        if piece.end > first or ";" not in text[piece.end : first] or any(piece.overlaps(span) for span in quoted)
    ]
    return tuple(kept) if kept else tuple(content)


def _only_passes_on(words: str, tables: StatementTables) -> bool:
    return bool(_RELAY_PIECE.match(words) and tables.media_pattern.search(words))


def without_tails(text: str, content: Sequence[Span], tables: StatementTables) -> tuple[Span, ...]:
    """The content without `, as per a report from ...` and `in a message` at its end."""
    content = [span for span in content if not _only_passes_on(text[span.start : span.end], tables)]
    if not content:
        return ()
    start, end = content[-1]
    body = text[start:end].rstrip(" .")
    relay = _RELAY_TAIL.search(body)
    if relay is not None and relay.start() > 0 and tables.media_pattern.search(relay[0]):
        body = body[: relay.start()]
    occasion = _OCCASION_TAIL.search(body)
    if occasion is not None and len(body[: occasion.start()].split()) >= 3:
        kind = tables.utterance_kinds.get(occasion["noun"].lower())
        if kind in ("written", "interview"):
            body = body[: occasion.start()]
    return (*content[:-1], Span(start, start + len(body)))
