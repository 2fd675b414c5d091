"""A sentence with a marked pair of actors, as the relation model reads it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.model import Span
from legation.reading.wordpiece import WordPiece

MAX_PIECES = 96
"""Longer sentences are cut around the pair."""

SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE, HIDDEN = (f"[unused{at}]" for at in range(1, 6))

_TAG = re.compile(r"</?[st]>")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and where its two actors stand in it; None for an actor that the sentence does not name."""

    sentence: str
    source: Span | None
    target: Span | None


def read_marks(marked: str) -> Pair:
    """The pair of a sentence with `<s>...</s>` and `<t>...</t>`; of actors marked twice, the first place counts."""
    parts: list[str] = []
    opened: dict[str, int] = {}
    found: dict[str, Span] = {}
    length = done = 0
    for tag in _TAG.finditer(marked):
        parts.append(marked[done : tag.start()])
        length += tag.start() - done
        done = tag.end()
        role = tag.group()[-2]
        if tag.group()[1] != "/":
            opened[role] = length
        elif role in opened and role not in found:
            found[role] = Span(opened[role], length)
    parts.append(marked[done:])
    return Pair("".join(parts), found.get("s"), found.get("t"))


def _marks(pair: Pair) -> list[tuple[int, int, str]]:
    """(offset, order, piece) of every mark, in reading order; at one offset closing marks come first."""
    marks: list[tuple[int, int, str]] = []
    for span, opening, closing in ((pair.source, SOURCE_OPEN, SOURCE_CLOSE), (pair.target, TARGET_OPEN, TARGET_CLOSE)):
        if span is not None:
            marks += [(span.start, 1, opening), (span.end, 0, closing)]
    return sorted(marks)


def encode(pair: Pair, pieces: WordPiece, hidden: bool = False) -> list[int]:
    """The ids of the sentence with marks around the actors, at most `MAX_PIECES`.

    `hidden` puts one mask in place of each actor's words, so that the relation has to be read from the rest.
    """
    vocabulary = pieces.vocabulary
    ids: list[int] = []
    done = 0
    inside = 0
    for offset, _, mark in _marks(pair):
        if not (hidden and inside):
            ids += pieces.ids(pair.sentence[done:offset])
        done = max(done, offset)
        opening = mark in (SOURCE_OPEN, TARGET_OPEN)
        inside += 1 if opening else -1
        ids.append(vocabulary[mark])
        if hidden and opening:
            ids.append(vocabulary[HIDDEN])
    ids += pieces.ids(pair.sentence[done:])
    return [vocabulary["[CLS]"], *_windowed(ids, vocabulary), vocabulary["[SEP]"]]


def _windowed(ids: Sequence[int], vocabulary: Mapping[str, int]) -> Sequence[int]:
    """The stretch of at most `MAX_PIECES - 2` ids with the marks in its middle."""
    room = MAX_PIECES - 2
    if len(ids) <= room:
        return ids
    marks = {vocabulary.get(mark) for mark in (SOURCE_OPEN, SOURCE_CLOSE, TARGET_OPEN, TARGET_CLOSE)}
    places = [at for at, piece in enumerate(ids) if piece in marks]
    if not places:
        return ids[:room]
    middle = (places[0] + places[-1]) // 2
    start = max(0, min(middle - room // 2, len(ids) - room))
    # Where the actors stand too far apart, the words from the first one on count.
    if places[0] < start:
        start = places[0]
    return ids[start : start + room]
