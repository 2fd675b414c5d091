"""The attribution tagger in numpy: a small convolutional network over the parse, trained in `training/attribution`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legation.reading.statements.pairs import BUCKETS, Pairs
from legation.reading.statements.tokens import Floats, Ints, Tokens

GAP = 4
"""Blank rows between two windows: as far as the widest convolution reaches to one side."""
_IMPOSSIBLE = ((0, 2), (0, 4), (1, 4), (2, 4), (3, 2), (4, 2), (5, 2), (5, 4))


@dataclass(frozen=True, slots=True)
class Convolution:
    """A residual convolution with its layer norm; `kernel` is [width, size, size]."""

    kernel: Floats
    bias: Floats
    scale: Floats
    shift: Floats
    dilation: int

    def __call__(self, rows: Floats) -> Floats:
        """The rows after one layer; beyond both ends stand zeros."""
        reach = self.dilation * (len(self.kernel) // 2)
        padded = np.zeros((len(rows) + 2 * reach, rows.shape[1]), dtype=np.float32)
        padded[reach : reach + len(rows)] = rows
        out: Floats = padded[: len(rows)] @ self.kernel[0]
        for place in range(1, len(self.kernel)):
            at = place * self.dilation
            out += padded[at : at + len(rows)] @ self.kernel[place]
        out += self.bias
        np.maximum(out, 0, out=out)
        out += rows
        return normed(out, self.scale, self.shift)


def normed(rows: Floats, scale: Floats, shift: Floats) -> Floats:
    """Layer norm over the last axis."""
    centred: Floats = rows - rows.mean(-1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", centred, centred) / rows.shape[-1] + 1e-5)
    centred /= spread[:, None]
    centred *= scale
    centred += shift
    return centred


def chance(logits: NDArray[np.floating]) -> Floats:
    """The logistic function."""
    out: Floats = (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)
    return out


class Network:
    """The weights with tables multiplied out, so that a symbol costs one look-up."""

    def __init__(self, weights: Mapping[str, Floats], symbols: tuple[str, ...]) -> None:
        """`weights` by the names that training gives them. Raises KeyError where one is missing."""
        w = {name: np.asarray(values, dtype=np.float32) for name, values in weights.items()}
        self.w = w
        token_in, head_in = w["token_in.weight"].T, w["head_in.weight"].T
        self.hidden = token_in.shape[1]
        self.symbols: dict[str, Floats] = {}
        at = 0
        for name in symbols:
            table = w[f"symbols.{name}.weight"]
            width = table.shape[1]
            self.symbols[name] = np.hstack([table @ token_in[at : at + width], table @ head_in[at : at + width]])
            at += width
        tensor = len(head_in) - at
        self.tensor = np.hstack([token_in[at : at + tensor], head_in[at:]])
        self.rest = token_in[at + tensor :]
        self.pair_symbols = w["pair_symbols.weight"]
        self.offsets = dict(zip(BUCKETS, np.cumsum([0, *BUCKETS.values()]).tolist(), strict=False))
        self.encoder = [self._convolution(f"encoder.{i}", 3, d) for i, d in enumerate((1, 2, 4))]
        self.tagging = [self._convolution(f"tagging.{i}", 5, d) for i, d in enumerate((1, 2))]
        self.steps = w["steps"].copy()
        for before, after in _IMPOSSIBLE:
            self.steps[before, after] = -1e4

    def _convolution(self, name: str, width: int, dilation: int) -> Convolution:
        w = self.w
        flat = w[f"{name}.linear.weight"]
        kernel = np.ascontiguousarray(flat.T.reshape(width, flat.shape[0], flat.shape[0]))
        return Convolution(kernel, w[f"{name}.linear.bias"], w[f"{name}.norm.weight"], w[f"{name}.norm.bias"], dilation)

    def _linear(self, name: str, rows: Floats) -> Floats:
        out: Floats = rows @ self.w[f"{name}.weight"].T + self.w[f"{name}.bias"]
        return out

    def encode(self, tokens: Tokens, numbers: Mapping[str, Ints]) -> Floats:
        """One row for each token. `numbers` are the rows of each symbol's table."""
        both: Floats = tokens.tensor @ self.tensor
        for name, table in self.symbols.items():
            both += table[numbers[name]]
        size = self.hidden
        deps = self.rest.shape[0] - tokens.flags.shape[1]
        inner = np.flatnonzero(tokens.head != np.arange(len(tokens)))
        cells = tokens.head[inner].astype(np.int64) * deps + np.minimum(numbers["dep"][inner], deps - 1)
        children = np.minimum(np.bincount(cells, minlength=len(tokens) * deps), 2).astype(np.float32)
        rest = np.hstack([tokens.flags, children.reshape(len(tokens), deps)])
        x = np.asarray(both[:, :size] + rest @ self.rest, dtype=np.float32)
        x += self.w["token_in.bias"] + self.w["head_in.bias"]
        x += both[tokens.head, size:]
        np.maximum(x, 0, out=x)
        x = normed(x, self.w["norm.weight"], self.w["norm.bias"])
        for layer in self.encoder:
            x = layer(x)
        return x

    def cue_logits(self, x: Floats) -> Floats:
        """For each token the logit of heading a cue, by the first stage alone."""
        return self._linear("is_cue", x)[:, 0]

    def look(self, x: Floats, cues: Ints, pairs: Pairs) -> Floats:
        """Rows of all windows, one a pair, with GAP blank rows after each window."""
        own = np.repeat(np.arange(len(cues)), np.diff(pairs.first))
        row = (np.arange(len(pairs)) + GAP * own).astype(np.int32)
        # Only tokens of some window are projected.
        used, place = np.unique(pairs.token, return_inverse=True)
        here = self._linear("of_token", x[used])[place]
        there = self._linear("of_cue", x[cues])[own]
        size = here.shape[1] // 2
        p = here[:, size:] * there[:, size:]
        p += here[:, :size]
        p += there[:, :size]
        for name, values in pairs.features.items():
            p += self.pair_symbols[values + self.offsets[name]]
        np.maximum(p, 0, out=p)
        rows = np.zeros((len(pairs) + GAP * len(cues), size), dtype=np.float32)
        rows[row] = normed(p, self.w["pair_norm.weight"], self.w["pair_norm.bias"])
        blank = np.ones(len(rows), dtype=bool)
        blank[row] = False
        for layer in self.tagging:
            rows = layer(rows)
            rows[blank] = 0
        return rows

    @staticmethod
    def _blank(pairs: Pairs) -> Ints:
        """The rows that stand between windows."""
        ends = pairs.first[1:] + GAP * np.arange(len(pairs.first) - 1)
        return (ends[:, None] + np.arange(GAP)).ravel().astype(np.int32)

    def verdicts(self, rows: Floats, pairs: Pairs, x: Floats, cues: Ints, logits: Floats) -> Floats:
        """For each cue the logit of heading an attribution, with its whole window in view."""
        pooled = np.maximum(self._linear("pool", rows), 0)
        # The blank rows carry the bias alone; the network learnt on filled rows, with nothing below zero.
        pooled[self._blank(pairs)] = 0
        first = pairs.first[:-1] + GAP * np.arange(len(cues))
        most = np.maximum.reduceat(pooled, first, axis=0)
        both = np.hstack([most, x[cues], logits[cues][:, None]])
        inner = np.maximum(self._linear("verdict.0", both), 0)
        return self._linear("verdict.2", inner)[:, 0]

    def label_scores(self, rows: Floats) -> Floats:
        """For each row the score of each label."""
        return self._linear("label", rows)

    def best_path(self, scores: Floats, sizes: list[int]) -> tuple[NDArray[np.int8], Floats]:
        """Viterbi for windows [cues, length, labels], padded behind: the labels, and each path's mean certainty."""
        count, length, labels = scores.shape
        path = np.zeros((count, length), dtype=np.int8)
        if not count:
            return path, np.zeros(0, dtype=np.float32)
        back = np.zeros((length, count, labels), dtype=np.int8)
        best = self.w["begin"] + scores[:, 0]
        held = np.asarray(sizes)
        for place in range(1, length):
            through = best[:, :, None] + self.steps
            back[place] = through.argmax(1)
            ahead = through.max(1) + scores[:, place]
            inside = (place < held)[:, None]
            best = np.where(inside, ahead, best)
            back[place] = np.where(inside, back[place], np.arange(labels))
        at = best.argmax(1)
        everyone = np.arange(count)
        for place in range(length - 1, -1, -1):
            path[:, place] = at
            at = back[place, everyone, at]
        return path, best.max(1)
