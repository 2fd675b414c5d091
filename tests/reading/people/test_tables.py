"""Every example of the word tables is read as its row says."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.reading.people.words import CaptionPlaceRow, load_words

WORDS = load_words()


@pytest.mark.parametrize("row", WORDS.given.values(), ids=lambda row: row.name)
def test_a_given_name_opens_a_persons_name(reader, row):
    assert list(reader.read(row.example).people()) == [f"{row.name} Holmqvist"]


@pytest.mark.parametrize("row", WORDS.family_first.values(), ids=lambda row: row.name)
def test_a_family_name_that_stands_first_is_the_surname(reader, row):
    name = row.example.removesuffix(" met reporters.")
    reading = reader.read(f"Envoy {row.example}", f"Mr {row.name} left.")
    assert reading.named(row.name) == reading.named(name)
    assert reading.named(name) is not None


@pytest.mark.parametrize("row", WORDS.roles.values(), ids=lambda row: row.role)
def test_a_role_is_an_office_or_describes_a_person(reader, row):
    reading = reader.read(row.example)
    assert "Anna Holm" in reading.people() or row.kind == "succession"
    roles = {tenure.office.lower() for tenure in reading.tenures}
    assert any(row.role in office for office in roles) == (row.office != "no")


@pytest.mark.parametrize("row", WORDS.titles.values(), ids=lambda row: row.title)
def test_a_form_of_address_is_no_part_of_the_name(reader, row):
    assert list(reader.read(row.example).people()) == ["Anna Holm"]


@pytest.mark.parametrize("row", WORDS.marks.values(), ids=lambda row: row.mark)
def test_a_mark_of_time_tells_whether_the_office_is_held(reader, row):
    (tenure,) = reader.read(row.example).tenures
    assert tenure.relation == row.relation
    assert row.mark not in tenure.office.lower().split()


@pytest.mark.parametrize("row", WORDS.not_names.values(), ids=lambda row: row.word)
def test_a_word_that_is_no_name_names_nobody(reader, row):
    assert [name for name in reader.read(row.example).people() if name != "Anna Holm"] == []


@pytest.mark.parametrize("row", WORDS.appointments.values(), ids=lambda row: f"{row.verb} {row.particle or ''}")
def test_a_verb_tells_who_comes_and_who_goes(reader, row):
    relations = {(tenure.person, tenure.relation) for tenure in reader.read(row.example).tenures}
    expected = {row.subject if row.subject != "serves" else None, row.object, row.from_} - {None}
    assert expected <= {relation for _, relation in relations}


@pytest.mark.parametrize("word", sorted(WORDS.caption_places))
def test_where_somebody_stands_in_a_picture_does_not_part_him_from_his_title(reader, word):
    example = next(row.example for row in read_table("caption_places", CaptionPlaceRow) if row.word == word)
    assert reader.read(example).offices() == {("anna-holm", "foreign minister", "holds")}
