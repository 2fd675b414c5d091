"""What kind of file it is: by its ending, and by its first bytes where the ending says nothing or is wrong."""

from __future__ import annotations

import re

_HTML = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<\?[^>]*>\s*|<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
_TEXTLIKE = (".txt", ".text", "")


def suffix_of(name: str, data: bytes) -> str:
    """The ending by which a file is to be read: its own, or the one that its content calls for."""
    base = name.rsplit("/", 1)[-1].lower()
    suffix = "." + base.rsplit(".", 1)[-1] if "." in base[1:] else ""
    if base.endswith(".warc.gz"):
        return ".warc.gz"
    head = data[:2048].removeprefix(b"\xef\xbb\xbf")
    if suffix in (*_TEXTLIKE, ".xml"):
        if _HTML.match(head):
            return ".html"
        if _FEED.match(head):
            return ".rss"
        if head.startswith(b"%PDF-"):
            return ".pdf"
    return ".txt" if suffix == "" and b"\0" not in head else suffix
