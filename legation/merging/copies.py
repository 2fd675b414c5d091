"""Copies of one article: the same file twice, syndicated and shortened copies. Judged by MinHash, then checked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np
from rensa import RMinHash

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

    Whatever the order of the articles, the result is the same: candidates come from MinHash with banding (Broder 1997;
    the rensa library hashes) with a fixed seed and are checked by the true Jaccard of their word shingles. A story
    that repeats one paragraph of another is no copy.
    """
    texts = dict(articles)
    signatures = {id: signed for id, text in texts.items() if (signed := signature_of(text)) is not None}
    return judge_copies(alike_pairs(signatures), texts)


def signature_of(text: str) -> bytes | None:
    """The MinHash of a story's word shingles; None for a text too short to prove anything."""
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return None
    hashed = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    # Sorted: the library's result must not hang on the order of a set.
    hashed.update(sorted(_shingles(words)))
    return np.array(hashed.digest(), dtype="<u4").tobytes()


def alike_pairs(signatures: Mapping[str, bytes], touched: Collection[str] | None = None) -> list[tuple[str, str]]:
    """Pairs of ids that share a band of their MinHash, each once, the smaller id first.

    With `touched`, only pairs with one of these.
    """
    order = sorted(signatures)
    if len(order) < 2:
        return []
    hashes = np.frombuffer(b"".join(signatures[id] for id in order), dtype="<u4").reshape(len(order), _PERMUTATIONS)
    wanted = np.array([touched is None or id in touched for id in order])
    pairs: set[tuple[str, str]] = set()
    for band in range(_BANDS):
        keys = hashes[:, 2 * band].astype(np.uint64) << np.uint64(32) | hashes[:, 2 * band + 1]
        ranked = np.argsort(keys, kind="stable")
        edges = np.flatnonzero(np.diff(keys[ranked])) + 1
        starts, ends = np.append(0, edges), np.append(edges, len(order))
        for start, end in zip(starts[ends - starts > 1], ends[ends - starts > 1], strict=True):
            same = ranked[start:end]
            for one in same[wanted[same]].tolist():
                pairs.update((order[min(one, other)], order[max(one, other)]) for other in same.tolist())
    pairs -= {(id, id) for id in order}
    return sorted(pairs)


def judge_copies(pairs: Iterable[tuple[str, str]], texts: Mapping[str, str]) -> list[Judgement]:
    """The judgements on the pairs that prove to be copies, in the order given."""
    shingles: dict[str, frozenset[str]] = {}
    found: list[Judgement] = []
    for left, right in pairs:
        for id in (left, right):
            if id not in shingles:
                shingles[id] = _shingles(_WORD.findall(texts[id].casefold()))
        judged = _judge(left, right, shingles[left], shingles[right])
        if judged is not None:
            found.append(judged)
    return found


def _shingles(words: Sequence[str]) -> frozenset[str]:
    return frozenset(" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


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
