"""Turns the corpus into the arrays that training reads: vocabulary, candidates, rows for each candidate's window."""

from __future__ import annotations

import argparse
import math
import pickle
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from legation.reading.parse import load_parser
from legation.reading.statements.model import AttributionModel, load_attribution_model
from legation.reading.statements.pairs import Pairs, look_from
from legation.reading.statements.tokens import SYMBOLS, Tokens
from training.attribution.corpus import Example, example_of, read_split

LEAST = {"lemma": 3, "suffix": 20, "shape": 20, "lower": 5}


def vocabulary_of(examples: list[Example]) -> dict[str, np.ndarray]:
    """Sorted hashes of each symbol's usual values; a value's number is its place plus 1."""
    out = {}
    for name in SYMBOLS:
        counts: Counter[int] = Counter()
        for example in examples:
            counts.update(example.tokens.symbols[name].tolist())
        usual = [value for value, n in counts.items() if n >= LEAST.get(name, 3)]
        out[name] = np.array(sorted(usual), dtype=np.uint64)
    return out


def numbers_of(symbols: np.ndarray, known: np.ndarray) -> np.ndarray:
    place = np.minimum(np.searchsorted(known, symbols), len(known) - 1)
    return np.where(known[place] == symbols, place + 1, 0).astype(np.int32)


def prior_of(examples: list[Example], vocabulary: dict[str, np.ndarray]) -> np.ndarray:
    """For each lemma, how often it heads a cue (smoothed)."""
    size = len(vocabulary["lemma"]) + 1
    seen, cue = np.zeros(size), np.zeros(size)
    for example in examples:
        lemmas = numbers_of(example.tokens.symbols["lemma"], vocabulary["lemma"])
        seen += np.bincount(lemmas, minlength=size)
        cue += np.bincount(lemmas[example.heads], minlength=size)
    return ((cue + 0.03) / (seen + 3)).astype(np.float32)


@dataclass(frozen=True, slots=True)
class Numbering:
    """How symbols become numbers: hashes and words of each symbol's usual values, and how often a lemma heads a cue."""

    vocabulary: dict[str, np.ndarray]
    prior: np.ndarray
    strings: dict[str, list[str]]


def numbering_of(examples: list[Example], nlp: Language, shared: Path | None) -> Numbering:
    """That of another cache, or else the examples' own."""
    if shared is not None:
        kept = pickle.loads(shared.read_bytes())
        return Numbering(kept["vocabulary"], kept["prior"], kept["strings"])
    vocabulary = vocabulary_of(examples)
    strings = {name: [nlp.vocab.strings[int(v)] if v else "" for v in vocabulary[name]] for name in SYMBOLS}
    return Numbering(vocabulary, prior_of(examples, vocabulary), strings)


def proposed_cues(tokens: Tokens, chance: np.ndarray, earlier: AttributionModel | None) -> np.ndarray:
    """Marks the tokens that an earlier model, or else the lemma's chance, takes for a cue."""
    if earlier is None:
        return chance > 0.06
    network = earlier.networks[0]
    return network.cue_logits(network.encode(tokens, earlier.numbers_of(tokens.symbols))) > math.log(0.03)


def labels_of(example: Example, candidates: list[int], pairs: Pairs) -> tuple[np.ndarray, np.ndarray]:
    """The label of every row of the windows, and which candidates are cues."""
    labels = np.zeros(len(pairs), dtype=np.int8)
    is_gold = np.zeros(len(candidates), dtype=bool)
    for head, marked in zip(example.heads, example.labels, strict=True):
        number = candidates.index(head)
        is_gold[number] = True
        low, high = pairs.first[number], pairs.first[number + 1]
        start = pairs.token[low]
        for token, label in marked.items():
            if 0 <= token - start < high - low:
                labels[low + token - start] = label
    # A piece that goes on after a blank or a cue begins anew: such steps are ruled out otherwise.
    before = np.concatenate([[0], labels[:-1]])
    before[pairs.first[:-1][pairs.first[:-1] < len(labels)]] = 0
    labels = np.where((labels == 2) & ~np.isin(before, (1, 2)), 1, labels)
    return np.where((labels == 4) & ~np.isin(before, (3, 4)), 3, labels).astype(np.int8), is_gold


def row_of(example: Example, numbering: Numbering, earlier: AttributionModel | None) -> dict[str, Any]:
    """One article as training reads it."""
    tokens = example.tokens
    numbers = {name: numbers_of(tokens.symbols[name], numbering.vocabulary[name]) for name in SYMBOLS}
    chance = numbering.prior[numbers["lemma"]]
    proposed = proposed_cues(tokens, chance, earlier)
    candidates = sorted({*example.heads, *np.flatnonzero(proposed & (tokens.paragraph >= 0)).tolist()})
    pairs = look_from(candidates, tokens, numbers["lemma"], chance > 0.25)
    labels, is_gold = labels_of(example, candidates, pairs)
    return {
        "stem": example.stem,
        "numbers": {k: v.astype(np.int16) for k, v in numbers.items()},
        "head": tokens.head,
        "flags": tokens.flags.astype(np.float16),
        "tensor": tokens.tensor.astype(np.float16),
        "start": tokens.start,
        "end": tokens.end,
        "heads": np.array(example.heads, dtype=np.int32),
        "cues": np.array(candidates, dtype=np.int32),
        "gold": is_gold,
        "token": pairs.token,
        "first": pairs.first,
        "features": {k: v.astype(np.int16) for k, v in pairs.features.items()},
        "labels": labels,
    }


def main() -> None:
    """Read a split, write its cache."""
    parser = argparse.ArgumentParser()
    parser.add_argument("split", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--model", type=Path, help="an earlier model, whose first stage proposes the other candidates")
    parser.add_argument("--vocabulary", type=Path, help="reuse that of another cache (for dev)")
    args = parser.parse_args()
    nlp = load_parser()
    began = time.time()
    cached = args.cache.parent / (args.split.name + ".pkl")
    examples = [example_of(*row) for row in read_split(args.split, nlp, cached)]
    print(len(examples), sum(len(e.heads) for e in examples), round(time.time() - began, 1), flush=True)
    numbering = numbering_of(examples, nlp, args.vocabulary)
    earlier = load_attribution_model(args.model) if args.model else None
    rows = [row_of(example, numbering, earlier) for example in examples]
    n = sum(len(r["cues"]) for r in rows)
    print("candidates", n, "pairs", sum(len(r["token"]) for r in rows), round(time.time() - began, 1))
    print({k: len(v) for k, v in numbering.vocabulary.items()})
    args.cache.write_bytes(pickle.dumps({"rows": rows, **asdict(numbering)}))


if __name__ == "__main__":
    main()
