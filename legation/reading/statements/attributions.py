"""Finds attributions: who (source) says or thinks (cue) what (content), as spans of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from legation.model import Span
from legation.reading.parse import text_of
from legation.reading.statements.model import AttributionModel
from legation.reading.statements.network import GAP, chance
from legation.reading.statements.pairs import Pairs, look_from
from legation.reading.statements.quotations import Quotation, lines_of, outermost, pair_quotations
from legation.reading.statements.tokens import Floats, Tokens, read_tokens

LIKELY = 0.25
"""A lemma that headed a cue this often in training counts as a likely cue when others are looked at."""
WORTH_A_LOOK = 0.06
"""The first stage's chance from which on a token's window is read."""
NO_SOURCE = 0.4
"""What an attribution without a source loses of its score; chosen by cross-validation."""
_SOURCE, _CONTENT, _CUE = (1, 2), (3, 4), (5,)


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution; spans in reading order, without blank edges. Contents keep their quotation marks."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float
    """The calibrated chance that the content is right, 0 to 1."""
    head: int
    """Number of the cue's head token in the parse."""
    quoted: float
    """The share of the content's characters that stand inside quotation marks."""


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    head: int
    source: list[int]
    cue: list[int]
    content: list[int]


def find_attributions(
    doc: Doc, model: AttributionModel, paragraphs: Sequence[tuple[int, int]] | None = None
) -> list[Attribution]:
    """The attributions of a parse in reading order; none overlaps another's content.

    `paragraphs` are spans in order and apart; left out, each line is a paragraph.
    """
    text = text_of(doc)
    spans = lines_of(text) if paragraphs is None else list(paragraphs)
    quotations = outermost(pair_quotations(text, spans))
    if not len(doc):
        return []
    tokens = read_tokens(doc, spans, quotations)
    found = _apart(_tagged(tokens, model))
    blank = np.array([token.is_space for token in doc], dtype=bool)
    return sorted((_attribution(item, tokens, blank, quotations, model) for item in found), key=_place)


def _place(item: Attribution) -> tuple[Span, ...]:
    return item.content + item.cue


def _tagged(tokens: Tokens, model: AttributionModel) -> list[_Found]:
    """Every cue that the second stage accepts, with the labels of its window."""
    numbers = model.numbers_of(tokens.symbols)
    encoded = [network.encode(tokens, numbers) for network in model.networks]
    first = [network.cue_logits(x) for network, x in zip(model.networks, encoded, strict=True)]
    logits = np.mean(first, axis=0)
    cues = np.flatnonzero((chance(logits) > WORTH_A_LOOK) & (tokens.paragraph >= 0)).astype(np.int32)
    if not len(cues):
        return []
    pairs = look_from(cues.tolist(), tokens, numbers["lemma"], model.prior[numbers["lemma"]] > LIKELY)
    verdicts = np.zeros(len(cues), dtype=np.float32)
    scores: Floats | None = None
    for network, x, own in zip(model.networks, encoded, first, strict=True):
        rows = network.look(x, cues, pairs)
        verdicts += (network.verdicts(rows, pairs, x, cues, own) + own[cues]) / (2 * len(model.networks))
        labels = network.label_scores(rows) / np.float32(len(model.networks))
        scores = labels if scores is None else scores + labels
    assert scores is not None
    kept = np.flatnonzero(verdicts >= model.threshold)
    found = _labels(scores, pairs, kept, model)
    out = []
    for number, row in zip(kept.tolist(), found, strict=True):
        window = pairs.token[pairs.first[number] : pairs.first[number + 1]]
        parts = [window[np.isin(row, kinds)].tolist() for kinds in (_SOURCE, _CUE, _CONTENT)]
        if parts[2]:
            cue = parts[1] if cues[number] in parts[1] else sorted({*parts[1], int(cues[number])})
            score = float(verdicts[number]) - (NO_SOURCE if not parts[0] else 0)
            if score < model.threshold:
                continue
            out.append(_Found(score, int(cues[number]), parts[0], cue, parts[2]))
    return out


def _labels(scores: Floats, pairs: Pairs, kept: NDArray[np.intp], model: AttributionModel) -> list[NDArray[np.int8]]:
    """The best labels of each kept cue's window; windows of like length are decoded together."""
    sizes = np.diff(pairs.first)
    out: dict[int, NDArray[np.int8]] = {}
    ordered = kept[np.argsort(sizes[kept], kind="stable")]
    for group in np.array_split(ordered, max(1, len(ordered) // 12)):
        if not len(group):
            continue
        length = int(sizes[group].max())
        first = pairs.first[group] + GAP * group
        place = np.minimum(first[:, None] + np.arange(length), len(scores) - 1)
        path, _ = model.networks[0].best_path(scores[place], sizes[group].tolist())
        for number, row in zip(group.tolist(), path, strict=True):
            out[number] = row[: sizes[number]]
    return [out[number] for number in kept.tolist()]


def _apart(found: list[_Found]) -> list[_Found]:
    """The surest attributions whose contents don't overlap; of two that share a content the surer one stays."""
    kept: list[_Found] = []
    taken: dict[int, int] = {}
    for item in sorted(found, key=lambda item: (-item.score, item.head)):
        shared = sum(token in taken for token in item.content)
        if shared * 2 > len(item.content) or item.head in taken:
            continue
        own = [token for token in item.content if token not in taken]
        kept.append(_Found(item.score, item.head, item.source, item.cue, own))
        taken |= dict.fromkeys(own, item.head)
    return kept


def _attribution(
    item: _Found, tokens: Tokens, blank: NDArray[np.bool_], quotations: Sequence[Quotation], model: AttributionModel
) -> Attribution:
    content = _spans(item.content, tokens, blank)
    size = sum(end - start for start, end in content)
    inside = sum(max(0, min(end, q.span.end) - max(start, q.span.start)) for start, end in content for q in quotations)
    return Attribution(
        source=_spans(item.source, tokens, blank),
        cue=_spans(item.cue, tokens, blank),
        content=content,
        confidence=model.confidence_of(item.score),
        head=item.head,
        quoted=inside / size if size else 0.0,
    )


def _spans(members: list[int], tokens: Tokens, blank: NDArray[np.bool_]) -> tuple[Span, ...]:
    """Runs of tokens as character spans; blanks between two members don't part them, blanks at an edge are left out."""
    spans: list[Span] = []
    last = -2
    for token in members:
        if blank[token]:
            continue
        if spans and all(blank[last + 1 : token]):
            spans[-1] = Span(spans[-1].start, int(tokens.end[token]))
        else:
            spans.append(Span(int(tokens.start[token]), int(tokens.end[token])))
        last = token
    return tuple(spans)
