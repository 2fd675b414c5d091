"""Commands as a user types them: answers, JSON, and errors on one line."""

from __future__ import annotations

import json
import re
import sqlite3

import pytest
from click.testing import CliRunner

from legation.cli import main
from legation.cli.group import COMMANDS
from tests.conftest import PRESS


def run(*words):
    return CliRunner().invoke(main, [str(word) for word in words])


def answer(*words):
    result = run(*words)
    assert result.exit_code == 0, result.output
    return result.output


def test_help_lists_every_command():
    shown = answer("--help")
    assert all(f"\n  {name} " in shown for name in COMMANDS)


def test_build_says_what_the_record_holds_and_what_was_not_understood(tmp_path):
    record = tmp_path / "r.db"
    shown = answer("build", PRESS, "--record", record)
    assert "statements" in shown
    assert "warnings:" in shown
    assert "unchanged" in answer("build", PRESS, "--record", record)


def test_build_for_programs_gives_json(tmp_path):
    built = json.loads(answer("build", PRESS / "wire-dump.jsonl", "--record", tmp_path / "r.db", "--json"))
    assert built["read"] == 1
    assert built["counts"]["articles"] >= 3


def test_said_shows_speaker_form_chain_and_the_words_in_context(press_record):
    shown = answer("said", "Wang Yi", "--record", press_record)
    assert "Wang Yi (" in shown
    assert "→" in shown
    assert "[" in shown
    rows = json.loads(answer("said", "Wang Yi", "--record", press_record, "--json"))
    assert rows
    assert all(row["speaker"] == "Wang Yi" for row in rows)


def test_said_about_what_is_no_issue_names_the_issues(press_record):
    result = run("said", "Wang Yi", "--about", "taiwann", "--record", press_record)
    assert result.exit_code != 0
    assert "'taiwann'" in result.output
    assert "taiwan, " in result.output
    assert len(result.output.strip().splitlines()) == 1


def test_said_about_a_state_takes_its_name_as_well_as_its_code(press_record):
    by_code = answer("said", "Antony Blinken", "--about", "CHN", "--record", press_record)
    assert by_code.strip()
    assert answer("said", "Antony Blinken", "--about", "China", "--record", press_record) == by_code


def test_a_party_whom_the_record_does_not_name_is_told_so(press_record):
    for command in ("chronology", "meetings"):
        result = run(command, "--party", "Nobody Nowhere", "--record", press_record)
        assert result.exit_code != 0
        assert "Nobody Nowhere" in result.output


def test_a_person_is_shown_by_name_or_id_with_offices_statements_and_events(press_record):
    shown = answer("show", "Wang Yi", "--record", press_record)
    assert shown == answer("show", "wang-yi", "--record", press_record)
    assert "CHN/foreign-minister from 16 Mar 2013 until 30 Dec 2022 [register]" in shown
    assert "statements, the last:" in shown
    row = json.loads(answer("show", "wang-yi", "--record", press_record, "--json"))
    assert row["articles"]
    assert len(row["last_said"]) == 3


def test_said_can_be_narrowed_by_issue_time_and_confidence(press_record):
    xi = json.loads(answer("said", "Xi Jinping", "--record", press_record, "--json"))
    about = json.loads(answer("said", "Xi Jinping", "--about", "taiwan", "--record", press_record, "--json"))
    assert 0 < len(about) < len(xi)
    assert all("taiwan" in row["issues"] for row in about)
    every = json.loads(answer("said", "Wang Yi", "--record", press_record, "--json"))
    late = json.loads(answer("said", "Wang Yi", "--since", "2023", "--record", press_record, "--json"))
    assert 0 < len(late) < len(every)
    sure = json.loads(answer("said", "Wang Yi", "--above", "0.9", "--record", press_record, "--json"))
    assert all(row["confidence"] >= 0.9 for row in sure)


def test_who_answers_with_name_since_when_and_evidence(press_record):
    shown = answer("who", "CHN/foreign-minister", "--on", "2023-01-15", "--record", press_record)
    assert "Qin Gang" in shown
    assert "since 30 Dec 2022" in shown
    assert "register" in shown
    earlier = answer("who", "CHN/foreign-minister", "--on", "2022-05-15", "--record", press_record)
    assert "Wang Yi" in earlier


def test_who_understands_an_office_in_words(press_record):
    assert "Qin Gang" in answer("who", "Chinese foreign minister", "--on", "2023-01-15", "--record", press_record)


def test_meetings_gives_each_meeting_with_the_words_of_its_accounts(press_record):
    rows = json.loads(answer("meetings", "--party", "Antony Blinken", "--record", press_record, "--json"))
    assert any("Wang Yi" in row["sources"] + row["targets"] for row in rows)
    assert all(row["words"] for row in rows)


def test_chronology_has_a_footnote_for_every_line(press_record):
    shown = answer("chronology", "--statements", "--record", press_record)
    lines = [line for line in shown.splitlines() if line.startswith("- **")]
    notes = [line for line in shown.splitlines() if line.startswith("[^")]
    assert len(lines) == len(notes) > 20
    assert all(f"[^{number}]" in line for number, line in enumerate(lines, 1))
    assert all("“" in note for note in notes)


