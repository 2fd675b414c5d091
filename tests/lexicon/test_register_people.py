"""People by name, offices by title, and who held which office on a day."""

from __future__ import annotations

from datetime import date

import pytest

from evaluation.offices import answers, is_right, questions
from legation.model import DateInterval


def people(register, words: str) -> set[str]:
    return {person.id for person in register.people_named(words)}


def held(register, office: str, day: date) -> list[str]:
    return [holder.person.name for holder in register.holders(office, day)]


@pytest.mark.parametrize("words", ["Wang Yi", "Yi Wang", "WANG Yi", "wang yi", "王毅", "Wang Yi's"])
def test_a_name_is_known_in_either_order_case_and_script(register, words):
    assert people(register, words) == {"wang-yi"}


@pytest.mark.parametrize(
    "words",
    ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Vladimir Zelensky", "Zelensky", "Zelenskyy", "Володимир Зеленський"],
)
def test_spellings_of_one_name_are_one_person(register, words):
    assert people(register, words) == {"volodymyr-zelensky"}


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("Joseph R. Biden Jr.", "joe-biden"),
        ("Mevlut Cavusoglu", "mevlut-cavusoglu"),
        ("Mevlüt Çavuşoğlu", "mevlut-cavusoglu"),
        ("Yoon Suk-yeol", "yoon-suk-yeol"),
        ("Abe Shinzo", "shinzo-abe"),
        ("Kim Jong-un", "kim-jong-un"),
        ("Sergei Lavrov", "sergey-lavrov"),
        ("William Lai", "lai-ching-te"),
        ("Jokowi", "joko-widodo"),
        ("MBS", "mohammed-bin-salman"),
    ],
)
def test_people_are_known_by_their_other_names(register, words, id):
    assert people(register, words) == {id}


def test_a_family_name_alone_names_everybody_who_bears_it(register):
    assert {"wang-yi", "wang-chao", "wang-wentao", "wang-wenbin"} <= people(register, "Wang")
    assert {"nicholas-burns", "william-burns"} <= people(register, "Burns")
    assert people(register, "Blinken") == {"antony-blinken"}
    assert "bashar-al-assad" in people(register, "Assad") & people(register, "al-Assad")


def test_nobody_is_found_where_nobody_is_named(register):
    for words in ("", "Anna Holm", "the minister", "Holm"):
        assert register.people_named(words) == ()


def test_namesakes_of_two_states_are_two_people(register):
    countries = {person.country for person in register.people_named("David Johnston")}
    assert countries == {"CAN", "AUS"}


def test_a_king_of_several_realms_is_one_person(register):
    posts = register.posts_of("elizabeth-ii", date(2020, 1, 1))
    assert {"GBR/head-of-state", "CAN/head-of-state", "JAM/head-of-state"} <= {post.office for post in posts}
    assert {post.person.country for post in posts} == {"GBR"}


def test_the_head_of_a_body_is_the_politician_of_that_name(register):
    posts = {post.office for post in register.posts_of("ursula-von-der-leyen")}
    assert {"DEU/defence-minister", "EU/commission-president"} <= posts


@pytest.mark.parametrize(
    ("title", "country", "office"),
    [
        ("foreign minister", "CHN", "CHN/foreign-minister"),
        ("the Foreign Minister", "KEN", "KEN/foreign-minister"),
        ("Secretary of State", None, "USA/foreign-minister"),
        ("then-Secretary of State", "USA", "USA/foreign-minister"),
        ("foreign secretary", "GBR", "GBR/foreign-minister"),
        ("foreign secretary", "IND", "IND/foreign-secretary"),
        ("external affairs minister", "IND", "IND/foreign-minister"),
        ("China's top diplomat", None, "CHN/party-foreign-affairs-head"),
        ("the Chinese foreign minister", None, "CHN/foreign-minister"),
        ("prime minister of New Zealand", None, "NZL/head-of-government"),
        ("New Zealand's prime minister", None, "NZL/head-of-government"),
        ("ambassador to China", "USA", "USA/ambassador/CHN"),
        ("US ambassador to China", None, "USA/ambassador/CHN"),
        ("ambassador to the United States", "CHN", "CHN/ambassador/USA"),
        ("special envoy for climate", "USA", "USA/special-envoy/climate"),
        ("Taiwan's representative to the US", None, "TWN/ambassador/USA"),
        ("EU special representative for human rights", None, "EU/special-envoy/human-rights"),
        ("UN envoy for Libya", None, "UN/special-envoy/libya"),
        ("NATO Secretary General", None, "NATO/secretary-general"),
        ("EU foreign policy chief", None, "EU/high-representative"),
        ("chancellor", "DEU", "DEU/head-of-government"),
        ("chancellor", "GBR", "GBR/finance-minister"),
        ("economics minister", "DEU", "DEU/economy-minister"),
        ("economy minister", "FRA", "FRA/economy-minister"),
        ("business secretary", "GBR", "GBR/business-secretary"),
        ("trade minister", "KOR", "KOR/trade-minister"),
        ("Polish National Security Bureau chief", None, "POL/national-security-adviser"),
        ("secretary-general of the National Security Council", "TWN", "TWN/national-security-adviser"),
        ("minister of foreign trade", "FIN", "FIN/trade-minister"),
        ("Cuban president", None, "CUB/head-of-state"),
        ("baker", "CHN", None),
        ("foreign minister", None, None),
        ("ambassador to Atlantis", "CHN", None),
        ("the US ambassador", None, None),
        ("envoy", "JPN", None),
        ("special envoy for Syria", None, None),
        ("", "CHN", None),
    ],
)
def test_a_title_names_an_office(register, title, country, office):
    assert register.office_of(title, country) == office


