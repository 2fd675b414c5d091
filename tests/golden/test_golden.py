"""Behaviour holds still: `make golden` renews what is expected; read the diff before committing it."""

from __future__ import annotations

import pytest

from tests.conftest import PRESS
from tests.golden.make import HERE, golden_texts


@pytest.fixture(scope="module")
def texts():
    return golden_texts()


@pytest.mark.parametrize("name", [f"{path.name}.txt" for path in sorted(PRESS.iterdir()) if path.name != "README.md"])
def test_an_example_article_is_read_as_before(name, texts):
    assert texts[name] == (HERE / name).read_text(encoding="utf-8"), "if the change is meant, run `make golden`"


def test_no_golden_file_is_left_over(texts):
    assert {path.name for path in HERE.glob("*.txt")} == set(texts)
