"""Which outlet an article counts for: copies of one text count for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.model import Judgement


def independent_outlets(named: Mapping[str, str], judgements: Sequence[Judgement]) -> dict[str, str]:
    """For each article the outlet that tells it; a copy counts for the outlet of the first of its copies.

    `named`: of each article its own outlet.
    """
    root = {key: key for key in named}

    def first(key: str) -> str:
        while root[key] != key:
            root[key] = root[root[key]]
            key = root[key]
        return key

    copies = [item for item in judgements if item.kind == "same-article" and {item.left, item.right} <= named.keys()]
    # A person's word comes first: what an analyst keeps apart the program does not join.
    apart = {frozenset((item.left, item.right)) for item in copies if item.verdict == "different"}
    for item in copies:
        if item.verdict == "same" and (item.by != "legation" or frozenset((item.left, item.right)) not in apart):
            one, other = sorted((first(item.left), first(item.right)))
            root[other] = one
    return {key: named[first(key)] for key in named}
