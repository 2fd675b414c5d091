"""Each paragraph with the kind that its own words give it, before its place on the page is looked at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.intake.captions import is_caption, is_credit_alone, opens_caption
from legation.intake.chrome import Mark, Reach, crumbs_of, mark_of
from legation.intake.lines import Paragraph
from legation.intake.outlets import named_outlet
from legation.intake.stamps import is_byline, is_name_line, is_section_stamp, is_stamp
from legation.model import BlockKind


@dataclass(frozen=True, slots=True)
class Signed:
    """A paragraph, the kind that its words give it (None: they don't tell) and how far that reaches."""

    paragraph: Paragraph
    kind: BlockKind | None
    reach: Reach
    is_credit: bool = False
    """A picture's credit alone: the line before it is the caption."""
    announces: bool = False
    """`Image caption,` alone: the line after it is the caption."""
    crumbs: tuple[str, ...] = ()

    @property
    def is_prose(self) -> bool:
        """Whether it is running prose that nothing marks as furniture."""
        return self.kind is None and self.paragraph.prose == 2


def sign_all(paragraphs: Sequence[Paragraph]) -> list[Signed]:
    """Every paragraph signed; a line that another one announces as a caption is one."""
    signed = [sign(paragraph) for paragraph in paragraphs]
    for index in range(1, len(signed)):
        if signed[index - 1].announces and signed[index].kind is None:
            signed[index] = replace(signed[index], kind="caption")
    return signed


def sign(paragraph: Paragraph) -> Signed:
    """The paragraph with what its words alone tell, the surest sign first."""
    text = paragraph.text
    if is_stamp(text):
        return Signed(paragraph, "dateline", "line")
    mark = mark_of(text)
    if mark is not None and not _is_story_after_all(paragraph, mark):
        return Signed(paragraph, mark.kind, mark.reach)
    if _names_author_and_outlet(text):
        return Signed(paragraph, "byline", "line")
    if is_caption(text):
        return Signed(paragraph, "caption", "line", is_credit_alone(text), opens_caption(text))
    if is_byline(text):
        return Signed(paragraph, "byline", "line")
    if is_section_stamp(text):
        return Signed(paragraph, "related", "line")
    crumbs = crumbs_of(text)
    if crumbs:
        return Signed(paragraph, "navigation", "line", crumbs=tuple(crumbs))
    return Signed(paragraph, None, "line")


def _names_author_and_outlet(text: str) -> bool:
    """`Anna Holm | Reuters`, `Anna Holm, Harbour Post`: a name, a sign, an outlet."""
    parts = re.split(r"\s?[|,·•]\s?", text)
    named = len(parts) == 2 and len(text) <= 80 and 2 <= len(parts[0].split()) <= 3 and is_name_line(parts[0])
    return named and named_outlet(parts[1].strip()) is not None


def _is_story_after_all(paragraph: Paragraph, mark: Mark) -> bool:
    """Long prose with quoted words is a story, though it opens like a newsletter box or a disclaimer."""
    return len(paragraph.words) > 45 and paragraph.prose == 2 and any(sign in paragraph.text for sign in '"“')
