"""Page furniture told by its words: menus, share bars, related lists, adverts, comment forms, footers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import field_validator

from legation.intake.lines import BLANK
from legation.lexicon.table import TableRow, read_table
from legation.model import BlockKind

Reach = Literal["line", "section", "rest"]
LONGEST = 600
"""Characters; a longer paragraph is prose whatever it opens with."""


class ChromeRow(TableRow):
    """A row of `chrome.csv`: words (a regular expression, capitals alike) that mark a line as page furniture."""

    words: str
    match: Literal["line", "start"]
    """Whether the words must be the whole line or only its start."""
    kind: BlockKind
    reach: Reach
    """`line`: this line alone; `section`: it opens a list that lasts until prose resumes; `rest`: of the page."""
    example: str

    @field_validator("words")
    @classmethod
    def is_expression(cls, words: str) -> str:
        """Refuses words that are no regular expression."""
        try:
            re.compile(words)
        except re.error as error:
            raise ValueError(f"no regular expression: {error}") from error
        return words


class MenuRow(TableRow):
    """A row of `menu_words.csv`: an entry of site menus and share bars."""

    words: str
    example: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is by its words, and how far that reaches."""

    kind: BlockKind
    reach: Reach


@cache
def _patterns() -> list[tuple[re.Pattern[str], Mark]]:
    """The rows of one kind and reach joined into one expression, in the order in which each kind first appears."""
    groups: dict[tuple[str, BlockKind, Reach], list[str]] = {}
    for row in read_table("chrome", ChromeRow):
        groups.setdefault((row.match, row.kind, row.reach), []).append(f"(?:{row.words})")
    return [
        (
            re.compile(rf"(?:{'|'.join(words)}){r'[ .:!*]*$' if match == 'line' else ''}", re.IGNORECASE),
            Mark(kind, reach),
        )
        for (match, kind, reach), words in groups.items()
    ]


@cache
def _menu() -> re.Pattern[str]:
    """A line of nothing but menu words, with any signs between them."""
    words = sorted((row.words for row in read_table("menu_words", MenuRow)), key=len, reverse=True)
    one = rf"(?:{'|'.join(re.escape(word) for word in words)})"
    return re.compile(rf"\W*{one}(?:[\W_]+{one})*\W*", re.IGNORECASE)


_CRUMB_SIGN = re.compile(r"\s?(?:»|›|→|::|>>)\s?|\s[>/|]\s|\|")
_SITE = re.compile(r"[\w-]+(?:\.[\w-]+){0,2}\.(?:com|org|net|gov|edu|info|eu|[a-z]{2})", re.IGNORECASE)
_LONE_LINK = re.compile(r"(?:https?://|www\.)\S+|[@#][\w.]+(?:\s+[@#][\w.]+)*|\S+@\S+\.\w{2,}", re.IGNORECASE)
# A year on a line of its own heads a chronology.
_LONE_SIGNS = re.compile(r"(?!(?:19|20)\d\d$)[\W\d_]{1,12}(?:[kKmM]|[xX])?\W*|\W+")
_BULLET = re.compile(r"[•·▪►▶✓*–—-]\s*")


def mark_of(text: str) -> Mark | None:
    """What a line without blank edges is by its words alone, or None where they don't tell."""
    if len(text) > LONGEST:
        return None
    bare = _BULLET.sub("", text, count=1).strip(BLANK) if text[0] in "•·▪►▶✓*–—-" else text
    bare = bare.replace("\u00a0", " ").replace("’", "'").lstrip("([") or text
    found = next((mark for pattern, mark in _patterns() if pattern.match(bare)), None)
    # "Latest news" is made of menu words, but as a heading it opens a list.
    if (found is None or found.reach == "line") and len(text) <= 300 and bare[-1] != ":" and _menu().fullmatch(bare):
        return Mark("navigation", "line")
    if found is not None:
        return found
    if len(text) <= 200 and (_LONE_LINK.fullmatch(bare) or _LONE_SIGNS.fullmatch(bare)):
        return Mark("navigation", "line")
    return None


def crumbs_of(text: str) -> list[str] | None:
    """The parts of a breadcrumb line (`Home » World » Title`), or None: its first part is a menu's word."""
    if len(text) > 300:
        return None
    parts = [part.strip(BLANK) for part in _CRUMB_SIGN.split(text)]
    parts = [part for part in parts if part]
    if len(parts) < 2 or any(len(part) > 200 for part in parts) or len(parts[0]) > 40:
        return None
    site = _SITE.fullmatch(parts[0]) and all(len(part.split()) <= 6 for part in parts)
    opens = site or _menu().fullmatch(parts[0]) or (("»" in text or "›" in text) and len(parts[0].split()) <= 4)
    return parts if opens else None
