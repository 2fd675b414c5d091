"""Copies of one article: the same file twice, syndicated and shortened copies. Judged by MinHash, then checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rensa import RMinHash, RMinHashLSH

from legation.model import Judgement

_WORD = re.compile(r"[^\W_]+")
SHINGLE = 5
"""Words; five in a row are hardly ever shared by two stories of one event told independently."""
SAME = 0.75
"""Jaccard of shingles from which two articles are copies; editors change headlines, datelines and a sentence or two."""
CONTAINED = 0.8
"""Of the shorter article's shingles that stand in the longer one: a shortened copy."""
_SHORTENED_TO = 0.25
"""A shortened copy keeps this share of the longer one at least; less is a quoted paragraph."""
_LEAST_WORDS = 30
"""A shorter text is a teaser or a caption, whose words prove nothing."""
_PERMUTATIONS = 128
_BANDS = 64
"""Of two rows each: pairs of Jaccard 0.2 are found with 93 in 100, so that shortened copies come up for the check."""
_SEED = 20210318


def find_copies(articles: Iterable[tuple[str, str]]) -> list[Judgement]:
    """Judgements `same-article` on pairs of (id, text of the story), in the order of their ids.

    Whatever the order of the articles, the result is the same: candidates come from MinHash LSH (Broder 1997; the
    rensa library) with a fixed seed and are checked by the true Jaccard of their word shingles. A story that repeats
    one paragraph of another is no copy.
    """
    words = {id: _WORD.findall(text.casefold()) for id, text in sorted(articles)}
    shingles = {id: _shingles(row) for id, row in words.items() if len(row) >= _LEAST_WORDS}
    found: list[Judgement] = []
    for left, right in _candidates(shingles):
        judged = _judge(left, right, shingles[left], shingles[right])
        if judged is not None:
            found.append(judged)
    return found


def _shingles(words: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def _candidates(shingles: dict[str, frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs that share a band of their MinHash, each once, the smaller id first."""
    order = sorted(shingles)
    index = RMinHashLSH(threshold=0.2, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    pairs: set[tuple[str, str]] = set()
    for number, id in enumerate(order):
        hashed = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        # Sorted: the library's result must not hang on the order of a set.
        hashed.update(sorted(shingles[id]))
        pairs.update((order[other], id) for other in index.query(hashed))
        index.insert(number, hashed)
    return sorted(pairs)


def _judge(left: str, right: str, one: frozenset[str], other: frozenset[str]) -> Judgement | None:
    shared = len(one & other)
    jaccard = shared / len(one | other)
    if jaccard >= SAME:
        reason = "the same words" if jaccard == 1 else f"{jaccard:.0%} of their five-word runs are shared"
        return Judgement("same-article", left, right, "same", round(jaccard, 4), reason, "legation")
    small, large = sorted((len(one), len(other)))
    if shared >= CONTAINED * small and small >= _SHORTENED_TO * large and small >= _LEAST_WORDS:
        reason = f"a shortened copy: {shared / small:.0%} of the shorter text stands in the longer one"
        return Judgement("same-article", left, right, "same", round(shared / small, 4), reason, "legation")
    return None
