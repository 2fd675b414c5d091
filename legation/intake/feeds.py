"""RSS and Atom files into items, one an entry."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from legation.intake.compose import compose
from legation.intake.extras import format_library
from legation.intake.items import Item, Read
from legation.intake.outlets import named_outlet
from legation.intake.page import fragment_parts, is_fragment
from legation.intake.sources import SourceError
from legation.intake.webpage import read_page


def read_feed(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """Every entry of a feed that has words. Raises SourceError for XML that is no feed."""
    feed = format_library("feedparser").parse(data)
    if not feed.get("version"):
        raise SourceError("is XML, but no RSS or Atom feed; save the articles as HTML or text")
    site = _outlet_of_title((feed.feed.get("title") or "").strip())
    items: list[Item] = []
    empty = 0
    for number, entry in enumerate(feed.entries, start=1):
        item = _item(str(number), entry, site)
        if item.text:
            items.append(item)
        else:
            empty += 1
    problem = f"{empty} of {len(feed.entries)} entries have no text; the others were read" if empty and items else None
    return Read(tuple(items), problem if items else "is a feed without any text")


def _item(locator: str, entry: Any, site: str | None) -> Item:
    fields = {
        name: entry.get(name)
        for name in ("title", "link", "author", "published", "id")
        if isinstance(entry.get(name), str)
    }
    contents = [part.get("value", "") for part in entry.get("content", [])] + [entry.get("summary", "")]
    source = max(contents, key=len)
    title = fields.get("title")
    url = fields.get("link")
    if is_fragment(source):
        text, blocks = compose(title, fragment_parts(source) if source else [])
    else:
        page = read_page(source, url)
        text, blocks = page.text, page.blocks
    made_by = entry.get("source", {})
    return Item(
        text=text,
        blocks=blocks,
        locator=locator,
        data=json.dumps({**fields, "content": source}, sort_keys=True, ensure_ascii=False).encode(
            "utf-8", "surrogatepass"
        ),
        url=url,
        title=title,
        author=fields.get("author"),
        outlet=(made_by.get("title") if isinstance(made_by, dict) else None) or site,
        date=fields.get("published"),
    )


def _outlet_of_title(title: str) -> str | None:
    """The outlet of a channel's title: `Harbour Post: World news` is Harbour Post's, where the first part names one."""
    first = re.split(r"\s?[:|]\s|\s[-–—»]\s", title)[0].strip()
    named = named_outlet(first) if first else None
    return named[0] if named else title or None
