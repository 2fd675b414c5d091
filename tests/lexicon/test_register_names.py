"""States, bodies, places and outlets by name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.lexicon.register import load_register


def ids(register, words: str) -> list[str]:
    return [entity.id for entity in register.named(words)]


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("China", "CHN"),
        ("the People's Republic of China", "CHN"),
        ("Beijing", "CHN"),
        ("the Chinese side", "CHN"),
        ("the Chinese government", "CHN"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("the United States", "USA"),
        ("Washington", "USA"),
        ("Turkey", "TUR"),
        ("Türkiye", "TUR"),
        ("Turkiye", "TUR"),
        ("the Netherlands", "NLD"),
        ("Czechia", "CZE"),
        ("Burma", "MMR"),
        ("Côte d'Ivoire", "CIV"),
        ("Cote d’Ivoire", "CIV"),
        ("JAPAN", "JPN"),
        ("Moscow's", "RUS"),
    ],
)
def test_a_state_is_named_by_name_capital_and_side(register, words, state):
    assert ids(register, words)[:1] == [state]


@pytest.mark.parametrize("words", ["us", "who", "it", "nato's", "chinese", "the side", "turkey", "", "  ", "’s"])
def test_common_words_name_no_state_and_no_body(register, words):
    assert register.named(words) == ()


def test_acronyms_count_in_their_own_case_only(register):
    assert ids(register, "WHO") == ["WHO"]
    assert register.named("Who") == ()
    assert register.named("Us") == ()
    assert ids(register, "NATO") == ["NATO"]


@pytest.mark.parametrize(
    ("words", "state"),
    [("the Kremlin", "RUS"), ("Foggy Bottom", "USA"), ("the White House", "USA"), ("Downing Street", "GBR")],
)
def test_a_metonym_stands_for_a_state_or_its_office(register, words, state):
    found = register.named(words)
    assert found
    assert found[0].id.partition("/")[0] == state
    assert register.kind_of_name(words) == "metonym" or found[0].kind == "organisation"


def test_the_form_of_a_name_is_told(register):
    assert register.kind_of_name("China") == "name"
    assert register.kind_of_name("Beijing") == "metonym"
    assert register.kind_of_name("the Chinese side") == "metonym"
    assert register.kind_of_name("Chinese") == "demonym"
    assert register.kind_of_name("rain") is None


def test_demonyms_tell_the_state(register):
    assert register.demonym("Chinese") == "CHN"
    assert register.demonym("the Dutch") == "NLD"
    assert register.demonym("dutch") is None
    assert register.demonym("Martian") is None


def test_every_state_has_ministries_by_rule(register):
    assert ids(register, "the Kenyan Foreign Ministry") == ["KEN/mfa"]
    assert ids(register, "Kenya's Ministry of Foreign Affairs") == ["KEN/mfa"]
    assert ids(register, "Ministry of Foreign Affairs of Kenya") == ["KEN/mfa"]
    assert register.entity("KEN/mfa").country == "KEN"
    assert register.sector("KEN/mfa") == "GOV"
    assert register.sector("KEN") is None


def test_a_ministry_without_its_state_is_told_by_the_context(register):
    assert register.body_of("the foreign ministry", "JPN").id == "JPN/mfa"
    assert register.body_of("the foreign ministry", "CHN").country == "CHN"
    assert register.body_of("the bakery", "JPN") is None
    assert register.body_of("the foreign ministry", "XYZ") is None


def test_a_constitutional_court_is_not_the_supreme_court(register):
    assert ids(register, "Thailand's constitutional court") == ["THA/constitutional-court"]
    assert ids(register, "the Supreme Court of Thailand") == ["THA/supreme-court"]
    assert register.body_of("the constitutional court", "GTM").id == "GTM/constitutional-court"


def test_an_unknown_id_is_no_entity(register):
    assert register.entity("XYZ") is None
    assert register.entity("") is None
    assert register.entity("CHN/nothing") is None


def test_places_are_found_with_and_without_accents(register):
    assert register.place("Geneva").country == "CHE"
    assert register.place("the Hague").name == "The Hague"
    assert register.place("São Paulo") == register.place("Sao Paulo")
    assert register.place("St. John's").country == "ATG"
    assert register.place("Kyiv's").name == "Kyiv"
    assert register.place("Nowhere at all") is None


def test_a_disputed_place_belongs_to_nobody(register):
    for name in ("Crimea", "Scarborough Shoal", "the Senkaku Islands", "Kashmir", "Jerusalem"):
        assert register.place(name).kind == "disputed"
        assert register.place(name).country is None


def test_outlets_are_found_by_name_and_host(register):
    assert register.outlet("Xinhua").state_run
    assert register.outlet("https://www.reuters.com/world/").name == "Reuters"
    assert register.outlet("edition.reuters.com").name == "Reuters"
    assert register.outlet("nowhere.example") is None


def test_the_scanner_takes_the_longest_name(register):
    text = "The European Union and the New Zealand side met in New York."
    found = {phrase.words: {name.id for name in phrase.names} for phrase in register.scanner.scan(text)}
    assert "EU" in found["European Union"]
    assert "NZL" in found["New Zealand"]
    assert "New York" in found["New York"]


def test_a_newspaper_s_name_hides_no_longer_name_and_no_people(register):
    council = {name.id for found in register.scanner.scan("The Guardian Council met.") for name in found.names}
    assert council == {"IRN/guardian-council"}
    people = {name.id for found in register.scanner.scan("The Australian delegation left.") for name in found.names}
    assert "AUS" in people


def test_no_common_word_is_a_place_in_the_text(register):
    for text in ("Male students protested.", "Nice words were said.", "Victoria Holm spoke.", "They told us who came."):
        assert list(register.scanner.scan(text)) == []


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_text_breaks_the_register(text):
    register = load_register()
    register.named(text)
    register.demonym(text)
    register.people_named(text)
    register.office_of(text, None)
    register.office_of(text, "CHN")
    register.body_of(text, "CHN")
    register.place(text)
    register.outlet(text)
    for found in register.scanner.scan(text):
        assert text[found.start : found.end] == found.words
