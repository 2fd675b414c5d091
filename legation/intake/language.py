"""The language of an article."""

from __future__ import annotations

from collections.abc import Sequence

from legation.model import Block

_SAMPLE = 1500
_LEAST = 40
"""Letters; the language of a shorter text is not guessed."""


def language_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The ISO 639-1 code of the story's language, or None for a text too short to tell. By py3langid."""
    parts: list[str] = []
    size = 0
    for block in blocks:
        if block.kind == "body" and size < _SAMPLE:
            parts.append(text[block.start : min(block.end, block.start + _SAMPLE)])
            size += len(parts[-1])
    sample = " ".join(parts)
    if sum(letter.isalpha() for letter in sample) < _LEAST:
        return None
    # Its model takes a second to load: only a process that reads articles pays for it.
    import py3langid

    return str(py3langid.classify(sample)[0])
