"""What the tagger sees of a token as looked at from a cue: the way through the parse, distance, quotations between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legation.reading.statements.tokens import Ints, Tokens

BEFORE, AFTER = 160, 320
"""How many tokens of the cue's paragraph are looked at, before and after the cue."""
BUCKETS = {
    "path": 4096,
    "cross": 8192,
    "branch": 1024,
    "distance": 32,
    "sentence": 8,
    "region": 24,
    "between": 8,
    "depth": 8,
}
"""The size of each feature's table; `path`, `cross` and `branch` are hashed into theirs."""

_STEPS = np.array([1, 2, 3, 4, 5, 7, 10, 14, 20, 30, 45, 70, 110, 180])
_SELF, _OUTSIDE = 1, 0
_DEEP = 5


@dataclass(frozen=True, slots=True)
class Pairs:
    """One row for each token of each cue's window, windows one after the other."""

    token: Ints
    cue: Ints
    """The cue's token."""
    first: Ints
    """Where each cue's window begins among the rows; one more entry than cues."""
    features: dict[str, Ints]
    """Row numbers in each feature's table, by the names of BUCKETS."""

    def __len__(self) -> int:
        return len(self.token)


def look_from(cues: Sequence[int], tokens: Tokens, lemmas: NDArray[np.int32], candidate: NDArray[np.bool_]) -> Pairs:
    """The rows for `cues` (token numbers); `lemmas` are vocabulary numbers, `candidate` marks likely other cues."""
    windows = _windows(cues, tokens)
    sizes = [end - start for start, end in windows]
    first = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32)
    total = int(first[-1])
    token = np.empty(total, dtype=np.int32)
    for number, (start, end) in enumerate(windows):
        token[first[number] : first[number + 1]] = np.arange(start, end)
    cue = np.repeat(np.asarray(cues, dtype=np.int32), sizes)
    path, branch, depth = _paths(cues, windows, first, tokens, total)
    right = token > cue
    features = {
        "path": path % BUCKETS["path"],
        "cross": (branch * 7919 + lemmas[cue].astype(np.int64) * 104729 + right * 31) % BUCKETS["cross"],
        "branch": (branch * 2 + right) % BUCKETS["branch"],
        "distance": _distance(token, cue),
        "sentence": np.clip(tokens.sentence[token] - tokens.sentence[cue], -3, 4) + 3,
        "region": _regions(token, cue, tokens),
        "between": _between(token, cue, candidate),
        "depth": depth,
    }
    return Pairs(token, cue, first, {name: values.astype(np.int32) for name, values in features.items()})


def _windows(cues: Sequence[int], tokens: Tokens) -> list[tuple[int, int]]:
    """The cue's paragraph, cut where it is very long."""
    out = []
    changes = np.flatnonzero(np.diff(tokens.paragraph, prepend=-2, append=-2))
    for cue in cues:
        at = int(np.searchsorted(changes, cue, side="right"))
        out.append((max(int(changes[at - 1]), cue - BEFORE), min(int(changes[at]), cue + AFTER)))
    return out


def _distance(token: Ints, cue: Ints) -> Ints:
    apart = token.astype(np.int64) - cue
    size = np.searchsorted(_STEPS, np.abs(apart), side="right")
    out: Ints = np.where(apart < 0, 15 - size, 15 + size).astype(np.int32)
    return out


def _regions(token: Ints, cue: Ints, tokens: Tokens) -> Ints:
    """Which quotation a token stands in, counted from the cue: 0 none, else its rank before or after."""
    here, there = tokens.quotation[token], tokens.quotation[cue]
    rank = tokens.quotations_before[token] - tokens.quotations_before[cue]
    inside = np.where(rank > 0, 8 + np.minimum(rank, 5), 8 + np.maximum(rank, -5))
    outside = np.where(rank > 0, 16 + np.minimum(rank, 3), 16 + np.maximum(rank, -2))
    same = (here == there) & (here >= 0)
    ranks: Ints = np.where(same, 1, np.where(here >= 0, inside, np.where(there >= 0, 21, outside))).astype(np.int32)
    return ranks


def _between(token: Ints, cue: Ints, candidate: NDArray[np.bool_]) -> Ints:
    """How many likely cues stand between, and whether the token is one."""
    count = np.cumsum(candidate)
    apart = np.abs(count[token] - count[cue]) - (token > cue) * candidate[token] - (token < cue) * candidate[cue]
    between: Ints = (np.clip(apart, 0, 3) * 2 + candidate[token]).astype(np.int32)
    return between


def _paths(
    cues: Sequence[int], windows: Sequence[tuple[int, int]], first: Ints, tokens: Tokens, total: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Hashed way through the parse, where it leaves the way up from the cue, and how far below that."""
    path = np.zeros(total, dtype=np.int64)
    branch = np.zeros(total, dtype=np.int64)
    depth = np.zeros(total, dtype=np.int64)
    heads = tokens.head.tolist()
    dep = (tokens.symbols["dep"] % np.uint64(1_000_003)).astype(np.int64).tolist()
    sentence = tokens.sentence
    for number, cue in enumerate(cues):
        start, end = windows[number]
        low = int(np.searchsorted(sentence, sentence[cue], side="left"))
        high = int(np.searchsorted(sentence, sentence[cue], side="right"))
        ways = _ways(cue, low, high, heads, dep)
        offset = int(first[number])
        for token in range(max(start, low), min(end, high)):
            row = offset + token - start
            path[row], branch[row], depth[row] = ways[token - low]
    return path, branch, depth


def _ways(cue: int, low: int, high: int, heads: list[int], dep: list[int]) -> list[tuple[int, int, int]]:
    """For each token of the cue's sentence: path, branch and depth."""
    ways: list[tuple[int, int, int] | None] = [None] * (high - low)
    on_way_up: dict[int, int] = {}
    at, up, code = cue, 0, 17
    while low <= at < high and at not in on_way_up:
        on_way_up[at] = up
        ways[at - low] = (code, 11 + up * 13, 7 if up else 6)
        code = (code * 31 + dep[at] + 1) & 0x7FFFFFFF
        at, up = heads[at], up + 1
    for token in range(low, high):
        trail = []
        while ways[token - low] is None:
            trail.append(token)
            ways[token - low] = (3, 3, 5)
            token = heads[token]
            if not low <= token < high:
                break
        else:
            known = ways[token - low]
            for step in reversed(trail):
                assert known is not None
                known = _below(known, token, dep[step], on_way_up)
                ways[step - low] = known
                token = step
    return [way if way is not None else (3, 3, 5) for way in ways]


def _below(above: tuple[int, int, int], head: int, label: int, on_way_up: dict[int, int]) -> tuple[int, int, int]:
    """The way to a child from the way to its head."""
    code, branch, depth = above
    if head in on_way_up:
        return (code * 37 + label + 2) & 0x7FFFFFFF, (on_way_up[head] * 1_000_003 + label) * 5 + 1, 0
    if depth < 3:
        return (code * 37 + label + 2) & 0x7FFFFFFF, branch, depth + 1
    return code, branch, min(depth + 1, 4)
