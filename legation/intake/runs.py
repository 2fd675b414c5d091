"""Furniture inside a story that only its neighbours betray: lists of links, newsletter boxes, notes on the author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.intake.lines import Paragraph
from legation.model import BlockKind

_TO_READER = re.compile(r"\b(?:you|your|you're|our|(?-i:us)|sign up|newsletter|e-?mail)\b", re.IGNORECASE)
"""`US` in capitals is a country."""
_LONGEST_BOX = 45
"""Words of a line in a box."""
_NAME = r"(?:(?:Dr|Prof|Professor|Mr|Ms|Sir|Dame)\.? )?[A-Z][\w.’'-]+(?: (?:[a-z]{2,3} )?[A-Z][\w.’'-]*){1,4}"
_CRAFT = (
    r"(?:reporter|correspondent|journalist|editor|columnist|writer|contributor|bureau chief|fellow|professor"
    r"|lecturer|author"
    r"|analyst|researcher|scholar|director|commentator|anchor|producer|freelancer|freelance)"
)
_AUTHOR_NOTE = re.compile(
    rf"(?P<name>{_NAME})(?:,? (?:who )?(?:covers|writes (?:about|on|for)|reports (?:on|for|from)|has (?:covered"
    rf"|reported|written)|joined"
    rf"|tweets|can be reached|is based in|blogs)\b|,? is (?:an?|the|our|[A-Z][\w’'-]+['’]s)\b[^.]{{0,90}}\b{_CRAFT}\b)"
)
_NOTE_SIGN = re.compile(
    r"\b(?:cover(?:s|ing)|based in|writes (?:about|on|for)|reports (?:on|for)|author of|joined|twitter|follow|@\w+"
    r"|e-?mail|previously|more about)\b",
    re.IGNORECASE,
)


def mark_lists(paragraphs: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    """Two or more lines of titles in a row are links: a subhead stands alone before its prose. Changes `kinds`."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "headline":
            end += 1
        if end - start > 1:
            words = [len(one.words) for one in paragraphs[start:end]]
            if max(words) <= 3:
                kinds[start : end - 1] = ["navigation"] * (end - 1 - start)
            else:
                # A short last line is a subhead of the prose that follows; one as long as the others is a link.
                links = end if words[-1] >= 4 else end - 1
                kinds[start:links] = ["related"] * (links - start)
        start = max(end, start + 1)


def mark_boxes(paragraphs: Sequence[Paragraph], kinds: list[BlockKind]) -> None:
    """Lines to the reader beside an advert's line belong to its box. Changes `kinds`."""
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        for index in order:
            beside = index - 1 if order.step == 1 else index + 1
            if not 0 <= beside < len(kinds) or kinds[beside] != "advert" or kinds[index] not in ("body", "headline"):
                continue
            one = paragraphs[index]
            if len(one.words) > _LONGEST_BOX or any(sign in one.text for sign in '"“”'):
                continue
            other = 2 * index - beside
            enclosed = 0 <= other < len(kinds) and kinds[other] == "advert"
            if (_TO_READER.search(one.text) and one.prose) or (enclosed and one.prose < 2):
                kinds[index] = "advert"


def mark_author_notes(paragraphs: Sequence[Paragraph], kinds: list[BlockKind], authors: set[str]) -> None:
    """A last paragraph that introduces a writer is a note on the author, not the story. Changes `kinds`."""
    for index in range(len(kinds) - 1, max(-1, len(kinds) - 6), -1):
        if kinds[index] not in ("body", "headline", "byline"):
            continue
        note = _AUTHOR_NOTE.match(paragraphs[index].text)
        if note is None:
            if kinds[index] == "body":
                return
            continue
        known = any(note["name"].casefold() in author for author in authors)
        if not known and not _NOTE_SIGN.search(paragraphs[index].text):
            return
        kinds[index] = "footer"
        if index and kinds[index - 1] in ("headline", "byline"):
            kinds[index - 1] = "footer"
