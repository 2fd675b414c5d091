"""How alike two articles' stories are: candidates from an inverted index, and the measures of each pair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from legation.merging.views import (
    LEAD,
    Floats,
    Ints,
    Story,
    View,
    names_among,
    numbers_of,
    plain_words,
    sentences_of,
    stems_of,
    terms_of,
    view_of,
)

MEASURES = (
    "words", "names", "lead words", "lead names", "numbers", "word pairs", "lead in text, more", "lead in text, less",
    "names held, more", "names held, less", "chief names held, more", "chief names held, less",
    "title names held, more", "title names held, less", "lead numbers held, more", "lead numbers held, less",
    "title words held, more", "title words held, less", "years", "months", "weekdays", "lead weekdays", "days apart",
    "shorter", "longer",
    "near by words, more", "near by words, less", "near by names, more", "near by names, less", "shared neighbours",
)  # fmt: skip
"""The columns of the measures, in order; `more` and `less`: of the two directions."""
CANDIDATES = 60
"""Most partners a story is compared with: those with the most alike words, and names."""
ASKED = 60
"""Words, and names, of a story that find candidates: those that weigh most."""
COMMON = 1000
"""A term of more stories finds no candidates; keeps the cost near to linear."""
CHIEF = 5
"""Names that carry a story: those that weigh most."""
WINDOW = 14
"""Days between the publication of two reports of one story, at most."""
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_NAMED = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DAY = re.compile(
    rf"\b(?:(?P<m1>{_NAMED})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)? ?,? (?P<y1>(?:19|20)\d\d)"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_NAMED})\.?,? (?P<y2>(?:19|20)\d\d))\b"
)
_YEAR_END = re.compile(r"\b(?:19(?=[5-9]\d)|20(?=[0-4]\d))(\d\d)\b")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.)"
)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


class Collection:
    """All stories as views, with what compares two of them."""

    def __init__(self, stories: Sequence[Story]) -> None:
        texts = [f"{story.title}\n{story.text}" for story in stories]
        sentences = [sentences_of(story) for story in stories]
        leads = [" ".join(parts[:LEAD]) for parts in sentences]
        titles = [parts[0] if parts else "" for parts in sentences]
        names = names_among(texts)

        def named(text: str) -> list[str]:
            return [word for word in plain_words(text.lower()) if word in names]

        word_lists = [stems_of(text) for text in texts]
        name_lists = [named(text) for text in texts]
        number_lists = [numbers_of(text) for text in texts]
        pair_lists = [[f"{a} {b}" for a, b in pairwise(words)] for words in word_lists]
        printed = zip(stories, texts, strict=True)
        self.days = [story.day if story.day is not None else _printed_day(text) for story, text in printed]
        words, named_terms, numbers = terms_of(word_lists), terms_of(name_lists), terms_of(number_lists)
        self.given_days = [story.day for story in stories]
        self.sources = [story.source for story in stories]
        self.titles = titles
        self.words, self.names, self.numbers = (
            view_of(word_lists, words),
            view_of(name_lists, named_terms),
            view_of(number_lists, numbers),
        )
        self.lead_words = view_of([stems_of(lead) for lead in leads], words)
        self.lead_names = view_of([named(lead) for lead in leads], named_terms)
        self.title_names = view_of([named(title) for title in titles], named_terms)
        self.title_words = view_of([stems_of(title) for title in titles], words)
        self.lead_numbers = view_of([numbers_of(lead) for lead in leads], numbers)
        self.pairs = view_of(pair_lists, terms_of(pair_lists))
        self.chief = heaviest(self.names, CHIEF)
        self.times = [
            [frozenset(match.lower()[:3] for match in pattern.findall(text)) for text in told]
            for pattern, told in ((_YEAR_END, texts), (_MONTH, texts), (_WEEKDAY, texts), (_WEEKDAY, leads))
        ]
        self.lengths = np.log([1 + len(words) for words in word_lists])
        self.size = len(texts)


def _printed_day(text: str) -> int | None:
    """The first whole date among the first words, as reports print it above the text."""
    match = _DAY.search(text[:400])
    if match is None:
        return None
    month, day, year = (match[f"{part}1"] or match[f"{part}2"] for part in "mdy")
    try:
        return date(int(year), _MONTHS[month[:3].lower()], int(day)).toordinal()
    except ValueError:
        return None


def gather(view: View, partners: Ints) -> tuple[Ints, Floats, Floats, Ints]:
    """Terms, values, weights of many rows in one array each, and the row each belongs to."""
    sizes = view.starts[partners + 1] - view.starts[partners]
    owner = np.repeat(np.arange(len(partners)), sizes)
    offset = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    at = np.repeat(view.starts[partners], sizes) + offset
    return view.terms[at], view.values[at], view.weights[at], owner


def dots(left: View, index: int, right: View, partners: Ints) -> Floats:
    """Cosines of one row of `left` with rows of `right`."""
    buffer = np.zeros(right.width)
    terms, values, _ = left.row(index)
    buffer[terms] = values
    found, there, _, owner = gather(right, partners)
    return np.bincount(owner, buffer[found] * there, minlength=len(partners)).astype(np.float64)


def held(part: View, whole: View, index: int, partners: Ints) -> tuple[Floats, Floats]:
    """How much of one row's part its partners' wholes hold, and how much of their parts its whole holds; both 0 to 1.

    -1 where a part is empty: nothing speaks for or against.
    """
    terms, _, weights = part.row(index)
    buffer = np.zeros(whole.width)
    buffer[terms] = weights
    found, _, _, owner = gather(whole, partners)
    there: Floats = np.bincount(owner, buffer[found], minlength=len(partners)).astype(np.float64)
    there = there / weights.sum() if len(terms) else np.full(len(partners), -1.0)
    buffer[:] = 0
    buffer[whole.row(index)[0]] = 1
    found, _, weights, owner = gather(part, partners)
    total = np.bincount(owner, weights, minlength=len(partners))
    here = np.bincount(owner, weights * buffer[found], minlength=len(partners))
    return there, np.where(total > 0, here / np.maximum(total, 1e-9), -1.0)


def heaviest(view: View, most: int) -> View:
    """The same rows with their heaviest terms only."""
    keep = np.zeros(len(view.terms), dtype=bool)
    for row in range(len(view.starts) - 1):
        here = np.arange(view.starts[row], view.starts[row + 1])
        keep[here[np.lexsort((view.terms[here], -view.weights[here]))[:most]]] = True
    starts = np.concatenate([[0], np.cumsum(keep)])[view.starts].astype(np.int64)
    return View(starts, view.terms[keep], view.values[keep], view.weights[keep], view.width)


def postings_of(view: View) -> tuple[Ints, Ints, Floats]:
    """The rows of each term: starts, rows, values."""
    order = np.argsort(view.terms, kind="stable")
    rows = np.repeat(np.arange(len(view.starts) - 1), np.diff(view.starts))
    starts = np.searchsorted(view.terms[order], np.arange(view.width + 1))
    return starts, rows[order], view.values[order]


def candidates_of(collection: Collection, most: int = CANDIDATES) -> list[Ints]:
    """Of each story its likeliest partners, each pair named from both sides; by shared words and names."""
    size = collection.size
    partners: list[set[int]] = [set() for _ in range(size)]
    given = np.array([-1 if day is None else day for day in collection.given_days], dtype=np.int64)
    for view in (collection.words, collection.names):
        asked = heaviest(view, ASKED)
        starts, rows, values = postings_of(view)
        sizes = np.diff(starts)
        for index in range(size):
            terms, mine, _ = asked.row(index)
            few = sizes[terms] <= COMMON
            at = [np.arange(starts[term], starts[term + 1]) for term in terms[few]]
            if not at:
                continue
            places = np.concatenate(at)
            found, where = np.unique(rows[places], return_inverse=True)
            score = np.bincount(where, np.repeat(mine[few], sizes[terms[few]]) * values[places])
            apart = np.abs(given[found] - given[index]) > WINDOW
            score[(found == index) | (apart & (given[found] >= 0) & (given[index] >= 0))] = 0
            best = np.argsort(-score, kind="stable")[:most]
            for other in found[best[score[best] > 0.01]].tolist():
                partners[index].add(other)
                partners[other].add(index)
    return [np.array(sorted(found), dtype=np.int64) for found in partners]


def measures_of(collection: Collection, index: int, partners: Ints) -> Floats:
    """The measures that rest on the two stories alone: a row a partner, a column a measure."""
    c = collection
    columns = [
        dots(view, index, view, partners) for view in (c.words, c.names, c.lead_words, c.lead_names, c.numbers, c.pairs)
    ]
    lead, back = dots(c.lead_words, index, c.words, partners), dots(c.words, index, c.lead_words, partners)
    columns += [np.maximum(lead, back), np.minimum(lead, back)]
    for part, whole in (
        (c.names, c.names),
        (c.chief, c.names),
        (c.title_names, c.names),
        (c.lead_numbers, c.numbers),
        (c.title_words, c.words),
    ):
        there, here = held(part, whole, index, partners)
        columns += [np.maximum(there, here), np.minimum(there, here)]
    columns += [np.array([_overlap(told[index], told[other]) for other in partners]) for told in c.times]
    day = c.days[index]
    days = [c.days[partner] for partner in partners]
    apart = [0 if day is None or other is None else min(abs(day - other), 60) for other in days]
    here, there = np.full(len(partners), c.lengths[index]), c.lengths[partners]
    columns += [np.array(apart, dtype=float), np.minimum(here, there), np.maximum(here, there)]
    return np.column_stack(columns)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Of the smaller; -1 where one names none."""
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else -1.0


