"""Where the story of a page begins and ends, and what stands around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.intake.furniture import Signed
from legation.model import BlockKind

_LONG_PARAGRAPH = 40
"""Words; one paragraph as long as this resumes a story after a list, shorter ones only two in a row."""
_HEAD_SHARE = 0.2
"""Of a page's prose that may stand before a comment button of its head."""


@dataclass(frozen=True, slots=True)
class Zones:
    """The story as a half-open range of paragraphs, its headline, and the kind of every paragraph around it."""

    story: tuple[int, int]
    headline: int | None
    is_page: bool
    kinds: tuple[BlockKind, ...]

    def kind_of(self, index: int) -> BlockKind:
        """The kind of a paragraph by its zone; inside the story only a first guess."""
        return self.kinds[index]


def find_zones(signed: Sequence[Signed], title: int | None = None) -> Zones:
    """The zones of a text's paragraphs; `title` is the headline's index where it is known.

    A text without running prose is all story, save what its words mark.
    """
    page = _looks_like_page(signed)
    prose = [index for index, one in enumerate(signed) if one.is_prose and index != title]
    if not prose:
        prose = [index for index, one in enumerate(signed) if one.kind is None and index != title]
    if not prose:
        return Zones((0, 0), title, page, tuple(one.kind or "body" for one in signed))
    end, tail = _find_end(signed, prose, page)
    first = _first_prose(signed, [index for index in prose if index < end])
    headline = title if title is not None else _find_headline(signed, first, page)
    kinds: list[BlockKind] = [one.kind or "body" for one in signed]
    for index in range(first):
        past_headline = headline is not None and index > headline
        kinds[index] = _between(signed[index], page) if past_headline else _before(signed[index], page)
    kinds[end:] = tail
    return Zones((first, end), headline, page, tuple(kinds))


def _looks_like_page(signed: Sequence[Signed]) -> bool:
    """Whether site furniture stands around the story: two menu, share, advert, comment or footer lines."""
    furniture = sum(one.kind in ("navigation", "advert", "comment", "footer") for one in signed)
    return furniture >= 2 or any(one.reach == "rest" and one.kind is not None for one in signed)


def _before(one: Signed, page: bool) -> BlockKind:
    if one.kind is not None:
        return one.kind
    return "navigation" if page and one.paragraph.prose < 2 else "headline" if not one.paragraph.prose else "body"


def _between(one: Signed, page: bool) -> BlockKind:
    """What stands between headline and story: date, byline, share bar, a picture's words, a standfirst."""
    if one.kind is not None:
        return "navigation" if one.kind in ("comment", "related", "footer") else one.kind
    if one.paragraph.prose:
        return "body"
    count = len(one.paragraph.words)
    if not page or count > 5:
        return "headline"
    return "caption" if count > 1 else "navigation"


def _first_prose(signed: Sequence[Signed], prose: Sequence[int]) -> int:
    """The paragraph with which the story's prose begins: the first one that others follow closely."""
    for place, index in enumerate(prose):
        near = [other for other in prose[place + 1 :] if other - index <= 8]
        if len(near) >= 2 or place + 1 + len(near) == len(prose):
            return index
    return prose[0]


def _find_headline(signed: Sequence[Signed], first: int, page: bool) -> int | None:
    """The best of the lines before the story that could be its headline."""
    crumbs = {part.casefold() for one in signed[:first] for part in one.crumbs[-1:]}
    best: tuple[float, int] | None = None
    for index in range(first):
        one = signed[index]
        count = len(one.paragraph.words)
        if (
            one.kind is not None
            or count < 2
            or len(one.paragraph.text) > 300
            or one.paragraph.text.endswith((".", ":"))
        ):
            continue
        score = float(min(count, 12))
        if one.paragraph.text.casefold() in crumbs:
            score += 20
        beside = signed[index + 1 : index + 3]
        if any(other.kind in ("byline", "dateline") for other in beside):
            score += 6
        if index and signed[index - 1].kind in ("dateline", "byline"):
            score += 2
        if not page:
            score += 20 if index == 0 else 0
        # Of equals the later one: a page's first lines name the site.
        if best is None or score >= best[0]:
            best = (score, index)
    return best[1] if best else None


def _find_end(signed: Sequence[Signed], prose: Sequence[int], page: bool) -> tuple[int, list[BlockKind]]:
    """The end of the story and the kinds of what follows it."""
    total = sum(len(signed[index].paragraph.text) for index in prose)
    read = 0
    index = prose[0]
    while index < len(signed):
        one = signed[index]
        if one.is_prose:
            read += len(one.paragraph.text)
        elif one.kind is not None and one.reach == "rest" and read > _HEAD_SHARE * total:
            return index, _tail(signed[index:], "footer")
        elif one.kind is not None and one.reach == "section":
            resumed = _resumes(signed, index + 1)
            if resumed is None and read > 0:
                return index, _tail(signed[index:], one.kind)
        index += 1
    return _trim(signed, prose[-1] + 1, page)


def _resumes(signed: Sequence[Signed], start: int) -> int | None:
    """Where prose goes on after a list was opened: one long paragraph, or two in a row. None: nowhere."""
    for index in range(start, len(signed)):
        one = signed[index]
        if one.kind is not None and one.reach == "rest":
            return None
        if not one.is_prose:
            continue
        if len(one.paragraph.words) >= _LONG_PARAGRAPH:
            return index
        following = next((other for other in signed[index + 1 :] if other.kind not in ("advert", "caption")), None)
        if following is not None and following.is_prose:
            return index
    return None


def _trim(signed: Sequence[Signed], end: int, page: bool) -> tuple[int, list[BlockKind]]:
    """The story's end where no line closes it: short sentences and credits go with it, titles of a page do not."""
    while end < len(signed):
        one = signed[end]
        belongs = (
            one.paragraph.prose > 0
            if one.kind is None
            else one.kind in ("byline", "caption", "dateline", "related", "advert")
        )
        if not belongs and page:
            break
        end += 1
    return end, _tail(signed[end:], "related")


def _tail(signed: Sequence[Signed], opened: BlockKind) -> list[BlockKind]:
    """The kinds after the story: what a line's words say, else what the last heading opened."""
    kinds: list[BlockKind] = []
    for one in signed:
        if one.kind in ("related", "comment", "footer") and one.reach != "line":
            opened = one.kind
        if one.kind in (None, "caption"):
            kinds.append(opened if opened in ("related", "comment", "footer", "navigation") else "related")
        elif one.kind in ("dateline", "byline") and opened in ("related", "comment"):
            kinds.append(opened)
        else:
            kinds.append(one.kind)
    return kinds
