"""A plain text into its blocks: the story apart from the page around it. No character moves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from legation.intake.furniture import Signed, sign_all
from legation.intake.heads import is_agency_caption
from legation.intake.lines import Paragraph, paragraphs_of
from legation.intake.pullquotes import find_repeats
from legation.intake.runs import mark_author_notes, mark_boxes, mark_lists
from legation.intake.stamps import is_name_line, is_signature
from legation.intake.zones import Zones, find_zones
from legation.model import Block, BlockKind

_LONGEST_SUBHEAD = 16
_LONGEST_CREDIT = 12
_LONGEST_QUESTION = 9
"""Words of a question that is a subhead."""


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
    signed = sign_all(paragraphs)
    for index, kind in hints.items():
        if signed[index].kind is None and index:
            signed[index] = replace(signed[index], kind=kind)
    title = 0 if hints.get(0) == "headline" else None
    zones = find_zones(signed, title)
    first, last = zones.story
    kinds = [*zones.kinds[:first], *_story(signed, zones), *zones.kinds[last:]]
    if zones.headline is not None:
        kinds[zones.headline] = "headline"
    blocks = [
        Block(kind or "body", paragraph.start, paragraph.end) for kind, paragraph in zip(kinds, paragraphs, strict=True)
    ]
    return _with_repeats(blocks, paragraphs, range(first, last))


def _story(signed: Sequence[Signed], zones: Zones) -> list[BlockKind]:
    """The kinds of the paragraphs between the first of the story and its last."""
    first, last = zones.story
    authors = {one.paragraph.text.casefold() for one in signed[:first] if one.kind == "byline"}
    kinds: list[BlockKind] = []
    for index in range(first, last):
        kind = zones.kinds[index]
        following = next((signed[at] for at in range(index + 1, last) if zones.kinds[at] is None), None)
        untitled = index == first and zones.headline is None
        if (
            kind is None
            and zones.is_page
            and index - first < 2
            and following
            and is_agency_caption(signed[index].paragraph.text)
        ):
            kind = "caption"
        kinds.append(kind or _kind_in_story(signed[index].paragraph, following, zones.is_page, untitled))
    for index in range(1, len(kinds)):
        one, above = signed[first + index], signed[first + index - 1].paragraph
        # A credit on its own line makes the line before it a caption, where they stand together.
        if (
            one.is_credit
            and kinds[index - 1] in ("body", "headline")
            and not one.paragraph.apart
            and len(above.words) < 60
        ):
            kinds[index - 1] = "caption"
    if zones.is_page:
        mark_lists([one.paragraph for one in signed[first:last]], kinds)
        mark_boxes([one.paragraph for one in signed[first:last]], kinds)
    mark_author_notes([one.paragraph for one in signed[first:last]], kinds, authors)
    return kinds


def _kind_in_story(paragraph: Paragraph, following: Signed | None, page: bool, untitled: bool) -> BlockKind:
    if page and following is not None and paragraph.is_question and len(paragraph.words) <= _LONGEST_QUESTION:
        return "headline"
    if paragraph.prose or paragraph.ends_sentence:
        return "body"
    if following is None:
        return "byline" if is_name_line(paragraph.text) and not untitled else "body"
    return "headline" if _is_subhead(paragraph, following.paragraph) else "body"


def _is_subhead(paragraph: Paragraph, following: Paragraph) -> bool:
    """A short line that is no sentence, no item of a list and no speech, before prose."""
    text = paragraph.text
    if not paragraph.words or len(paragraph.words) > _LONGEST_SUBHEAD or text.endswith(",") or paragraph.has_label:
        return False
    opens = text.lstrip("\"'“‘«(")[:1]
    return not opens.islower() and not text.startswith(("–", "-", "•", "*")) and following.text[:1] not in "•*"


def _with_repeats(blocks: list[Block], paragraphs: Sequence[Paragraph], story: range) -> tuple[Block, ...]:
    """Blocks of the story that repeat another one become pull quotes; so do the credits right under them."""
    body = [index for index in story if blocks[index].kind in ("body", "headline")]
    for place, span in find_repeats([paragraphs[index] for index in body]).items():
        index = body[place]
        blocks[index] = replace(blocks[index], kind="pull-quote", repeats=span)
        below = index + 1
        if below < len(blocks) and blocks[below].kind in ("headline", "body", "byline"):
            credit = paragraphs[below]
            if not credit.prose and len(credit.words) <= _LONGEST_CREDIT and is_name_line(credit.text):
                blocks[below] = replace(blocks[below], kind="pull-quote")
    for index in body[:-1]:
        # A quotation with its speaker's name and office for a signature stands beside the story.
        signed = paragraphs[index].is_quotation and is_signature(paragraphs[index + 1].text)
        if blocks[index].kind == "body" and signed:
            blocks[index] = replace(blocks[index], kind="pull-quote")
            blocks[index + 1] = replace(blocks[index + 1], kind="pull-quote")
    return tuple(blocks)
