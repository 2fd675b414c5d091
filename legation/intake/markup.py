"""An HTML tree into its paragraphs without any judgement: for fragments, feeds and pages that nothing else reads."""

from __future__ import annotations

from lxml import etree, html

from legation.model import BlockKind

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "blockquote",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "br",
        "hr",
        "figure",
        "figcaption",
        "header",
        "footer",
        "aside",
        "nav",
        "form",
        "body",
        "caption",
        "address",
        "details",
        "summary",
        "center",
        "tbody",
        "thead",
        "option",
    ]
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SILENT = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "select", "button", "textarea")
)

Part = tuple[str, BlockKind | None]


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of a page, or None where nothing can be made of it."""
    # lxml refuses str with an encoding declaration; bytes with the encoding named are always taken.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def paragraphs_in(root: html.HtmlElement) -> list[Part]:
    """Every run of text between the edges of block elements, headings and captions told apart."""
    parts: list[Part] = []
    run: list[str] = []
    kinds: list[BlockKind] = []
    silent = 0

    def close() -> None:
        words = "".join(run)
        if words.strip():
            parts.append((words, kinds[-1] if kinds else None))
        run.clear()

    # iterwalk keeps no stack of ours: pages nested a thousand deep must not exhaust it.
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                close()
            if tag in _SILENT:
                silent += 1
            if tag in _HEADINGS or tag == "figcaption":
                kinds.append("caption" if tag == "figcaption" else "headline")
            if not silent and element.text:
                run.append(element.text)
        else:
            if tag in _BLOCKS:
                close()
            if tag in _HEADINGS or tag == "figcaption":
                kinds.pop()
            if tag in _SILENT:
                silent -= 1
            if not silent and element.tail and element is not root:
                run.append(element.tail)
    close()
    return parts
