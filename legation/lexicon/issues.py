"""The issues that statements are tagged with, without the rest of the reading."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from legation.lexicon.table import read_table

OTHER = "other"
"""The tag of a statement that names none of the issues."""


class _Row(BaseModel):
    issue: str


@cache
def known_issues() -> tuple[str, ...]:
    """The names of all issues in alphabetical order, `other` last."""
    return (*sorted({row.issue for row in read_table("issues", _Row)}), OTHER)
