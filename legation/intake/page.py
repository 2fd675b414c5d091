"""A saved HTML page into a title and the paragraphs of its story."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from legation.intake.markup import Part, paragraphs_in, parse_html

_FRAGMENT_UNLIKE = re.compile(r"<(?:html|body|head|nav|main|!doctype)\b", re.IGNORECASE)
_DEEPEST = 400
"""Levels; trafilatura calls itself once a level, and no real page is nested as deep."""


def is_fragment(text: str) -> bool:
    """Whether HTML is the content of an article alone (a feed's or a dump's field), without a page around it."""
    return not _FRAGMENT_UNLIKE.search(text[:20_000])


def story_of(text: str, tree: HtmlElement) -> list[Part]:
    """The paragraphs of the page's story, by trafilatura; where it finds none, all paragraphs of the page."""
    if not is_too_deep(tree):
        try:
            found = bare_extraction(text, include_comments=False, with_metadata=False)
        except (RecursionError, etree.LxmlError, ValueError, AttributeError, TypeError):
            found = None
        body = getattr(found, "body", None)
        if body is not None:
            parts = _parts(body)
            if parts:
                return parts
    return paragraphs_in(tree)


def fragment_parts(text: str) -> list[Part]:
    """The paragraphs of an HTML fragment, all of them."""
    tree = parse_html(text)
    return [] if tree is None else paragraphs_in(tree)


def is_too_deep(tree: HtmlElement) -> bool:
    """Whether elements are nested so deep that walking them by recursion is unsafe."""
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def _parts(body: etree._Element) -> list[Part]:
    """trafilatura's tree (p, head, list, quote, table; lb for a line break) into paragraphs."""
    parts: list[Part] = []
    run: list[str] = []
    heading = 0

    def close() -> None:
        if "".join(run).strip():
            parts.append(("".join(run), "headline" if heading else None))
        run.clear()

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        edge = tag in ("p", "head", "item", "quote", "list", "table", "row", "lb", "code", "div", "body", "fw", "ab")
        if event == "start":
            if edge:
                close()
            heading += tag == "head"
            if element.text:
                run.append(element.text)
        else:
            if edge:
                close()
            heading -= tag == "head"
            if tag == "cell":
                run.append(" ")
            if element.tail and element is not body:
                run.append(element.tail)
    close()
    return parts
