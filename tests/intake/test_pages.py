"""Pasted pages in the layouts of well-known systems: every line gets its kind, and the story is all there."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.intake.blocks import find_blocks

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
NEUTRAL = {"headline", "byline", "dateline"}


def read_page(path: Path) -> tuple[str, list[tuple[int, set[str]]]]:
    """The page's text, and the start of each paragraph with the kinds that are right for it."""
    lines, expected, at = [], [], 0
    for line in path.read_text(encoding="utf-8").split("\n")[1:]:
        kinds, _, words = line.partition("\t")
        if kinds:
            expected.append((at + len(words) - len(words.lstrip()), set(kinds.split("|"))))
        lines.append(words)
        at += len(words) + 1
    return "\n".join(lines), expected


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_story_is_kept_and_the_page_around_it_is_not(path):
    text, expected = read_page(path)
    found = {block.start: block for block in find_blocks(text)}
    assert sorted(found) == [start for start, _ in expected]
    wrong = [
        (found[start].kind, kinds, text[start : found[start].end][:70])
        for start, kinds in expected
        if (found[start].kind == "body") != (kinds == {"body"}) and not ("body" in kinds and found[start].kind in kinds)
    ]
    assert wrong == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_headline_byline_and_date_are_told_apart(path):
    text, expected = read_page(path)
    found = {block.start: block for block in find_blocks(text)}
    wrong = [
        (found[start].kind, kinds, text[start : found[start].end][:70])
        for start, kinds in expected
        if kinds & NEUTRAL and found[start].kind not in kinds
    ]
    assert wrong == []
