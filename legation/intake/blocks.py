"""A plain text into its blocks: the story apart from the page around it. No character moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legation.intake.furniture import Signed, sign
from legation.intake.lines import Paragraph, paragraphs_of
from legation.intake.pullquotes import find_repeats
from legation.intake.stamps import is_name_line
from legation.intake.zones import find_zones
from legation.model import Block, BlockKind

_LONGEST_SUBHEAD = 16
_LONGEST_CREDIT = 12


def find_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text in order; they cover every paragraph and one paragraph is one block.

    A running subhead is a `headline`. A text without page furniture keeps every paragraph as `body` save its headline,
    byline, date line and captions.
    """
    return label(paragraphs_of(text))


def label(paragraphs: Sequence[Paragraph], hints: Mapping[int, BlockKind] | None = None) -> tuple[Block, ...]:
    """The blocks of paragraphs; `hints` are the kinds that a format's own marks give some of them, by index.

    A hint yields to the paragraph's own words (`READ MORE: ...` set as a heading is no headline), save for the first
    paragraph, the title.
    """
    hints = hints or {}
    signed = [sign(paragraph) for paragraph in paragraphs]
    for index, kind in hints.items():
        if signed[index].kind is None and index:
            signed[index] = replace(signed[index], kind=kind)
    title = 0 if hints.get(0) == "headline" else None
    zones = find_zones(signed, title)
    blocks = [
        Block(kind, one.paragraph.start, one.paragraph.end)
        for one, kind in zip(signed, (zones.kind_of(i) for i in range(len(signed))), strict=True)
    ]
    first, last = zones.story
    blocks[first:last] = _story(signed[first:last], zones.headline is not None, zones.is_page)
    if zones.headline is not None:
        blocks[zones.headline] = replace(blocks[zones.headline], kind="headline")
    return _with_repeats(blocks, paragraphs)


def _story(signed: Sequence[Signed], has_headline: bool, is_page: bool) -> list[Block]:
    """The blocks between the first paragraph of the story and its last."""
    kinds: list[BlockKind] = []
    for index, one in enumerate(signed):
        following = next((other for other in signed[index + 1 :] if other.kind is None), None)
        kinds.append(
            _kind_in_story(one, following, is_last=following is None, is_first=index == 0 and not has_headline)
        )
    for index, one in enumerate(signed):
        # A credit on its own line makes the line before it a caption, where they stand together.
        if index and one.is_credit and kinds[index - 1] == "body" and not one.paragraph.apart:
            if len(signed[index - 1].paragraph.text) < 400:
                kinds[index - 1] = "caption"
    if is_page:
        _mark_lists(signed, kinds)
    return [Block(kind, one.paragraph.start, one.paragraph.end) for one, kind in zip(signed, kinds, strict=True)]


def _kind_in_story(one: Signed, following: Signed | None, is_last: bool, is_first: bool) -> BlockKind:
    if one.kind is not None:
        return one.kind
    paragraph = one.paragraph
    count = len(paragraph.words)
    if paragraph.prose or paragraph.text.endswith(":"):
        return "body"
    if is_last and is_name_line(paragraph.text) and not is_first:
        return "byline"
    if (
        count <= _LONGEST_SUBHEAD
        and following is not None
        and following.paragraph.text[:1].isalnum() | following.paragraph.prose
    ):
        return "headline"
    return "body"


def _mark_lists(signed: Sequence[Signed], kinds: list[BlockKind]) -> None:
    """Three or more lines of titles in a row inside a page's story are a list of links, not subheads."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "headline":
            end += 1
        if end - start > 2:
            # The last one may be a true subhead of the prose that follows.
            short = all(len(one.paragraph.words) <= 3 for one in signed[start:end])
            kinds[start : end - 1] = ["navigation" if short else "related"] * (end - 1 - start)
        start = max(end, start + 1)


def _with_repeats(blocks: list[Block], paragraphs: Sequence[Paragraph]) -> tuple[Block, ...]:
    """Body blocks that repeat another body block become pull quotes; so do the credits right under them."""
    body = [index for index, block in enumerate(blocks) if block.kind == "body"]
    for place, span in find_repeats([paragraphs[index] for index in body]).items():
        index = body[place]
        blocks[index] = replace(blocks[index], kind="pull-quote", repeats=span)
        below = index + 1
        if below < len(blocks) and blocks[below].kind in ("headline", "body", "byline"):
            credit = paragraphs[below]
            if not credit.prose and len(credit.words) <= _LONGEST_CREDIT and is_name_line(credit.text):
                blocks[below] = replace(blocks[below], kind="pull-quote")
    return tuple(blocks)
