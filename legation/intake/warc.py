"""Web archives (WARC) into items, one a saved page."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace

from legation.intake.decode import decode
from legation.intake.extras import format_library
from legation.intake.items import Item, Read
from legation.intake.sources import MAX_BYTES, SourceError
from legation.intake.webpage import read_page


def read_warc(data: bytes, columns: Mapping[str, str] | None = None) -> Read:
    """Every HTML page that the archive holds with status 200. Raises SourceError where it holds no record."""
    iterator = format_library("warcio.archiveiterator").ArchiveIterator
    broken = format_library("warcio.exceptions").ArchiveLoadFailed
    items: list[Item] = []
    bad = 0
    number = 0
    try:
        for record in iterator(io.BytesIO(data)):
            if record.rec_type not in ("response", "resource"):
                continue
            number += 1
            headers = record.http_headers
            if headers is not None and headers.get_statuscode() != "200":
                continue
            kind = (headers or record.rec_headers).get_header("Content-Type") or ""
            if "html" not in kind:
                continue
            body = record.content_stream().read(MAX_BYTES)
            item = _item(str(number), body, kind, record.rec_headers.get_header("WARC-Target-URI"))
            if item is None:
                bad += 1
            else:
                items.append(item)
    except (broken, OSError, ValueError, EOFError) as error:
        if not items:
            raise SourceError(f"is no whole web archive ({error}); save it again") from error
        return Read(tuple(items), f"breaks off after {number} records ({error}); the pages before were read")
    problem = f"{bad} of {bad + len(items)} pages hold no text" if bad else None
    return Read(tuple(items), problem if items else "holds no HTML page")


def _item(locator: str, body: bytes, kind: str, url: str | None) -> Item | None:
    declared = kind.partition("charset=")[2].split(";")[0].strip(" \"'") or None
    try:
        page = read_page(decode(body, declared), url)
    except SourceError:
        return None
    return replace(page, locator=locator, data=body) if page.text else None
