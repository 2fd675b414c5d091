"""Names that several bear, that are places too, or that the dead bore: nobody is taken for the wrong person."""

from __future__ import annotations

import pytest


def test_other_middle_initials_are_another_person(reader):
    reading = reader.read("George H.W. Bush died. Bush led the United States.", on="2018-12-02")
    assert "george-w-bush" not in reading.cast.entities
    assert reader.read("George W. Bush spoke.", on="2018-12-02").named("George W. Bush") == "george-w-bush"


def test_a_late_president_is_not_the_one_in_office(reader):
    reading = reader.read(
        "President Ferdinand Marcos of the Philippines flew to Manila. His father was the late president "
        "Ferdinand Marcos. Marcos smiled.",
        on="2022-09-22",
    )
    assert reading.named("Ferdinand Marcos") == "ferdinand-marcos-jr"
    assert reading.named("Ferdinand Marcos", 2) == "ferdinand-marcos"
    assert reading.named("Marcos") is None


def test_a_park_is_nobody(reader):
    reading = reader.read("Park Jin walked through Ueno Park. Hyde Park is closed. Park was glad.", on="2022-07-10")
    found = [reading.words(mention) for mention in reading.cast.mentions if mention.entity == "park-jin"]
    assert found == ["Park Jin", "Park"]


def test_two_of_one_surname_in_two_states_stay_apart(reader):
    reading = reader.read(
        "Kim Jong Un inspected a launcher. In Seoul, Kim Sung-han, the national security adviser, warned him. "
        "Kim was ready.",
        on="2022-05-12",
    )
    assert reading.named("Kim") is None


def test_who_does_it_is_not_the_one_to_whom_it_is_done(reader):
    reading = reader.read("Wei Fenghe met Lloyd Austin in Singapore. Wei warned him over Taiwan.", on="2022-06-12")
    assert reading.named("him") == "lloyd-austin"


def test_a_longer_name_of_a_known_person_is_one_name(reader):
    reading = reader.read("Foreign Minister Eduardo Enrique Reina of Honduras spoke.", on="2023-03-15")
    assert reading.named("Eduardo Enrique Reina") == "enrique-reina"


@pytest.mark.parametrize(("verb", "leaves"), [("succeeded", True), ("replaced", False)])
def test_who_succeeds_somebody_has_his_office_but_who_replaces_him_may_sack_him(reader, verb, leaves):
    reading = reader.read(f"German Defence Minister Anna Holm {verb} Erik Lund on Thursday.")
    assert any(tenure.person == "erik-lund" for tenure in reading.tenures) is leaves


def test_a_prime_minister_is_his_states_leader(reader):
    reading = reader.read("Anthony Albanese met Joe Biden. The Australian leader smiled.", on="2022-05-25")
    assert reading.named("The Australian leader") == "anthony-albanese"
