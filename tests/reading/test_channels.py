"""Channels of dialogue and their state."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.reading.channels import ChannelRow, StateRow, find_channels
from legation.reading.events import find_accounts
from tests.reading.events.conftest import event_tools, register, stage  # noqa: F401


def rows_of(name, model):
    return [pytest.param(row, id=f"{at}-{row.example[:40]}") for at, row in enumerate(read_table(name, model), 2)]


@pytest.fixture
def channels(stage):  # noqa: F811
    def read(text):
        article, doc, cast, times = stage(text)
        return find_channels(doc, article, cast, times)

    return read


@pytest.mark.parametrize("row", rows_of("channels", ChannelRow))
def test_a_channel_is_found_in_its_example(row, channels):
    assert row.channel in [channel.channel for channel in channels(row.example)]


@pytest.mark.parametrize("row", rows_of("channel_states", StateRow))
def test_a_state_is_read_in_its_example(row, channels):
    assert row.state in [channel.state for channel in channels(row.example)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("China suspended military talks with Japan.", "suspended", id="suspended"),
        pytest.param("Japan urged China to resume the climate talks.", "called-for", id="asked for"),
        pytest.param("China and Japan will resume trade talks.", "planned", id="will"),
        pytest.param("China and Japan resumed trade talks.", "restored", id="resumed"),
    ],
)
def test_what_governs_the_change_sets_the_state(text, state, channels):
    found = channels(text)
    assert [(channel.state, channel.parties) for channel in found] == [(state, ("CHN", "JPN"))]
    assert found[0].start < found[0].end <= len(text)


@pytest.mark.parametrize("text", ["China did not suspend the trade talks with Japan.", "Talks are good.", ""])
def test_no_change_no_channel(text, channels):
    assert channels(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "parties", "state"),
    [
        pytest.param(
            "France and Japan opened a hotline between the two leaders' offices.",
            "hotline",
            ("FRA", "JPN"),
            "open",
            id="the leaders' offices",
        ),
        pytest.param(
            "The Golden Bridge Daily reported that China has opened a backdoor channel with Japan.",
            "track-two",
            ("CHN", "JPN"),
            "open",
            id="an outlet is no party",
        ),
        pytest.param(
            "China and Japan held trade talks in Zurich, Kenya said.",
            "trade-talks",
            ("CHN", "JPN"),
            "open",
            id="a venue",
        ),
        pytest.param(
            "French officials said trade talks with China had stalled.",
            "trade-talks",
            ("CHN", "FRA"),
            "suspended",
            id="whose officials",
        ),
        pytest.param(
            "China and Japan announced the resumption of trade talks.",
            "trade-talks",
            ("CHN", "JPN"),
            "restored",
            id="by",
        ),
        pytest.param(
            "The hotline between China and Japan has not been used for years.",
            "hotline",
            ("CHN", "JPN"),
            "suspended",
            id="long unused",
        ),
    ],
)
def test_a_channel_has_its_parties_and_state(text, kind, parties, state, channels):
    assert [(one.channel, one.parties, one.state) for one in channels(text)] == [(kind, parties, state)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The visit was a good sign for the resumption of trade talks between China and Japan.", id="sign"),
        pytest.param("It is a step towards the restoration of the hotline between China and Japan.", id="step"),
        pytest.param("China refused to reopen the hotline with Japan.", id="refused"),
    ],
)
def test_a_change_that_is_only_ahead_is_none(text, channels):
    assert channels(text) == []


def told(text, channels):
    return [(one.channel, one.parties, one.state, text[one.start : one.end]) for one in channels(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kenya breaks off military and climate talks with Ghana\n\nBy Anna Holm\n\nAll was quiet.",
            [("military-talks", "suspended"), ("climate-talks", "suspended")],
            id="two kinds in one phrase",
        ),
        pytest.param(
            "France and Mali agree in Oslo to reopen military channels.", [("military-talks", "planned")], id="agreed"
        ),
        pytest.param("France urged Mali in phone talks to stop the raids.", [], id="a call is no channel"),
        pytest.param("France called the talks with Mali frank.", [], id="called so is not called for"),
        pytest.param("France called for talks with Mali.", [("dialogue", "called-for")], id="called for"),
        pytest.param("France stressed the need for a hotline with Mali.", [("hotline", "called-for")], id="need for"),
        pytest.param("France and Mali ended two days of talks in Oslo.", [], id="a meeting that ended"),
        pytest.param(
            "France restored the military hotline with Mali, which had been cut in June 2020.",
            [("military-hotline", "restored"), ("military-hotline", "closed")],
            id="state after state",
        ),
        pytest.param(
            "France asked Mali to return to the border talks, which were frozen in February 2022.",
            [("border-talks", "called-for"), ("border-talks", "suspended")],
            id="asked for, and frozen before",
        ),
        pytest.param(
            "France refused to reopen the hotline with Mali that was cut in 2020.",
            [("hotline", "closed")],
            id="what was before stays true",
        ),
        pytest.param("Talks on fishing between France and Mali broke down.", [("dialogue", "suspended")], id="deep"),
        pytest.param("Kenya's consular talks with Mali remain stuck.", [("consular", "suspended")], id="stuck"),
        pytest.param("Peace talks between Chad and Mali are still on hold.", [("peace-talks", "suspended")], id="hold"),
        pytest.param("Chad and Mali may return to the peace talks.", [], id="may return"),
        pytest.param(
            "Kenya froze trade talks with Mali in May. On Monday the two countries resumed the trade talks.",
            [("trade-talks", "suspended"), ("trade-talks", "restored")],
            id="one after the other",
        ),
    ],
)
def test_a_channel_is_no_more_than_what_is_told(text, expected, channels):
    found = told(text, channels)
    assert [(kind, state) for kind, _, state, _ in found] == expected
    assert not any("\n" in words for *_, words in found)


def test_the_words_hold_the_state_and_no_clause_on_the_channel(channels):
    (found,) = told("France and Mali keep lines of communication open, which pleases Chad.", channels)
    assert found[3] == "keep lines of communication open"


def test_the_side_left_out_is_that_of_the_event_told_before(stage, event_tools):  # noqa: F811
    text = "France and Mali signed a treaty on trade. France suspended the military talks."
    article, doc, cast, times = stage(text)
    accounts = find_accounts(doc, article, cast, (), times, event_tools)
    found = find_channels(doc, article, cast, times, accounts)
    assert [(one.channel, one.parties) for one in found] == [("military-talks", ("FRA", "MLI"))]
