"""Whether two names of places may name one: with more or fewer words, or a city and the state that it lies in."""

from __future__ import annotations

import re
from functools import lru_cache

from legation.lexicon.register import load_register

_WORD = re.compile(r"\w+")


@lru_cache(maxsize=20_000)
def may_be_one(one: str, other: str) -> bool:
    """`Bali` and `Bali, Indonesia`; `Beijing` and `China`."""
    left, right = ({*_WORD.findall(name.casefold())} for name in (one, other))
    return left <= right or right <= left or _lies_in(one, other) or _lies_in(other, one)


def _lies_in(city: str, state: str) -> bool:
    register = load_register()
    place = register.place(city)
    states = {named.id for named in register.named(state) if named.kind == "state"}
    return place is not None and register.place(state) is None and place.country in states
