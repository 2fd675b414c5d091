"""The shipped tagger loads and finds sources, cues and contents in sentences of every shape."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise

import numpy as np
import pytest

from legation.model import LegationError
from legation.reading.parse import parse
from legation.reading.statements import find_attributions, load_attribution_model
from legation.reading.statements.model import DEFAULT, SCALE
from tests.reading.statements.conftest import an_article


def found(text, nlp, model):
    article = an_article(text)
    return [
        tuple(" | ".join(text[start:end] for start, end in spans) for spans in (item.source, item.cue, item.content))
        for item in find_attributions(parse(article, nlp), model)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param("Anna Holm said the talks would go on.", "Anna Holm", "said", "the talks would go on", id="verb"),
        pytest.param("“We will stay here,” Anna Holm said.", "Anna Holm", "said", "“We will stay here,”", id="after"),
        pytest.param("According to Holm, it was safe.", "Holm", "According to", "it was safe", id="according"),
        pytest.param("Norland vowed to keep it open.", "Norland", "vowed", "to keep it open", id="infinitive"),
        pytest.param(
            "“We agree,” said the envoy, “and we will stay.”",
            "the envoy",
            "said",
            "“We agree,” | “and we will stay.”",
            id="cue inside",
        ),
    ],
)
def test_reads_source_cue_and_content(nlp, model, text, source, cue, content):
    assert (source, cue, content) in found(text, nlp, model)


def test_confidence_is_a_chance(nlp, model):
    items = find_attributions(parse(an_article("Anna Holm said the talks would go on."), nlp), model)
    assert items
    assert all(0 < item.confidence < 1 for item in items)


def test_contents_do_not_overlap(nlp, model):
    text = "Anna Holm said the envoy had told her that the talks would go on, and that she believed him."
    items = find_attributions(parse(an_article(text), nlp), model)
    spans = sorted(span for item in items for span in item.content)
    assert all(left.end <= right.start for left, right in pairwise(spans))


def test_an_empty_text_has_no_attributions(nlp, model):
    assert find_attributions(nlp(""), model) == []
    assert find_attributions(nlp(" \n \n"), model) == []


def test_a_spoilt_model_file_is_told(tmp_path):
    path = tmp_path / "attribution.npz"
    path.write_bytes(b"not an archive")
    with pytest.raises(LegationError, match="not a readable attribution model"):
        load_attribution_model(path)


def test_the_shipped_file_stays_within_eight_megabytes():
    shipped = resources.files("legation.reading") / "models" / DEFAULT
    with resources.as_file(shipped) as path:
        assert path.stat().st_size < 8_000_000


def test_tables_kept_in_eight_bits_come_back_scaled_row_by_row(tmp_path):
    with np.load(str(resources.files("legation.reading") / "models" / DEFAULT)) as data:
        arrays = {name: data[name] for name in data.files}
    name = "0/token_in.weight"
    assert arrays[name].dtype == np.int8
    path = tmp_path / "attribution.npz"
    np.savez(path, **{**arrays, name + SCALE: arrays[name + SCALE] * np.float16(2)})
    once, twice = load_attribution_model().networks[0], load_attribution_model(path).networks[0]
    np.testing.assert_allclose(twice.w["token_in.weight"], 2 * once.w["token_in.weight"])


def test_all_weights_are_numbers(model):
    assert all(np.isfinite(values).all() for network in model.networks for values in network.w.values())
