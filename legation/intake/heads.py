"""The head of a page: its headline among the lines before the story, and what stands between the two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.intake.furniture import Signed
from legation.intake.outlets import named_outlet
from legation.intake.stamps import is_credit_line, is_name_line
from legation.model import BlockKind

_LONGEST = 300
"""Characters of a headline."""
_AGENCY_AT_END = re.compile(r"[(\[][A-Z][\w./ -]{1,40}[)\]]\s*$")
_GENRE = re.compile(
    r"(?:interview|analysis|opinion|explainer|exclusive|profile|editorial|timeline|backgrounder)\s?[:|]", re.IGNORECASE
)
_SPEECH = re.compile(r"[\"“”]|\b(?:said|says|told|according)\b")


def find_headline(signed: Sequence[Signed], first: int, page: bool) -> int | None:
    """The headline's index among the paragraphs before `first`, or None.

    Lines that follow each other form a run (headline, standfirst, author). The best run is the one that names a
    breadcrumb's end, stands before byline or date, or is the longest; its headline is its first line of four words.
    """
    crumbs = {part.casefold() for one in signed[:first] for part in one.crumbs[-1:]}
    best: tuple[float, int] | None = None
    for run in _runs(signed, first):
        chosen = _first_of(run, signed, crumbs)
        line = signed[chosen].paragraph
        score = float(min(len(line.words), 12))
        score += 20 if line.text.casefold() in crumbs else 0
        score += 8 if _before_byline(signed, run[-1], first) else 0
        score += 3 if run[0] and signed[run[0] - 1].kind in ("dateline", "byline") else 0
        score += 20 if not page and chosen == 0 and named_outlet(line.text) is None else 0
        # Of equals the later one: a page's first lines name the site.
        if best is None or score >= best[0]:
            best = (score, chosen)
    return best[1] if best else None


def _may_be_headline(one: Signed) -> bool:
    text = one.paragraph.text
    return (
        one.kind is None
        and bool(one.paragraph.words)
        and not one.paragraph.has_label
        and len(text) <= _LONGEST
        and not text.endswith((".", ":"))
    )


def _runs(signed: Sequence[Signed], first: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in range(first):
        if not _may_be_headline(signed[index]):
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return [run for run in runs if any(len(signed[index].paragraph.words) > 1 for index in run)]


def _first_of(run: Sequence[int], signed: Sequence[Signed], crumbs: set[str]) -> int:
    named = [index for index in run if signed[index].paragraph.text.casefold() in crumbs]
    if named:
        return named[0]
    # Of a long run the head is menu or ticker; headline, standfirst and author are its last three lines.
    last = list(run)[-3:]
    long = [index for index in last if len(signed[index].paragraph.words) >= 4]
    return long[0] if long else max(last, key=lambda index: len(signed[index].paragraph.words))


def _before_byline(signed: Sequence[Signed], last: int, first: int) -> bool:
    """Whether a byline or date stands within three lines after a run, or the run ends in a name and a date follows."""
    return any(one.kind in ("byline", "dateline") for one in signed[last + 1 : min(last + 4, first + 1)])


def between(signed: Sequence[Signed], index: int, page: bool, below_headline: bool) -> BlockKind:
    """What stands between headline and story: date, byline, share bar, a picture's words, a standfirst."""
    one = signed[index]
    paragraph = one.paragraph
    if one.kind in (None, "related", "navigation") and paragraph.prose < 2 and is_credit_line(paragraph.text):
        return "dateline"
    if one.kind == "related" and below_headline and _GENRE.match(paragraph.text):
        return "headline"
    if one.kind is not None:
        return "navigation" if one.kind in ("comment", "related", "footer") else one.kind
    if named_outlet(paragraph.text):
        return "byline"
    count = len(paragraph.words)
    beside = {other.kind for other in signed[max(0, index - 1) : index + 2]}
    if count <= 8 and is_name_line(paragraph.text) and beside & {"byline", "dateline"}:
        return "byline"
    if paragraph.prose:
        return "caption" if is_agency_caption(paragraph.text) else "body"
    if not page or count > 5 or (below_headline and count > 2):
        return "headline"
    return "caption" if count > 1 else "navigation"


def is_agency_caption(text: str) -> bool:
    """Whether a short sentence near the headline is a picture's caption: an agency in brackets, nobody speaking."""
    return len(text.split()) <= 25 and bool(_AGENCY_AT_END.search(text)) and not _SPEECH.search(text)
