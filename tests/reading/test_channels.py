"""Channels of dialogue and their state."""

from __future__ import annotations

import pytest

from legation.lexicon.table import read_table
from legation.reading.channels import ChannelRow, StateRow, find_channels
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
