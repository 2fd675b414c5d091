"""Whether an event took place, in the harder wordings of the press."""

from __future__ import annotations

import pytest

from tests.reading.events.test_accounts import the


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        pytest.param(
            "The presidents of Kenya and Uganda were to meet in Kampala, but called it off hours before.",
            "meeting",
            "denied",
            id="were to, but called it off",
        ),
        pytest.param(
            "Egypt and Chad had been expected to sign the accord, but the ceremony was scrapped.",
            "agreement",
            "denied",
            id="had been expected to",
        ),
        pytest.param("Kenya was to have expelled the envoy of Chad.", "expulsion", "denied", id="was to have"),
        pytest.param(
            "Anna Holm was due to visit Japan until a row led her to stay at home.", "visit", "denied", id="until"
        ),
        pytest.param("Anna Holm is due to visit Japan, but has cancelled lunch.", "visit", "planned", id="still due"),
        pytest.param("Vietnam is not going to send troops to Mali.", "deployment", "denied", id="not going to"),
        pytest.param("Japan is not to send troops to Mali.", "deployment", "denied", id="is not to"),
        pytest.param(
            "Finland has not ruled out reopening its border with Russia.",
            "border-reopening",
            "hypothetical",
            id="not ruled out, a gerund",
        ),
        pytest.param("Tunisia refused to let Anna Holm visit Tunis.", "visit", "denied", id="refused to let"),
        pytest.param("Japan helped Kenya send troops to Mali.", "deployment", "actual", id="helped to, and did"),
        pytest.param(
            "The Dutch parliament voted against sending warships to Mali.", "deployment", "denied", id="voted against"
        ),
        pytest.param("Canada is on the verge of expelling an Indian diplomat.", "expulsion", "planned", id="verge"),
        pytest.param("Iran came close to expelling two French envoys.", "expulsion", "denied", id="came close"),
        pytest.param("Turkey has yet to ratify the accession of Sweden to NATO.", "accession", "denied", id="yet to"),
        pytest.param(
            "Poland would not rule out closing its border with Belarus.", "border-closure", "hypothetical", id="would"
        ),
        pytest.param(
            "Serbia threatened to recall its ambassador from Chad unless the officers were freed.",
            "recall",
            "hypothetical",
            id="threatened unless",
        ),
        pytest.param("Rwanda denied having sent troops to Congo.", "deployment", "denied", id="denied having"),
        pytest.param("Anna Holm's planned visit to Kyiv never happened.", "visit", "denied", id="never happened"),
        pytest.param("Neither Greece nor Turkey has sent warships to Mali.", "deployment", "denied", id="neither nor"),
        pytest.param("Japan has begun withdrawing its troops from Mali.", "withdrawal", "actual", id="begun"),
        pytest.param(
            "It is unclear whether Kenya will extradite Karl Berg to France.",
            "extradition",
            "hypothetical",
            id="unclear",
        ),
        pytest.param(
            "Indonesia would have signed the treaty with Singapore had parliament not objected.",
            "treaty",
            "hypothetical",
            id="would have, had it not",
        ),
    ],
)
def test_hard_wordings_of_what_was_done_or_not(text, label, status, tell):
    assert the(label, tell(text)).status == status


@pytest.mark.parametrize(
    ("text", "label", "alleged"),
    [
        pytest.param("Karl Berg was arrested on suspicion of killing Anna Holm.", "killing", True, id="suspicion of"),
        pytest.param("Karl Berg was arrested on suspicion of killing Anna Holm.", "arrest", False, id="the arrest"),
        pytest.param("Karl Berg was found guilty of spying for Chad.", "espionage", True, id="guilty of"),
        pytest.param("Armenia accused Azerbaijan of shelling two villages.", "shelling", True, id="accused of"),
        pytest.param("Armenia accused Azerbaijan of shelling two villages.", "accusation", False, id="the accusation"),
    ],
)
def test_an_imputed_act_is_told_apart_from_the_charge(text, label, alleged, tell):
    assert the(label, tell(text)).alleged == alleged


def test_what_a_measure_will_do_does_not_make_it_a_plan(tell):
    text = "Kenya said the sanctions imposed by Australia on Mali would change nothing."
    assert the("sanction", tell(text)).status == "actual"


def test_a_visit_put_off_and_one_to_come_stay_two(tell):
    accounts = tell("Anna Holm postponed her visit to Japan. She will visit Japan in October.")
    assert [one.status for one in accounts if one.label == "visit"] == ["denied", "planned"]


def test_a_remark_behind_a_planned_visit_does_not_make_it_done(tell) -> None:
    text = "China welcomes the planned visit of Anna Holm of Norway, the Foreign Ministry said on Tuesday."
    assert [one.status for one in tell(text) if one.label == "visit"] == ["planned"]
