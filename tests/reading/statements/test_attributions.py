"""The shipped tagger loads and finds sources, cues and contents in sentences of every shape."""

from __future__ import annotations

import numpy as np
import pytest

from legation.model import LegationError
from legation.reading.parse import parse
from legation.reading.statements import find_attributions, load_attribution_model
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
        pytest.param("“The talks will go on,” Anna Holm said.", "Anna Holm", "said", "“The talks will go on,”", id="after"),
        pytest.param("According to Anna Holm, the harbour was safe.", "Anna Holm", "According to", "the harbour was safe", id="according"),
        pytest.param("Norland vowed to keep the border open.", "Norland", "vowed", "to keep the border open", id="infinitive"),
        pytest.param("“We agree,” said the envoy, “and we will stay.”", "the envoy", "said", "“We agree,” | “and we will stay.”", id="cue inside"),
    ],
)  # fmt: skip
def test_reads_source_cue_and_content(nlp, model, text, source, cue, content):
    assert (source, cue, content) in found(text, nlp, model)


def test_confidence_is_a_chance(nlp, model):
    items = find_attributions(parse(an_article("Anna Holm said the talks would go on."), nlp), model)
    assert items and all(0 < item.confidence < 1 for item in items)


def test_contents_do_not_overlap(nlp, model):
    text = "Anna Holm said the envoy had told her that the talks would go on, and that she believed him."
    items = find_attributions(parse(an_article(text), nlp), model)
    spans = sorted(span for item in items for span in item.content)
    assert all(left.end <= right.start for left, right in zip(spans, spans[1:], strict=False))


def test_an_empty_text_has_no_attributions(nlp, model):
    assert find_attributions(nlp(""), model) == []
    assert find_attributions(nlp(" \n \n"), model) == []


def test_a_spoilt_model_file_is_told(tmp_path):
    path = tmp_path / "attribution.npz"
    path.write_bytes(b"not an archive")
    with pytest.raises(LegationError, match="not a readable attribution model"):
        load_attribution_model(path)


def test_the_weights_are_small(model):
    assert all(np.isfinite(values).all() for network in model.networks for values in network.w.values())
