"""The words of a text that carry content, made comparable."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_SMALL = frozenset(
    """a an the and or but nor so yet of to in on at by for from with without as than that this these those it its he
    she they them their his her we our us you your i my me is are was were be been being has have had do does did will
    would shall should can could may might must not no if then there here who whom which what when where why how also
    both all any some such very more most said say says saying into about over under between among""".split()
)
_ENDINGS = ("ations", "ation", "ments", "ment", "ingly", "ings", "ing", "ities", "ity", "iness", "ness", "ives", "ive",
            "ions", "ion", "ers", "er", "ed", "ies", "es", "ly", "al", "s", "e", "y")  # fmt: skip


def words_of(text: str) -> tuple[str, ...]:
    """All words in lower case, in order."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


def stem(word: str) -> str:
    """A word without its ending, in lower case: `opposes`, `opposing` and `opposition` begin alike."""
    word = word.casefold().replace("’", "'").removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def content_stems(words: str) -> tuple[str, ...]:
    """The stems that carry content, in order."""
    return tuple(stem(word) for word in _WORD.findall(words) if word.casefold() not in _SMALL)
