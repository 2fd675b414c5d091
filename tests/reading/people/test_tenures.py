"""Offices that an article tells."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Norway's Foreign Minister Anna Holm left.", {("anna-holm", "Foreign Minister", "holds")}, id="title"
        ),
        pytest.param(
            "Norwegian State Councillor and Foreign Minister Anna Holm left.",
            {("anna-holm", "State Councillor", "holds"), ("anna-holm", "Foreign Minister", "holds")},
            id="titles in two bodies are two offices",
        ),
        pytest.param(
            "Anna Holm, the director and party chief of the Holm Institute, left.",
            {("anna-holm", "director and party chief of the Holm Institute", "holds")},
            id="titles in one body are one office",
        ),
        pytest.param(
            "Anna Holm, a North-South relations specialist at the Holm Academy of Sciences, left.",
            {("anna-holm", "North-South relations specialist at the Holm Academy of Sciences", "holds")},
            id="specialist at an academy",
        ),
        pytest.param(
            "Meeting Foreign Minister Anna Holm, the guests spoke of trade.",
            {("anna-holm", "Foreign Minister", "holds")},
            id="participle before a title",
        ),
        pytest.param(
            "Sen. Anna Holm, R-Fla., the vice chairman of the Holm Institute, left.",
            {("anna-holm", "Senator", "holds"), ("anna-holm", "vice chairman of the Holm Institute", "holds")},
            id="office behind party and state",
        ),
        pytest.param("Anna Holm, a specialist, left.", set(), id="specialist of nowhere is no office"),
        pytest.param(
            "Former commerce minister Erik Lund left.", {("erik-lund", "commerce minister", "held")}, id="former"
        ),
        pytest.param("Then-Foreign Minister Erik Lund left.", {("erik-lund", "Foreign Minister", "held")}, id="then-"),
        pytest.param(
            "Acting Foreign Minister Erik Lund left.", {("erik-lund", "Foreign Minister", "holds")}, id="acting"
        ),
        pytest.param(
            "Erik Lund, the former Norwegian ambassador to the US, left.",
            {("erik-lund", "ambassador to the US", "held")},
            id="former ambassador",
        ),
        pytest.param(
            "Anna Holm, who is now director of the general office of the Holm Commission, left.",
            {("anna-holm", "director of the general office of the Holm Commission", "holds")},
            id="who is now",
        ),
        pytest.param(
            "Oslo named Anna Holm, its ambassador to Ghana, as the new minister of foreign affairs, "
            "Lund's former title. Erik Lund agreed.",
            {
                ("anna-holm", "ambassador to Ghana", "holds"),
                ("anna-holm", "minister of foreign affairs", "named"),
                ("erik-lund", "minister of foreign affairs", "held"),
            },
            id="named, its ambassador, former title",
        ),
        pytest.param(
            "Anna Holm has taken over from Erik Lund as Norway's chief negotiator.",
            {("anna-holm", "chief negotiator", "succeeds"), ("erik-lund", "chief negotiator", "vacates")},
            id="taken over from",
        ),
        pytest.param(
            "Erik Lund stepped down as foreign minister in May.",
            {("erik-lund", "foreign minister", "vacates")},
            id="stepped down",
        ),
        pytest.param(
            "Anna Holm was appointed ambassador to Ghana.",
            {("anna-holm", "ambassador to Ghana", "named")},
            id="passive",
        ),
        pytest.param(
            "The delegation was led by Erik Lund, a former vice-minister of foreign affairs "
            "and the head of the Holm Society.",
            {
                ("erik-lund", "vice-minister of foreign affairs", "held"),
                ("erik-lund", "head of the Holm Society", "holds"),
            },
            id="former one and present other",
        ),
        pytest.param(
            "Members included Erik Lund, the former chairman and CEO of insurer Holm International.",
            {("erik-lund", "chairman and CEO of insurer Holm International", "held")},
            id="chairman and CEO",
        ),
        pytest.param("Anna Holm would not become foreign minister.", set(), id="denied"),
        pytest.param(
            "Anna Holm's promotion to the Security Council was announced.",
            {("anna-holm", "member of the Security Council", "named")},
            id="seat in a body",
        ),
    ],
)
def test_finds_the_offices_told(reader, text, told):
    assert reader.read(text).offices() == told


def test_one_row_for_an_office_however_often_it_is_told(reader):
    reading = reader.read("Chinese Foreign Minister Wang Yi spoke.", "Foreign Minister Wang Yi left.", on="2022-06-01")
    assert [(tenure.office, tenure.post) for tenure in reading.tenures] == [
        ("Foreign Minister", "CHN/foreign-minister")
    ]


def test_a_tenure_tells_country_organisation_and_its_exact_words(reader):
    reading = reader.read("Anna Holm, dean of the Institute of Northern Studies at Oslo University, left.")
    (tenure,) = reading.tenures
    assert tenure.organisation == "Oslo University"
    assert tenure.words == "dean of the Institute of Northern Studies at Oslo University"
    assert reading.article.words((tenure.start, tenure.end)) == tenure.words


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        pytest.param("Anna Holm was named foreign minister on May 3, 2021.", "2021-05-03", None, id="named on a day"),
        pytest.param("Erik Lund stepped down as foreign minister in May 2020.", None, "2020-05-31", id="stepped down"),
        pytest.param("Anna Holm, foreign minister since 2013, left.", "2013-01-01", None, id="since"),
        pytest.param(
            "Erik Lund, ambassador to Ghana from 2013 to 2019, left.", "2013-01-01", "2019-12-31", id="from to"
        ),
        pytest.param("Foreign Minister Anna Holm left on Monday.", None, None, id="a day of something else"),
    ],
)
def test_a_tenure_is_dated_by_the_words_beside_it(reader, text, since, until):
    (tenure,) = reader.read(text).tenures
    assert str(tenure.since.earliest if tenure.since else None) == str(since)
    assert str(tenure.until.latest if tenure.until else None) == str(until)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Ghanaian Trade Minister Kofi Mensah met his Norwegian counterpart, Anna Holm, on Friday.",
            ("anna-holm", "Trade Minister", "NOR/trade-minister"),
            id="name after a comma",
        ),
        pytest.param(
            "Indian Prime Minister Narendra Modi called his Norwegian counterpart Anna Holm.",
            ("anna-holm", "Prime Minister", "NOR/head-of-government"),
            id="name right behind",
        ),
        pytest.param(
            "US Secretary of State Antony Blinken called his Norwegian counterpart, Anna Holm.",
            ("anna-holm", "Foreign Minister", "NOR/foreign-minister"),
            id="the same office goes by another title there",
        ),
    ],
)
def test_a_counterpart_holds_the_same_office_in_his_country(reader, text, told):
    tenures = {(tenure.person, tenure.office, tenure.post): tenure for tenure in reader.read(text).tenures}
    assert told in tenures
    assert tenures[told].relation == "holds"
    assert tenures[told].words == "his Norwegian counterpart"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Anna Holm met her Ghanaian counterpart, Kofi Mensah.", id="nobody's office is told"),
        pytest.param(
            "Indian Prime Minister Narendra Modi called his Russian counterpart, Vladimir Putin.",
            id="the register knows another office",
        ),
        pytest.param("The ministers met. Anna Holm spoke of their counterpart.", id="no name beside it"),
    ],
)
def test_a_counterpart_of_whom_more_is_known_or_nothing_is_left_out(reader, text):
    people = {tenure.person for tenure in reader.read(text).tenures}
    assert people <= {"narendra-modi"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Norwegian Foreign Minister Erik Lund will be succeeded by Anna Holm.",
            {("anna-holm", "succeeds"), ("erik-lund", "vacates"), ("erik-lund", "holds")},
            id="will be succeeded by",
        ),
        pytest.param(
            "Norwegian Foreign Minister Erik Lund is to be replaced by Anna Holm.",
            {("anna-holm", "succeeds"), ("erik-lund", "vacates"), ("erik-lund", "holds")},
            id="is to be replaced by",
        ),
        pytest.param(
            "Norway's new foreign minister, Anna Holm, took over from Erik Lund on Tuesday.",
            {("anna-holm", "holds"), ("erik-lund", "vacates")},
            id="took over from",
        ),
        pytest.param(
            "Norwegian Foreign Minister Erik Lund will not be replaced by Anna Holm.",
            {("erik-lund", "holds")},
            id="denied",
        ),
        pytest.param(
            "Norwegian trade envoy Anna Holm replaced Erik Lund on the panel.", {("anna-holm", "holds")}, id="no office"
        ),
        pytest.param(
            "Norway named Anna Holm ambassador to Ghana on Tuesday.", {("anna-holm", "named")}, id="named outright"
        ),
        pytest.param(
            "Erik Lund praised Anna Holm, his predecessor as Norwegian foreign minister.",
            {("anna-holm", "held")},
            id="predecessor as",
        ),
        pytest.param("Anna Holm has been Norway's foreign minister since 2019.", {("anna-holm", "holds")}, id="since"),
        pytest.param("Anna Holm had been Norway's foreign minister.", {("anna-holm", "held")}, id="had been"),
        pytest.param(
            "Norway's parliament ousted Prime Minister Anna Holm.",
            {("anna-holm", "holds"), ("anna-holm", "vacates")},
            id="ousted is a verb",
        ),
    ],
)
def test_who_comes_and_who_goes_is_told_by_the_sentence(reader, text, told):
    assert {(tenure.person, tenure.relation) for tenure in reader.read(text).tenures} == told


@pytest.mark.parametrize(
    ("text", "post"),
    [
        pytest.param("European Commission President Anna Holm spoke.", "EU/commission-president", id="commission"),
        pytest.param("Anna Holm, president of the European Council, spoke.", "EU/council-president", id="council"),
        pytest.param("Norwegian Prime Minister-designate Anna Holm spoke.", "NOR/head-of-government", id="designate"),
        pytest.param("Ghana's president-elect, Anna Holm, spoke.", "GHA/head-of-state", id="elect"),
    ],
)
def test_an_office_is_the_registers_whatever_stands_around_it(reader, text, post):
    assert [tenure.post for tenure in reader.read(text).tenures] == [post]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        pytest.param("Sen. Anna Holm spoke.", "Senator", id="senator"),
        pytest.param("Gov. Anna Holm spoke.", "Governor", id="governor"),
        pytest.param("House Republican leader Anna Holm spoke.", "House Republican leader", id="house leader"),
        pytest.param("Senate Majority Leader Anna Holm spoke.", "Senate Majority Leader", id="senate leader"),
    ],
)
def test_lawmakers_and_governors_have_their_offices(reader, text, office):
    assert [tenure.office for tenure in reader.read(text).tenures] == [office]


def test_a_group_s_leader_of_no_house_or_party_is_no_office(reader):
    assert reader.read("Rebel leader Anna Holm spoke.").tenures == []
