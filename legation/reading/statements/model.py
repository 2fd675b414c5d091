"""The learned part of attribution as it is shipped: vocabulary, weights and calibration in one file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from legation.model import LegationError
from legation.reading.statements.network import Network
from legation.reading.statements.tokens import Floats, Ints

DEFAULT = "attribution.npz"
SCALE = ":scale"
"""Behind a table's name: what each of its rows, kept in eight bits, is multiplied by."""
NETWORK_SYMBOLS = ("lemma", "tag", "dep", "shape", "suffix", "ent", "pos")


@dataclass(frozen=True)
class AttributionModel:
    """What `find_attributions` needs: nothing in it changes after loading."""

    networks: tuple[Network, ...]
    """Trained apart on the same task; their scores are averaged."""
    known: dict[str, NDArray[np.uint64]]
    """For each symbol the sorted hashes of the values seen in training; a value's number is its place plus 1."""
    prior: Floats
    """For each lemma's number, how often it headed a cue in training."""
    threshold: float
    """The logit from which on a cue counts; the one with the best F1 in cross-validation."""
    calibration: Floats
    """Logits and, under them, the share of attributions that were right at that logit (cross-validated)."""

    def numbers_of(self, symbols: dict[str, NDArray[np.uint64]]) -> dict[str, Ints]:
        """Each symbol's row numbers; 0 for what training never saw."""
        out = {}
        for name, known in self.known.items():
            place = np.minimum(np.searchsorted(known, symbols[name]), len(known) - 1)
            out[name] = np.where(known[place] == symbols[name], place + 1, 0).astype(np.int32)
        return out

    def confidence_of(self, logit: float) -> float:
        """The calibrated chance that an attribution of this logit is right."""
        return float(np.interp(logit, self.calibration[0], self.calibration[1]))


def load_attribution_model(path: Path | None = None) -> AttributionModel:
    """The model shipped with Legation, or that of `path`. Raises LegationError if the file is missing or spoilt."""
    source = path if path is not None else resources.files("legation.reading") / "models" / DEFAULT
    try:
        with source.open("rb") as stream, np.load(stream, allow_pickle=False) as data:
            arrays = _restored({name: data[name] for name in data.files})
        strings = json.loads(bytes(arrays.pop("strings")).decode("utf-8"))
    except (OSError, ValueError, KeyError) as error:
        raise LegationError(f"{source}: not a readable attribution model ({error}); install Legation again") from error
    known: dict[str, NDArray[np.uint64]] = {}
    tables: dict[str, NDArray[np.int64]] = {}
    for name in NETWORK_SYMBOLS:
        hashes = np.array([get_string_id(text) if text else 0 for text in strings[name]], dtype=np.uint64)
        # The rows of the table follow the order of the strings; look-up needs the order of the hashes.
        order = np.argsort(hashes)
        known[name], tables[name] = hashes[order], order
    prior = arrays["prior"].astype(np.float32)
    count = 1 + max(int(name.split("/")[0]) for name in arrays if "/" in name)
    return AttributionModel(
        networks=tuple(Network(_weights_of(number, arrays, tables), NETWORK_SYMBOLS) for number in range(count)),
        known=known,
        prior=np.concatenate([prior[:1], prior[1:][tables["lemma"]]]),
        threshold=float(arrays["threshold"]),
        calibration=arrays["calibration"].astype(np.float32),
    )


def _restored(arrays: dict[str, Any]) -> dict[str, Any]:
    """The arrays with tables that are kept in eight bits as floats again."""
    scales = {name.removesuffix(SCALE): arrays[name] for name in arrays if name.endswith(SCALE)}
    whole = {name: values for name, values in arrays.items() if not name.endswith(SCALE)}
    return {
        name: values.astype(np.float32) * scales[name].astype(np.float32) if name in scales else values
        for name, values in whole.items()
    }


def _weights_of(number: int, arrays: dict[str, Any], tables: dict[str, NDArray[np.int64]]) -> dict[str, Floats]:
    """One network's weights, its symbol tables in the order of the hashes, the shared word vectors put in front."""
    prefix = f"{number}/"
    weights = {name.removeprefix(prefix): values for name, values in arrays.items() if name.startswith(prefix)}
    for name, order in tables.items():
        table = weights[f"symbols.{name}.weight"]
        if name == "lemma":
            table = np.hstack([arrays["vectors"], table])
        weights[f"symbols.{name}.weight"] = np.vstack([table[:1], table[1:][order]])
    return weights
