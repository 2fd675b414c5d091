"""Judgements (by program or person) and an analyst's corrections: kept beside the findings, never in their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

JudgementKind = Literal["same-event", "same-article", "same-person", "same-statement", "linked-events"]
Verdict = Literal["same", "different", "linked"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether two rows tell of one thing: by whom, how surely, why. A person's outranks the program's."""

    kind: JudgementKind
    left: str
    right: str
    verdict: Verdict
    score: float
    """0 to 1."""
    reason: str
    by: str
    """`legation` or the analyst's name."""
    link: str | None = None
    """For `linked-events`: `planned-held`, `planned-cancelled`, `threat-act`, `sanction-lifted`, ..."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An analyst's word on one row: append-only, bound to the row's evidence, replayed after every build."""

    id: str
    action: Literal["accept", "reject", "edit", "merge", "split", "add"]
    table: str
    row: str
    """The row's id when the correction was made; for `merge` and `split` the first of the two."""
    article: str | None
    """The path of the article that the row stands in."""
    words: str | None
    """The exact words of the row's evidence, by which it is found again when spans shift."""
    field: str | None
    value: str | None
    """JSON: the new value of the field; for `merge` and `split` the other row's anchor; for `add` the new row."""
    before: str | None
    """JSON: the row as it was when the correction was made."""
    by: str
    at: datetime
    why: str
