"""A saved HTML page into one item: its story, and what the page says of itself."""

from __future__ import annotations

from legation.intake.compose import compose, same_words, squeeze
from legation.intake.furniture import sign
from legation.intake.items import Item
from legation.intake.lines import Paragraph
from legation.intake.markup import parse_html
from legation.intake.outlets import outlet_of_host, outlet_of_hosts
from legation.intake.page import story_of
from legation.intake.pagemeta import page_meta


def read_page(text: str, url: str | None = None) -> Item:
    """The page as an item; its text is empty where the page holds no words. `url` is its address where known."""
    tree = parse_html(text)
    if tree is None:
        return Item("", ())
    # The metadata first: trafilatura and htmldate prune the trees that they are given.
    meta = page_meta(tree, url)
    words, blocks = compose(meta.title, story_of(text, tree))
    outlet = outlet_of_host(meta.url) or meta.site or outlet_of_hosts(meta.hosts)
    return Item(
        text=words,
        blocks=blocks,
        url=url or meta.url,
        title=meta.title,
        author=meta.author,
        outlet=outlet,
        date=meta.date,
        language=meta.language,
    )


def article_body(text: str) -> str:
    """The story of a saved page, one paragraph a line, without its title and without lines of page furniture.

    Only a line's own words remove it here: a benchmark of extraction counts subheads and captions as story.
    """
    tree = parse_html(text)
    if tree is None:
        return ""
    heads = [squeeze("".join(element.itertext())) for element in tree.iterfind(".//h1")]
    lines = [words for part, _ in story_of(text, tree) if (words := squeeze(part))]
    if len(lines) > 1 and any(same_words(lines[0], head) for head in heads):
        lines = lines[1:]
    kept = [line for line in lines if sign(Paragraph(0, len(line), line, True)).kind not in _FURNITURE]
    return "\n".join(kept or lines)


_FURNITURE = frozenset(("navigation", "advert", "comment", "footer", "related"))
