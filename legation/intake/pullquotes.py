"""Pull quotes: words that a page shows twice, once in the story and once beside it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from legation.intake.lines import Paragraph
from legation.model import Span

_TOKEN = re.compile(r"[^\W_]+")
_SHINGLE = 4
_LEAST_WORDS = 7
"""Shorter repeats are refrains (`Next question, please.`), not pull quotes."""
_MOST_WORDS = 90
_LONG = 1500
"""Words; beyond it the comparison of two paragraphs would cost too much and names the whole paragraph."""
_LEAST_SHARE = 0.7
"""Of a pull quote's shingles that must stand in the paragraph it repeats; editors change its first words or its tail."""


def find_repeats(paragraphs: Sequence[Paragraph]) -> dict[int, Span]:
    """For each paragraph that repeats words of another one, its index and the span that it repeats.

    Of two alike paragraphs the pull quote is the shorter one; of two alike in length the one without a closing stop,
    else the later one.
    """
    tokens = [[(m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(p.text)] for p in paragraphs]
    places: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    shingles = [_shingles([word for word, _, _ in row]) for row in tokens]
    for index, row in enumerate(shingles):
        for shingle in row:
            places[shingle].add(index)
    found: dict[int, Span] = {}
    order = sorted(range(len(paragraphs)), key=lambda i: (len(tokens[i]), paragraphs[i].ends_sentence, -i))
    for index in order:
        if len(tokens[index]) < _LEAST_WORDS or not shingles[index]:
            continue
        shared: defaultdict[int, int] = defaultdict(int)
        for shingle in shingles[index]:
            for other in places[shingle]:
                if other != index and other not in found:
                    shared[other] += 1
        if not shared:
            continue
        best = max(shared, key=lambda other: (shared[other], -abs(other - index), -other))
        # A long paragraph is no pull quote; it is left out only where the page gives it twice word for word.
        share = _LEAST_SHARE if len(tokens[index]) <= _MOST_WORDS else 0.98
        if shared[best] < share * len(shingles[index]):
            continue
        if not _may_repeat(paragraphs[index], len(tokens[index]), paragraphs[best], len(tokens[best])):
            continue
        found[index] = _repeated(tokens[index], tokens[best], paragraphs[best])
    return found


def _may_repeat(quote: Paragraph, quote_words: int, story: Paragraph, story_words: int) -> bool:
    """Whether of two alike paragraphs the first is the pull quote."""
    if quote.ends_sentence != story.ends_sentence and min(quote_words, story_words) > 0.75 * max(
        quote_words, story_words
    ):
        return story.ends_sentence
    return story_words >= quote_words


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _repeated(quote: list[tuple[str, int, int]], story: list[tuple[str, int, int]], paragraph: Paragraph) -> Span:
    """From the first to the last of the shared words in the story's paragraph."""
    if len(story) > _LONG or len(quote) > _LONG:
        return Span(paragraph.start, paragraph.end)
    matcher = SequenceMatcher(None, [w for w, _, _ in story], [w for w, _, _ in quote], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 3]
    if not blocks:
        return Span(paragraph.start, paragraph.end)
    first, last = blocks[0].a, blocks[-1].a + blocks[-1].size - 1
    return Span(paragraph.start + story[first][1], paragraph.start + story[last][2])
