"""The relation model, the pairs of bare sentences, and the second opinion."""

from __future__ import annotations

import json

import pytest

from evaluation.relations import classify, extract
from legation.model import LegationError
from legation.reading.events import find_accounts
from legation.reading.events.dyads import find_dyads, load_weights
from legation.reading.events.pairs import Pair, read_marks
from legation.reading.events.relation import ROOTS, RelationModel, load_relation_model


@pytest.fixture(scope="module")
def model() -> RelationModel:
    return load_relation_model()


@pytest.mark.parametrize(
    ("marked", "root"),
    [
        pytest.param("<s>Norway</s> will send doctors to <t>Kenya</t>, its minister said.", "AGREE", id="promise"),
        pytest.param("<s>Norway</s> sent doctors to <t>Kenya</t>.", "AID", id="deed"),
        pytest.param("<s>Anna Holm</s> met <t>Karl Berg</t> in Vienna.", "CONSULT", id="meeting"),
        pytest.param("<s>Japan</s> and <t>France</t> held a joint naval exercise.", "COOPERATE", id="joint exercise"),
        pytest.param("<s>Karl Berg</s> accused <t>the ministry</t> of lying.", "ACCUSE", id="accusation"),
        pytest.param("<s>The union</s> demanded that <t>the ministry</t> publish the report.", "REQUEST", id="demand"),
        pytest.param("<t>The ministry's plan</t> was rejected by <s>the union</s>.", "REJECT", id="passive"),
        pytest.param("<s>Gunmen</s> kidnapped <t>a nurse</t> near the lake.", "ASSAULT", id="kidnapping"),
        pytest.param("<s>Police</s> arrested <t>a journalist</t> at the airport.", "COERCE", id="arrest"),
        pytest.param("<s>Farmers</s> marched against <t>the fuel tax</t>.", "PROTEST", id="march"),
    ],
)
def test_the_root_of_a_marked_pair(marked, root, model):
    found = model.relations([read_marks(marked)])[0]
    assert found.root == root
    assert 0 <= found.probability <= 1
    assert (found.conflict >= 0.5) == (ROOTS.index(root) >= 6)


def test_rows_come_back_in_their_order(model):
    pairs = [
        read_marks("<s>A</s> met <t>B</t>."),
        read_marks("<s>Rebels</s> shelled <t>the town</t> for " + "many " * 40),
    ]
    assert [one.root for one in model.relations(pairs)] == [model.relations([pair])[0].root for pair in pairs]


@pytest.mark.parametrize("sentence", ["", "x" * 5000, "会谈 😀 \u200b"])
def test_any_sentence_has_a_relation(sentence, model):
    assert model.relations([Pair(sentence, None, None)])[0].root in ROOTS


def test_missing_weights_are_told(tmp_path):
    with pytest.raises(LegationError, match=r"relation\.onnx"):
        RelationModel(tmp_path / "relation.onnx").relations([Pair("x", None, None)])


def test_a_bare_sentence_gives_its_pair(nlp):
    sentence = next(nlp("The Kenyan army attacked the rebels near the border, officials said.").sents)
    best = find_dyads(sentence, load_weights())[0]
    assert (best.source.text, best.target.text) in [("army", "rebels"), ("Kenyan", "rebels")]


def test_a_sentence_without_two_phrases_has_no_pair(nlp):
    assert find_dyads(next(nlp("It rained.").sents), load_weights()) == []


def test_both_forms_are_predicted_as_the_scorer_reads_them(model):
    plv = {"sentence_id": "7", "sentence": "France sued Mali.", "marked_sentence": "<s>France</s> sued <t>Mali</t>."}
    assert list(classify([plv], model)) == [{"uid": "0", "root": "ACCUSE"}]
    assert list(classify([{**plv, "uid": "3", "gold_binary": "1"}], model)) == [{"uid": "3", "binary": 1}]
    events = next(iter(extract([plv], model)))
    assert json.loads(json.dumps(events))["events"][0]["root"] == "ACCUSE"


def test_the_model_decides_between_the_labels_of_an_ambiguous_word(stage, event_tools, model):
    article, doc, cast, times = stage("Kenya deployed soldiers as peacekeepers in Haiti.")
    plain = find_accounts(doc, article, cast, (), times, event_tools)
    asked = find_accounts(doc, article, cast, (), times, event_tools, model)
    assert [account.label for account in plain] == ["deployment"]
    assert [account.code for account in asked] == ["AID"]
