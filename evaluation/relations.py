"""Predicts relations for the PLV and AW forms: `python -m evaluation.relations DATA.tsv OUT.jsonl [--end-to-end]`.

Without the switch the pair is given, and each row gets its PLOVER root (PLV) or conflict and cooperation (AW). With
it, each sentence of a PLV file gets the events that are found in the bare sentence.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from spacy.tokens import Token

from legation.model import Span
from legation.reading.events.dyads import find_dyads, load_weights
from legation.reading.events.pairs import Pair, read_marks
from legation.reading.events.relation import FIRST_CONFLICT, ROOTS, RelationModel, load_relation_model
from legation.reading.parse import load_parser

SURE = 0.8
"""A second pair of a sentence is told where it is this likely."""

SIDES = ("COOPERATION", "CONFLICT")
"""What stands in place of a root where only the side is plain, as in "a former officer of the navy"."""

_CLAUSES = frozenset({"relcl", "acl", "appos", "conj", "cc", "punct", "prep", "parataxis"})


class EventRow(TypedDict):
    """One event found in a bare sentence."""

    source: str
    source_head: str
    target: str
    target_head: str
    root: str


def side_of(name: str) -> int:
    """1 for a root or side of conflict, 0 for one of cooperation. Raises ValueError for any other name."""
    return SIDES.index(name) if name in SIDES else int(ROOTS.index(name) >= FIRST_CONFLICT)


def classify(rows: list[dict[str, str]], model: RelationModel) -> Iterator[dict[str, object]]:
    """The prediction for every row whose pair is given."""
    relations = model.relations([read_marks(row["marked_sentence"]) for row in rows])
    for at, (row, relation) in enumerate(zip(rows, relations, strict=True)):
        uid = row.get("uid") or str(at)
        if "gold_binary" in row:
            yield {"uid": uid, "binary": int(relation.conflict >= 0.5)}
        else:
            yield {"uid": uid, "root": relation.root}


def extract(
    rows: list[dict[str, str]], model: RelationModel, weights: Mapping[str, float] | None = None
) -> Iterator[dict[str, object]]:
    """The events of every bare sentence, once a sentence. `weights` of pairs: the package's where none are given."""
    nlp = load_parser()
    weights = load_weights() if weights is None else weights
    sentences = {row["sentence_id"]: row["sentence"] for row in rows}
    for (name, text), doc in zip(sentences.items(), nlp.pipe(sentences.values()), strict=True):
        dyads = sorted(
            (dyad for sentence in doc.sents for dyad in find_dyads(sentence, weights)), key=lambda dyad: -dyad.score
        )
        kept = [dyad for at, dyad in enumerate(dyads[:2]) if at == 0 or dyad.score >= SURE]
        spans = [(phrase(dyad.source), phrase(dyad.target)) for dyad in kept]
        relations = model.relations([Pair(text, source, target) for source, target in spans])
        events: list[EventRow] = [
            {
                "source": text[source.start : source.end],
                "source_head": dyad.source.text,
                "target": text[target.start : target.end],
                "target_head": dyad.target.text,
                "root": relation.root,
            }
            for dyad, (source, target), relation in zip(kept, spans, relations, strict=True)
        ]
        yield {"sentence_id": name, "events": events}


def phrase(head: Token) -> Span:
    """The noun phrase of a head without the clauses and phrases that hang on it."""
    inside = {head.i}
    for child in head.children:
        if child.dep_ not in _CLAUSES:
            inside.update(token.i for token in child.subtree)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    tokens = head.doc[first : last + 1]
    return Span(tokens.start_char, tokens.end_char)


def main() -> None:
    """Read the rows, write one JSON object a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--end-to-end", action="store_true")
    options = parser.parse_args()
    csv.field_size_limit(10**7)
    with options.data.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    model = load_relation_model()
    with options.out.open("w", encoding="utf-8") as out:
        for found in extract(rows, model) if options.end_to_end else classify(rows, model):
            out.write(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
