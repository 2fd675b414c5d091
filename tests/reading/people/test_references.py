"""Titles, descriptions and pronouns that stand for somebody."""

from __future__ import annotations

import pytest

HOLM = "Norwegian Foreign Minister Anna Holm met Ghanaian Trade Minister Kofi Mensah on Monday."


@pytest.mark.parametrize(
    ("words", "entity", "form"),
    [
        pytest.param("the foreign minister", "anna-holm", "title", id="title alone"),
        pytest.param("the Norwegian minister", "anna-holm", "title", id="bare title with demonym"),
        pytest.param("Ghana's trade minister", "kofi-mensah", "title", id="title with possessor"),
        pytest.param("the Norwegian diplomat", "anna-holm", "description", id="description"),
        pytest.param("the latter", "kofi-mensah", "description", id="the latter"),
        pytest.param("the minister", None, None, id="two ministers fit"),
        pytest.param("the finance minister", None, None, id="nobody told"),
        pytest.param("the ministers", None, None, id="plural"),
    ],
)
def test_a_title_or_description_is_whom_it_fits(reader, words, entity, form):
    reading = reader.read(f"{HOLM} Reporters heard that {words} left early.")
    assert reading.named(words) == entity
    assert reading.form(words) == form or entity is None


@pytest.mark.parametrize(
    ("words", "on", "entity"),
    [
        pytest.param("The Chinese foreign minister", "2022-06-01", "wang-yi", id="holder of the day"),
        pytest.param("The Chinese foreign minister", "2023-01-15", "qin-gang", id="another day, another holder"),
        pytest.param("The US Secretary of State", "2022-06-01", "antony-blinken", id="own title"),
        pytest.param("China's foreign minister", "2022-06-01", "wang-yi", id="possessor"),
        pytest.param("The Chinese foreign minister", None, None, id="no date"),
        pytest.param("The foreign minister", "2022-06-01", None, id="no country"),
        pytest.param("The former Chinese foreign minister", "2022-06-01", None, id="former"),
    ],
)
def test_a_title_without_a_name_is_the_registers_holder_of_the_day(reader, words, on, entity):
    assert reader.read(f"{words} met reporters.", on=on).named(words) == entity


def test_a_title_told_in_the_text_outranks_the_register(reader):
    reading = reader.read("Chinese Foreign Minister Shao Weidong spoke.", "The Chinese foreign minister left.")
    assert reading.named("The Chinese foreign minister") == "shao-weidong"


@pytest.mark.parametrize(
    ("text", "pronoun", "entity"),
    [
        pytest.param("Anna Holm told Erik Lund that she would leave.", "she", "anna-holm", id="subject"),
        pytest.param("Anna Holm arrived. She left again.", "She", "anna-holm", id="sentence before"),
        pytest.param("The talks ended, said Erik Lund. He left.", "He", "erik-lund", id="speaker after the verb"),
        pytest.param("Erik Lund praised President Xi Jinping. He left.", "He", "erik-lund", id="subject before object"),
        pytest.param("Anna Holm met Erik Lund. He left.", "He", "erik-lund", id="gender"),
        pytest.param("The talks ended. He left.", "He", None, id="nobody"),
        pytest.param("Norway said it would leave.", "it", "NOR", id="state that says"),
        pytest.param("The talks failed because it rained.", "it", None, id="it of the weather"),
        pytest.param("Norway protested. It recalled its envoy.", "It", "NOR", id="state of the sentence before"),
        pytest.param("Norway protested. In May it recalled its envoy.", "it", "NOR", id="it after a date"),
        pytest.param("The EU protested. It kept its ships at home.", "its", "EU", id="its after it"),
        pytest.param("Norway protested. It was late.", "It", None, id="it is late"),
        pytest.param("Norway protested. It rained.", "It", None, id="rain after a state"),
        pytest.param("Norway and Mali protested. It recalled its envoy.", "It", None, id="two subjects before"),
        pytest.param("The treaty bars Mali. It recalled its envoy.", "It", None, id="object before"),
        pytest.param("Norway's envoy left. It recalled him.", "It", None, id="owner before"),
    ],
)
def test_a_pronoun_is_the_most_prominent_one(reader, text, pronoun, entity):
    assert reader.read(text).named(pronoun) == entity


def test_the_predecessor_is_the_register_row_before(reader):
    reading = reader.read("Chinese Foreign Minister Qin Gang spoke. He praised his predecessor.", on="2023-02-01")
    assert reading.named("his predecessor") == "wang-yi"


def test_the_counterpart_is_the_named_holder_of_that_country(reader):
    reading = reader.read(
        "French President Emmanuel Macron met US President Joe Biden.", "Macron thanked his US counterpart."
    )
    assert reading.named("his US counterpart") == "joe-biden"


def test_a_capital_is_a_place_after_in_and_a_government_elsewhere(reader):
    reading = reader.read("Beijing protested. The talks in Beijing went on.")
    assert (reading.named("Beijing", 1), reading.form("Beijing")) == ("CHN", "metonym")
    assert reading.cast.entities[reading.named("Beijing", 2)].kind == "place"


def test_a_demonym_is_a_mention_of_its_state(reader):
    assert reader.read("Chinese officials and Norwegian officials met.").named("Chinese") == "CHN"


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        pytest.param("Angela Merkel spoke. The chancellor left early.", "The chancellor", "angela-merkel", id="now"),
        pytest.param(
            "Donald Trump and Joe Biden spoke. The former president left.", "The former president", "donald-trump",
            id="former",
        ),
        pytest.param(
            "Joe Biden met Emmanuel Macron. The president left early.", "The president", None, id="two presidents"
        ),
        pytest.param(
            "Sergey Lavrov met Dmytro Kuleba. The prime minister left.", "The prime minister", None, id="neither"
        ),
    ],
)  # fmt: skip
def test_a_title_is_his_to_whom_the_register_gives_it_that_day(reader, text, words, entity):
    assert reader.read(text, on="2021-06-01").named(words) == entity


@pytest.mark.parametrize(
    ("on", "entity"),
    [
        pytest.param("2022-10-21", None, id="not chosen yet"),
        pytest.param("2022-11-01", "rishi-sunak", id="in office"),
    ],
)
def test_a_successor_is_nobody_before_his_day(reader, on, entity):
    reading = reader.read("British Prime Minister Liz Truss has resigned. Her successor will speak.", on=on)
    assert reading.named("Her successor") == entity
