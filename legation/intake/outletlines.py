"""The outlet of a pasted page, by the lines around its story: copyright, menu, newsletter box."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from legation.intake.lines import BLANK
from legation.intake.outlets import named_outlet, outlet_of_host, plain_name, row_of_name
from legation.intake.stamps import without_dates
from legation.model import Block

_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]*(?:\(c\)\s*)?(?:by\s+)?(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|present"
    r"|now))?)?[\s,.]*(?:by\s+)?(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AFTER = re.compile(
    r"(?:[.,|·•–—-]*\s*\b(?:all rights? reserved|inc|ltd|llc|limited|pvt|plc|co|corp|gmbh|pty|media group|designed"
    r"|powered|theme"
    r"|privacy|terms|use of|registered|a division|the contents|may not|is not)\b.*|[|·•].*|(?:[-–—,.]\s*)?(?:19"
    r"|20)\d\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_DOMAIN = re.compile(r"(?:www\.)?([\w-]+)((?:\.[a-z]{2,})+)/?", re.IGNORECASE)
_CORPORATE = re.compile(r"\s+(?:company|corporation|group|holdings|digital)$", re.IGNORECASE)
_AROUND = frozenset(("navigation", "footer", "advert", "byline", "related", "comment"))
_OWN = re.compile(
    r"(?:the\s)?(?:latest|news|newsletter|updates|briefing|channel|app|stor(?:y|ies)|more|posts?|about|follow"
    r"|follow us on|subscribe to|welcome to)\b.{0,40}?\b(?:from|by|to|about|on|follow"
    r"|about)\s+(?P<name>(?:The\s)?[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4})[.!]?$"
)


def outlet_in(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet that the page's own lines name, in the spelling of its menu; None where none does."""
    around = [text[block.start : block.end].strip(BLANK) for block in blocks if block.kind in _AROUND]
    short = Counter(line for line in around if len(line) <= 60)
    for line in around:
        name = _holder(line)
        if name:
            return _as_spelt(name, short)
    for line in around:
        match = _OWN.search(line) if len(line) <= 200 else None
        if match and (short[match["name"]] or row_of_name(match["name"])):
            return _as_spelt(match["name"], short)
    for line, count in short.most_common():
        row = row_of_name(line)
        if row is not None and row.kind != "agency" and (count > 1 or len(line) > 4):
            return row.outlet
    return _in_credits(text, blocks)


def _in_credits(text: str, blocks: Sequence[Block]) -> str | None:
    """The outlet of the lines beside the headline: `Harbour Post, 4 March 2021`, `Source: Harbour Post Online`."""
    credits = [text[block.start : block.end] for block in blocks if block.kind in ("byline", "dateline")]
    for line in credits:
        for part in _PARTS.split(without_dates(line)):
            named = named_outlet(part.strip(BLANK + '.,:;-–—*_"“”'))
            if named and named[1] != "agency":
                return named[0]
    return None


_PARTS = re.compile(
    r"[|·•,;()\[\]–—]|\s-\s|\b(?:source|by|editor in charge|editor|author|analysis by)\b\s?:?|\s{2,}", re.IGNORECASE
)


def _holder(line: str) -> str | None:
    """Who holds the copyright by a line: `© 2024 Harbour Post. All rights reserved.`"""
    if not re.match(r"\W*(?:©|\(c\)|copyright\b)", line, re.IGNORECASE):
        return None
    match = _COPYRIGHT.search(line)
    name = _AFTER.sub("", match["name"], count=1).strip(BLANK + ".,:;|-–—") if match else ""
    name = _without_form(re.split(r"\.\s|\sor\s|\sand its\s", name)[0]).strip(BLANK + ".,:;|-–—©")
    words = name.split()
    if name.casefold() == "copyright" or not words or len(words) > 8 or not any(word[0].isupper() for word in words):
        return None
    return name


def _without_form(name: str) -> str:
    """`The Harbour Post Company` without its last word; a name of two words keeps it."""
    return _CORPORATE.sub("", name) if len(name.split()) > 2 else name


def _as_spelt(name: str, short: Counter[str]) -> str:
    """The table's name for it, else the page's own line of the same letters: `The Harbour Post` for a domain."""
    row = row_of_name(name)
    if row is not None:
        return row.outlet
    domain = _DOMAIN.fullmatch(name)
    if domain and outlet_of_host(name):
        return str(outlet_of_host(name))
    if " " in name and not domain:
        return name
    wanted = plain_name(domain[1] if domain else name)
    same = [line for line in short if plain_name(line) in (wanted, wanted.removeprefix("the")) and " " in line]
    return max(same, key=lambda line: (short[line], line)) if same else name
