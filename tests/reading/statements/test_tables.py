"""Every example of the statement tables is read as its row says."""

from __future__ import annotations

import pytest

from legation.reading.statements.tables import load_statement_tables, words_pattern
from legation.reading.statements.verbs import kind_of, spoken_about, spoken_to, verb_of

TABLES = load_statement_tables()


@pytest.fixture(scope="module")
def parsed(nlp):
    """The parse of every verb's example, by row."""
    return dict(zip(TABLES.verbs, nlp.pipe(row.example for row in TABLES.verbs), strict=True))


@pytest.mark.parametrize("row", TABLES.verbs, ids=lambda row: f"{row.phrase}-{row.kind}")
def test_every_verb_is_found_in_its_example(row, parsed):
    rows = {verb_of(token, TABLES) for token in parsed[row]}
    assert any(found is not None and found.phrase == row.phrase for found in rows)


@pytest.mark.parametrize(
    "row", [row for row in TABLES.verbs if row.addressee], ids=lambda row: f"{row.phrase}-{row.kind}"
)
def test_every_pattern_finds_somebody_in_its_example(row, parsed):
    doc = parsed[row]
    first = row.phrase.split()[0]
    heads = [token for token in doc if first in (token.lemma_.lower(), token.lower_)]
    find = spoken_about if row.addressee == "target" else spoken_to
    assert any(find(head, row) for head in heads)


@pytest.mark.parametrize("row", TABLES.nouns, ids=lambda row: row.noun)
def test_every_noun_is_found_in_its_example(row, nlp):
    assert any(token.lemma_.lower() == row.noun for token in nlp(row.example))


@pytest.mark.parametrize("row", TABLES.issues, ids=lambda row: f"{row.issue}-{row.words}")
def test_every_issue_is_found_in_its_example(row):
    assert TABLES.issue_patterns[row.issue].search(row.example)


@pytest.mark.parametrize("row", TABLES.stances, ids=lambda row: f"{row.stance}-{row.words}")
def test_every_word_of_stance_is_found_in_its_example(row):
    patterns = {**TABLES.stance_patterns, "reassuring": TABLES.reassuring_pattern, "contact": TABLES.contact_pattern}
    assert patterns[row.stance].search(row.example)


@pytest.mark.parametrize("row", TABLES.media, ids=lambda row: row.words)
def test_every_medium_is_found_in_its_example(row):
    pattern = TABLES.agency_pattern if row.kind == "agency" else TABLES.media_pattern
    assert pattern.search(row.example)


@pytest.mark.parametrize("row", TABLES.utterances, ids=lambda row: row.noun)
def test_every_text_or_talk_is_found_in_its_example(row):
    assert words_pattern([row.noun]).search(row.example)
    assert TABLES.utterance_kinds[row.noun.lower()] == row.kind


@pytest.mark.parametrize("row", TABLES.outside, ids=lambda row: row.words)
def test_every_word_for_others_is_found_in_its_example(row):
    assert TABLES.outside_pattern.search(row.example)


SOURCES = [*TABLES.unnamed, *TABLES.voices, *TABLES.bodies, *TABLES.idle]


@pytest.mark.parametrize("row", SOURCES, ids=lambda row: row.noun)
def test_every_source_noun_is_found_in_its_example(row):
    assert words_pattern([row.noun, f"{row.noun}s"]).search(row.example.lower())


@pytest.mark.parametrize("row", TABLES.issuing, ids=lambda row: row.verb)
def test_every_verb_of_issuing_leads_to_who_issued(row, read):
    assert [s.speaker_name for s in read(row.example) if "harbour" in row.example] == ["The ministry"]


@pytest.mark.parametrize("row", TABLES.turns, ids=lambda row: row.label)
def test_every_label_is_found_in_its_example(row):
    label = row.example.split(":")[0].lower()
    assert TABLES.turn_labels[label.split()[-1]] is row.asks


def test_the_longest_phrase_wins(nlp):
    doc = nlp("Peter Lund called on Norland to open the harbour.")
    assert kind_of(doc[2], TABLES) == "demand"


def test_words_with_a_star_take_any_ending():
    pattern = words_pattern(["cooperat*", "Taiwan"])
    assert all(pattern.search(text) for text in ("They cooperated.", "near Taiwan"))
    assert not any(pattern.search(text) for text in ("uncooperative", "taiwan"))


@pytest.mark.parametrize("row", TABLES.nameless, ids=lambda row: row.words)
def test_a_wish_to_stay_without_a_name_is_found_in_its_example(row):
    assert TABLES.anonymity_pattern.search(row.example)
