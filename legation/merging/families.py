"""Which labels may name one event."""

from __future__ import annotations

from functools import cache

from legation.lexicon.table import TableRow, read_table


class LabelFamily(TableRow):
    """Labels of one family may name one event: what one outlet calls talks is a meeting to another."""

    label: str
    family: str
    example: str


@cache
def load_families() -> dict[str, str]:
    """Label to family; a label that is not in the table is a family of its own."""
    return {row.label: row.family for row in read_table("label_families", LabelFamily)}
