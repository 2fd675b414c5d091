"""Whether the words around a time look back or forward."""

from __future__ import annotations

from typing import Literal, NamedTuple

from legation.reading.times.tokens import Tokens
from legation.reading.times.words import tense_words

Direction = Literal["past", "future"] | None
_REACH = 18
"""Words looked at on each side; a clause is rarely longer."""
_CLOSE = 4
"""Words between a verb and the time it surely governs."""
_BE = frozenset(["is", "are", "am", "be"])
_HAVE = frozenset(["has", "have", "having"])
_BETWEEN = frozenset(["be", "been", "being", "have", "had", "not", "also", "still", "only"])
_LEADS = frozenset(
    ["in", "on", "by", "at", "the", "of", "during", "since", "until", "from", "after", "before", "early", "late", "mid"]
)
_AFTERWARDS = frozenset(["had", "previously", "originally", "initially", "earlier"])
_ENDS = frozenset(["to", "until", "till", "through", "by"])
_OPENERS = frozenset([",", "and", "but", "that", ";", ":", "“", "”", '"', "—", "while", "when", "(", "'", "’"])
_DETERMINERS = frozenset(
    ["the", "a", "an", "its", "their", "his", "her", "our", "some", "new", "this", "these", "those", "of"]
)


class Leaning(NamedTuple):
    """Which way a clause leans, and whether the verb that tells it stands next to the time."""

    direction: Direction
    close: bool


_UNTOLD = Leaning(None, False)


def leaning_at(tokens: Tokens, first: int, last: int) -> Leaning:
    """The leaning of the clause around the tokens from `first` up to `last`; None where no verb tells it.

    The nearest verb before counts first, as English puts the time behind its verb; a time that opens its
    clause takes the first verb after it.
    """
    if tokens.lowers[first - 1] in _ENDS:
        # "extended to Nov. 20": the verb looks back, its end lies ahead.
        return _UNTOLD
    lead = first - 1
    while lead > 0 and tokens.lowers[lead] in _LEADS:
        lead -= 1
    opens = tokens.kinds[lead] in ("gap", ".") or tokens.lowers[lead] in _OPENERS
    ways = (_look_on(tokens, last), _look_back(tokens, first))
    one, other = ways if opens else ways[::-1]
    return one if one.direction is not None else other


def _look_back(tokens: Tokens, first: int) -> Leaning:
    infinitive = False
    for i in range(first - 1, max(0, first - _REACH), -1):
        if _is_stop(tokens, i):
            break
        found = _verb(tokens, i)
        close = first - i <= _CLOSE
        if found == "to":
            infinitive = True
        elif (
            found in ("future", "planning")
            or (found == "promising" and infinitive)
            or (infinitive and tokens.lowers[i] in _BE)
        ):
            return Leaning("future", close)
        elif found in ("past", "promising"):
            # "announced a plan to buy it in January": either way.
            return _UNTOLD if infinitive else Leaning("past", close)
    return _UNTOLD


def _look_on(tokens: Tokens, last: int) -> Leaning:
    for i in range(last, min(len(tokens.kinds) - 1, last + _REACH)):
        if _is_stop(tokens, i):
            break
        found = _verb(tokens, i)
        close = i - last < _CLOSE + 2
        if found in ("planning", "future") or (tokens.lowers[i] in _BE and tokens.lowers[i + 1] == "to"):
            return Leaning("future", close)
        if found in ("past", "promising"):
            return Leaning("past", close)
    return _UNTOLD


def _is_stop(tokens: Tokens, i: int) -> bool:
    """Whether the sentence ends here; a full stop after a short word is an abbreviation's."""
    if tokens.kinds[i] != ".":
        return tokens.kinds[i] == "gap"
    return len(tokens.lowers[i - 1]) > 3 or not tokens.lowers[i - 1].isalpha()


def _verb(tokens: Tokens, i: int) -> str | None:
    """What the word tells of tense: past, future, planning, promising, `to` for an infinitive, or None."""
    if i not in tokens.verbs:
        tokens.verbs[i] = _read_verb(tokens, i)
    return tokens.verbs[i]


def _read_verb(tokens: Tokens, i: int) -> str | None:
    word, kind = tokens.lowers[i], tokens.kinds[i]
    listed = tense_words().get(word)
    if listed == "neither" or (word == "may" and kind == "month"):
        return None
    if word == "set":
        dated = tokens.lowers[i + 1] in ("for", "to") or tokens.kinds[i + 1] in ("month", "weekday")
        return "planning" if dated else None
    if listed == "future":
        # "would have met" looks back.
        refused = word == "could" and (
            "not" in tokens.lowers[i + 1 : i + 2] or "neither" in tokens.lowers[max(0, i - 8) : i]
        )
        missed = word not in ("will", "shall", "ll") and "have" in tokens.lowers[i + 1 : i + 3]
        return "past" if refused or missed else "future"
    if listed == "planning":
        noun = word in ("plan", "plans") and tokens.lowers[i + 1] not in ("to", "on", "for")
        # "had been scheduled", "as previously planned": a plan that is told of afterwards.
        over = not _AFTERWARDS.isdisjoint(tokens.lowers[max(0, i - 3) : i])
        return None if noun else "past" if over else "planning"
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
        return _read_verb(tokens, back)
    if before == "to" and back < i - 1:
        return "to"
    return None if before in _BE and told == "past" else told
