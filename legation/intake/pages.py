"""Files that are one article: plain text, Markdown, a saved HTML page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from legation.intake.blocks import find_blocks, label
from legation.intake.decode import decode
from legation.intake.items import Item, Read
from legation.intake.lines import Paragraph, paragraphs_of
from legation.intake.webpage import read_page
from legation.model import BlockKind

_CHARSET = re.compile(rb"<meta[^>]{0,100}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_FRONT = re.compile(r"---\n(?P<fields>(?:[^\n]*\n)*?)(?:---|\.\.\.)(?:\n|$)")
_FIELD = re.compile(
    r"^(title|date|author|outlet|source|url|link|publisher|published)\s*:\s*[\"']?(.*?)[\"']?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADING = re.compile(r"#{1,6}\s+")
_PICTURE = re.compile(r"!\[.*?\]\(.*?\)")
_RULE = re.compile(r"(?:[-*_]\s?){3,}|=+|-+")


def read_plain(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """A text file: its own characters, decoded; only line ends change."""
    text = decode(data)
    return Read((Item(text, find_blocks(text)),))


def read_html(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """A saved page: the story that trafilatura finds, under the page's title."""
    page = read_page(decode(data, charset_of(data)))
    return Read((page,)) if page.text else Read((), "holds no text; save the page again when it has loaded")


def charset_of(data: bytes) -> str | None:
    """The encoding that a page's own head declares."""
    declared = _CHARSET.search(data[:4096])
    return declared[1].decode("ascii") if declared else None


def read_markdown(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """A Markdown file: its own characters; the signs of headings and lists stand outside the blocks.

    The fields of a front matter (`title`, `date`, `author`, `source`, `url`) are its metadata.
    """
    text = decode(data)
    front = _FRONT.match(text)
    fields = {name.lower(): value for name, value in _FIELD.findall(front["fields"])} if front else {}
    paragraphs: list[Paragraph] = []
    hints: dict[int, BlockKind] = {}
    for one in paragraphs_of(text):
        if (front and one.start < front.end()) or _RULE.fullmatch(one.text):
            continue
        heading = _HEADING.match(one.text)
        if heading:
            hints[len(paragraphs)] = "headline"
            one = Paragraph(one.start + heading.end(), one.end, one.text[heading.end() :], one.apart)
        elif _PICTURE.fullmatch(one.text):
            hints[len(paragraphs)] = "caption"
        paragraphs.append(one)
    item = Item(
        text=text,
        blocks=label(paragraphs, hints),
        title=fields.get("title"),
        author=fields.get("author"),
        date=fields.get("date") or fields.get("published"),
        outlet=fields.get("outlet") or fields.get("source") or fields.get("publisher"),
        url=fields.get("url") or fields.get("link"),
    )
    return Read((item,))