class Pairs(NamedTuple):
    """Pairs of stories that may be one, each once, with their measures."""

    left: Ints
    right: Ints
    measures: Floats


def pairs_of(collection: Collection) -> Pairs:
    """The candidate pairs and all measures of each, those included that place a pair among the others."""
    lefts, rights, rows = [], [], []
    for index, partners in enumerate(candidates_of(collection)):
        later = partners[partners > index]
        if len(later):
            lefts.append(np.full(len(later), index))
            rights.append(later)
            rows.append(measures_of(collection, index, later))
    if not rows:
        empty = np.zeros(0, dtype=np.int64)
        return Pairs(empty, empty, np.zeros((0, len(MEASURES))))
    left, right, measures = np.concatenate(lefts), np.concatenate(rights), np.vstack(rows)
    return Pairs(left, right, np.column_stack([measures, _among_others(collection.size, left, right, measures)]))


def _among_others(size: int, left: Ints, right: Ints, measures: Floats) -> Floats:
    """How near a pair is to the nearest of each, and how alike their neighbours are.

    A story told by many has near neighbours; two stories of one kind have nearer ones elsewhere.
    """
    columns = []
    for column in (0, 1):
        value = measures[:, column]
        best = np.full(size, 1e-9)
        np.maximum.at(best, left, value)
        np.maximum.at(best, right, value)
        here, there = value / best[left], value / best[right]
        columns += [np.maximum(here, there), np.minimum(here, there)]
    near = ((measures[:, 0] + measures[:, 1]) / 2) ** 2
    rows = np.concatenate([left, right, np.arange(size)])
    terms = np.concatenate([right, left, np.arange(size)])
    values = np.concatenate([near, near, np.ones(size)])
    order = np.lexsort((terms, rows))
    lengths = np.sqrt(np.bincount(rows, values**2, minlength=size))
    starts = np.searchsorted(rows[order], np.arange(size + 1))
    unit = (values / lengths[rows])[order]
    view = View(starts, terms[order], unit, unit, size)
    shared = np.zeros(len(left))
    bounds = np.searchsorted(left, np.arange(size + 1))
    for index in range(size):
        here = slice(bounds[index], bounds[index + 1])
        if bounds[index] < bounds[index + 1]:
            shared[here] = dots(view, index, view, right[here])
    return np.column_stack([*columns, shared])