def test_related_headlines_and_menus_never_enter_the_chronology(press_record):
    shown = answer("chronology", "--statements", "--record", press_record)
    assert "Skip to main content" not in shown
    assert "Subscribe" not in shown


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_export_writes_every_table(form, press_record, tmp_path):
    import pandas

    answer("export", "--format", form, "--out", tmp_path / form, "--record", press_record)
    read = {"jsonl": lambda p: pandas.read_json(p, lines=True), "csv": pandas.read_csv, "parquet": pandas.read_parquet}
    statements = read[form](tmp_path / form / f"statements.{form}")
    with sqlite3.connect(press_record) as connection:
        assert len(statements) == connection.execute("SELECT count(*) FROM statements").fetchone()[0] > 0


def test_verify_passes_on_a_record_just_built_and_fails_on_one_that_was_bent(press_record, tmp_path):
    assert "stand on their words" in answer("verify", "--record", press_record)
    bent = tmp_path / "bent.db"
    with sqlite3.connect(press_record) as connection:
        connection.execute("VACUUM INTO ?", (str(bent),))
    with sqlite3.connect(bent) as connection:
        connection.execute('UPDATE mentions SET start = start + 1, "end" = "end" + 1')
    connection.close()
    result = run("verify", "--record", bent)
    assert result.exit_code == 1
    assert "rebuild" in result.output


def test_a_correction_shows_in_the_record_and_in_its_history(press_record, tmp_path):
    record = tmp_path / "r.db"
    with sqlite3.connect(press_record) as connection:
        connection.execute("VACUUM INTO ?", (str(record),))
    row = json.loads(answer("said", "Wang Yi", "--record", record, "--json"))[0]["id"]
    answer("correct", row, "--reject", "--why", "a caption", "--by", "A. Nalyst", "--record", record)
    assert row not in answer("said", "Wang Yi", "--record", record)
    assert "A. Nalyst: a caption" in answer("history", row, "--record", record)
    assert f"gone     statements {row}" in answer("diff", press_record, record)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        pytest.param(("said", "Wang Yi", "--record", "missing.db"), "legation build", id="no record"),
        pytest.param(("build", "missing-folder"), "does not exist", id="no folder"),
        pytest.param(("who", "CHN/harbour-master", "--on", "2023-01-15"), "CHN/head-of-state", id="no such office"),
        pytest.param(("who", "CHN/foreign-minister", "--on", "soon"), "YYYY", id="no date"),
        pytest.param(("show", "no-such-article"), "no such article", id="no such article"),
        pytest.param(("correct", "nothing", "--reject", "--why", "x"), "no such row", id="no such row"),
        pytest.param(("build", PRESS, "--columns", "text"), "FIELD=COLUMN", id="bad columns"),
        pytest.param(("doctor", "--config", "missing.toml"), "missing.toml", id="no settings"),
    ],
)
def test_an_error_is_one_line_that_says_what_to_do(words, says, press_record, monkeypatch):
    given = words if "--record" in words or words[0] == "build" else (*words, "--record", press_record)
    result = run(*given)
    assert result.exit_code != 0
    assert says in result.output
    assert "Traceback" not in result.output
    assert len([line for line in result.output.splitlines() if line.startswith("Error")]) == 1


def test_settings_with_an_unknown_key_name_the_known_ones(tmp_path):
    (tmp_path / "legation.toml").write_text('parsr = "x"\n')
    result = run("doctor", "--config", tmp_path / "legation.toml")
    assert result.exit_code == 1
    assert "known keys: parser, tables" in result.output


def test_doctor_names_the_copies_and_an_analyst_can_keep_them_apart(press_record, tmp_path):
    record = tmp_path / "r.db"
    with sqlite3.connect(press_record) as connection:
        connection.execute("VACUUM INTO ?", (str(record),))
    copies = json.loads(answer("doctor", "--json", "--record", record))["copies"]
    (found,) = copies
    assert (found["article"], found["copy"]) == ("qin-removed-agency.txt", "qin-removed-shortened.txt")
    one, other = found["ids"]
    answer("correct", one, "--split", other, "--why", "written anew", "--by", "A. Nalyst", "--record", record)
    assert "is no copy of" in answer("doctor", "--record", record)


def test_show_gives_every_row_an_id_that_show_and_history_know(press_record):
    shown = answer("show", "woodside", "--record", press_record)
    for letter, section in (("h", "Channels"), ("f", "Figures"), ("t", "People and offices")):
        listed = shown.split(f"\n{section} (")[1].split("\n\n")[0]
        ids = re.findall(rf"\b{letter}[0-9a-f]{{16}}\b", listed)
        assert ids, section
        assert ids[0] in answer("show", ids[0], "--record", press_record)
        assert "recorded" in answer("history", ids[0], "--record", press_record)


def test_show_of_an_event_lists_its_accounts_by_outlet(press_record):
    rows = json.loads(answer("meetings", "--record", press_record, "--json"))
    told = max(rows, key=lambda row: len(row["articles"]))
    shown = answer("show", told["id"], "--record", press_record)
    assert "told by" in shown
    assert all(path in shown for path in told["articles"])
