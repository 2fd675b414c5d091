"""Where the story of a page begins and ends, and what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.intake.furniture import Signed
from legation.intake.heads import between, find_headline
from legation.intake.outlets import named_outlet
from legation.intake.stamps import is_credit_line
from legation.model import BlockKind

_LONG_PARAGRAPH = 40
"""Words; one paragraph as long as this resumes a story after a list, shorter ones only two in a row."""
_HEAD_SHARE = 0.2
"""Of a page's prose that may stand before a comment button of its head."""
_BESIDE = 3
"""Lines above the headline in which a date is the story's."""
_NEAR = 8
"""Paragraphs within which the story's first paragraphs follow each other."""
_DETACHED = 3
"""Lines of furniture that cut a short last paragraph off from the story."""


@dataclass(frozen=True, slots=True)
class Zones:
    """The story as a half-open range of paragraphs, its headline, and the kinds that the zones give."""

    story: tuple[int, int]
    headline: int | None
    is_page: bool
    kinds: tuple[BlockKind | None, ...]
    """The kind of every paragraph; None where only the story around it can tell."""


def find_zones(signed: Sequence[Signed], title: int | None = None) -> Zones:
    """The zones of a text's paragraphs; `title` is the headline's index where it is known.

    A text without running prose is all story, save what its words mark.
    """
    page = _looks_like_page(signed)
    if title is None and _opens_with_quoted_title(signed):
        title = 0
    prose = _prose_of(signed, title)
    if not prose:
        return Zones((0, 0), title, page, tuple(one.kind or "body" for one in signed))
    first = _first_prose(prose)
    marked, inline = _find_marker(signed, first, sum(len(signed[index].paragraph.text) for index in prose))
    end = _last_prose(signed, [index for index in prose if first <= index < marked and index not in inline], page) + 1
    while end < marked and _goes_on(signed[end], page):
        end += 1
    headline = title if title is not None else find_headline(signed, first, page)
    kinds: list[BlockKind | None] = [one.kind for one in signed]
    for index in range(first):
        if headline is not None and index > headline:
            kinds[index] = between(signed, index, page, index == headline + 1)
        else:
            near = headline is not None and headline - index <= _BESIDE
            kinds[index] = _before(signed[index], page, near)
    for index, kind in inline.items():
        kinds[index] = kind
    kinds[end:] = _tail(signed[end:])
    return Zones((first, end), headline, page, tuple(kinds))


def _opens_with_quoted_title(signed: Sequence[Signed]) -> bool:
    """Whether the first line is a quotation that serves as headline: no stop, and a line that is no prose next."""
    if len(signed) < 3 or signed[0].kind is not None:
        return False
    first, second = signed[0].paragraph, signed[1]
    return first.is_quotation and not first.ends_sentence and len(first.words) <= 20 and not second.is_prose


def _prose_of(signed: Sequence[Signed], title: int | None) -> list[int]:
    """The paragraphs of running prose; in a text that has none its sentences, else its lines."""
    for least in (2, 1, 0):
        found = [
            index
            for index, one in enumerate(signed)
            if one.kind is None and one.paragraph.prose >= least and index != title
        ]
        if found:
            return found
    return []


def _looks_like_page(signed: Sequence[Signed]) -> bool:
    """Whether site furniture stands around the story: two menu, share, advert, comment or footer lines."""
    furniture = sum(one.kind in ("navigation", "advert", "comment", "footer") for one in signed)
    return furniture >= 2 or any(one.reach == "rest" and one.kind is not None for one in signed)


def _before(one: Signed, page: bool, near: bool) -> BlockKind:
    """What stands before the headline; a date far above it is today's, not the story's."""
    text = one.paragraph.text
    if near and one.kind in (None, "related", "navigation") and not one.is_prose and is_credit_line(text):
        return "dateline"
    if near and one.kind is None and named_outlet(text):
        return "byline"
    if page and one.kind == "dateline" and not near:
        return "navigation"
    if one.kind is not None:
        return "navigation" if page and one.kind in ("related", "comment") else one.kind
    if page and one.paragraph.prose < 2:
        return "navigation"
    return "body" if one.paragraph.prose else "headline"


