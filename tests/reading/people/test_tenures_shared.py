"""Offices told in the plural, by verbs alone, beside an adverb, a time or a place in a picture."""

from __future__ import annotations

from datetime import date

import pytest


def by_country(reading) -> set[tuple[str, str | None, str]]:
    return {(tenure.person, tenure.country, tenure.relation) for tenure in reading.tenures}


BOTH = {("anna-holm", "NOR", "holds"), ("daniel-otieno", "KEN", "holds")}
TWO_MINISTERS = [
    "Anna Holm and Daniel Otieno, the foreign ministers of Norway and Kenya, respectively, met in Nairobi.",
    "Anna Holm and Daniel Otieno, the foreign ministers of Norway and Kenya, met in Nairobi.",
    "Anna Holm and Daniel Otieno met in Nairobi. They are the foreign ministers of Norway and Kenya.",
    "Anna Holm and Daniel Otieno are the foreign ministers of Norway and Kenya.",
    "The foreign ministers of Norway and Kenya, Anna Holm and Daniel Otieno, met in Nairobi.",
    "The Norwegian and Kenyan foreign ministers, Anna Holm and Daniel Otieno, met in Nairobi.",
    "Foreign ministers Anna Holm of Norway and Daniel Otieno of Kenya met in Nairobi.",
    "Norwegian Foreign Minister Anna Holm met her counterpart from Kenya, Daniel Otieno, in Oslo.",
    "Anna Holm (left), Norway's foreign minister, and Daniel Otieno (second from right), Kenya's foreign minister.",
]


@pytest.mark.parametrize("text", TWO_MINISTERS)
def test_each_of_two_names_gets_its_own_state(reader, text):
    reading = reader.read(text)
    assert by_country(reading) == BOTH
    assert reading.people() == {"Anna Holm": "NOR", "Daniel Otieno": "KEN"}
    assert {tenure.post for tenure in reading.tenures} == {"NOR/foreign-minister", "KEN/foreign-minister"}


def test_three_names_and_three_states_go_in_order(reader):
    reading = reader.read(
        "The leaders of Norway, Kenya and Ghana, Anna Holm, Daniel Otieno and Kofi Mensah, met in Nairobi."
    )
    assert reading.people() == {"Anna Holm": "NOR", "Daniel Otieno": "KEN", "Kofi Mensah": "GHA"}


def test_counterparts_of_two_states_get_one_each(reader):
    reading = reader.read(
        "Norwegian Foreign Minister Anna Holm and her Kenyan and Ghanaian counterparts Daniel Otieno and Kofi Mensah "
        "signed it."
    )
    assert by_country(reading) == BOTH | {("kofi-mensah", "GHA", "holds")}


@pytest.mark.parametrize(
    "text",
    [
        "The foreign ministers of Norway and Kenya met Anna Holm, Daniel Otieno and Kofi Mensah.",
        "The prime ministers of Norway and Kenya met Anna Holm and Daniel Otieno in Oslo.",
        "She thanked the foreign ministers, Anna Holm said.",
    ],
)
def test_ministers_who_only_meet_people_are_not_these_people(reader, text):
    assert reader.read(text).tenures == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Anna Holm, until last week Norway's foreign minister, spoke.", "held"),
        ("Anna Holm, Norway's foreign minister until last week, spoke.", "held"),
        ("Anna Holm, previously Norway's foreign minister, spoke.", "held"),
        ("Anna Holm, now Norway's foreign minister, spoke.", "holds"),
        ("Anna Holm, who has served as Norway's foreign minister since 2021, spoke.", "holds"),
        ("Anna Holm served as Norway's foreign minister for a year.", "held"),
        ("Anna Holm will become Norway's foreign minister.", "named"),
        ("Anna Holm, appointed Norway's foreign minister last month, spoke.", "named"),
        ("Anna Holm lost her job as Norway's foreign minister.", "vacates"),
    ],
)
def test_words_around_the_title_tell_whether_the_office_is_held(reader, text, told):
    reading = reader.read(text)
    assert told in {tenure.relation for tenure in reading.tenures}
    assert {tenure.person for tenure in reading.tenures} == {"anna-holm"}
    assert reading.people() == {"Anna Holm": "NOR"}


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("Norwegian Foreign Minister Anna Holm resigned on Friday.", True),
        ("Norwegian Foreign Minister Anna Holm was sacked on Friday.", True),
        ("Parliament dismissed Norwegian Foreign Minister Anna Holm on Friday.", True),
        ("Lawmakers urged Norwegian Foreign Minister Anna Holm to resign on Friday.", False),
        ("Norwegian Foreign Minister Anna Holm refused to resign on Friday.", False),
        ("Norwegian Foreign Minister Anna Holm did not resign on Friday.", False),
        ("Norwegian Foreign Minister Anna Holm resigned from the board of a bank on Friday.", False),
    ],
)
def test_who_resigns_or_is_sacked_leaves_the_office_beside_the_name(reader, text, leaves):
    reading = reader.read(text)
    gone = [tenure for tenure in reading.tenures if tenure.relation == "vacates"]
    assert [tenure.until.latest for tenure in gone if tenure.until] == ([date(2022, 12, 16)] if leaves else [])


@pytest.mark.parametrize("words", ["from 2013 to 2017", "between 2013 and 2017", "from 2013 until 2017"])
def test_a_stretch_of_years_is_told_by_its_two_ends(reader, words):
    (tenure,) = reader.read(f"Anna Holm, Norway's foreign minister {words}, spoke.").tenures
    assert tenure.relation == "held"
    assert (tenure.since.earliest.year, tenure.since.latest.year) == (2013, 2013)
    assert (tenure.until.earliest.year, tenure.until.latest.year) == (2017, 2017)


def test_whoever_is_named_to_replace_somebody_succeeds_not_who_names_him(reader):
    reading = reader.read(
        "Norway's prime minister sacked his foreign minister, Anna Holm, and named Erik Lund to replace her."
    )
    assert by_country(reading) == {
        ("anna-holm", "NOR", "holds"),
        ("anna-holm", "NOR", "vacates"),
        ("erik-lund", "NOR", "succeeds"),
    }


def test_the_minister_of_somebody_belongs_to_his_state(reader):
    reading = reader.read("President Putin's spokesman, Oleg Sidorov, spoke. Oslo recalled its ambassador, Erik Lund.")
    assert reading.people()["Oleg Sidorov"] == "RUS"
    assert reading.people()["Erik Lund"] == "NOR"


def test_somebody_whom_a_new_minister_succeeds_had_her_office(reader):
    reading = reader.read("Anna Holm, Norway's newly appointed foreign minister, spoke. She succeeds Erik Lund.")
    assert ("erik-lund", "NOR", "vacates") in by_country(reading)
