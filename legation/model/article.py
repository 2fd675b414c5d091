"""One press item as published, its blocks and what was odd about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from legation.model.dates import DateInterval
from legation.model.spans import Span

BlockKind = Literal[
    "headline",
    "byline",
    "dateline",
    "body",
    "caption",
    "pull-quote",
    "related",
    "navigation",
    "advert",
    "footer",
    "comment",
]
PublishedBasis = Literal["metadata", "dateline", "text", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of an article that serves one purpose; one paragraph is one body block."""

    kind: BlockKind
    start: int
    end: int
    repeats: Span | None = None
    """For a pull-quote, the body span whose words it repeats."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be understood or looks damaged: a warning that the record keeps and counts."""

    kind: str
    """A short fixed word such as `no-date`, `unclosed-quotation`, `machine-translated`, `truncated`, `mojibake`."""
    message: str


@dataclass(frozen=True, slots=True)
class Article:
    """One press item: its text (line ends as `\\n`), its blocks and what is known of its publication."""

    id: str
    path: str
    """The file's path as seen from the folder that was built, with `#n` for the n-th item of a file of many."""
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    """Of the source bytes of this item."""
    url: str | None = None
    outlet: str | None = None
    agency: str | None = None
    title: str | None = None
    author: str | None = None
    published: DateInterval | None = None
    """None where unknown; a year without a day is an interval of precision `year`."""
    published_basis: PublishedBasis = "unknown"
    published_span: Span | None = None
    """Where the date's words stand in the text, if they stand there."""
    language: str | None = None
    """ISO 639-1."""
    warnings: tuple[Problem, ...] = field(default=())

    def words(self, span: tuple[int, int]) -> str:
        """The exact words of a span."""
        return self.text[span[0] : span[1]]
