"""Names spelled otherwise, titles of people whose office only the register tells, leaders who mean governments."""

from __future__ import annotations

import pytest

from legation.lexicon.register_sounds import SpellingRow, sound_of
from legation.lexicon.table import read_table


@pytest.mark.parametrize("row", read_table("spellings", SpellingRow), ids=lambda row: row.letters)
def test_two_spellings_of_one_name_sound_alike(row):
    left, right = row.example.split(" = ")
    assert sound_of(left) == sound_of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Hassan", "Hossein"), ("Kerry", "Perry"), ("Wang", "Wong"), ("Putin", "Patten"), ("Li", "Lu")],
)
def test_other_names_sound_otherwise(left, right):
    assert sound_of(left) != sound_of(right)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Serguei Lavrov arrived in Ankara.", "sergey-lavrov"),
        ("Russian Foreign Minister Sergej Lawrow spoke.", "sergey-lavrov"),
        ("Russian President Vladimir Poutine spoke.", "vladimir-putin"),
        ("Iranian foreign minister Hussein Amir Abdollahian left.", "hossein-amir-abdollahian"),
        ("Kishida Fumio arrived in Ankara.", "fumio-kishida"),
        ("Cambodian Prime Minister Hun Sun left.", "hun-sen"),
    ],
)
def test_a_known_person_is_known_in_another_spelling(reader, text, id):
    reading = reader.read(text, on="2022-06-10")
    assert [
        mention.entity for mention in reading.cast.mentions if reading.cast.entity_of(mention).kind == "person"
    ] == [id]


def test_another_spelling_is_read_with_a_warning_that_names_its_evidence(reader):
    (repair,) = reader.read("Russian Foreign Minister Sergej Lawrow spoke.", on="2022-06-10").cast.repairs
    assert "“Sergej Lawrow” is read as Sergey Lavrov" in repair
    assert ".csv, line" in repair
    assert reader.read("Kishida Fumio arrived in Ankara.", on="2022-06-10").cast.repairs == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norwegian Foreign Minister Sergej Lawrow spoke.", id="another state"),
        pytest.param("A trader called Lawrow left Oslo.", id="a surname alone far from home"),
    ],
)
def test_a_like_name_in_another_place_is_somebody_else(reader, text):
    assert "sergey-lavrov" not in reader.read(text, on="2022-06-10").cast.entities


@pytest.mark.parametrize(
    ("text", "words", "id"),
    [
        ("Wang Yi spoke in Beijing. The minister said no.", "The minister", "wang-yi"),
        ("Zhao Lijian spoke. The spokesman said no.", "The spokesman", "zhao-lijian"),
        ("Antony Blinken spoke. The secretary said no.", "The secretary", "antony-blinken"),
        ("Zhao Lijian spoke. Dmitry Peskov agreed with the spokesman.", "the spokesman", "zhao-lijian"),
        ("Wang Yi spoke. The spokesman said no.", "The spokesman", None),
        ("Wang Yi spoke. An Asian minister left. The minister was ill.", "The minister", None),
        ("Wang Yi spoke. A diplomat left. The diplomat was ill.", "The diplomat", None),
    ],
)
def test_a_bare_title_after_a_known_person_means_him_where_his_office_agrees(reader, text, words, id):
    assert reader.read(text, on="2022-06-10").named(words) == id


def test_somebody_who_has_left_the_office_is_not_meant_by_it(reader):
    assert reader.read("Wang Yi spoke. The minister said no.", on="2023-01-10").named("The minister") is None


def test_a_leaders_government_is_the_state(reader):
    reading = reader.read(
        "The Biden administration will sell arms. Trump-era tariffs remain. Joe Biden and Donald Trump spoke.",
        "Anna Holm, Norway's prime minister, spoke. The Holm government will fall.",
        on="2022-06-10",
    )
    assert reading.named("Biden administration") == "USA"
    assert reading.named("Holm government") == "NOR"
    assert reading.named("Trump") is None
    assert reading.named("Joe Biden") == "joe-biden"


@pytest.mark.parametrize("word", ["administration", "government", "cabinet", "regime", "presidency", "premiership"])
def test_a_word_of_government_turns_the_leader_into_his_state(reader, word):
    reading = reader.read(f"Norwegian Prime Minister Anna Holm left. The Holm {word} met reporters.")
    assert reading.named(f"Holm {word}") == "NOR"
