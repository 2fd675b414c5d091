"""Who wrote an article and which agency it comes from, by its bylines, datelines and last lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from legation.intake.lines import BLANK
from legation.intake.outlets import named_outlet, outlets
from legation.intake.stamps import without_dates
from legation.model import Block

_BY = re.compile(r"\b(?:by|reporting by|written by|author|story by)\s?:?\s+", re.IGNORECASE)
_COUNTS = re.compile(r"(?:no|\d[\d,]*)\s?(?:comments?|views?|shares?)|\d+\s?mins?(?:ute)?s?\s?read.*", re.IGNORECASE)
_AFTER_NAME = re.compile(
    r"\s*(?:\||·|•|;|\s/\s|\bupdated\b|\bpublished\b|\bposted\b|\blast\b|\bon\s*$| - | – | — ).*",
    re.IGNORECASE | re.DOTALL,
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


_BRACKETED = re.compile(rf"{_PLACE_AND_DAY}[(\[]\s?([A-Z][\w .&’'-]{{3,40}})\s?[)\]]\s?[-–—:]")


@cache
def _closing() -> re.Pattern[str]:
    """`- AFP`, `— Reuters`, `(Xinhua)`, `/Kyodo` at a story's very end, after its last stop."""
    return re.compile(rf"(?:^|[.!?”\"’']\s*)(?:[-–—/]+\s?|[(\[]\s?)({_agency()})\s?[)\]]?[.{BLANK}]*$")


def agency_in(text: str, blocks: Sequence[Block], author: str | None = None) -> str | None:
    """The news agency whose copy the article is, or None. An agency that the story quotes is none."""
    names = _agency_names()
    for words in ([author] if author else []) + [text[b.start : b.end] for b in blocks if b.kind == "byline"]:
        if (by := _in_byline(words)) is not None:
            return by
    body = [block for block in blocks if block.kind == "body"]
    for block in body[:2]:
        match = _dateline().match(text, block.start, min(block.end, block.start + 140))
        if match:
            return names[match[1]]
        named = _BRACKETED.match(text, block.start, min(block.end, block.start + 140))
        if named and (found := named_outlet(named[1])) and found[1] == "agency":
            return found[0]
    for block in body[-2:]:
        match = _closing().search(text[max(block.start, block.end - 80) : block.end])
        if match:
            return names[match[1]]
    return None


def _in_byline(words: str) -> str | None:
    """The agency that a byline names: alone, after `By`, after a dividing sign, or as a source."""
    labelled = _LABELLED.match(words)
    for part in _DIVIDED.split(without_dates(labelled[1] if labelled else words)):
        bare = part.strip(BLANK + ".-:*_")
        if not bare:
            continue
        if bare in _agency_names():
            return _agency_names()[bare]
        named = named_outlet(bare) if len(bare) > 3 else None
        if named and named[1] == "agency":
            return named[0]
    return None


def _without_agency(name: str) -> str:
    """`Anna Holm Associated Press`, `Anna Holm, with Reuters` without the agency; an agency alone stays."""
    for agency in _agency_names():
        if len(agency) > 2 and name.endswith(agency) and len(name) > len(agency) + 3:
            return re.sub(r"[\s,/|]+(?:and|with|for)?\s*$", "", name[: -len(agency)])
    return name


_PLACE = re.compile(r"\s+(?:in|from|at)\s+[A-Z][\w.’' ,-]*$")
"""`Anna Holm in Oslo`."""
_DIVIDED = re.compile(r"[|/,·•;()\[\]&–—]| and | with | - |\b[Bb]y\b")


def author_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The author as the first byline gives him, without dates and counts; None where no line names one.

    A line that opens with `By` comes before bare names; the name of an outlet is no author, unless after `By`.
    """
    lines = [text[block.start : block.end] for block in blocks if block.kind in ("byline", "dateline")]
    opened = [words[match.end() :] for words in lines if (match := _BY.search(words)) and not _OTHER_CRAFT.match(words)]
    bare = [text[block.start : block.end] for block in blocks if block.kind == "byline"]
    bare = [words for words in bare if not (_OTHER_CRAFT.match(words) or _LABELLED.match(words))]
    for words, after_by in [*((words, True) for words in opened), *((words, False) for words in bare)]:
        name = without_dates(_COUNTS.sub(" ", words))
        name = _without_agency(_PLACE.sub("", _AFTER_NAME.sub("", name))).strip(BLANK + ".,:;|-–—()*_")
        if name and len(name) <= 120 and (after_by or named_outlet(name) is None):
            return re.sub(r"\s+", " ", name)
    return None
