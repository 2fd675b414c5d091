"""Which state and body people belong to: told beside them, and never taken from the text around."""

from __future__ import annotations

import pytest


def test_a_ministry_named_with_its_state_is_not_that_of_the_state_told_before(reader):
    reading = reader.read(
        "North Korea welcomed the talks.",
        "Russian Foreign Ministry spokeswoman Maria Zakharova said that sanctions against the DPRK must go.",
    )
    assert reading.people() == {"Maria Zakharova": "RUS"}
    assert reading.named("Maria Zakharova") == "maria-zakharova"


def test_the_state_of_a_plan_is_not_that_of_who_hears_of_it(reader):
    reading = reader.read("Kim Jong Un met President Xi Jinping. He informed President Xi of the DPRK-US summit.")
    assert reading.named("Xi") == "xi-jinping"


def test_a_minister_beside_a_titled_name_is_another_person(reader):
    reading = reader.read("The Italian foreign minister and Secretary Blinken hosted it.", on="2021-08-04")
    assert reading.named("Blinken") == "antony-blinken"
    assert {tenure.country for tenure in reading.tenures} == {"USA"}


def test_a_title_at_the_end_of_a_headline_is_not_of_the_name_that_follows(reader):
    reading = reader.read(
        "Under Secretary Holm's Meeting with Romanian Minister of Energy Popescu",
        "Under Secretary Anna Holm met Romanian Minister of Energy Virgil Popescu.",
        kinds=("headline", "body"),
    )
    assert reading.people() == {"Anna Holm": None, "Virgil Popescu": "ROU"}


@pytest.mark.parametrize(
    ("text", "on", "surname", "id"),
    [
        ("The UN sent food. Guterres thanked them.", "2022-03-05", "Guterres", "antonio-guterres"),
        ("Jordan's foreign ministry said Safadi had left.", "2021-03-05", "Safadi", "ayman-safadi"),
        ("Safadi received the guests in Amman.", "2021-03-05", "Safadi", "ayman-safadi"),
        ("Secretary General Stoltenberg left.", "2022-03-05", "Stoltenberg", "jens-stoltenberg"),
        ("Director-General Tedros left.", "2020-05-20", "Tedros", "tedros-adhanom-ghebreyesus"),
        ("President Trump signed it.", None, "Trump", "donald-trump"),
        ("Morrison, 54, a baker from Sydney, Australia, agreed.", "2020-03-05", "Morrison", None),
        ("Stoltenberg said so.", "2022-03-05", "Stoltenberg", None),
    ],
)
def test_a_surname_alone_is_told_by_state_body_or_office_or_not_at_all(reader, text, on, surname, id):
    assert reader.read(text, on=on).named(surname) == id


def test_the_head_of_a_body_serves_no_state(reader):
    (tenure,) = reader.read("Secretary General Stoltenberg left.", on="2022-03-05").tenures
    assert (tenure.country, tenure.post) == (None, "NATO/secretary-general")