def test_an_office_has_a_title(register):
    assert register.office_title("USA/foreign-minister") == "Secretary of State"
    assert register.office_title("KEN/foreign-minister") == "Foreign Minister"
    assert register.office_title("KEN/ambassador/CHN") == "Ambassador to China"
    assert register.office_title("nothing") == "nothing"


# The states of most diplomatic news whose trade, or where there is none, economy minister the register tells.
TRADING = "AUS CAN CHN CZE DEU EGY ESP FIN FRA GBR IDN IND IRL IRN ISR ITA JPN KHM KOR MEX NLD NOR NZL PHL POL RUS "
TRADING += "SAU SGP THA TUR TWN UKR USA VNM ZAF"
MINISTERS = ("trade-minister", "economy-minister", "industry-minister", "business-secretary")


@pytest.mark.parametrize("state", TRADING.split())
def test_the_trade_or_economy_minister_of_a_state_of_the_news_is_known(register, state):
    for year in (2016, 2019, 2024):
        offices = (f"{state}/{name}" for name in MINISTERS)
        assert any(register.holders(office, date(year, 10, 1)) for office in offices), year


@pytest.mark.parametrize(
    "state", "AFG BRA CAN DEU FRA GBR IND IRN ISR ITA JPN KOR NGA PHL POL RUS SGP TWN UKR USA".split()
)
def test_the_security_adviser_of_a_state_of_the_news_is_known(register, state):
    assert held(register, f"{state}/national-security-adviser", date(2020, 2, 1))


def test_two_tenures_of_one_person_are_kept_apart(register):
    tenures = [holder for holder in register.tenures("CHN/foreign-minister") if holder.person.id == "wang-yi"]
    assert len(tenures) == 2
    assert held(register, "CHN/foreign-minister", date(2022, 12, 1)) == ["Wang Yi"]
    assert held(register, "CHN/foreign-minister", date(2023, 1, 15)) == ["Qin Gang"]
    assert held(register, "CHN/foreign-minister", date(2023, 8, 1)) == ["Wang Yi"]


def test_the_day_of_a_handover_has_two_holders(register):
    assert held(register, "CHN/foreign-minister", date(2022, 12, 30)) == ["Wang Yi", "Qin Gang"]


def test_an_interval_has_all_who_held_the_office_within_it(register):
    year = DateInterval(date(2022, 1, 1), date(2022, 12, 31), "year", "2022")
    names = [holder.person.name for holder in register.holders("GBR/head-of-government", year)]
    assert names == ["Boris Johnson", "Liz Truss", "Rishi Sunak"]


def test_a_month_s_row_may_answer_where_no_row_surely_does(register):
    assert held(register, "USA/ambassador/CHN", date(2022, 4, 10)) == ["Nicholas Burns"]


def test_an_office_nobody_is_known_for_has_no_holder(register):
    assert register.holders("KEN/defence-minister", date(2020, 1, 1)) == ()
    assert register.tenures("nothing") == ()
    assert register.posts_of("nobody") == ()


def test_every_tenure_tells_the_row_it_comes_from(register):
    holder = register.holders("CHN/foreign-minister", date(2023, 1, 15))[0]
    assert holder.row.startswith("holders_key.csv, line ")


def test_the_questions_of_public_record_are_answered(register):
    asked = list(questions())
    wrong = [(question, answers(register, question)) for question in asked if not is_right(register, question)]
    assert wrong == []
    assert len(asked) >= 200
    assert len({question.office.partition("/")[0] for question in asked}) >= 60
