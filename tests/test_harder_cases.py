"""Harder cases of one event and of two: zones, a diplomat unnamed, sidelines, three at one table, hosts in turn."""

from __future__ import annotations

import pytest

from tests.test_cases_across_articles import build, dispatch, told_by

ZONES = {
    "lake.txt": dispatch(
        "The Lakeshore Tribune",
        "October 30, 2022",
        "Blinken speaks with Wang",
        "WASHINGTON - Secretary of State Antony Blinken spoke by telephone with Wang Yi on Sunday evening about the "
        "war in Ukraine, the State Department said.",
    ),
    "eastern.txt": dispatch(
        "Eastern Morning Record",
        "October 31, 2022",
        "Wang Yi speaks with Blinken by phone",
        "BEIJING - Wang Yi spoke by telephone with US Secretary of State Antony Blinken on October 31, the foreign "
        "ministry said.",
    ),
}
UNNAMED = {
    "harbour.txt": dispatch(
        "The Harbour Dispatch",
        "February 19, 2023",
        "Blinken and Wang meet",
        "MUNICH - Secretary of State Antony Blinken met Wang Yi in Munich on February 18, 2023, and spoke of the "
        "balloon.",
    ),
    "north.txt": dispatch(
        "Northern Gazette",
        "February 19, 2023",
        "Wang meets top US diplomat",
        "MUNICH - Wang Yi met the top US diplomat in Munich on Saturday and called the loss of the balloon an excess.",
    ),
}
SIDELINES = {
    "summit.txt": dispatch(
        "Meridian Wire",
        "November 14, 2022",
        "Leaders gather",
        "BALI - The Group of 20 held a summit in Bali on November 14, 2022.",
    ),
    "meeting.txt": dispatch(
        "The Harbour Dispatch",
        "November 14, 2022",
        "Biden and Xi meet",
        "BALI - Joe Biden met Xi Jinping in Bali on Monday, on the sidelines of the Group of 20 summit.",
    ),
    "again.txt": dispatch(
        "Eastern Morning Record",
        "November 15, 2022",
        "Xi meets Biden",
        "BALI - Xi Jinping met US President Joe Biden in Bali on November 14.",
    ),
}
THREE = {
    "two.txt": dispatch(
        "Meridian Wire",
        "July 8, 2022",
        "Blinken meets Wang",
        "BALI - Antony Blinken met Wang Yi in Bali on July 8, 2022.",
    ),
    "three.txt": dispatch(
        "The Harbour Dispatch",
        "July 8, 2022",
        "Three ministers meet",
        "BALI - Antony Blinken met Yoshimasa Hayashi and Park Jin in Bali on July 8, 2022, to speak of North Korea.",
    ),
    "pair.txt": dispatch(
        "Northern Gazette",
        "July 8, 2022",
        "Blinken and Hayashi meet",
        "BALI - Antony Blinken met Yoshimasa Hayashi alone in Bali on July 8, 2022, to speak of trade.",
    ),
}
HOSTS = {
    "li.txt": dispatch(
        "Meridian Wire",
        "July 18, 2023",
        "Li Qiang receives Kerry",
        "BEIJING - Premier Li Qiang met John Kerry in Beijing on July 18, 2023.",
    ),
    "wang.txt": dispatch(
        "The Harbour Dispatch",
        "July 18, 2023",
        "Kerry meets Wang Yi",
        "BEIJING - John Kerry met Wang Yi in Beijing on July 18, 2023.",
    ),
}
BY_PHONE = {
    "call.txt": dispatch(
        "Meridian Wire",
        "March 18, 2022",
        "Biden and Xi speak",
        "WASHINGTON - Joe Biden spoke by telephone with Xi Jinping on March 18, 2022, for almost two hours.",
    ),
    "phone.txt": dispatch(
        "Eastern Morning Record",
        "March 19, 2022",
        "Xi and Biden hold video call",
        "BEIJING - Xi Jinping held a video call with US President Joe Biden on the evening of March 18.",
    ),
}


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        pytest.param(ZONES, ("phone-call",), id="a day apart by the clock of another zone"),
        pytest.param(UNNAMED, ("meeting", "talks"), id="the top diplomat unnamed"),
        pytest.param(BY_PHONE, ("phone-call", "video-call"), id="a telephone and a video call"),
    ],
)
def test_one_event_in_two_tellings(texts, labels, tmp_path):
    assert told_by(build(tmp_path, texts), *labels) == [set(texts)]


def test_a_meeting_on_the_sidelines_is_not_the_summit(tmp_path):
    found = told_by(build(tmp_path, SIDELINES), "meeting", "talks", "summit")
    assert {"meeting.txt", "again.txt"} in found
    assert {"summit.txt"} in found


@pytest.mark.parametrize(
    "texts", [pytest.param(THREE, id="two and three at one table"), pytest.param(HOSTS, id="two hosts on one day")]
)
def test_meetings_of_one_day_with_others_stay_apart(texts, tmp_path):
    found = told_by(build(tmp_path, texts), "meeting", "talks")
    assert all(len(files) == 1 for files in found)
    assert set().union(*found) == set(texts)
