"""Broken names: slips of the pen and names cut up by a machine translation, told from names that are just alike."""

from __future__ import annotations

from legation.lexicon.register_names import fold
from legation.reading.cast import Cast

SHORTEST = 6
"""Letters; below that one letter makes another name (Wang, Wong)."""


def name_repairs(cast: Cast) -> list[str]:
    """What was read as another name than the one that stands there: one line each with the words and the reason."""
    return list(cast.repairs)


def slip(written: str, right: str) -> str | None:
    """How `written` may be a broken `right`; None where they are equal or differ by more than one slip.

    Every word must begin with the same letter: John Kerry is not John Perry.
    """
    left, other = fold(written), fold(right)
    if left == other or min(len(left), len(other)) < SHORTEST:
        return None
    if left.replace(" ", "") == other.replace(" ", ""):
        return "the name is cut up otherwise"
    if [word[0] for word in left.split()] != [word[0] for word in other.split()]:
        return None
    differing = [(one, two) for one, two in zip(left.split(), other.split(), strict=True) if one != two]
    if len(differing) != 1 or min(len(differing[0][0]), len(differing[0][1])) < SHORTEST - 1:
        return None
    return _one_slip(*differing[0])


def slip_of_short(written: str, right: str) -> str | None:
    """How a short name of two words or more may be broken (`Hun Sun`): for whom the office alone tells already."""
    left, other = fold(written).split(), fold(right).split()
    differing = [(one, two) for one, two in zip(left, other, strict=False) if one != two]
    if len(left) != len(other) or len(left) < 2 or len(differing) != 1:
        return None
    one, two = differing[0]
    return _one_slip(one, two) if one[0] == two[0] and min(len(one), len(two)) > 2 else None


def _one_slip(left: str, right: str) -> str | None:
    if len(left) == len(right):
        places = [at for at in range(len(left)) if left[at] != right[at]]
        if len(places) == 1:
            return "one letter differs"
        if len(places) == 2 and places[1] == places[0] + 1 and left[places[0]] == right[places[1]]:
            return "two letters change places" if left[places[1]] == right[places[0]] else None
        return None
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) != 1:
        return None
    drops = any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    return ("a letter is missing" if short == left else "a letter is doubled or added") if drops else None