def _first_prose(prose: Sequence[int]) -> int:
    """The paragraph with which the story's prose begins: the first one that two others follow closely."""
    for place, index in enumerate(prose):
        near = [other for other in prose[place + 1 : place + 3] if other - index <= _NEAR]
        if len(near) == 2 or (place + 1 + len(near) == len(prose) and place == 0):
            return index
    return prose[0]


def _find_marker(signed: Sequence[Signed], first: int, total: int) -> tuple[int, dict[int, BlockKind]]:
    """Where a line closes the story for good, and the lists that stand inside it: their paragraphs with their kind."""
    inline: dict[int, BlockKind] = {}
    read = 0
    index = first
    while index < len(signed):
        one = signed[index]
        if one.is_prose:
            read += len(one.paragraph.text)
        elif one.kind is not None and one.reach == "rest" and read > _HEAD_SHARE * total:
            return index, inline
        elif one.kind is not None and one.reach == "section" and read:
            resumed = _resumes(signed, index + 1)
            if resumed is None:
                return index, inline
            inline |= {
                at: one.kind for at in range(index + 1, resumed) if signed[at].kind not in ("advert", "navigation")
            }
            index = resumed
            continue
        index += 1
    return len(signed), inline


def _resumes(signed: Sequence[Signed], start: int) -> int | None:
    """Where prose goes on after a list was opened; None: nowhere.

    One long paragraph or two in a row are the story again. A first paragraph after two or more bare titles is too, if
    more prose follows: entries of a list are alike, so a teaser would have stood under the first title.
    """
    titles = 0
    for index in range(start, len(signed)):
        one = signed[index]
        if one.kind is not None and one.reach == "rest":
            return None
        if not one.is_prose:
            title = one.kind is None and one.paragraph.prose < 2 and len(one.paragraph.words) > 3
            titles = 0 if one.kind is not None and one.reach == "section" else titles + title
            continue
        if len(one.paragraph.words) >= _LONG_PARAGRAPH:
            return index
        following = next((other for other in signed[index + 1 :] if other.kind not in ("advert", "caption")), None)
        if following is not None and following.is_prose:
            return index
        if titles >= 2 and any(other.is_prose for other in _until_marker(signed, index + 1)):
            return index
        titles = 0
    return None


def _until_marker(signed: Sequence[Signed], start: int) -> Iterator[Signed]:
    for one in signed[start:]:
        if one.kind is not None and one.reach != "line":
            return
        yield one


def _last_prose(signed: Sequence[Signed], prose: Sequence[int], page: bool) -> int:
    """The story's last paragraph of prose; on a page a short one that furniture cuts off is a blurb, not the story."""
    place = len(prose) - 1
    while page and place > 1:
        gap = range(prose[place - 1] + 1, prose[place])
        loose = sum(signed[index].kind in (None, "navigation", "related", "footer") for index in gap)
        if loose < _DETACHED or len(signed[prose[place]].paragraph.words) >= _LONG_PARAGRAPH:
            break
        place -= 1
    return prose[place]


def _goes_on(one: Signed, page: bool) -> bool:
    """Whether a line after the last long paragraph still belongs to the story: a short sentence, a credit."""
    if one.kind is None:
        return one.paragraph.prose > 0 or not page
    return one.kind in ("byline", "caption", "dateline", "advert") or not page


def _tail(signed: Sequence[Signed]) -> list[BlockKind]:
    """The kinds after the story: what a line's words say, else what the last heading opened."""
    kinds: list[BlockKind] = []
    opened: BlockKind | None = None
    for one in signed:
        if one.kind in ("related", "comment", "footer") and one.reach != "line":
            opened = one.kind
        if one.kind is None or (one.kind == "caption" and opened):
            kinds.append(opened or "related")
        elif one.kind in ("dateline", "byline") and (opened or kinds):
            kinds.append(opened or "related" if one.kind == "dateline" or opened else "byline")
        elif opened == "comment" and one.kind == "navigation":
            kinds.append("comment")
        else:
            kinds.append(one.kind)
            opened = opened or ("related" if one.kind == "related" else None)
    return kinds
