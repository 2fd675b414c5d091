"""Takes files in: each source into articles, or into one line that says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from legation.intake.article import article_of
from legation.intake.documents import read_docx, read_pdf
from legation.intake.feeds import read_feed
from legation.intake.items import Read
from legation.intake.pages import read_html, read_markdown, read_plain
from legation.intake.rows import read_csv, read_json, read_jsonl
from legation.intake.sniff import suffix_of
from legation.intake.sources import Source, SourceError, list_sources, read_bytes
from legation.intake.warc import read_warc
from legation.model import Article, LegationError

Reader = Callable[[bytes, Mapping[str, str] | None], Read]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".shtml": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".warc": read_warc,
    ".warc.gz": read_warc,
}
"""What reads a file, by its ending; each takes the bytes and the columns, and raises SourceError."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one source."""

    source: Source
    articles: tuple[Article, ...] = ()
    problem: str | None = None
    """One line that names the file and says what to do; articles may stand beside it where only a part was bad."""
    skipped: bool = False
    """Whether the record already has this very file, so that it was not read."""


def take_in(
    paths: Sequence[Path],
    columns: Mapping[str, str] | None = None,
    known: Callable[[Source], bool] | None = None,
) -> Iterator[Taken]:
    """Every file below the paths as articles or as a problem, in the order of the files' names.

    `columns` maps Legation's fields to the columns of dumps and tables; `known` says of a source whether the record
    already has it, and such a source is skipped unread.
    """
    for source in list_sources(paths):
        if known is not None and source.problem is None and known(source):
            yield Taken(source, skipped=True)
        else:
            yield read_source(source, columns)


def read_source(source: Source, columns: Mapping[str, str] | None = None) -> Taken:
    """One source into its articles. A bad file gives a problem, never an exception."""
    try:
        data = read_bytes(source)
        if not data.strip():
            raise SourceError("is empty; nothing to read")
        reader = READERS.get(suffix_of(source.name, data))
        if reader is None:
            raise SourceError(f"is of a kind that is not read; Legation reads {', '.join(sorted(READERS))} and .zip")
        found = reader(data, columns)
        articles = tuple(article_of(item, source) for item in found.items if item.text)
    except SourceError as error:
        return Taken(source, problem=f"{source.name}: {_line(str(error))}")
    except LegationError as error:
        # Wrong --columns concern one file of many: a folder may mix dumps and pages.
        return Taken(source, problem=f"{source.name}: {_line(str(error))}")
    problem = found.problem
    if not articles and problem is None:
        problem = "holds no text; nothing to read"
    return Taken(source, articles, None if problem is None else f"{source.name}: {_line(problem)}")


def _line(words: str) -> str:
    return " ".join(words.split())
