"""Hostile statements to a foreign party are events too; the relation model gives the second opinion."""

from __future__ import annotations

from datetime import date

import pytest

from legation.model import Account, Article, Block, DateInterval, Findings
from legation.reading.article import read_article
from legation.reading.tools import Tools


@pytest.fixture
def read(tools: Tools):
    def findings(text: str) -> Findings:
        day = date(2022, 8, 5)
        published = DateInterval(day, day, "day", "test")
        return read_article(Article("a", "a.txt", text, (Block("body", 0, len(text)),), "0" * 64, published), tools)

    return findings


def spoken(found: Findings) -> list[Account]:
    return [one for one in found.accounts if one.code in ("ACCUSE", "REQUEST", "REJECT", "THREATEN")]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Japan said China's curbs were improper and a serious breach of the rules.", "JPN", "CHN"),
        ("The Chinese foreign ministry called Japan's plan a provocation.", "CHN/mfa", "JPN"),
        ("France said Russia had lied about the convoy.", "FRA", "RUS"),
    ],
)
def test_a_hostile_statement_to_a_foreign_party_is_an_event_with_its_words(read, text, source, target) -> None:
    (account,) = spoken(read(text))
    assert (account.sources, account.targets, account.status) == ((source,), (target,), "actual")
    assert text[account.evidence[0].start : account.evidence[0].end] in text


def test_what_a_charge_is_about_is_not_whom_it_hits(read) -> None:
    text = "Japan met China in Oslo. Japan asked China for talks. China said Japan knew its duty."
    charge = " China said the meddling over Taiwan was reckless, illegal and a grave provocation."
    assert [one.targets for one in spoken(read(text + charge)) if one.label != "appeal"][-1:] == [("JPN",)]


def test_a_stance_given_by_the_model_rests_on_the_cue(read) -> None:
    text = "Japan said China's curbs were improper and a serious breach of the rules."
    (statement,) = read(text).statements
    assert statement.stance == "hostile"
    assert all(text[e.span.start : e.span.end] == e.words for e in statement.stance_words)


def test_what_a_trigger_tells_is_told_once(read) -> None:
    assert len(spoken(read("Japan accused China of breaking the treaty."))) == 1


def test_a_friendly_or_plain_statement_is_no_charge(read) -> None:
    assert not spoken(read("Japan said China had been a generous host and thanked it for the dinner."))
    assert not spoken(read("Japan said the delegation had arrived in China on Monday."))


def test_a_statement_about_nobody_else_is_no_charge(read) -> None:
    assert not spoken(read("Japan said its own rules were improper."))


def test_a_scholar_makes_no_act_of_state(read) -> None:
    assert not spoken(read("Anna Holm, a painter, said China's curbs were improper and a serious breach of the rules."))


def test_what_another_state_should_do_is_a_demand(read) -> None:
    (account,) = spoken(read("The Chinese foreign ministry told Karl Berg that Japan should stop arming the island."))
    assert (account.code, account.label, account.targets) == ("REQUEST", "demand", ("JPN",))


def test_who_speaks_of_himself_takes_part(read) -> None:
    found = read("Interview with Anna Holm\n\nIn an interview on Monday, Anna Holm said: “I met Karl Berg in Vienna.”")
    (meeting,) = [one for one in found.accounts if one.label == "meeting"]
    assert set(meeting.sources) == {"anna-holm", "karl-berg"}


@pytest.mark.parametrize(
    ("text", "label", "source", "target"),
    [
        (
            "China and Japan met in May. China sent ships to Japan. Kenya urged restraint on China.",
            "appeal",
            "KEN",
            "CHN",
        ),
        ("China cut ties with Norway. China left. China froze aid. Kenya has promised a loan.", "pledge", "KEN", "CHN"),
    ],
)
def test_an_act_that_its_verb_tells_goes_to_whom_the_article_is_about(read, text, label, source, target) -> None:
    (account,) = [one for one in read(text).accounts if one.label == label]
    assert (account.sources, account.targets) == ((source,), (target,))


