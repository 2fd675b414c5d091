"""The fixed words that fields of the record may hold: PLOVER codes, labels, channels, issues."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from legation.lexicon.issues import known_issues
from legation.lexicon.plover import contexts, plover
from legation.lexicon.table import read_table


class _Label(BaseModel):
    label: str


class _Channel(BaseModel):
    channel: str


@cache
def vocabulary(field: str) -> tuple[str, ...] | None:
    """The words that a field (`code`, `mode`, `label`, `contexts`, ...) may hold; None for a field that is free."""
    if field == "label":
        words = {row.label for row in read_table("event_labels", _Label)}
    elif field == "channel":
        words = {row.channel for row in read_table("channels", _Channel)}
    elif field == "issues":
        return known_issues()
    elif field == "contexts":
        words = set(contexts())
    elif field in ("code", "mode"):
        words = {word for code, mode in plover() if (word := code if field == "code" else mode)}
    else:
        return None
    return tuple(sorted(words))
