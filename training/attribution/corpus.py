"""Reads PolNeAR articles with their attributions and caches what the tagger sees of them."""

from __future__ import annotations

import pickle
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from legation.model import Article, Block
from legation.reading.parse import parse
from legation.reading.statements.quotations import lines_of, outermost, pair_quotations
from legation.reading.statements.tokens import Tokens, read_tokens

Spans = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution of the corpus, as character spans."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Example:
    """One article as arrays with its gold attributions as token numbers."""

    stem: str
    text: str
    tokens: Tokens
    heads: list[int]
    """The head token of each attribution's cue."""
    labels: list[dict[int, int]]
    """For each attribution, the label of each labelled token (see LABELS)."""


LABELS = ("O", "B-source", "I-source", "B-content", "I-content", "cue")


def read_gold(path: Path) -> list[Gold]:
    """The attributions of one brat file; those without content are left out."""
    marks: dict[str, Spans] = {}
    events: list[list[tuple[str, str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        parts = line.split("\t")
        if line.startswith("T") and len(parts) > 2:
            pieces = parts[1].split(" ", 1)[1].split(";")
            marks[parts[0]] = [(int(piece.split()[0]), int(piece.split()[1])) for piece in pieces]
        elif line.startswith("E") and len(parts) > 1:
            events.append([(role.split(":")[0], role.split(":")[1]) for role in parts[1].split()])
    out = []
    for roles in events:
        found: dict[str, Spans] = {"source": [], "cue": [], "content": []}
        for role, mark in roles:
            name = role.rstrip("0123456789").lower()
            if name in found:
                found[name].extend(marks[mark])
        if found["content"]:
            out.append(Gold(**{name: sorted(spans) for name, spans in found.items()}))
    return out


def plain_article(stem: str, text: str) -> Article:
    """An article whose every line is a paragraph of body text."""
    blocks = tuple(Block("body", span.start, span.end) for span in lines_of(text))
    return Article(id=stem, path=stem, text=text, blocks=blocks, sha256="")


def read_split(folder: Path, nlp: Language, cache: Path) -> list[tuple[str, str, Doc, list[Gold]]]:
    """Stem, text, parse and gold of each article; parses are kept in `cache`."""
    kept: dict[str, tuple[str, bytes]] = {}
    if cache.exists():
        kept = pickle.loads(cache.read_bytes())
    else:
        for path in sorted((folder / "text").glob("*.txt")):
            text = path.read_bytes().decode("utf-8")
            kept[path.stem] = (text, parse(plain_article(path.stem, text), nlp).to_bytes(exclude=["user_data"]))
        cache.write_bytes(pickle.dumps(kept))
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rsplit("_", 1)[0], path)
    return [
        (stem, text, Doc(nlp.vocab).from_bytes(raw), read_gold(first[stem]))
        for stem, (text, raw) in kept.items()
        if stem in first
    ]


def example_of(stem: str, text: str, doc: Doc, gold: list[Gold]) -> Example:
    """The article as arrays. Space tokens never carry a label."""
    paragraphs = lines_of(text)
    tokens = read_tokens(doc, paragraphs, outermost(pair_quotations(text, paragraphs)))
    spaces = np.array([token.is_space for token in doc], dtype=bool)
    heads, labels = [], []
    for item in gold:
        marked: dict[int, int] = {}
        cue = [i for i in _inside(item.cue, tokens) if not spaces[i]]
        for spans, begin in ((item.content, 3), (item.source, 1)):
            for span in spans:
                inside = [i for i in _inside([span], tokens) if not spaces[i]]
                marked |= {i: begin + bool(place) for place, i in enumerate(inside)}
        marked |= dict.fromkeys(cue, 5)
        if cue:
            heads.append(_head(cue, doc))
            labels.append(marked)
    return Example(stem, text, tokens, heads, labels)


def _inside(spans: Spans, tokens: Tokens) -> list[int]:
    out: list[int] = []
    for start, end in spans:
        low = int(np.searchsorted(tokens.end, start, side="right"))
        high = int(np.searchsorted(tokens.start, end, side="left"))
        out.extend(range(low, high))
    return out


def _head(cue: list[int], doc: Doc) -> int:
    """The word of the cue on which the others hang: a verb before a noun before the rest."""
    members = set(cue)
    rank = {"VERB": 0, "NOUN": 1, "ADJ": 2, "AUX": 3, "ADP": 4, "SCONJ": 4}
    tops = [i for i in cue if doc[i].head.i not in members or doc[i].head.i == i]
    return min(tops or cue, key=lambda i: (rank.get(doc[i].pos_, 5), i))


def clean(text: str) -> str:
    """Text with runs of blanks made one, for logs."""
    return re.sub(r"\s+", " ", text)


BoolArray = NDArray[np.bool_]
