"""Word and PDF files into one item each."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any
from zipfile import BadZipFile

from legation.intake.compose import compose
from legation.intake.extras import format_library
from legation.intake.items import Item, Read
from legation.intake.lines import paragraphs_of
from legation.intake.markup import Part
from legation.intake.sources import SourceError

_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page\s)?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


def read_docx(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """A Word file: its paragraphs and the rows of its tables, in order. Its creation date is not its publication."""
    docx = format_library("docx")
    try:
        document = docx.Document(io.BytesIO(data))
        parts = [part for block in document.iter_inner_content() for part in _parts_of_block(block)]
        title = (document.core_properties.title or "").strip() or None
    # python-docx lets through whatever its zip and XML readers meet in a damaged file.
    except (
        ValueError,
        LookupError,
        OSError,
        AttributeError,
        SyntaxError,
        EOFError,
        NotImplementedError,
        BadZipFile,
    ) as error:
        raise SourceError(f"is no whole Word file ({error}); open it and save it again as .docx") from error
    if title is None and parts and parts[0][1] == "headline":
        title, parts = parts[0][0], parts[1:]
    text, blocks = compose(title, parts)
    return Read((Item(text, blocks, title=title),))


def _parts_of_block(block: Any) -> list[Part]:
    if hasattr(block, "rows"):
        return [(" ".join(dict.fromkeys(cell.text for cell in row.cells)), None) for row in block.rows]
    style = str(getattr(block.style, "name", "") or "")
    return [(block.text, "headline" if style.startswith(("Heading", "Title")) else None)]


def read_pdf(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """A PDF with a text layer: its pages in order, lines joined to paragraphs, running heads left out."""
    pypdf = format_library("pypdf")
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("is locked with a password; save a copy without one")
        pages = [page.extract_text() or "" for page in reader.pages]
        title = str(reader.metadata.title or "").strip() if reader.metadata else ""
    except (
        pypdf.errors.PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OSError,
        RecursionError,
    ) as error:
        raise SourceError(f"is no whole PDF ({error}); open it and print it to a new PDF") from error
    text = "\n".join(_without_running_heads(pages))
    if not text.strip():
        raise SourceError("is a PDF without a text layer (a scan); run it through OCR first")
    # Only titles that look like a headline: writing programs put file names there.
    headline = (
        title if len(title.split()) > 2 and "." not in title[-6:] and title[:40] in text.replace("\n", " ") else None
    )
    parts: list[Part] = [(_HYPHEN.sub("", one.text), None) for one in paragraphs_of(_HYPHEN.sub("-\n", text))]
    words, blocks = compose(headline, parts)
    return Read((Item(words, blocks, title=headline),))


def _without_running_heads(pages: list[str]) -> list[str]:
    """The pages without page numbers and the first and last lines that most pages share."""
    rows = [[line.strip() for line in page.split("\n")] for page in pages]
    edges = Counter(_NUMBER.sub("#", line) for row in rows for line in {*row[:2], *row[-2:]} if line)
    common = {line for line, count in edges.items() if len(pages) > 2 and count > len(pages) / 2}
    return [
        "\n".join(line for line in row if _NUMBER.sub("#", line) not in common and not _PAGE.fullmatch(line))
        for row in rows
    ]
