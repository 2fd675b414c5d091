"""Which field of a dump or a table holds what: text, title, date, address, author, outlet."""

from __future__ import annotations

import re
from collections.abc import Mapping

from legation.model import LegationError

FIELDS: dict[str, tuple[str, ...]] = {
    "html": ("html", "content_html", "body_html", "article_html", "raw_html", "contenthtml"),
    "text": (
        "text", "body", "content", "article", "article_text", "full_text", "fulltext", "body_text", "articlebody",
        "story",
        "article_body", "content_text", "maintext", "main_text", "plain_text", "textbody", "paragraphs",
        "description", "summary",
    ),
    "title": ("title", "headline", "heading", "article_title", "head", "name", "subject"),
    "date": (
        "date", "published", "pubdate", "publication_date", "publish_date", "date_published", "datepublished",
        "published_at",
        "publishedat", "published_date", "pub_date", "publication_time", "publishdate", "date_publish", "created",
        "created_at",
        "timestamp", "time", "datetime", "day",
    ),
    "url": ("url", "link", "href", "address", "source_url", "article_url", "canonical_url", "permalink", "weburl",
    "web_url", "uri"),
    "author": ("author", "authors", "creator", "byline", "by", "writer", "journalist"),
    "outlet": (
        "outlet", "source", "publisher", "publication", "newspaper", "site", "site_name", "sitename", "source_name",
        "media",
        "source_domain", "domain", "provider", "feed", "organization", "organisation",
    ),
    "language": ("language", "lang", "locale"),
    "agency": ("agency", "wire", "news_agency"),
}  # fmt: skip
"""Our names, each with the names that dumps use for it, the commonest first."""

_WORD = re.compile(r"[^a-z0-9]+")


def _plain(name: str) -> str:
    return _WORD.sub("_", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip().lstrip("\ufeff")).lower()).strip("_")


def find_columns(names: list[str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Our field names with the column that holds each; `given` (ours to theirs) comes first.

    Raises LegationError for a field that Legation has not, or a column that is not there.
    """
    chosen: dict[str, str] = {}
    for field, column in (given or {}).items():
        if field not in FIELDS:
            raise LegationError(f"columns: {field} is none of {', '.join(FIELDS)}")
        if column not in names:
            raise LegationError(f"columns: there is no column {column} for {field}; there are {', '.join(names[:12])}")
        chosen[field] = column
    plain: dict[str, str] = {}
    for name in names:
        plain.setdefault(_plain(name), name)
        plain.setdefault(_plain(name).replace("_", ""), name)
    for field, known in FIELDS.items():
        found = next((plain[name] for name in known if name in plain), None)
        if field not in chosen and found is not None and found not in chosen.values():
            chosen[field] = found
    return chosen
