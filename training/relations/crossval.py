"""Cross-validation on PLV and AW: `python -m training.relations.crossval --bench ../shared/bench/relations`.

Each fold trains a network without it, writes it as int8 as the package has it, and scores both on the rows left out.
`--end-to-end` also learns the weights of pairs without the fold and scores the events of its bare sentences.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from legation.reading.events.relation import ROOTS, RelationModel, sides_of
from legation.reading.wordpiece import WordPiece, read_vocabulary
from training.relations.data import Row
from training.relations.dyads import PairLearner
from training.relations.endtoend import end_to_end, load_scorer, read_cells
from training.relations.export import export
from training.relations.figures import is_modal, root_figures, side_figures
from training.relations.folds import fold_of_each
from training.relations.learn import predict
from training.relations.network import RelationNetwork
from training.relations.recipe import Recipe, Rows, read_rows, train_network


@dataclass(frozen=True, slots=True)
class Told:
    """What a network says of held-out rows: the root of each of PLV, the side of each of AW."""

    roots: NDArray[np.int64]
    sides: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Held:
    """The rows left out, with what the full network and the packaged one say of them."""

    plv: Sequence[Row]
    aw: Sequence[Row]
    full: Told
    packaged: Told


def told_by_network(network: RelationNetwork, plv: Sequence[Row], aw: Sequence[Row], pieces: WordPiece) -> Told:
    """Both views averaged as the package does, in full precision."""
    views = (False, True)
    roots = sum(predict(network, plv, pieces, hidden)[0] for hidden in views)
    sides = sum(sides_of(root) + side for root, side in (predict(network, aw, pieces, hidden) for hidden in views))
    return Told(np.asarray(roots).argmax(1), np.asarray(sides).argmax(1))


def told_by_model(model: RelationModel, plv: Sequence[Row], aw: Sequence[Row]) -> Told:
    """What the package would say."""
    roots = [ROOTS.index(relation.root) for relation in model.relations([row.pair for row in plv])]
    sides = [int(relation.conflict >= 0.5) for relation in model.relations([row.pair for row in aw])]
    return Told(np.array(roots, dtype=np.int64), np.array(sides, dtype=np.int64))


def without(rows: Rows, plv: NDArray[np.bool_], aw: NDArray[np.bool_]) -> tuple[Rows, Rows]:
    """The rows to learn from, and the rows left out (own rows are never left out)."""
    kept = Rows(_picked(rows.plv, ~plv), _picked(rows.aw, ~aw), rows.own, rows.contrasts)
    return kept, Rows(_picked(rows.plv, plv), _picked(rows.aw, aw), (), ())


def _picked(rows: Sequence[Row], chosen: NDArray[np.bool_]) -> list[Row]:
    return [row for row, one in zip(rows, chosen, strict=True) if one]


def report(held: Sequence[Held]) -> None:
    """Print the figures of all folds so far, pooled."""
    plv = [row for one in held for row in one.plv]
    gold = np.array([row.root for row in plv])
    gold_aw = np.array([row.conflict for one in held for row in one.aw])
    modal = is_modal(plv)
    for name in ("full", "packaged"):
        told: list[Told] = [getattr(one, name) for one in held]
        roots = np.concatenate([one.roots for one in told])
        print(f"  {name}: PLV {root_figures(gold, roots)}; modal root {np.mean((gold == roots)[modal]):.3f}")
        if len(gold_aw):
            print(f"  {name}: AW {side_figures(gold_aw, np.concatenate([one.sides for one in told]))}", flush=True)


def write(held: Sequence[Held], path: Path) -> None:
    """Write gold and found of every held-out row, one JSON object a line."""
    with path.open("w", encoding="utf-8") as stream:
        for one in held:
            for row, root in zip(one.plv, one.packaged.roots, strict=True):
                _write_row(stream.write, row, ROOTS[row.root], ROOTS[root])
            for row, side in zip(one.aw, one.packaged.sides, strict=True):
                _write_row(stream.write, row, row.conflict, int(side))


def _write_row(write_text: Callable[[str], object], row: Row, gold: str | int, found: str | int) -> None:
    spans = [None if span is None else [span.start, span.end] for span in (row.pair.source, row.pair.target)]
    cells = {"sentence": row.pair.sentence, "source": spans[0], "target": spans[1], "gold": gold, "found": found}
    write_text(json.dumps(cells, ensure_ascii=False) + "\n")


def options_of() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--run", type=int, default=5, help="how many of the folds to run")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="of the first part")
    parser.add_argument("--no-own", action="store_true")
    parser.add_argument("--no-aw", action="store_true")
    parser.add_argument("--end-to-end", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


def recipe_of(options: argparse.Namespace) -> Recipe:
    """The shipped recipe with what `--set` changes in its first part."""
    recipe = Recipe()
    changes = {name: json.loads(value) for name, value in (part.split("=") for part in options.set)}
    return replace(recipe, first=replace(recipe.first, **changes))


def rows_of(options: argparse.Namespace) -> Rows:
    """The rows that the options leave."""
    rows = read_rows(options.bench)
    own = ((), ()) if options.no_own else (rows.own, rows.contrasts)
    return Rows(rows.plv, () if options.no_aw else rows.aw, *own)


def judge(kept: Rows, left: Rows, recipe: Recipe, pairs_told: Callable[[RelationModel], str] | None) -> Held:
    """Train without the rows left out and ask of them. `pairs_told`: what to print of the packaged model besides."""
    pieces = WordPiece(read_vocabulary())
    network = train_network(kept, pieces, recipe)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "relation.onnx"
        export(network, path)
        model = RelationModel(path)
        packaged = told_by_model(model, left.plv, left.aw)
        if pairs_told is not None:
            print(f"  end to end: {pairs_told(model)}", flush=True)
    return Held(left.plv, left.aw, told_by_network(network, left.plv, left.aw, pieces), packaged)


def bare_sentences(options: argparse.Namespace, rows: Rows) -> Callable[[NDArray[np.bool_], RelationModel], str]:
    """A function that scores the events of the bare sentences left out, with pair weights that have not seen them."""
    cells = read_cells(options.bench / "PLV_train.tsv")
    learner, scorer = PairLearner(rows.plv, rows.own), load_scorer(options.bench)

    def told(left: NDArray[np.bool_], model: RelationModel) -> str:
        bare = [row for row, one in zip(cells, left, strict=True) if one]
        return end_to_end(bare, model, learner.learned(left), scorer)

    return told


def main() -> None:
    """Train once a fold and print the figures of the rows left out, all folds together."""
    options = options_of()
    torch.set_num_threads(options.threads)
    rows, recipe = rows_of(options), recipe_of(options)
    plv_fold, aw_fold = fold_of_each(rows.plv, options.folds), fold_of_each(rows.aw, options.folds)
    bare = bare_sentences(options, rows) if options.end_to_end else None
    held: list[Held] = []
    for fold in range(options.run):
        began = time.time()
        kept, left = without(rows, plv_fold == fold, aw_fold == fold)
        held.append(judge(kept, left, recipe, partial(bare, plv_fold == fold) if bare else None))
        print(f"folds to {fold} ({time.time() - began:.0f} s)")
        report(held)
    if options.out:
        write(held, options.out)


if __name__ == "__main__":
    main()
