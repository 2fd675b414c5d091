"""The PLOVER contexts of an event: those of its label, and those that words of its clause name."""

from __future__ import annotations

import re
from functools import lru_cache

from legation.lexicon.table import TableRow, read_table
from legation.reading.events.tables import LabelRow


class ContextRow(TableRow):
    """Words that set a context; the first words of the row's `words` cell are stems, parted by spaces."""

    context: str
    words: str
    example: str


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            row.context,
            re.compile(r"\b(?:" + "|".join(re.escape(word) for word in row.words.split()) + r")", re.IGNORECASE),
        )
        for row in read_table("event_contexts", ContextRow)
    )


def contexts_of(label: LabelRow, words: str) -> tuple[str, ...]:
    """Context names, those of the label first, then in the order of the table."""
    found = list(label.contexts)
    found += [context for context, pattern in _patterns() if context not in found and pattern.search(words)]
    return tuple(found)
