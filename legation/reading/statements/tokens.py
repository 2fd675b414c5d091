"""What the tagger sees of every token of a parse, as arrays: no loop over tokens in Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, LOWER, POS, SENT_START, SHAPE, SUFFIX, TAG  # type: ignore[import-not-found]
from spacy.tokens import Doc

from legation.reading.parse import text_of
from legation.reading.statements.quotations import Quotation

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

_ATTRIBUTES = [LEMMA, TAG, DEP, SHAPE, SUFFIX, ENT_TYPE, POS, LOWER, HEAD, SENT_START, IDX, LENGTH]
SYMBOLS = ("lemma", "tag", "dep", "shape", "suffix", "ent", "pos", "lower")
FLAGS = 21


@dataclass(frozen=True, slots=True)
class Tokens:
    """One row a token, space tokens included."""

    symbols: dict[str, NDArray[np.uint64]]
    """spaCy's string hashes, one array for each of SYMBOLS."""
    head: Ints
    sentence: Ints
    paragraph: Ints
    """Number of the paragraph, -1 outside of all."""
    start: Ints
    end: Ints
    quotation: Ints
    """Number of the outermost quotation that holds the token, its marks included; -1 outside of all."""
    quotations_before: Ints
    """How many outermost quotations begin at or before the token."""
    flags: Floats
    tensor: Floats

    def __len__(self) -> int:
        return len(self.head)


def read_tokens(doc: Doc, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[Quotation]) -> Tokens:
    """The arrays of a parse; `quotations` are the outermost ones in order."""
    table = np.asarray(doc.to_array(_ATTRIBUTES), dtype=np.uint64)
    count = len(doc)
    symbols = {name: table[:, column] for column, name in enumerate(SYMBOLS)}
    head = (np.arange(count) + table[:, 8].astype(np.int64)).astype(np.int32)
    starts = table[:, 10].astype(np.int32)
    ends = starts + table[:, 11].astype(np.int32)
    paragraph = _region(starts, paragraphs)
    quotation = _region(starts, [q.span for q in quotations])
    sentence = np.cumsum(table[:, 9].astype(np.int64) == 1).astype(np.int32)
    before = np.searchsorted(np.array([q.span.start for q in quotations], dtype=np.int64), starts, side="right")
    tensor = np.asarray(doc.tensor, dtype=np.float32)
    if tensor.shape[:1] != (count,):
        tensor = np.zeros((count, 96), dtype=np.float32)
    return Tokens(
        symbols=symbols,
        head=head,
        sentence=sentence,
        paragraph=paragraph,
        start=starts,
        end=ends,
        quotation=quotation,
        quotations_before=before.astype(np.int32),
        flags=_flags(text_of(doc), starts, ends, paragraph, sentence, quotation, quotations, paragraphs),
        tensor=tensor,
    )


def _region(starts: Ints, spans: Sequence[tuple[int, int]]) -> Ints:
    """For each token the number of the span that holds its start, or -1; the spans are in order and apart."""
    if not spans:
        return np.full(len(starts), -1, dtype=np.int32)
    edges = np.asarray(spans, dtype=np.int64)
    number = np.searchsorted(edges[:, 0], starts, side="right") - 1
    held = (number >= 0) & (starts < edges[np.maximum(number, 0), 1])
    return np.where(held, number, -1).astype(np.int32)


def _flags(
    text: str, starts: Ints, ends: Ints, paragraph: Ints, sentence: Ints, quotation: Ints,
    quotations: Sequence[Quotation], paragraphs: Sequence[tuple[int, int]],
) -> Floats:  # fmt: skip
    """Yes-or-no properties and small measures of each token."""
    count = len(starts)
    flags = np.zeros((count, FLAGS), dtype=np.float32)
    if not count:
        return flags
    quoted = quotation >= 0
    flags[:, 0] = quoted
    flags[1:, 1] = quoted[:-1] & ~quoted[1:]
    flags[:-1, 2] = quoted[1:] & ~quoted[:-1]
    flags[2:, 3] = quoted[:-2] & ~quoted[2:]
    flags[:-2, 4] = quoted[2:] & ~quoted[:-2]
    size = max(len(paragraphs), 1)
    own = np.maximum(paragraph, 0)
    in_paragraph = np.bincount(own, weights=quoted, minlength=size)
    total = np.bincount(own, minlength=size)
    flags[:, 5] = in_paragraph[own] > 0
    flags[:, 6] = in_paragraph[own] / np.maximum(total[own], 1)
    in_sentence = np.bincount(sentence, weights=quoted)
    sizes = np.bincount(sentence)
    flags[:, 7] = in_sentence[sentence] > 0
    flags[:, 8] = in_sentence[sentence] / np.maximum(sizes[sentence], 1)
    first = np.zeros(len(sizes), dtype=np.int64)
    changes = np.flatnonzero(np.diff(sentence, prepend=-1))
    first[sentence[changes]] = changes
    place = np.arange(count) - first[sentence]
    flags[:, 9] = place == 0
    flags[:, 10] = place < 4
    flags[:, 11] = np.minimum(place, 30) / 30
    flags[:, 12] = np.minimum(sizes[sentence], 60) / 60
    flags[:, 13] = paragraph == 0
    flags[:, 14] = paragraph < 0
    if quotations:
        lengths = np.array([q.span.end - q.span.start for q in quotations])
        flags[:, 15] = np.where(quoted, np.minimum(lengths[quotation], 300) / 300, 0)
        closed = np.array([q.closed for q in quotations])
        flags[:, 16] = np.where(quoted, ~closed[quotation], False)
    edges = np.asarray(paragraphs, dtype=np.int64).reshape(-1, 2)
    if len(edges):
        opening = np.flatnonzero(np.diff(paragraph, prepend=-2))
        begins = np.zeros(size, dtype=np.int64)
        begins[np.maximum(paragraph[opening], 0)] = opening
        flags[:, 17] = np.minimum(np.arange(count) - begins[own], 60) / 60
        # Headlines end without a full stop.
        last = np.array([text[max(end - 1, 0) : end] in '.!?”"’' for end in edges[:, 1]])
        flags[:, 18] = ~last[own]
        starts_quoted = np.array([text[start : start + 1] in "“\"‘'„«" for start in edges[:, 0]])
        flags[:, 19] = starts_quoted[own]
        flags[:, 20] = np.minimum(total[own], 120) / 120
    return flags
