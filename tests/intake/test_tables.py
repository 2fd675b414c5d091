"""Every row of intake's tables is read as the row says, by its example."""

from __future__ import annotations

import pytest

from legation.intake.anchors import NamedDayRow, anchors_in
from legation.intake.chrome import ChromeRow, MenuRow, mark_of
from legation.intake.outlets import OutletWordRow, named_outlet, outlet_of_host, outlets
from legation.intake.translated import SignRow, looks_translated
from legation.lexicon import read_table
from legation.model import Article, Block

CHROME = read_table("chrome", ChromeRow)


def an_article(text: str) -> Article:
    return Article("a1", "x.txt", text, (Block("body", 0, len(text)),), "")


@pytest.mark.parametrize("row", CHROME, ids=[row.example[:40] for row in CHROME])
def test_a_line_of_furniture_is_told_by_its_words(row):
    mark = mark_of(row.example)
    assert mark is not None
    assert mark.kind == row.kind


def test_menu_words_alone_and_together_are_navigation():
    rows = read_table("menu_words", MenuRow)
    assert [row.example for row in rows if mark_of(row.example) is None] == []
    assert mark_of("World | Business · Sport / Opinion").kind == "navigation"
    assert mark_of("World business leaders met in Oslo") is None


def test_outlets_are_known_by_host_and_by_name():
    for row in outlets():
        if row.example.startswith("http"):
            assert outlet_of_host(row.example) == row.outlet
        else:
            assert row.outlet in row.example
            assert named_outlet(row.outlet) == (row.outlet, row.kind)
        assert outlet_of_host(f"https://www.{row.host}/a/b.html") == row.outlet
        for alias in row.aliases:
            assert named_outlet(alias) is not None


def test_names_made_like_an_outlet_s_are_outlets():
    for row in read_table("outlet_words", OutletWordRow):
        assert named_outlet(row.example) == (row.example, row.kind)
    assert named_outlet("Anna Holm") is None
    assert named_outlet("Post-war order") is None


def test_named_days_are_found_in_a_story():
    for row in read_table("named_days", NamedDayRow):
        found = [(one.month, one.day) for one in anchors_in(an_article(row.example))]
        assert (row.month, row.day) in found


def test_signs_of_translation_are_found():
    for row in read_table("translation_signs", SignRow):
        story = f"{row.example} Both of sides want talks. They discussed about it and exchanged informations."
        problem = looks_translated(an_article(story), [story])
        assert problem is not None
        assert row.words in problem.message
