"""Joins numbers with their units, bounds and nouns into figures, and says who claims them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Article, Block, Figure, Span, Statement, TimeExpression
from legation.reading.cast import Cast
from legation.reading.figures.exclusions import (
    counts_alone,
    is_date,
    is_name,
    is_part_of_year,
    is_span_of_time,
    is_way_of_speaking,
)
from legation.reading.figures.measures import Measure, measure_of
from legation.reading.figures.numerals import Numeral, find_numerals
from legation.reading.figures.phrases import Tokens, is_plural, measured, members_of, phrase_after
from legation.reading.figures.provenance import claimant_of, period_of
from legation.reading.figures.words import FigureWords, figure_words

_HYPHENED = re.compile(r"[-–]([^\W\d_]+)")


def find_figures(
    text: str,
    article: Article,
    doc: Doc,
    cast: Cast,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
) -> list[Figure]:
    """Figures of the article's body in reading order; one told twice by one claimant stands once, where first told.

    `text` is `article.text`, `doc` its parse (token.idx == offset). A number without a value (`dozens`), dates,
    names and ways of speaking (`the two sides`) are left out. Shares of a whole (`a third of`) have unit `share`.
    """
    del cast  # The claimant is the statement's own speaker; the signature is the same for every finding.
    words = figure_words()
    tokens = Tokens(doc)
    dated = [Span(*time.span) for time in times if time.kind in ("DATE", "TIME", "SET")]
    found: list[Figure] = []
    seen: set[tuple[object, ...]] = set()
    for block in article.blocks:
        if block.kind != "body" or not len(doc):
            continue
        for figure in _figures_of(block, article, tokens, words, dated):
            whole = replace(
                figure,
                claimant=claimant_of(figure, statements),
                period=period_of(figure, tokens, statements, times),
            )
            if not _is_repeat(whole, tokens, seen):
                found.append(whole)
    return found


def _is_repeat(figure: Figure, tokens: Tokens, seen: set[tuple[object, ...]]) -> bool:
    """Whether the claimant gave the figure before: for the same thing, and for the same period or none again."""
    # Where it is not known what is counted, only the same sentence told again is a repeat.
    what = figure.what.lower() or tokens.doc[tokens.at(figure.start)].sent.text
    key = (figure.claimant, figure.value, figure.unit, what)
    dated = (*key, figure.period)
    repeat = dated in seen or (figure.period is None and key in seen)
    seen.update((key, dated))
    return repeat


def _figures_of(
    block: Block, article: Article, tokens: Tokens, words: FigureWords, dated: Sequence[Span]
) -> Iterator[Figure]:
    for numeral in find_numerals(article.text, block.start, block.end, words):
        measure = measure_of(article.text, tokens, numeral, block, words)
        if measure is None:
            continue
        if (measure.unit is None or measure.unit.kind == "duration") and _is_dated(numeral, dated):
            continue
        figure = (
            _counted(article, tokens, measure, block, words)
            if measure.unit is None
            else _measured(article, tokens, measure, block, words)
        )
        if figure is not None:
            yield figure


def _is_dated(numeral: Numeral, dated: Sequence[Span]) -> bool:
    """Whether the number stands in one of `dated`, which are in reading order and don't overlap."""
    last = bisect_left(dated, numeral.end, key=lambda span: span.start) - 1
    return last >= 0 and dated[last].end > numeral.start


def _counted(article: Article, tokens: Tokens, measure: Measure, block: Block, words: FigureWords) -> Figure | None:
    """A plain count: the number of the noun phrase after it, or of people and things not named again."""
    numeral, text = measure.numeral, article.text
    if is_date(text, numeral, None, measure.bounded and not measure.ranged):
        return None
    if numeral.form == "part":
        if is_part_of_year(text, numeral):
            return None
        phrase = measured(tokens, tokens.at(numeral.start), tokens.at(numeral.end - 1))
        return _figure(article, tokens, measure, "share", phrase, measure.end)
    hyphen = _HYPHENED.match(text, measure.end)
    first = tokens.after(hyphen.start(1) if hyphen else measure.end)
    phrase = phrase_after(tokens, first) or members_of(tokens, first)
    if phrase and tokens.doc[phrase[0]].idx >= block.end:
        phrase = None
    head = tokens.lower(phrase[1]) if phrase else ""
    plural = phrase is not None and is_plural(tokens, phrase[1])
    many = ("NN", "NNP") if numeral.scaled else ("NN",)
    counted = plural or (phrase is not None and tokens.tag(phrase[1]) in many and numeral.value >= 2)
    if is_name(article, tokens, numeral, plural, words):
        return None
    asked = hyphen[1].lower() if hyphen else head
    if is_way_of_speaking(tokens, numeral, asked, measure.bounded, hyphen is not None, words):
        return None
    if phrase is not None and counted:
        last = tokens.doc[phrase[1]]
        return _figure(article, tokens, measure, None, phrase, last.idx + len(last))
    if measure.ranged or hyphen or not counts_alone(tokens, numeral, measure.bounded):
        return None
    return _figure(article, tokens, measure, None, None, measure.end)


def _measured(article: Article, tokens: Tokens, measure: Measure, block: Block, words: FigureWords) -> Figure | None:
    """A number with a unit: money, share, multiple, mass, length, duration."""
    numeral, unit, text = measure.numeral, measure.unit, article.text
    if unit is None or is_date(text, numeral, unit, measure.bounded):
        return None
    if is_span_of_time(text, numeral, measure.end, unit):
        return None
    index = tokens.at(numeral.start)
    if numeral.form == "words":
        if is_name(article, tokens, numeral, True, words):
            return None
        if numeral.value == 1 and unit.unit in ("days", "times") and "-" not in text[numeral.end : measure.end]:
            return None
    if tokens.lower(index - 1).rstrip(".") in words.numbered:
        return None
    last = tokens.at(measure.end - 1)
    phrase = measured(tokens, index, last, unit.kind == "money")
    if phrase and (tokens.doc[phrase[1]].idx >= block.end or tokens.doc[phrase[0]].idx < block.start):
        phrase = None
    end = measure.end
    hyphen = 1 if tokens.tag(last + 1) == "HYPH" else 0
    if phrase and phrase[0] == last + 1 + hyphen:
        end = tokens.doc[phrase[1]].idx + len(tokens.doc[phrase[1]])
    over_time = unit.kind == "duration" and measure.bound == "over" and text[measure.start :][:4].lower() == "over"
    if over_time and tokens.lower(tokens.at(measure.start) - 1) not in ("for", "took", "lasted", "lasting", "of"):
        # `Over two days` mostly means in the course of them.
        measure = replace(measure, bound="exact", start=numeral.start)
    return _figure(article, tokens, measure, unit.unit, phrase, end)


def _figure(
    article: Article, tokens: Tokens, measure: Measure, unit: str | None, phrase: tuple[int, int] | None, end: int
) -> Figure:
    what = ""
    if phrase:
        last = tokens.doc[phrase[1]]
        what = " ".join(article.text[tokens.doc[phrase[0]].idx : last.idx + len(last)].split())
    return Figure(
        article=article.id,
        claimant=None,
        value=measure.value,
        bound=measure.bound,
        unit=unit,
        what=what,
        period=None,
        start=measure.start,
        end=max(end, measure.end),
    )
