"""Persons by name: whole names, surnames, other orders, captions, credits, slips."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Foreign Minister Anna Holm met reporters.", "Anna Holm", id="title before the name"),
        pytest.param("Comrade Erik Lund spoke first.", "Erik Lund", id="form of address"),
        pytest.param("Lund Sorabji, a lawyer at the Holm Institute, disagreed.", "Lund Sorabji", id="apposition"),
        pytest.param("A Norwegian national named Tove Grimstad was held.", "Tove Grimstad", id="named"),
        pytest.param(
            "The Union Minister for International Cooperation Zaw Htunn left.", "Zaw Htunn", id="after a portfolio"
        ),
        pytest.param("Prime Minister Abdel Karim al-Masri left.", "Abdel Karim al-Masri", id="particle with a hyphen"),
        pytest.param("Envoy Kim Sung-ho left for Oslo.", "Kim Sung-ho", id="hyphened given name"),
        pytest.param("Chancellor Greta von der Heide left.", "Greta von der Heide", id="particles"),
        pytest.param("Senator John R. Smithson Jr. left.", "John R. Smithson Jr", id="initial and junior"),
        pytest.param("Anna Holm's visit ended.", "Anna Holm", id="possessive"),
        pytest.param("Spokesman Brig. Gen. Erik Lund left.", "Erik Lund", id="rank in two words"),
        pytest.param("Sen. Anna Holm, R-Fla., left.", "Anna Holm", id="party and state"),
    ],
)
def test_finds_a_person_by_the_words_around_the_name(reader, text, name):
    assert [found.rstrip(".") for found in reader.read(text).people()] == [name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Fudan University and the Anna Lindh Foundation took part.", id="organisations"),
        pytest.param("Reporters, officials and diplomats waited.", id="groups"),
        pytest.param("Noting the delay, Oslo and Accra agreed on Monday.", id="capitals and a weekday"),
        pytest.param("Covid spread. Cloud diplomacy went on.", id="single words that the parser calls people"),
        pytest.param("The Belt and Road Initiative goes on.", id="initiative"),
        pytest.param("The carrier USS Anna Holm stayed in port.", id="ship"),
    ],
)
def test_finds_nobody_where_nobody_is_named(reader, text):
    assert reader.read(text).people() == {}


def test_a_surname_is_its_only_bearers(reader):
    reading = reader.read("Anna Holm met Erik Lund on Monday.", "Holm said Lund was late.")
    assert (reading.named("Holm"), reading.named("Lund")) == ("anna-holm", "erik-lund")


def test_a_surname_may_be_introduced_after_its_first_use(reader):
    reading = reader.read("Prof Shao pointed out a risk.", "Shao Weidong, dean of the Holm Institute, agreed.")
    assert reading.named("Shao") == "shao-weidong"


def test_a_surname_that_two_bear_goes_to_the_only_one_just_named(reader):
    reading = reader.read(
        "Wang Yi opened the talks.",
        "The weather was bad.",
        "Wang Chao, a former vice-minister, came.",
        "Wang left early.",
    )
    assert reading.named("Wang") == "wang-chao"


def test_a_surname_that_two_bear_is_left_alone_where_both_were_just_named(reader):
    reading = reader.read("Wang Yi met Wang Chao in Oslo. Wang praised the talks.")
    assert reading.named("Wang") is None


def test_a_title_tells_which_bearer_is_meant(reader):
    reading = reader.read(
        "Foreign Minister Anna Holm met Trade Minister Lars Holm.", "Later Trade Minister Holm spoke."
    )
    assert reading.named("Holm") == "lars-holm"


def test_a_form_of_address_tells_which_bearer_is_meant(reader):
    reading = reader.read("Mr Olaf Berg met Ms Ingrid Berg.", "Ms Berg spoke.")
    assert reading.named("Berg") == "ingrid-berg"


@pytest.mark.parametrize(
    ("text", "id"),
    [
        pytest.param("Chinese Foreign Minister Wang Yi spoke.", "wang-yi", id="usual order"),
        pytest.param("Chinese Foreign Minister Yi Wang spoke.", "wang-yi", id="given name first"),
        pytest.param("Chinese Foreign Minister WANG Yi spoke.", "wang-yi", id="family name in capitals"),
    ],
)
def test_knows_the_registers_people_in_any_order(reader, text, id):
    reading = reader.read(text)
    assert list(reading.people()) == ["Wang Yi"]
    assert reading.tenures[0].person == id


def test_a_known_name_with_another_countrys_title_is_somebody_else(reader):
    reading = reader.read("Norwegian Trade Minister Wang Yi spoke.")
    assert reading.people() == {"Wang Yi": "NOR"}
    assert reading.named("Wang Yi") != "wang-yi"


def test_a_surname_with_a_title_is_the_registers_holder_of_that_day(reader):
    assert reader.read("Secretary of State Blinken spoke.", on="2022-03-01").named("Blinken") == "antony-blinken"


def test_photo_credits_and_related_links_name_nobody(reader):
    reading = reader.read(
        "Anna Holm arrives in Accra. (ERIK LUND / AFP)",
        "Read more: Tove Grimstad resigns",
        "Foreign Minister Anna Holm arrived.",
        kinds=("caption", "related", "body"),
    )
    assert list(reading.people()) == ["Anna Holm"]


def test_a_caption_names_everybody_of_its_list(reader):
    reading = reader.read(
        "(L-R) Norway's Foreign Minister Anna Holm, Ghana's Foreign Minister Kofi Mensah, Nepal's Second Minister of "
        "Foreign Affairs Bina Thapa, and ASEAN Secretary-General Tan Lay Hoon shake hands in Oslo.",
        kinds=("caption",),
    )
    assert reading.people() == {"Anna Holm": "NOR", "Kofi Mensah": "GHA", "Bina Thapa": "NPL", "Tan Lay Hoon": None}


def test_a_headline_names_whom_the_body_names(reader):
    reading = reader.read(
        "Holm Seeks Better Ties With Ghana", "Foreign Minister Anna Holm spoke.", kinds=("headline", "body")
    )
    assert reading.named("Holm") == "anna-holm"


def test_a_misspelt_name_is_read_with_a_warning(reader):
    reading = reader.read("Volodymyr Zelensky spoke in Kyiv.", "President Volodymyr Zelenksy thanked Oslo.")
    assert list(reading.people()) == ["Volodymyr Zelensky"]
    assert len(reading.cast.repairs) == 1
    assert "Zelenksy" in reading.cast.repairs[0]
    assert "change places" in reading.cast.repairs[0]


def test_two_names_that_are_merely_alike_stay_two(reader):
    reading = reader.read("Foreign Minister John Kerrison met Trade Minister John Merrison.")
    assert len(reading.people()) == 2
    assert reading.cast.repairs == ()


@pytest.mark.parametrize(
    "credit",
    [
        pytest.param("Tove Grimstad/AP, FILE", id="file photo"),
        pytest.param("Tove Grimstad/Harbour Gazette via AP", id="through an agency"),
        pytest.param("Anna Holm arrives in Oslo. Tove Grimstad/Reuters", id="behind the caption"),
    ],
)
def test_a_photographer_is_nobody_of_the_story(reader, credit):
    reading = reader.read("Anna Holm met reporters.", credit, kinds=("body", "caption"))
    assert list(reading.people()) == ["Anna Holm"]


@pytest.mark.parametrize(
    ("full", "surname", "entity"),
    [
        pytest.param("Jean-Yves Le Drian", "Le Drian", "jean-yves-le-drian", id="article"),
        pytest.param("Tamim bin Hamad Al Thani", "Al Thani", "tamim-bin-hamad-al-thani", id="house"),
        pytest.param("Andrés Manuel López Obrador", "López Obrador", "andres-manuel-lopez-obrador", id="two surnames"),
        pytest.param("Nana Akufo-Addo", "Akufo-Addo", "nana-akufo-addo", id="hyphen"),
        pytest.param("Mahathir Mohamad", "Mahathir", "mahathir-mohamad", id="given name in use"),
        pytest.param("Park Jin", "Park", "park-jin", id="a common word"),
        pytest.param("WANG Yi", "WANG", "wang-yi", id="capitals"),
    ],
)
def test_a_surname_of_any_shape_is_its_bearers(reader, full, surname, entity):
    reading = reader.read(f"Envoy {full} flew to Oslo on Monday.", f"On Tuesday {surname} met reporters.")
    assert (reading.named(full), reading.named(surname)) == (entity, entity)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Johnson, a trader in Leeds, sold his shop, Britain's press said.", "Johnson", id="introduced"),
        pytest.param("Envoy Erik Provo left the US for Provo, Texas.", "Provo", id="a town with its state"),
    ],
)
def test_a_surname_is_nobody_s_where_the_text_says_otherwise(reader, text, words):
    assert reader.read(text, on="2022-06-01").named(words) is None


def test_a_city_with_its_state_is_the_city(reader):
    reading = reader.read("Envoy Erik Austin left the US for Austin, Texas.", on="2022-06-01")
    assert reading.named("Austin") == "austin"
    assert list(reading.people()) == ["Erik Austin"]


@pytest.mark.parametrize(
    ("text", "words", "entity"),
    [
        pytest.param("Smith spoke first. Norway's press heard it.", "Smith", None, id="borne by several"),
        pytest.param("Kuleba spoke first. Ukraine's press heard it.", "Kuleba", "dmytro-kuleba", id="borne by one"),
        pytest.param("Kuleba spoke first. Ghana's press heard it.", "Kuleba", None, id="his country is not named"),
        pytest.param("Mrs Merkel spoke first.", "Merkel", "angela-merkel", id="a head of government by Mrs"),
        pytest.param("Michel Holm met Charles Michel. Then Michel left.", "Michel", None, id="another's given name"),
        pytest.param("The Chinese guest (王毅) left.", "王毅", "wang-yi", id="its own letters"),
    ],
)
def test_a_bare_surname_is_a_known_persons_where_nobody_else_can_be_meant(reader, text, words, entity):
    assert reader.read(text, on="2021-06-01").named(words) == entity


def test_a_slip_in_a_known_persons_given_name_is_read_with_a_warning(reader):
    reading = reader.read("Vladmir Putin flew to Minsk. Putin spoke first.", on="2023-05-20")
    assert (reading.named("Vladmir Putin"), reading.named("Putin")) == ("vladimir-putin", "vladimir-putin")
    assert any("Vladmir Putin" in line and "a letter is missing" in line for line in reading.cast.repairs)


def test_a_bare_title_finds_its_holder_among_those_of_one_surname(reader):
    reading = reader.read("China's Li Qiang met Li Xi in Beijing. Premier Li spoke first.", on="2023-06-01")
    assert reading.named("Li") == "li-qiang"
