"""Whether the words around a time look back or forward."""

from __future__ import annotations

from typing import Literal

from legation.reading.times.tokens import Tokens
from legation.reading.times.words import tense_words

Direction = Literal["past", "future"] | None
_REACH = 18
"""Words looked at on each side; a clause is rarely longer."""
_BE = frozenset(["is", "are", "am", "be"])
_HAVE = frozenset(["has", "have", "having"])
_BETWEEN = frozenset(["be", "been", "being", "have", "had", "not", "also", "still", "only"])
_LEADS = frozenset(
    ["in", "on", "by", "at", "the", "of", "during", "since", "until", "from", "after", "before", "early", "late", "mid"]
)
_OPENERS = frozenset([",", "and", "but", "that", ";", ":", "“", "”", '"', "—", "while", "when", "(", "'", "’"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "our", "some", "new", "this", "these", "those", "of"]
)


def direction_at(tokens: Tokens, first: int, last: int) -> Direction:
    """The direction of the clause around the tokens from `first` up to `last`; None where no verb tells it.

    The nearest verb before counts first, as English puts the time behind its verb; a time that opens its
    clause takes the first verb after it.
    """
    lead = first - 1
    while lead > 0 and tokens.lowers[lead] in _LEADS:
        lead -= 1
    opens = tokens.kinds[lead] in ("gap", ".") or tokens.lowers[lead] in _OPENERS
    if opens:
        after = _look_on(tokens, last)
        return after if after is not None else _look_back(tokens, first)
    before = _look_back(tokens, first)
    return before if before is not None else _look_on(tokens, last)


def _look_back(tokens: Tokens, first: int) -> Direction:
    infinitive = False
    for i in range(first - 1, max(0, first - _REACH), -1):
        if _is_stop(tokens, i):
            break
        found = _verb(tokens, i)
        if found == "to":
            infinitive = True
        elif found in ("future", "planning") or (found == "promising" and infinitive):
            return "future"
        elif found == "past":
            return "past"
    return None


def _look_on(tokens: Tokens, last: int) -> Direction:
    for i in range(last, min(len(tokens.kinds) - 1, last + _REACH)):
        if _is_stop(tokens, i):
            break
        found = _verb(tokens, i)
        if found in ("planning", "future"):
            return "future"
        if found in ("past", "promising"):
            return "past"
        if tokens.lowers[i] in _BE and tokens.lowers[i + 1] == "to":
            return "future"
    return None


def _is_stop(tokens: Tokens, i: int) -> bool:
    """Whether the sentence ends here; a full stop after a short word is an abbreviation's."""
    if tokens.kinds[i] != ".":
        return tokens.kinds[i] == "gap"
    return len(tokens.lowers[i - 1]) > 3 or not tokens.lowers[i - 1].isalpha()


def _verb(tokens: Tokens, i: int) -> str | None:
    """What the word tells of tense: past, future, planning, promising, `to` for an infinitive, or None."""
    word, kind = tokens.lowers[i], tokens.kinds[i]
    listed = tense_words().get(word)
    if listed == "neither" or (word == "may" and kind == "month"):
        return None
    if word == "set":
        return "planning" if tokens.lowers[i + 1] in ("for", "to") else None
    if listed in ("future", "planning"):
        return listed
    if listed is None and word in _HAVE:
        return "past"
    if word == "to":
        following = tokens.lowers[i + 1]
        bare = tokens.kinds[i + 1] == "" and following.isalpha() and not following.endswith(("ing", "ed"))
        return "to" if bare and following not in _DETERMINERS else None
    if listed is None and not (kind == "" and len(word) > 4 and word.endswith("ed")):
        return None
    return _participle(tokens, i, listed or "past")


def _participle(tokens: Tokens, i: int, told: str) -> str | None:
    """A past form: a true past, or part of "will be paid", "is to be paid", "the increased sum"."""
    back = i - 1
    if tokens.lowers[back] in _DETERMINERS:
        return None
    while back > 0 and (tokens.lowers[back] in _BETWEEN or tokens.lowers[back].endswith("ly")):
        back -= 1
    before = tokens.lowers[back]
    if tense_words().get(before) == "future":
        return "future"
    if before == "to" and back < i - 1:
        return "to"
    return None if before in _BE and told == "past" else told
