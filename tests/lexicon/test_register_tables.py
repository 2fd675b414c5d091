"""Every row of the register's tables is valid, is known by its names and reads as its example says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from legation.lexicon.register_load import Cells, check_row, own_tables
from legation.lexicon.register_names import fold
from legation.lexicon.register_people import ABROAD

TABLES = own_tables().rows
# Tenures that may overlap another's in an office of one: stand-ins, rival claims, offices held jointly.
BESIDE = {"acting", "disputed", "de facto", "co-prince", "co-president", "captain regent"}
# Capitals whose names mostly mean another place or thing in the press.
LEFT_OUT = {"Victoria", "San José", "El Aaiun", "Avarua", "Alofi"}


def windows(text: str) -> Iterator[str]:
    words = text.rstrip(".").split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def scanned(register, text: str) -> set[str]:
    return {phrase.id for found in register.scanner.scan(text) for phrase in found.names}


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_row_of_a_table_fits_its_model(table):
    for row in TABLES[table]:
        check_row(table, row)


@pytest.mark.parametrize("table", ["states", "bodies", "body_kinds", "offices"])
def test_no_id_stands_twice(table):
    twice = [id for id, times in Counter(row.cells["id"] for row in TABLES[table]).items() if times > 1]
    assert twice == []


def test_no_name_of_a_state_names_another_state():
    owners = defaultdict(set)
    for row in TABLES["states"]:
        for name in (row.cells["name"], row.cells["official"], *row.words("aliases")):
            owners[fold(name)].add(row.cells["id"])
    assert [name for name, ids in owners.items() if len(ids) > 1] == []


def test_no_demonym_belongs_to_two_states():
    owners = defaultdict(set)
    for row in TABLES["states"]:
        for word in row.words("demonyms"):
            owners[fold(word)].add(row.cells["id"])
    # The Congolese of both Congos, and Dominicans of the island and of the republic, are told apart by the text alone.
    assert {word for word, ids in owners.items() if len(ids) > 1} <= {"congolese", "dominican", "dominicans"}


def test_every_state_is_named_by_its_names(register):
    for row in TABLES["states"]:
        for name in (row.cells["name"], row.cells["official"], *row.words("aliases")):
            assert register.named(name)[0].id == row.cells["id"], row.where


def test_every_state_and_body_stands_in_its_example(register):
    for row in (*TABLES["states"], *TABLES["bodies"]):
        assert row.cells["id"] in scanned(register, row.cells["example"]), row.where


def test_every_body_of_a_state_belongs_to_a_known_state(register):
    for row in TABLES["bodies"]:
        owner = row.cells["id"].partition("/")[0] if "/" in row.cells["id"] else None
        for state in (owner, row.get("country")):
            assert state is None or state in register.states or state in register.bodies, row.where


def test_every_kind_of_body_stands_in_its_example(register):
    for row in TABLES["body_kinds"]:
        found = {entity.id for words in windows(row.cells["example"]) for entity in register.named(words)}
        assert any(id.endswith("/" + row.cells["id"]) for id in found), row.where


def test_every_side_word_makes_a_metonym(register):
    for row in TABLES["side_words"]:
        forms = {register.kind_of_name(words) for words in windows(row.cells["example"]) if row.cells["word"] in words}
        assert "metonym" in forms, row.where


def test_every_office_is_found_by_its_example(register):
    for row in TABLES["offices"]:
        found = {register.office_of(words, None) for words in windows(row.cells["example"])}
        assert row.cells["id"] in found, row.where


def test_every_office_is_found_by_its_titles_with_its_owner(register):
    for row in TABLES["offices"]:
        for title in (row.cells["title"], *row.words("titles")):
            found = register.office_of(title, row.cells["country_or_body"])
            # A nickname such as `top diplomat` may be shared by offices of one state, the first of which it names.
            assert found is not None, (row.where, title)
            assert found.partition("/")[0] == row.cells["id"].partition("/")[0]


def test_every_kind_of_office_names_a_title_in_its_example():
    for row in TABLES["office_kinds"]:
        titles = {fold(title) for title in (*row.words("titles"), *row.words("nicknames"))}
        assert any(fold(words) in titles for words in windows(row.cells["example"])), row.where


def test_every_office_has_a_known_kind_and_owner(register):
    kinds = {row.cells["kind"] for row in TABLES["office_kinds"]}
    for row in TABLES["offices"]:
        assert row.cells["kind"] in kinds, row.where
        assert register.entity(row.cells["country_or_body"]) is not None, row.where


def test_every_tenure_is_of_a_known_office(register):
    offices = {row.cells["id"] for row in TABLES["offices"]}
    everywhere = {row.cells["kind"] for row in TABLES["office_kinds"] if row.get("generic") == "yes"}
    for row in TABLES["holders"]:
        office = row.cells["office"]
        state, _, kind = office.partition("/")
        assert office in offices or (state in register.states and kind in everywhere), row.where


def test_every_office_of_the_table_has_a_holder(register):
    assert [row.where for row in TABLES["offices"] if not register.tenures(row.cells["id"])] == []


def test_no_tenure_is_told_twice():
    seen: dict[tuple[str, ...], Cells] = {}
    for row in TABLES["holders"]:
        key = (row.cells["office"], row.cells["person"], row.cells["since"])
        assert key not in seen, (row.where, seen[key].where)
        seen[key] = row


def test_an_office_of_one_has_one_holder_at_a_time(register):
    kinds = {row.cells["id"]: row.cells["kind"] for row in TABLES["offices"]}
    several = {row.cells["kind"] for row in TABLES["office_kinds"] if row.get("single") == "no"}
    for office in register.offices():
        if kinds.get(office, office.split("/")[1]) in several:
            continue
        regular = [holder for holder in register.tenures(office) if holder.note not in BESIDE]
        for place, one in enumerate(regular):
            for other in regular[place + 1 :]:
                end = one.until.earliest if one.until else None
                other_end = other.until.earliest if other.until else None
                ends = [day for day in (end, other_end) if day is not None]
                begin = max(one.since.latest, other.since.latest)
                # The day of the handover belongs to both.
                assert ends, (one.row, other.row)
                assert begin >= min(ends), (one.row, other.row)


def test_people_of_the_table_have_a_family_name_and_a_known_state(register):
    for row in TABLES["people"]:
        assert row.get("family"), row.where
        assert row.get("gender"), row.where
        assert row.get("country") in register.states, row.where
        assert row.get("note") in (None, ABROAD), row.where


def test_a_name_and_state_stand_once_in_the_table_of_people():
    names = Counter((fold(row.cells["name"]), row.get("country")) for row in TABLES["people"])
    assert [name for name, times in names.items() if times > 1] == []


def test_everybody_of_the_table_is_found_by_every_spelling(register):
    for row in TABLES["people"]:
        spellings = (row.cells["name"], *row.words("variants"), *row.words("native"))
        for spelling in spellings:
            assert row.cells["name"] in {person.name for person in register.people_named(spelling)}, row.where


def test_a_wikidata_id_names_one_thing():
    rows = (*TABLES["states"], *TABLES["bodies"], *TABLES["people"])
    ids = Counter(id for row in rows if (id := row.get("wikidata")))
    assert [id for id, times in ids.items() if times > 1] == []


def test_no_name_of_a_place_names_another_place():
    rows = ({fold(name) for name in (row.cells["name"], *row.words("aliases"))} for row in TABLES["places"])
    names = Counter(name for folded in rows for name in folded)
    assert [name for name, times in names.items() if times > 1] == []


def test_every_place_is_found_by_its_names(register):
    for row in TABLES["places"]:
        assert row.get("country") is None or row.get("country") in register.states, row.where
        for name in (row.cells["name"], *row.words("aliases")):
            found = register.place(name)
            assert found is not None, row.where
            assert found.name == row.cells["name"], row.where


def test_the_gazetteer_knows_every_capital(register):
    for row in TABLES["states"]:
        capital = row.cells["capital"]
        assert capital in LEFT_OUT or register.place(capital) is not None, row.where
