"""Every row of `holders_world.csv`: heads of state, heads of government and foreign ministers since 2015."""

from __future__ import annotations

import calendar
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest
from pydantic import BaseModel, ConfigDict, Field

from legation.lexicon.table import read_table

DAY = r"^\d{4}(-\d{2}(-\d{2})?)?$"
FIRST_DAY = date(2015, 1, 1)

# The states this table answers for: the UN's members, the Holy See, Palestine and Kosovo, without those whose
# holders stand in the fuller table of the states that make most diplomatic news.
CODES = (
    "AFG AGO ALB AND ARE ARM ATG AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRB BTN BWA CAF CHE "
    "CHL CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DJI DMA DNK DOM DZA ECU EGY ERI ESP EST ETH FIN FJI FSM "
    "GAB GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI HUN IRL IRQ ISL JAM JOR KAZ KEN KGZ KIR KNA KWT "
    "LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MHL MKD MLI MLT MNE MNG MOZ MRT MUS MWI NAM "
    "NER NGA NIC NLD NOR NPL NRU OMN PAN PER PLW PNG PRT PRY PSE QAT ROU RWA SDN SEN SLB SLE SLV SMR SOM SRB "
    "SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO TJK TKM TLS TON TTO TUN TUV TZA UGA URY UZB VAT VCT VEN VUT "
    "WSM XKX YEM ZMB ZWE "
)
STATES = frozenset(CODES.split())
# States of which, on some first of July from 2015 to 2024, no foreign minister is known, or none was in office
# (Nigeria's presidents governed for months without ministers): a gap is better than a guess.
THIN = frozenset({"KNA", "MDG", "MNE", "NGA", "NPL", "NRU", "SDN", "SYC"})

# Notes that let two persons hold one office at once: rival claims, and offices held jointly.
SHARED = frozenset({"acting", "disputed", "de facto", "co-prince", "co-president", "captain regent"})
NOTES = SHARED | {
    "caretaker",
    "contested",
    "interim",
    "junta",
    "presidency chair",
    "transition",
    "known as Farmaajo",
    "known as Prachanda",
    "known until 2020 as Sirodjidin Aslov",
}


class Holder(BaseModel):
    """One person's time in one office; a date's length is its precision."""

    model_config = ConfigDict(extra="forbid")

    office: str = Field(pattern=r"^[A-Z]{3}/(head-of-state|head-of-government|foreign-minister)$")
    person: str
    since: str = Field(pattern=DAY)
    until: str = Field(default="", pattern=DAY + "|^$")
    note: str = ""

    @property
    def state(self) -> str:
        return self.office.split("/")[0]


def earliest(text: str) -> date:
    """The first day that a date of year, month or day precision can mean; an open end lies beyond every date."""
    parts = [int(part) for part in text.split("-")] if text else [9999]
    return date(*[*parts, 1, 1][:3])


def latest(text: str) -> date:
    """The last day that a date of year, month or day precision can mean."""
    parts = [int(part) for part in text.split("-")] if text else [9999]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return date(parts[0], parts[1], calendar.monthrange(parts[0], parts[1])[1])
    return date(parts[0], parts[1], parts[2])


@pytest.fixture(scope="module")
def holders() -> list[Holder]:
    return read_table("holders_world", Holder)


@pytest.fixture(scope="module")
def by_office(holders: list[Holder]) -> dict[str, list[Holder]]:
    offices: dict[str, list[Holder]] = defaultdict(list)
    for holder in holders:
        offices[holder.office].append(holder)
    return offices


def test_every_date_is_a_day_of_the_calendar_and_nobody_leaves_before_entering(holders: list[Holder]) -> None:
    wrong = [row for row in holders if earliest(row.since) > latest(row.until)]
    assert wrong == []


def test_nobody_is_listed_who_left_before_2015(holders: list[Holder]) -> None:
    assert [row for row in holders if latest(row.until) < FIRST_DAY] == []


def test_no_two_persons_surely_hold_one_office_at_once(by_office: dict[str, list[Holder]]) -> None:
    clashes = [
        (one, other)
        for rows in by_office.values()
        for one, other in combinations([row for row in rows if row.note not in SHARED], 2)
        if max(latest(one.since), latest(other.since)) < min(earliest(one.until), earliest(other.until))
    ]
    assert clashes == []


def test_no_row_stands_twice(holders: list[Holder]) -> None:
    keys = [(row.office, row.person, row.since) for row in holders]
    assert len(keys) == len(set(keys))


def test_rows_are_sorted_by_office_then_since(holders: list[Holder]) -> None:
    keys = [(row.office, row.since) for row in holders]
    assert keys == sorted(keys)


def test_names_are_clean_text_in_latin_letters(holders: list[Holder]) -> None:
    for row in holders:
        assert row.person == " ".join(row.person.split()), row
        assert row.person == unicodedata.normalize("NFC", row.person), row
        for char in row.person:
            assert char in " .'-" or "LATIN" in unicodedata.name(char), (row, char)
        assert row.person[0].isupper(), row


def test_one_person_of_one_state_is_spelt_one_way(holders: list[Holder]) -> None:
    spellings: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in holders:
        letters = unicodedata.normalize("NFKD", row.person)
        folded = "".join(char for char in letters if char.isalpha()).casefold()
        spellings[row.state, folded].add(row.person)
    assert {key: names for key, names in spellings.items() if len(names) > 1} == {}


def test_notes_are_of_a_known_kind(holders: list[Holder]) -> None:
    assert {row.note for row in holders} - NOTES - {""} == set()


def test_exactly_the_required_states_are_answered_for(holders: list[Holder]) -> None:
    assert {row.state for row in holders} == STATES


@pytest.mark.parametrize("office", ["head-of-state", "foreign-minister"])
def test_each_state_has_somebody_in_office_on_the_first_of_july_of_every_year(
    by_office: dict[str, list[Holder]], office: str
) -> None:
    thin = {
        state
        for state in STATES
        for year in range(2015, 2025)
        if not any(
            earliest(row.since) <= date(year, 7, 1) <= latest(row.until) for row in by_office[f"{state}/{office}"]
        )
    }
    assert thin == (THIN if office == "foreign-minister" else set())


@pytest.mark.parametrize(
    ("office", "day", "person"),
    [
        ("SWE/foreign-minister", date(2021, 5, 4), "Ann Linde"),
        ("PSE/foreign-minister", date(2020, 1, 15), "Riyad al-Maliki"),
        ("VAT/head-of-state", date(2025, 6, 1), "Leo XIV"),
        ("JAM/head-of-state", date(2022, 9, 1), "Elizabeth II"),
        ("JAM/head-of-state", date(2023, 1, 1), "Charles III"),
        ("NPL/head-of-government", date(2019, 3, 1), "K. P. Sharma Oli"),
        ("ETH/foreign-minister", date(2022, 11, 2), "Demeke Mekonnen"),
        ("CZE/head-of-state", date(2023, 3, 9), "Petr Pavel"),
        ("EGY/foreign-minister", date(2024, 8, 1), "Badr Abdelatty"),
        ("PER/head-of-state", date(2020, 11, 12), "Manuel Merino"),
    ],
)
def test_a_known_holder_is_found_on_a_known_day(
    by_office: dict[str, list[Holder]], office: str, day: date, person: str
) -> None:
    found = {row.person for row in by_office[office] if latest(row.since) <= day < earliest(row.until)}
    assert found == {person}