def test_what_can_be_said_was_not_said(read) -> None:
    assert not spoken(read("China sent ships to Japan. China met Japan. Japan can ask for a panel."))


def test_who_only_passes_on_charges_nobody(read) -> None:
    text = (
        "China's curbs were improper and a serious breach of the rules, Japan said, according to the Kenyan ministry."
    )
    assert all(one.sources != ("KEN",) for one in spoken(read(text)))


def test_a_further_hostile_sentence_of_the_paragraph_is_part_of_the_charge(read) -> None:
    text = "Japan accused China of breaking the treaty. Japan said China's curbs were improper and a serious breach."
    (account,) = spoken(read(text))
    assert len(account.evidence) == 2


def test_a_charge_called_untrue_is_rejected(read) -> None:
    (account,) = spoken(read("The Chinese foreign ministry said that the Japanese accusations were all lies."))
    assert account.code == "REJECT"


def test_the_one_whose_deed_hit_another_is_charged(read) -> None:
    text = "The French embassy in Oslo noted that Ukraine was hit by Russia's brutal bombardment again."
    (account,) = spoken(read(text))
    assert account.targets == ("RUS",)


def test_a_state_named_long_before_among_others_is_not_meant(read) -> None:
    other = "Holm met officials of Japan, of Japan and of Japan in Tokyo. " + "The weather was fine and mild. " * 60
    text = (
        other
        + "France, France and France were named as well. The Kenyan foreign ministry said that such acts were vile."
    )
    assert all(account.targets != ("JPN",) for account in spoken(read(text)))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("I want to thank Japan for its help.", "praise"),
        ("Let me congratulate Japan on its election.", "congratulation"),
    ],
)
def test_what_is_done_by_saying_it_is_done(read, text, label) -> None:
    found = read(f"“{text}” the French foreign minister Anna Holm said.")
    assert [(one.label, one.status) for one in found.accounts] == [(label, "actual")]


def test_where_a_deed_struck_is_not_charged_with_it(read) -> None:
    assert not spoken(read("France condemns the attack in the Kisumu province of Kenya."))


@pytest.mark.parametrize(
    "text",
    [
        "Karl Duhamel, commissioner of the Canadian police, said that Norway had lied and was a danger to the world.",
        "FBI Director Peter Holm said that Norway had lied and was a danger to the world.",
        "Canada's high commissioner, Peter Holm, said that Norway had lied and was a danger to the world.",
    ],
)
def test_who_holds_an_office_that_the_register_does_not_know_speaks_for_the_state(read, text) -> None:
    assert [one.targets for one in spoken(read(text))] == [("NOR",)]


@pytest.mark.parametrize(
    "title", ["a Canadian professor", "a Canadian reporter", "the former Canadian police commissioner"]
)
def test_who_holds_no_office_of_a_state_does_not(read, title) -> None:
    assert not spoken(read(f"Peter Holm, {title}, said that Norway had lied and was a danger to the world."))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Norwegian foreign ministry called the tariffs a wrong practice and urged Mali to talk.", "ACCUSE"),
        ("The Norwegian foreign ministry described Mali's ban as reckless.", "ACCUSE"),
        ("The Norwegian foreign ministry called Mali's claim absurd.", "REJECT"),
        ("The Norwegian foreign ministry called the allegations absurd and malicious.", "REJECT"),
    ],
)
def test_a_bad_name_is_criticism_and_rejects_where_a_charge_bears_it(read, text, code) -> None:
    assert spoken(read(f"Mali raised its tariffs. Mali spoke. Mali waited. {text}"))[0].code == code


def test_a_bad_name_is_an_act_of_its_own_beside_a_charge(read) -> None:
    text = "Norway called the attack a stab in the back and accused Mali of theft. Mali laughed. Mali danced."
    assert [one.label for one in spoken(read(text))] == ["criticism", "accusation"]
