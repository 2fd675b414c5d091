"""Pull quotes: words that a page shows twice, once in the story and once beside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from legation.intake.lines import Paragraph
from legation.model import Span

_TOKEN = re.compile(r"[^\W_]+")
_SHINGLE = 4
_LEAST_WORDS = 7
"""Shorter repeats are refrains (`Next question, please.`), not pull quotes."""
_LONG = 1500
"""Words; no pull quote is as long, and the comparison would cost too much."""
_EDGE = 3
"""Words at either edge of a pull quote that may differ from the story's."""
_PRONOUNS = frozenset(("he", "she", "it", "they", "we", "i"))


class Token(NamedTuple):
    """A word in small letters and where it stands in its paragraph."""

    word: str
    start: int
    end: int


_LEAST_SHARE = 0.7
"""Of a pull quote's shingles that must stand in the paragraph it repeats."""


def find_repeats(paragraphs: Sequence[Paragraph]) -> dict[int, Span]:
    """For each paragraph that repeats words of another one, its index and the span that it repeats.

    Of two alike paragraphs the pull quote is the shorter one; of two alike in length the one without a closing stop,
    else the later one. Transcripts, whose speakers repeat themselves, have none.
    """
    if _is_transcript(paragraphs):
        return {}
    tokens = [[Token(m.group().casefold(), m.start(), m.end()) for m in _TOKEN.finditer(p.text)] for p in paragraphs]
    shingles = [_shingles([token.word for token in row]) for row in tokens]
    places: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for index, row in enumerate(shingles):
        for shingle in row:
            places[shingle].add(index)
    found: dict[int, Span] = {}
    for index in sorted(range(len(paragraphs)), key=lambda i: (len(tokens[i]), paragraphs[i].ends_sentence, -i)):
        if len(tokens[index]) < _LEAST_WORDS:
            continue
        shared = Counter(
            other for shingle in shingles[index] for other in places[shingle] if other != index and other not in found
        )
        if not shared:
            continue
        best = max(shared, key=lambda other: (shared[other], -abs(other - index), -other))
        if shared[best] < _LEAST_SHARE * len(shingles[index]):
            continue
        if not _may_repeat(paragraphs[index], len(tokens[index]), paragraphs[best], len(tokens[best])):
            continue
        span = _repeated(tokens[index], tokens[best], paragraphs[best])
        if span is not None:
            found[index] = span
    return found


def _is_transcript(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether speakers' labels open the paragraphs: `Q:`, `MR PRICE:`, `Anna Holm:`."""
    return sum(paragraph.is_speech for paragraph in paragraphs) > max(2, len(paragraphs) / 6)


def _may_repeat(quote: Paragraph, quote_words: int, story: Paragraph, story_words: int) -> bool:
    """Whether of two alike paragraphs the first is the pull quote."""
    if quote.ends_sentence != story.ends_sentence and min(quote_words, story_words) > 0.75 * max(
        quote_words, story_words
    ):
        return story.ends_sentence
    return story_words >= quote_words


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)]


def _repeated(quote: list[Token], story: list[Token], paragraph: Paragraph) -> Span | None:
    """From the first to the last of the shared words in the story's paragraph; None where the words differ too much.

    Editors of pull quotes put a name for the pronoun of the first words and change the attribution at the end; other
    words that differ make it another sentence of the same mould.
    """
    if len(story) > _LONG or len(quote) > _LONG:
        return None
    matcher = SequenceMatcher(None, [t.word for t in story], [t.word for t in quote], autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= 2]
    if not blocks:
        return None
    head, tail = blocks[0].b, len(quote) - blocks[-1].b - blocks[-1].size
    inside = blocks[-1].b + blocks[-1].size - blocks[0].b
    matched = sum(block.size for block in blocks)
    if head > _EDGE or tail > _EDGE or matched < 0.95 * inside:
        return None
    if head and not _stands_for(quote[:head], story, blocks[0].a):
        return None
    last = blocks[-1].a + blocks[-1].size - 1
    return Span(paragraph.start + story[blocks[0].a].start, paragraph.start + story[last].end)


def _stands_for(words: list[Token], story: list[Token], place: int) -> bool:
    """Whether the first words of a pull quote stand for a pronoun of the story, or for words that it has elsewhere."""
    if place and story[place - 1].word in _PRONOUNS:
        return True
    known = {token.word for token in story}
    return any(token.word in known for token in words)
