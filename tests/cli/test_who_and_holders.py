"""Who held what: with and without a record, in a month or year, by the user's own table or a Wikidata result."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import legation
from legation.cli import main


@pytest.fixture
def run(tmp_path, monkeypatch):
    """A command in an empty folder: exit status and what it prints."""
    monkeypatch.chdir(tmp_path)

    def command(*words):
        result = CliRunner().invoke(main, [str(word) for word in words])
        return result.exit_code, result.output

    return command


def test_without_a_record_the_register_answers_and_says_so(run):
    status, shown = run("who", "CHN/foreign-minister", "--on", "2023-01-15")
    assert status == 0
    assert "Qin Gang" in shown
    assert "no record at record.db" in shown
    told = json.loads(run("who", "CHN/foreign-minister", "--on", "2023-01-15", "--json")[1])
    assert (told["name"], told["record"]) == ("Qin Gang", None)
    assert legation.who("CHN/foreign-minister", "2023-01-15").name == "Qin Gang"


@pytest.mark.parametrize(
    ("office", "on", "names"),
    [
        pytest.param("GBR/head-of-government", "2022-09", ["Boris Johnson", "Liz Truss"], id="month"),
        pytest.param("GBR/head-of-government", "2022", ["Boris Johnson", "Liz Truss", "Rishi Sunak"], id="year"),
        pytest.param("GBR/head-of-government", "2022-09-07", ["Liz Truss"], id="day"),
        pytest.param("CHN/foreign-minister", "2021", ["Wang Yi"], id="one for the whole year"),
    ],
)
def test_a_month_or_year_answers_with_everybody_who_held_it_then(run, office, on, names):
    status, shown = run("who", office, "--on", on)
    assert status == 0
    assert [line.split(" since ")[0].strip() for line in shown.splitlines() if "since" in line] == names
    told = json.loads(run("who", office, "--on", on, "--json")[1])
    assert [holding["name"] for holding in told["register"]] == names
    assert told["name"] == (names[0] if len(names) == 1 else None)


def test_a_monarch_is_called_a_monarch(run):
    assert run("who", "king of Spain", "--on", "2022-05-01")[1].startswith("King (ESP/head-of-state)")


def test_an_office_that_the_register_alone_does_not_know_is_an_error_of_one_line(run):
    status, shown = run("who", "KEN/justice-minister", "--on", "2020")
    assert status == 1
    assert shown.count("\n") == 1
    assert "KEN/justice-minister" in shown


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        pytest.param("KEN/defence-minister", "KEN/foreign-minister", id="no holders known"),
        pytest.param("USA/king", "USA/head-of-state", id="no such title in that state"),
        pytest.param("ESP/president", "ESP/head-of-state", id="a kingdom has no president"),
        pytest.param("DEU/foreign-ministre", "DEU/foreign-minister", id="misspelt"),
        pytest.param("KEN", "KEN/head-of-state", id="the state alone"),
        pytest.param("Kenyan wizard", "KEN/head-of-state", id="in words"),
    ],
)
def test_an_unknown_office_is_answered_with_the_nearest_ones_of_that_state(run, asked, first):
    status, shown = run("who", asked)
    assert status == 1
    assert shown.count("\n") == 1
    assert shown.startswith(f"Error: {asked}: nobody is known to hold it; of ")
    assert shown.split(" there are ")[1].startswith(first)


def test_days_are_told_as_people_write_them(run):
    shown = run("who", "CHN/foreign-minister", "--on", "2023-01-15")[1]
    assert "on 15 Jan 2023:" in shown
    assert "Qin Gang since 30 Dec 2022 until 25 Jul 2023 [register: holders_key.csv, line" in shown
    assert "in Jan 2021:" in run("who", "USA/foreign-minister", "--on", "2021-01")[1]


def test_an_office_that_was_vacant_names_who_stood_around_it(run):
    shown = run("who", "USA/ambassador/CHN", "--on", "2021-06-01")[1]
    assert "the register names nobody; until" in shown
    assert "it was Terry Branstad; since" in shown
    assert "it was Nicholas Burns" in shown


HEADER = "office,person,since,until,note\n"


def test_your_own_holders_answer_with_their_row(run, tmp_path):
    (tmp_path / "mine.csv").write_text(HEADER + "KEN/justice-minister,Anna Holm,2021-05,,\n", encoding="utf-8")
    status, shown = run("holders", "mine.csv")
    assert status == 0
    assert "1 tenures of 1 people in 1 offices" in shown
    assert "legation.toml" in shown
    shown = run("who", "KEN/justice-minister", "--on", "2022", "--holders", "mine.csv")[1]
    assert "Anna Holm since May 2021 [register: mine.csv, line 2]" in shown
    (tmp_path / "legation.toml").write_text('tables = ["mine.csv"]', encoding="utf-8")
    assert "Anna Holm" in run("who", "KEN/justice-minister", "--on", "2022")[1]
    assert "legation.toml" not in run("holders", "mine.csv")[1]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param("KEN/justice-minister,,2021,,", "mine.csv, line 2: person: is empty", id="nobody"),
        pytest.param("Kenya,Anna Holm,2021,,", "mine.csv, line 2: office: “Kenya” is not of the form", id="no office"),
        pytest.param("XKE/mfa,Anna Holm,2021,,", "mine.csv, line 2: office: XKE is no state or body", id="no state"),
        pytest.param("KEN/mfa,Anna Holm,May,,", "mine.csv, line 2: since: 'May' is not YYYY", id="no date"),
        pytest.param("KEN/mfa,Anna Holm,2021", "mine.csv, line 2: has 3 cells where", id="cells missing"),
    ],
)
def test_a_wrong_row_is_told_by_file_line_and_column(run, tmp_path, row, says):
    (tmp_path / "mine.csv").write_text(HEADER + row + "\n", encoding="utf-8")
    for words in (("holders", "mine.csv"), ("who", "CHN/foreign-minister", "--holders", "mine.csv")):
        status, shown = run(*words)
        assert status == 1
        assert says in shown
        assert shown.count("\n") == 1


def test_a_wikidata_result_becomes_a_table_that_who_asks(run, tmp_path):
    told = "person,personLabel,office,start,startPrecision,end,endPrecision\n"
    row = "http://www.wikidata.org/entity/Q42,Anna Holm,KEN/justice-minister,2021-05-04T00:00:00Z,11,,\n"
    (tmp_path / "query.csv").write_text(told + row, encoding="utf-8")
    status, shown = run("holders", "query.csv")
    assert status == 1
    assert "--out" in shown
    status, shown = run("holders", "query.csv", "--out", "holders_wikidata.csv")
    assert status == 0
    shown = run("who", "KEN/justice-minister", "--on", "2022", "--holders", "holders_wikidata.csv")[1]
    assert "Anna Holm (Wikidata Q42) since 4 May 2021 [register: holders_wikidata.csv, line 2]" in shown


def test_a_wrong_wikidata_result_is_told_by_line_and_column_and_writes_nothing(run, tmp_path):
    text = "personLabel,office,start\nAnna Holm,Kenya,2021-05-04T00:00:00Z\n"
    (tmp_path / "query.csv").write_text(text, encoding="utf-8")
    status, shown = run("holders", "query.csv", "--out", "out.csv")
    assert status == 1
    assert "query.csv, line 2, row 1: office: “Kenya”" in shown
    assert not (tmp_path / "out.csv").exists()
    assert "SELECT ?person" in run("holders", "--help")[1]


def test_a_file_that_is_not_there_is_told(run):
    assert run("holders", "none.csv")[1] == "Error: none.csv: no such file\n"
