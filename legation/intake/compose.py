"""A text made of paragraphs that a format gave one by one, with their blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from legation.intake.blocks import label
from legation.intake.lines import BLANK, Paragraph
from legation.model import Block, BlockKind

_SPACES = re.compile(rf"[{BLANK}\n]+")
_KEPT = re.compile(r"\w+")


def squeeze(text: str) -> str:
    """One line, with single blanks and none at the edges."""
    return _SPACES.sub(" ", text).strip(BLANK)


def same_words(left: str, right: str) -> bool:
    """Whether two lines have the same words, signs and capitals aside."""
    return _KEPT.findall(left.casefold()) == _KEPT.findall(right.casefold())


def compose(
    title: str | None, parts: Iterable[tuple[str, BlockKind | None]], author: str | None = None
) -> tuple[str, tuple[Block, ...]]:
    """The text (title first, an empty line between paragraphs) and its blocks.

    Each part is a paragraph with the kind that the format's marks give it, or None. A first part that repeats the
    title is left out; one that is the author's name alone is the byline.
    """
    rows = [(squeeze(text), kind) for text, kind in parts]
    rows = [(text, kind) for text, kind in rows if text]
    if author:
        rows = [
            (text, "byline" if index < 4 and same_words(text, author) else kind)
            for index, (text, kind) in enumerate(rows)
        ]
    heading = squeeze(title or "")
    if heading:
        if rows and same_words(rows[0][0], heading):
            rows = rows[1:]
        rows.insert(0, (heading, "headline"))
    paragraphs: list[Paragraph] = []
    start = 0
    for text, _ in rows:
        paragraphs.append(Paragraph(start, start + len(text), text, True))
        start += len(text) + 2
    hints = {index: kind for index, (_, kind) in enumerate(rows) if kind is not None}
    return "\n\n".join(text for text, _ in rows), label(paragraphs, hints)
