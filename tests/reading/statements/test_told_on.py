"""Speech in another's words, texts that speak, figures put on things, people told by a description."""

from __future__ import annotations

import pytest

from tests.reading.statements.test_tables import TABLES


def words(statements, text):
    return {(s.speaker_name, " // ".join(text[a:b] for a, b in s.content)) for s in statements}


def test_a_report_goes_on_over_what_it_tells_of_another_speech(read):
    text = (
        "In its account of the call, the Foreign Ministry of Japan said Ishiba had offered his condolences over the "
        "flood and told Prabowo that he would order the navy to help."
    )
    told = words(read(text), text)
    assert any(said.startswith("Ishiba had offered") and said.endswith("order the navy to help") for _, said in told)
    assert any("Ishiba" in (who or "") and said == "he would order the navy to help" for who, said in told)


def test_a_second_saying_of_the_same_speaker_stays_apart(read):
    text = "The ministry said the harbour was safe and told reporters that it would open on Monday."
    told = words(read(text), text)
    assert ("The ministry", "the harbour was safe") in told
    assert all("Monday" not in said or "safe" not in said for _, said in told)


def test_it_is_whose_statement_opened_the_sentence_before(read):
    text = "A statement from the harbour authority gave another picture. It said the two ships had met by chance."
    assert ("the harbour authority", "the two ships had met by chance") in words(read(text), text)


def test_a_description_means_the_person_of_the_sentence_before(read):
    text = (
        "Senator Anna Holm was having none of it. "
        "The Budget Committee chairwoman said the plan had been too weak to help anybody."
    )
    assert [s.speaker_name for s in read(text)] == ["Anna Holm"]


@pytest.mark.parametrize(
    "before",
    [
        "Senator Anna Holm met a chairwoman of the port authority on Monday.",
        "Senator Anna Holm and Peter Lund were having none of it.",
        "The committee had met Senator Anna Holm.",
    ],
)
def test_a_description_of_somebody_else_stays_one(read, before):
    text = f"{before} The chairwoman said the plan had been too weak to help anybody."
    assert "Anna Holm" not in {s.speaker_name for s in read(text)}


@pytest.mark.parametrize("row", TABLES.valuing, ids=lambda row: row.verb)
def test_every_verb_of_valuing_tells_a_figure_and_whose_it_is(row, read):
    [statement] = read(row.example)
    said = row.example[slice(*statement.content[0])]
    assert statement.speaker_name == "The ministry"
    assert said.endswith("at 40 million euros")


def test_a_clause_behind_a_semicolon_is_another_claim(read):
    text = (
        "The White House puts the deficit with China last year at $295 billion; Chinese customs reports a surplus of "
        "$361 billion."
    )
    told = words(read(text), text)
    assert {said for _, said in told} == {
        "the deficit with China last year at $295 billion",
        "a surplus of $361 billion",
    }


@pytest.mark.parametrize(
    "text",
    [
        "The ministry put its soldiers at two bases near the border.",
        "Norland replied by opening an inquiry into the trade in timber.",
        "Norland retorted with tariffs on timber within an hour.",
        "The two sides agreed within a day, which showed that perhaps the differences were not so large.",
    ],
)
def test_deeds_are_no_statements(read, text):
    assert read(text) == []
