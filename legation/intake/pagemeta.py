"""What a saved page says of itself: title, date, author, outlet and address, from JSON-LD, meta elements and links."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import htmldate
from lxml.html import HtmlElement

from legation.intake.compose import same_words, squeeze

_ARTICLE_TYPES = re.compile(r"Article|Report|BlogPosting|LiveBlog|WebPage|Posting")
_DATE_FIELDS = (
    "article:published_time", "datepublished", "publishdate", "pubdate", "publish-date", "published_time",
    "parsely-pub-date",
    "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "dc.date.created",
    "og:published_time",
    "article.published", "article_date_original", "cxenseparse:recs:publishtime", "firstpublishdate",
    "creation_date", "rnews:datepublished",
)  # fmt: skip
_AUTHOR_FIELDS = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "dcterms.creator",
    "article:author_name",
)
_SITE_FIELDS = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "source",
    "contentsource",
    "article:publisher",
)
_TITLE_FIELDS = ("og:title", "twitter:title", "dc.title", "parsely-title", "articletitle", "headline")
_TITLE_SIGNS = re.compile(r"\s+[|–—-]\s+|\s*[|»«_]\s*| :: ")


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What the page states; None where it says nothing. `hosts` are the sites that it links to, the commonest first."""

    title: str | None = None
    date: str | None = None
    author: str | None = None
    site: str | None = None
    url: str | None = None
    language: str | None = None
    hosts: tuple[str, ...] = ()


def page_meta(tree: HtmlElement, url: str | None = None) -> PageMeta:
    """The statements of a page about itself; an update stamp is never the date."""
    fields = _meta_fields(tree)
    data = list(_article_data(tree))
    found_url = url or _first(tree, "//link[@rel='canonical']/@href") or fields.get("og:url")
    site = _name(next((row["publisher"] for row in data if row.get("publisher")), None)) or _pick(fields, _SITE_FIELDS)
    date = next((str(row["datePublished"]) for row in data if row.get("datePublished")), None) or _pick(
        fields, _DATE_FIELDS
    )
    author = next((name for row in data if (name := _name(row.get("author")))), None) or _pick(fields, _AUTHOR_FIELDS)
    return PageMeta(
        title=_title(tree, fields, data, site),
        date=date or _time_element(tree) or _by_htmldate(tree, found_url),
        author=None if author is None or author.startswith("http") else author,
        site=None if site is None or site.startswith("http") else site,
        url=found_url if found_url and found_url.startswith("http") else None,
        language=(tree.get("lang") or tree.get("xml:lang") or "")[:2].lower() or None,
        hosts=_hosts(tree),
    )


def _meta_fields(tree: HtmlElement) -> dict[str, str]:
    fields: dict[str, str] = {}
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = squeeze(element.get("content") or "")
        if name and content:
            fields.setdefault(name.lower(), content)
    return fields


def _article_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects that describe an article, the most special type first."""
    rows: list[dict[str, Any]] = []
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [json.loads(element.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(value)
            elif isinstance(value, dict):
                waiting.extend(value.get(key) for key in ("@graph", "mainEntity") if value.get(key))
                if _ARTICLE_TYPES.search(str(value.get("@type", ""))):
                    rows.append(value)
    rows.sort(key=lambda row: "WebPage" in str(row.get("@type")))
    return iter(rows)


def _name(value: object) -> str | None:
    """The name in a JSON-LD author or publisher: a string, an object or a list of them."""
    if isinstance(value, str):
        return squeeze(value) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        names = [name for name in map(_name, value) if name]
        return ", ".join(dict.fromkeys(names)) or None
    return None


def _pick(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _first(tree: HtmlElement, path: str) -> str | None:
    found = tree.xpath(path)
    return str(found[0]).strip() or None if isinstance(found, list) and found else None


def _title(tree: HtmlElement, fields: dict[str, str], data: list[dict[str, Any]], site: str | None) -> str | None:
    """The headline: of the data, else the one h1 that the page's title holds, else the title without the site's
    name."""
    stated = next((squeeze(str(row["headline"])) for row in data if isinstance(row.get("headline"), str)), None)
    titles = [title for title in (squeeze(tree.findtext(".//title") or ""), _pick(fields, _TITLE_FIELDS)) if title]
    heads = [words for element in tree.iterfind(".//h1") if (words := squeeze("".join(element.itertext())))]
    for head in heads:
        if len(head) > 15 and any(head.casefold() in title.casefold() for title in titles):
            return head
    if stated:
        return stated
    if _pick(fields, _TITLE_FIELDS):
        return _without_site(titles[-1], site)
    return _without_site(titles[0], site) if titles else heads[0] if len(heads) == 1 else None


def _without_site(title: str, site: str | None) -> str:
    """`Talks resume - Harbour Post` without the outlet: a short last part after a dividing sign, or the site's name."""
    parts = _TITLE_SIGNS.split(title)
    if len(parts) < 2:
        return title
    if site and same_words(parts[-1], site):
        return title[: title.rindex(parts[-1])].rstrip(" |–—-»«_:")
    if site and same_words(parts[0], site):
        return title[len(parts[0]) :].lstrip(" |–—-»«_:")
    last = parts[-1]
    if len(last.split()) <= 5 and len(parts[0].split()) >= 4 and not re.search(r"\d", last):
        return title[: title.rindex(last)].rstrip(" |–—-»«_:")
    return title


def _time_element(tree: HtmlElement) -> str | None:
    """The date of an element marked as the time of publication."""
    for path in (
        "//*[@itemprop='datePublished']",
        "//time[@pubdate]",
        "//time[contains(@class,'publish')]",
        "//time[contains(@class,'entry-date')]",
    ):
        for element in tree.xpath(path):
            value = element.get("datetime") or element.get("content") or squeeze("".join(element.itertext()))
            if value:
                return str(value)
    return None


def _by_htmldate(tree: HtmlElement, url: str | None) -> str | None:
    """htmldate on its sure signs alone: its extensive search may take a date of the story or of the footer."""
    try:
        found = htmldate.find_date(tree, extensive_search=False, original_date=True, url=url)
    except (ValueError, RecursionError, TypeError, AttributeError):
        return None
    return str(found) if found else None


def _hosts(tree: HtmlElement) -> tuple[str, ...]:
    """Hosts of absolute links, pictures and scripts."""
    found: Counter[str] = Counter()
    for value in tree.xpath("//@href | //@src"):
        text = str(value)
        if text.startswith(("http://", "https://", "//")):
            try:
                host = urlsplit(text).hostname
            except ValueError:
                continue
            if host:
                found[host.removeprefix("www.")] += 1
    return tuple(host for host, _ in found.most_common(8))
