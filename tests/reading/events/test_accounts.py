"""Who did what to whom: roles, status, background, dates, tellings."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.model import Span, Statement


def the(label, accounts):
    found = [account for account in accounts if account.label == label]
    assert found, [account.label for account in accounts]
    return found[0]


@pytest.mark.parametrize(
    ("text", "label", "sources", "targets"),
    [
        pytest.param("Japan sent medicine to Kenya.", "aid", {"JPN"}, {"KEN"}, id="active"),
        pytest.param(
            "Karl Berg was arrested by Kenyan police.", "arrest", {"KEN"}, {"karl-berg"}, id="passive with agent"
        ),
        pytest.param(
            "Karl Berg was sentenced to prison.", "sentence", set(), {"karl-berg"}, id="passive without agent"
        ),
        pytest.param("The ministry of France was hacked by Russian spies.", "hack", {"RUS"}, {"FRA"}, id="hacked by"),
        pytest.param("Anna Holm's visit to Japan drew crowds.", "visit", {"anna-holm"}, {"JPN"}, id="nominal visit"),
        pytest.param(
            "Japan, France and Kenya signed a treaty.", "treaty", {"JPN", "FRA", "KEN"}, None, id="three sides"
        ),
        pytest.param("Anna Holm met Karl Berg.", "meeting", {"anna-holm", "karl-berg"}, None, id="both sides"),
        pytest.param(
            "Sanctions imposed by France on Mali remain in force.", "sanction", {"FRA"}, {"MLI"}, id="participle"
        ),
        pytest.param("China held talks with 12 African countries.", "talks", {"CHN"}, None, id="unnamed group"),
        pytest.param("Japan urged China to release Karl Berg.", "release", {"CHN"}, {"karl-berg"}, id="object acts"),
        pytest.param("Japan sent troops to Mali and bombed Libya.", "airstrike", {"JPN"}, {"LBY"}, id="shared subject"),
        pytest.param(
            "Anna Holm told Karl Berg in a phone call that the line was open.",
            "phone-call",
            {"anna-holm", "karl-berg"},
            None,
            id="spoken to in a call",
        ),
        pytest.param("Anna Holm is due to meet Karl Berg.", "meeting", {"anna-holm", "karl-berg"}, None, id="due to"),
        pytest.param(
            "Anna Holm, who came late, is the highest-ranking French official to visit Japan.",
            "visit",
            {"anna-holm"},
            {"JPN"},
            id="the highest to visit",
        ),
        pytest.param("An attempt by China to invade Taiwan failed.", "invasion", {"CHN"}, {"TWN"}, id="attempt by"),
        pytest.param(
            "Japan spoke of the sanctions that France imposed on Mali.", "sanction", {"FRA"}, {"MLI"}, id="relative"
        ),
        pytest.param("Mali said a France-based group hacked the bank.", "hack", {"FRA"}, set(), id="hyphened nation"),
        pytest.param("France indicted two Chinese hackers.", "indictment", {"FRA"}, {"CHN"}, id="nation of a group"),
    ],
)
def test_roles_come_from_the_clause(text, label, sources, targets, tell):
    account = the(label, tell(text))
    assert sources <= set(account.sources)
    assert set(account.targets) == (set(account.sources) if targets is None else targets)


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        pytest.param("Anna Holm visited Japan.", "visit", "actual", id="told as done"),
        pytest.param("Anna Holm will visit Japan in the coming months.", "visit", "planned", id="will"),
        pytest.param("Anna Holm is going to visit Japan.", "visit", "planned", id="going to"),
        pytest.param("Anna Holm did not visit Japan.", "visit", "denied", id="not"),
        pytest.param("Anna Holm never met Karl Berg.", "meeting", "denied", id="never"),
        pytest.param("Anna Holm refused to meet Karl Berg.", "meeting", "denied", id="refused to"),
        pytest.param("No talks took place between France and Japan.", "talks", "denied", id="no talks"),
        pytest.param(
            "Japan demanded that China withdraw its ships from Mali.", "withdrawal", "called-for", id="demanded that"
        ),
        pytest.param("France should withdraw its troops from Mali.", "withdrawal", "called-for", id="should"),
        pytest.param("If China invaded Taiwan, Japan would suffer.", "invasion", "hypothetical", id="if"),
        pytest.param("Iran could release Karl Berg.", "release", "hypothetical", id="could"),
        pytest.param("Anna Holm's planned visit to Japan is in doubt.", "visit", "planned", id="planned visit"),
        pytest.param("A new ambassador to France has yet to be announced.", "appointment", "denied", id="has yet to"),
        pytest.param("Anna Holm postponed a planned trip to Japan.", "visit", "denied", id="postponed a planned trip"),
        pytest.param(
            "Anna Holm signed an order restricting exports to Mali.", "export-control", "actual", id="order restricting"
        ),
        pytest.param("The bank was hacked by France; Mali denied it.", "hack", "actual", id="denied in another clause"),
        pytest.param("France did not deny meeting Karl Berg.", "meeting", "actual", id="did not deny"),
        pytest.param(
            "Talks between France and Japan failed to take place.", "talks", "denied", id="failed to take place"
        ),
        pytest.param("There were no talks between France and Japan.", "talks", "denied", id="there were no"),
        pytest.param("Anna Holm was due to visit Japan.", "visit", "planned", id="was due to"),
        pytest.param("A visit to Japan by Anna Holm was put on hold.", "visit", "denied", id="put on hold"),
        pytest.param("France denied planning to sell weapons to Mali.", "arms-sale", "denied", id="denied planning"),
        pytest.param(
            "France denied reports that it had sold weapons to Mali.", "arms-sale", "denied", id="denied reports"
        ),
        pytest.param(
            "France recommended against shooting down the Libyan jet.", "attack", "denied", id="recommended against"
        ),
        pytest.param(
            "France stopped short of imposing sanctions on Mali.", "sanction", "denied", id="stopped short of"
        ),
        pytest.param("Japan pulled out of a meeting with France.", "meeting", "denied", id="pulled out of"),
        pytest.param(
            "The planned meeting between Anna Holm and Karl Berg did not go ahead.",
            "meeting",
            "denied",
            id="planned, not held",
        ),
        pytest.param(
            "If China were to invade Taiwan, Japan would suffer.", "invasion", "hypothetical", id="if it were to"
        ),
        pytest.param("Were China to invade Taiwan, Japan would suffer.", "invasion", "hypothetical", id="were it to"),
        pytest.param("Had China invaded Taiwan, Japan would have suffered.", "invasion", "hypothetical", id="had it"),
        pytest.param(
            "Unless China withdraws its ships from Japan, all will suffer.", "withdrawal", "hypothetical", id="unless"
        ),
        pytest.param("France would have sent troops to Mali.", "deployment", "hypothetical", id="would have"),
        pytest.param(
            "Japan wants France to withdraw its troops from Mali.", "withdrawal", "called-for", id="wants it to"
        ),
        pytest.param("Anna Holm visits Japan next week.", "visit", "planned", id="a day ahead"),
        pytest.param("Anna Holm accepted an invitation to visit Japan.", "visit", "planned", id="invitation to"),
        pytest.param(
            "Japan passed a law banning exports of chips to China.", "export-control", "actual", id="law passed"
        ),
        pytest.param("France did not rule out recalling its envoy.", "recall", "hypothetical", id="not ruled out"),
        pytest.param(
            "Kenya neither confirmed nor denied arresting Karl Berg.", "arrest", "hypothetical", id="neither nor"
        ),
        pytest.param("France is yet to recall its ambassador from Mali.", "recall", "denied", id="is yet to"),
        pytest.param(
            "France rejected claims that it had sold weapons to Mali.", "arms-sale", "denied", id="rejected claims"
        ),
        pytest.param(
            "France dismissed reports that it had sold weapons to Mali.", "arms-sale", "denied", id="dismissed reports"
        ),
        pytest.param("Norway decided to impose sanctions on Mali.", "sanction", "actual", id="decided, so done"),
        pytest.param("Norway may decide to expel the envoy of Mali.", "expulsion", "hypothetical", id="may decide"),
        pytest.param("Anna Holm decided to visit Japan.", "visit", "planned", id="decided, still to be done"),
    ],
)
def test_status_is_told_by_the_clause_and_what_governs_it(text, label, status, tell):
    assert the(label, tell(text)).status == status


def test_an_act_that_somebody_is_charged_with_is_alleged_beside_the_charge(tell):
    accounts = tell("Karl Berg was charged with spying on Norway.")
    assert the("espionage", accounts).alleged
    assert not the("indictment", accounts).alleged


def test_an_event_of_long_ago_is_background(tell):
    assert the("arrest", tell("In 2018, Karl Berg was arrested in Kenya.")).historical
    assert not the("arrest", tell("On Monday, Karl Berg was arrested in Kenya.")).historical


def test_an_event_has_its_own_date(tell):
    found = the("arrest", tell("In 2018, Karl Berg was arrested in Kenya.")).date
    assert found is not None
    assert (found.earliest, found.latest) == (date(2018, 1, 1), date(2018, 12, 31))


def test_an_anniversary_dates_the_founding_by_subtraction(tell):
    found = the(
        "establish-relations",
        tell("This year marks the 50th anniversary of diplomatic relations between China and Japan."),
    ).date
    assert found is not None
    assert found.earliest == date(1973, 1, 1)


def test_two_tellings_of_one_visit_are_one_account(tell):
    accounts = [
        one for one in tell("Anna Holm visited Japan.\nAnna Holm's visit to Japan was short.") if one.label == "visit"
    ]
    assert len(accounts) == 1
    assert len(accounts[0].evidence) == 2


def test_who_labels_a_visit_does_not_go_on_it(tell):
    accounts = tell("Japanese Foreign Minister Anna Holm termed the visit of Karl Berg to Kenya a mistake.")
    assert the("visit", accounts).sources == ("karl-berg",)


def test_two_presidents_are_not_of_the_place_where_they_met(tell):
    text = "Joe Biden and Xi Jinping met in Bali, Indonesia. The two presidents agreed to cooperate."
    assert set(the("agreement", tell(text)).sources) == {"USA", "CHN"}


def test_two_different_deeds_stay_two(tell):
    accounts = tell("China sent doctors to Kenya. China provided masks to Zambia.")
    assert [account.targets for account in accounts if account.label == "aid"] == [("KEN",), ("ZMB",)]


def test_a_speech_act_needs_a_foreign_party(tell):
    assert not [one for one in tell("Japan pledged to build schools in Tokyo.") if one.label == "pledge"]
    assert the("pledge", tell("Japan pledged to build schools in Kenya.")).targets == ("KEN",)


def test_plain_saying_is_no_event(tell):
    assert tell("Anna Holm said that Japan is large.") == []


def test_what_stands_in_a_statement_names_it(tell):
    text = "Anna Holm said that Japan had sent medicine to Kenya."
    said = Statement(
        "s1", "a", "anna-holm", "Anna Holm", Span(0, 9), Span(10, 14), (Span(20, len(text) - 1),), "indirect"
    )
    assert the("aid", tell(text, statements=(said,))).said_by == "s1"


def test_we_is_the_speakers_state(tell):
    text = "“We have sent medicine to Kenya,” Japanese Prime Minister Fumio Kishida said."
    said = Statement("s1", "a", "kishida-fumio", None, None, None, (Span(1, 31),), "direct")
    accounts = tell(text, statements=(said,))
    assert the("aid", accounts).targets == ("KEN",)
    assert the("aid", accounts).sources


def test_without_a_known_party_there_is_no_account(tell):
    assert tell("They attacked it.") == []


def test_spans_give_their_words_and_ids_are_unlike(tell):
    text = "France imposed sanctions on Mali. Anna Holm met Karl Berg in Kenya on Monday."
    accounts = tell(text)
    assert [text[slice(*account.trigger)] for account in accounts] == ["sanctions", "met"]
    assert len({account.id for account in accounts}) == len(accounts)
    assert all(account.id.startswith("c") and len(account.id) == 17 for account in accounts)
    assert tell(text) == accounts


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    noise=st.text(max_size=80),
    words=st.sampled_from(["Japan sanctioned Mali. ", "No talks with, or visit to, ", "“We will strike"]),
)
def test_no_text_breaks_it_and_every_span_lies_inside(noise, words, tell):
    text = words + noise
    for account in tell(text):
        for start, end in (account.trigger, *account.evidence):
            assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Anna Holm held a phone conversation with Karl Berg.", id="held a conversation"),
        pytest.param("Anna Holm took a call from Karl Berg on Sunday.", id="a call from"),
        pytest.param("Anna Holm wrapped up talks with Karl Berg on Friday.", id="wrapped up"),
        pytest.param("Anna Holm exchanged views with Karl Berg on trade.", id="exchanged views"),
        pytest.param("Anna Holm hosted Karl Berg for talks in Oslo.", id="hosted for talks"),
        pytest.param("Anna Holm was welcomed to Oslo by Karl Berg.", id="welcomed by"),
        pytest.param("Anna Holm and Karl Berg ended two days of consultations in Oslo.", id="days of consultations"),
        pytest.param("Prime Minister Anna Holm and French President Karl Berg met in Oslo.", id="titles between"),
        pytest.param("Anna Holm met Karl Berg on Monday. The Holm-Berg meeting lasted an hour.", id="hyphen"),
        pytest.param("Anna Holm met Karl Berg on Monday. The talks lasted an hour.", id="definite noun"),
    ],
)
def test_both_sides_of_a_meeting_are_found(text, tell):
    meetings = [account for account in tell(text) if account.code == "CONSULT"]
    assert meetings
    assert all({"anna-holm", "karl-berg"} == set(account.sources) == set(account.targets) for account in meetings)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Vienna talks ended without a deal.", id="a venue before talks"),
        pytest.param("The Beijing summit was a success.", id="a capital before summit"),
        pytest.param("Diplomats spoke of a meeting in Singapore.", id="a place after meeting"),
    ],
)
def test_a_place_is_no_side_of_a_meeting(text, tell):
    assert [account for account in tell(text) if account.code == "CONSULT"] == []


@pytest.mark.parametrize(
    ("text", "label", "target"),
    [
        pytest.param("Anna Holm visited Japan. China condemned the trip.", "criticism", "anna-holm", id="the trip"),
        pytest.param("France imposed tariffs on China. China denounced the move.", "criticism", "FRA", id="the move"),
        pytest.param(
            "Japan accused China of piracy. Beijing rejected the accusation.", "rejection", "JPN", id="the accusation"
        ),
        pytest.param(
            "China criticised France over the law and called for consultations.", "appeal", "FRA", id="same addressee"
        ),
    ],
)
def test_what_a_speech_act_points_back_to_gives_its_target(text, label, target, tell):
    assert target in the(label, tell(text)).targets


def test_what_is_done_during_a_call_has_the_date_of_the_call(tell):
    accounts = tell("Anna Holm phoned Karl Berg on Monday. During the call, Holm urged France to lift the ban.")
    assert the("appeal", accounts).date == the("phone-call", accounts).date


def test_the_two_sides_are_those_of_the_last_meeting(tell):
    accounts = tell("France and Japan held talks in Kenya. Mali watched. The two countries signed a treaty.")
    assert set(the("treaty", accounts).sources) == {"FRA", "JPN"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Laws that restrict exports to China are debated in Japan.", id="laws that restrict"),
        pytest.param("Rules restricting exports to China took effect.", id="rules restricting"),
        pytest.param("A bill that would ban exports to China was debated.", id="a bill that would"),
    ],
)
def test_what_a_law_would_do_is_no_act(text, tell):
    assert [account for account in tell(text) if account.code == "SANCTION"] == []


def test_the_date_that_opens_a_sentence_belongs_to_its_main_act(tell):
    accounts = tell("On Monday Anna Holm urged France to release Karl Berg, who was arrested in 2019.")
    assert the("appeal", accounts).date.earliest == date(2023, 6, 12)
    assert not the("appeal", accounts).historical
    assert the("release", accounts).date is None
    assert the("arrest", accounts).historical


def test_the_last_time_before_is_no_date(tell):
    account = the("visit", tell("Anna Holm is the first minister to visit Japan since 2018."))
    assert account.date is None
    assert not account.historical


def test_a_clause_with_when_has_the_date_before_it(tell):
    account = the("visit", tell("Unlike in 2012, when Anna Holm visited Japan, all was calm."))
    assert account.date.earliest == date(2012, 1, 1)
    assert account.historical


@pytest.mark.parametrize(
    ("text", "label", "sources", "targets"),
    [
        pytest.param(
            "A court in Chicago convicted Karl Berg.", "conviction", {"USA"}, {"karl-berg"}, id="court in a town"
        ),
        pytest.param(
            "Karl Berg was jailed by a court in Dalian.", "sentence", {"CHN"}, {"karl-berg"}, id="by a court in"
        ),
        pytest.param("Karl Berg was expelled from Norway.", "expulsion", {"NOR"}, {"karl-berg"}, id="expelled from"),
        pytest.param("France's bank was hacked by a group based in China.", "hack", {"CHN"}, {"FRA"}, id="based in"),
        pytest.param(
            "Taiwan is calm. The United States sold missiles to the island.", "arms-sale", {"USA"}, {"TWN"}, id="island"
        ),
        pytest.param(
            "Anna Holm told Karl Berg that Mali was far away and urged France to act.",
            "appeal",
            {"anna-holm"},
            {"FRA"},
            id="after what was told",
        ),
        pytest.param(
            "A delegation led by Anna Holm met Karl Berg.", "meeting", {"anna-holm", "karl-berg"}, None, id="led"
        ),
        pytest.param(
            "The two ministers, of France and Japan, met.", "meeting", {"FRA", "JPN"}, None, id="ministers of"
        ),
    ],
)
def test_the_state_or_person_behind_a_description_acts(text, label, sources, targets, tell):
    account = the(label, tell(text))
    assert set(account.sources) == sources
    assert set(account.targets) == (sources if targets is None else targets)


def test_another_island_is_not_taiwan(tell):
    account = the("visit", tell("Taiwan is calm. Hawaii is calm. Anna Holm visited the island."))
    assert "TWN" not in account.targets


@pytest.mark.parametrize(
    "dateline",
    [
        "OSLO, June 14, 2023 (Meridian Wire) - ",
        "OSLO (Meridian Wire) — ",
        "Oslo, June 14 (Meridian Wire) -- ",
        "PORT OF SPAIN/OSLO, June 14 - ",
    ],
)
def test_a_dateline_takes_no_part(dateline, tell):
    account = the("meeting", tell(f"{dateline}Japanese officials met Anna Holm on Tuesday."))
    assert set(account.sources) == {"JPN", "anna-holm"}


def test_the_members_are_those_of_the_body_named_before(tell):
    accounts = tell("The EU adopted a plan. The 27 members imposed sanctions on Mali.")
    assert the("sanction", accounts).sources == ("EU",)


@pytest.mark.parametrize(
    ("text", "label", "targets"),
    [
        pytest.param(
            "Anna Holm is due in Japan on Monday for a two-day visit.",
            "visit",
            {"JPN"},
            id="due in a place for a visit",
        ),
        pytest.param(
            "Karl Berg was arrested by Kenyan police. Norway demanded his release.",
            "demand",
            {"KEN"},
            id="who holds him",
        ),
        pytest.param(
            "France imposed tariffs on China. China filed a complaint against the tariffs.",
            "lawsuit",
            {"FRA"},
            id="a complaint against",
        ),
        pytest.param("France approved the sale of spare parts to Greece.", "arms-sale", {"GRC"}, id="parts of weapons"),
    ],
)
def test_a_target_is_looked_for_around_the_clause(text, label, targets, tell):
    assert set(the(label, tell(text)).targets) == targets


def test_a_states_act_and_its_officials_are_one(tell) -> None:
    text = (
        "Japan summoned China's envoy on Monday. "
        "The Japanese minister Karl Mori summoned the Chinese ambassador, Bo Li, on Monday."
    )
    (account,) = [one for one in tell(text) if one.label == "protest-note"]
    assert len(account.evidence) >= 2


def test_a_party_that_the_parser_takes_for_a_time_acts(tell) -> None:
    assert the("recognition", tell("On Monday Nauru switched recognition to Beijing.")).sources == ("NRU",)


def test_what_two_agree_to_do_is_their_agreement(tell) -> None:
    assert [one.label for one in tell("France and Japan agreed to resume talks on fishing.")] == ["agreement"]


def test_a_marked_noun_is_told_by_itself(tell) -> None:
    (account,) = tell("France and Japan released a joint statement.")
    assert (account.label, account.code) == ("communique", "AGREE")


@pytest.mark.parametrize(
    ("text", "label", "code"),
    [
        ("North Korea fired a ballistic missile into the sea off Japan.", "missile-test", "MOBILIZE"),
        ("China blocked Lithuanian goods at customs.", "import-ban", "SANCTION"),
        ("Norway declared two Russian diplomats persona non grata.", "expulsion", "SANCTION"),
        ("Norway and Sweden staged joint air drills.", "joint-exercise", "COOPERATE"),
        ("A prisoner swap between Russia and Ukraine took place in May.", "prisoner-exchange", "RETREAT"),
        ("China called the Japanese claims groundless.", "rejection", "REJECT"),
        ("China fired water cannon at a Philippine boat.", "water-cannon", "ASSAULT"),
    ],
)
def test_an_act_is_one_event_of_its_kind(tell, text, label, code) -> None:
    assert [(one.label, one.code) for one in tell(text)] == [(label, code)]


@pytest.mark.parametrize(
    ("text", "label", "parties"),
    [
        ("Russian hackers broke into the network of the Danish parliament.", "hack", {"RUS"}),
        ("France and Mali prolonged their fishing accord last year.", "agreement", {"FRA", "MLI"}),
        ("Kenya stopped granting visas to Russians in May.", "suspension", {"KEN", "RUS"}),
        ("Denmark kicked out six Russian diplomats on Monday.", "expulsion", {"DNK", "RUS"}),
        ("China walked out of the negotiations on fish with Japan.", "walk-out", {"CHN"}),
        ("A Russian frigate shone a laser at a Danish ship.", "laser", {"RUS", "DNK"}),
        ("The EU put duties of 12 per cent on Chinese bicycles.", "tariff", {"EU", "CHN"}),
        ("India denied the allegations of Kenya.", "rejection", {"IND", "KEN"}),
    ],
)
def test_who_acts_on_whom(tell, text, label, parties) -> None:
    assert [(one.label, parties <= {*one.sources, *one.targets}) for one in tell(text)] == [(label, True)]


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("France has lifted none of its bans on Norwegian beef.", "sanctions-lifted", "denied"),
        ("Japan may cancel the next round of talks with Norway.", "meeting-cancelled", "hypothetical"),
        ("Anna Holm is expected in Beijing on June 28.", "visit", "planned"),
        ("If the port reopens, a visit by Anna Holm to Japan is likely to follow.", "visit", "hypothetical"),
        ("A visit by Karl Berg to Kenya is due to begin soon.", "visit", "planned"),
    ],
)
def test_what_is_counted_expected_or_foretold_has_its_status(tell, text, label, status) -> None:
    assert [(one.label, one.status) for one in tell(text)] == [(label, status)]


def test_two_measures_of_one_announcement_share_their_target(tell) -> None:
    accounts = tell("France announced a visa ban and an asset freeze on Karl Berg.")
    assert {one.label: one.targets for one in accounts} == {"entry-ban": ("karl-berg",), "asset-freeze": ("karl-berg",)}


def test_what_somebody_demands_of_another_in_a_call_was_said_to_him(tell) -> None:
    accounts = tell("Anna Holm in a phone conversation on Monday demanded that Karl Berg take action.")
    assert the("phone-call", accounts).sources == ("anna-holm", "karl-berg")


def test_an_entry_of_a_chronology_dates_all_that_it_tells(tell) -> None:
    account = the("expulsion", tell("May 3: Anna Holm leaves Oslo. Norway expels six Russian diplomats."))
    assert (account.date and account.date.earliest) == date(2023, 5, 3)


def test_who_is_invited_is_invited_by_the_host(tell) -> None:
    account = the("invitation", tell("Norwegian inspectors have been invited to Tokyo."))
    assert (account.sources, account.targets) == (("JPN",), ("NOR",))


@pytest.mark.parametrize("noun", ["next round", "third meeting"])
def test_a_meeting_that_follows_is_between_the_same_two(tell, noun) -> None:
    accounts = tell(f"France and Japan met on Monday in Lyon. The {noun} will be held in Kyoto in August.")
    assert [(one.status, one.sources) for one in accounts] == [("actual", ("FRA", "JPN")), ("planned", ("FRA", "JPN"))]


def test_who_was_granted_asylum_has_it_from_the_state_that_granted_it(tell) -> None:
    account = the("asylum", tell("Karl Berg was granted asylum by Norway."))
    assert (account.sources, account.targets) == (("NOR",), ("karl-berg",))
