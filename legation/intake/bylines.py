"""Who wrote an article and which agency it comes from, by its bylines, datelines and last lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from legation.intake.lines import BLANK
from legation.intake.outlets import outlets, row_of_name
from legation.intake.stamps import without_dates
from legation.model import Block

_BY = re.compile(r"\b(?:by|reporting by|written by|author|story by)\s?:?\s+", re.IGNORECASE)
_COUNTS = re.compile(r"(?:no|\d[\d,]*)\s?(?:comments?|views?|shares?)|\d+\s?mins?(?:ute)?s?\s?read.*", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:\||·|•|;|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bon\s*$| - | – | — ).*", re.IGNORECASE | re.DOTALL
)
_LABELLED = re.compile(r"(?:source|agency|courtesy|via|from)\s?:\s?(.{2,60})", re.IGNORECASE)
_OTHER_CRAFT = re.compile(
    r"(?:edit|compil|translat|photo|updat|review|publish|post|upload)\w*(?:\s+by\b|\s?:)|editor\s?:", re.IGNORECASE
)
_PLACE_AND_DAY = rf"[A-Z][\w.’'/ ,{BLANK}]{{1,60}}"


@cache
def _agency_names() -> dict[str, str]:
    """Every name of an agency, as written, with its usual name."""
    return {name: row.outlet for row in outlets() if row.kind == "agency" for name in (row.outlet, *row.aliases)}


@cache
def _agency() -> str:
    return "|".join(re.escape(name) for name in sorted(_agency_names(), key=len, reverse=True))


@cache
def _dateline() -> re.Pattern[str]:
    """`BEIJING, March 18 (Xinhua) --`, `(AFP) -`, `WASHINGTON (Reuters) -`: the agency in brackets before the story."""
    return re.compile(rf"(?:{_PLACE_AND_DAY})?[(\[]\s?({_agency()})(?:\s?/\s?({_agency()}))?\s?[)\]]\s?(?:[-–—:]|\s)")


@cache
def _closing() -> re.Pattern[str]:
    """`- AFP`, `— Reuters`, `(Xinhua)`, `/Kyodo` at a story's very end, after its last stop."""
    return re.compile(rf"(?:^|[.!?”\"’']\s*)(?:[-–—/]+\s?|[(\[]\s?)({_agency()})\s?[)\]]?[.{BLANK}]*$")


def agency_in(text: str, blocks: Sequence[Block], author: str | None = None) -> str | None:
    """The news agency whose copy the article is, or None. An agency that the story quotes is none."""
    names = _agency_names()
    for words in ([author] if author else []) + [text[b.start : b.end] for b in blocks if b.kind == "byline"]:
        found = _in_byline(words)
        if found:
            return found
    body = [block for block in blocks if block.kind == "body"]
    for block in body[:2]:
        match = _dateline().match(text, block.start, min(block.end, block.start + 140))
        if match:
            return names[match[1]]
    for block in body[-2:]:
        match = _closing().search(text[max(block.start, block.end - 80) : block.end])
        if match:
            return names[match[1]]
    return None


def _in_byline(words: str) -> str | None:
    """The agency that a byline names: alone, after `By`, after a dividing sign, or as a source."""
    names = _agency_names()
    labelled = _LABELLED.match(words)
    rest = labelled[1] if labelled else words
    for part in re.split(r"[|/,·•;()\[\]&–—]| and | with | - |\bby\b|\bBy\b", without_dates(rest)):
        bare = part.strip(BLANK + ".-:")
        if bare in names:
            return names[bare]
        row = row_of_name(bare) if bare.isupper() is False and len(bare) > 3 else None
        if row is not None and row.kind == "agency":
            return row.outlet
    return None


def author_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The author as the first byline gives him, without dates and counts; None where no line names one."""
    bylines = [text[block.start : block.end] for block in blocks if block.kind == "byline"]
    for words in bylines:
        if _OTHER_CRAFT.match(words) or _LABELLED.match(words):
            continue
        opened = _BY.search(words)
        name = without_dates(_COUNTS.sub(" ", words[opened.end() :] if opened else words))
        name = _AFTER_NAME.sub("", name).strip(BLANK + ".,:;|-–—()")
        if name and len(name) <= 120:
            return re.sub(r"\s+", " ", name)
    return None
