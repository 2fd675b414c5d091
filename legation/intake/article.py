"""An item into an article: its id, outlet, agency, author, title, date and health."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from legation.intake.bylines import agency_in, author_in
from legation.intake.compose import squeeze
from legation.intake.health import health_of
from legation.intake.items import Item
from legation.intake.language import language_of
from legation.intake.outletlines import outlet_in
from legation.intake.outlets import outlet_of_host, row_of_name
from legation.intake.published import published_of
from legation.intake.sources import Source
from legation.model import Article, Block


def article_of(item: Item, source: Source) -> Article:
    """The article that an item of a source is; what neither the source nor the text tells stays unknown."""
    digest = hashlib.sha256(f"{source.name}#{item.locator}\0{item.text}".encode("utf-8", "surrogatepass")).hexdigest()
    text, blocks = item.text, item.blocks
    published = published_of(text, blocks, item.date, item.url)
    language = language_of(text, blocks)
    bare = Article(
        id=f"a{digest[:16]}",
        path=f"{source.name}#{item.locator}" if item.locator else source.name,
        text=text,
        blocks=blocks,
        sha256=hashlib.sha256(item.data).hexdigest() if item.data else source.sha256,
        url=item.url,
        outlet=_known_name(item.outlet) if item.outlet else outlet_of_host(item.url) or outlet_in(text, blocks),
        agency=item.agency or agency_in(text, blocks, item.author),
        title=squeeze(item.title) if item.title else title_in(text, blocks),
        author=item.author or author_in(text, blocks),
        published=published.interval if published else None,
        published_basis=published.basis if published else "unknown",
        published_span=published.span if published else None,
        language=language or item.language,
    )
    return _with_warnings(bare, item)


def title_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The headline that stands before the story."""
    for block in blocks:
        if block.kind == "headline":
            return squeeze(text[block.start : block.end])
        if block.kind in ("body", "pull-quote"):
            return None
    return None


def _known_name(outlet: str) -> str:
    """The table's spelling of an outlet given by name or by host, else the words as they stand."""
    row = row_of_name(outlet)
    return row.outlet if row else outlet_of_host(outlet) or outlet


def _with_warnings(article: Article, item: Item) -> Article:
    return replace(article, warnings=(*item.problems, *health_of(article)))
