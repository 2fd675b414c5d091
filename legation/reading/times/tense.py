"""Whether the words around a time look back or forward."""

from __future__ import annotations

from typing import Literal

from legation.reading.times.tokens import Tokens
from legation.reading.times.words import tense_words

Direction = Literal["past", "future"] | None
_REACH = 18
"""Words looked at on each side; a clause is rarely longer."""
_STOPS = frozenset({"gap", "."})
_BE = frozenset("is are am be".split())
_HAVE = frozenset("has have having".split())


def direction_at(tokens: Tokens, first: int, last: int) -> Direction:
    """The direction of the clause around the tokens from `first` up to `last`; None where no verb tells it.

    The nearest verb before counts first, as English puts the time behind its verb; a time that opens its
    sentence takes the first verb after it.
    """
    before = _look_back(tokens, first)
    return before if before is not None else _look_on(tokens, last)


def _look_back(tokens: Tokens, first: int) -> Direction:
    tense = tense_words()
    infinitive = False
    for i in range(first - 1, max(-1, first - _REACH), -1):
        if tokens.kinds[i] == "gap" or (tokens.kinds[i] == "." and _ends_sentence(tokens, i)):
            break
        found = _verb(tokens, i, tense)
        if found == "to":
            infinitive = True
        elif found == "planning":
            return "future"
        elif found in ("past", "future"):
            if infinitive and found == "past":
                # "agreed to meet on Friday" looks forward from the past verb, "began to" does not.
                return "past" if tokens.lowers[i].startswith(("beg", "had", "came", "was", "were", "fail")) else "future"
            return "past" if found == "past" else "future"
    return "future" if infinitive else None


def _look_on(tokens: Tokens, last: int) -> Direction:
    tense = tense_words()
    for i in range(last, min(len(tokens.kinds), last + _REACH)):
        if tokens.kinds[i] == "gap" or (tokens.kinds[i] == "." and _ends_sentence(tokens, i)):
            break
        found = _verb(tokens, i, tense)
        if found == "planning" or found == "future":
            return "future"
        if found == "past":
            return "past"
        if tokens.lowers[i] in _BE and tokens.lowers[i + 1] == "to":
            return "future"
    return None


def _ends_sentence(tokens: Tokens, i: int) -> bool:
    """A full stop after a short word or before a number is an abbreviation's."""
    return len(tokens.lowers[i - 1]) > 3 or not tokens.lowers[i - 1].isalpha()


def _verb(tokens: Tokens, i: int, tense: dict[str, str]) -> str | None:
    """What the word tells of tense: past, future, planning, `to` for an infinitive, or None."""
    word = tokens.lowers[i]
    listed = tense.get(word)
    if listed is not None:
        if word == "may" and tokens.kinds[i] == "month":
            return None
        return None if listed == "neither" else listed
    if word in _HAVE:
        return "past"
    if word == "to" and i + 1 < len(tokens.lowers):
        following = tokens.lowers[i + 1]
        if tokens.kinds[i + 1] == "" and following.isalpha() and not following.endswith(("s", "ing", "ed")):
            return "to"
        return None
    if word.endswith("ed") and len(word) > 4 and tokens.kinds[i] == "":
        return "past"
    return None
