"""Corrections on the command line: what does not fit is refused and leaves the record usable."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace

import pytest
from click.testing import CliRunner

from legation.api import Record
from legation.cli import main
from legation.record.queries import corrections
from legation.record.store import keep_correction


@pytest.fixture
def record(press_record, tmp_path):
    copy = tmp_path / "record.db"
    shutil.copy(press_record, copy)
    return copy


@pytest.fixture
def correct(record):
    def run(*words: str) -> tuple[int, str]:
        done = CliRunner().invoke(main, ["correct", *words, "--why", "test", "--record", str(record)])
        assert done.exception is None or isinstance(done.exception, SystemExit)
        return done.exit_code, done.output

    return run


def first(record, table: str) -> str:
    with Record(record) as opened:
        return str(opened.connection.execute(f"SELECT id FROM {table} ORDER BY id").fetchone()[0])


def counted(record, table: str) -> int:
    with Record(record) as opened:
        return int(opened.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("figures", "value=four"),
        ("figures", "value=null"),
        ("figures", "what=null"),
        ("statements", "confidence=high"),
        ("statements", "form=sung"),
        ("accounts", "sources=nobody"),
        ("accounts", 'sources=["Nancy Pelosy"]'),
        ("channels", "parties=CHN"),
        ("channels", 'parties=["CHN", "Atlantis"]'),
        ("accounts", "code=CONFER"),
        ("accounts", "label=meting"),
        ("accounts", 'contexts=["millitary"]'),
        ("statements", 'issues=["taiwann"]'),
        ("tenures", "country=CHINA"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_refused_and_nothing_is_kept(record, correct, table, change) -> None:
    code, told = correct(first(record, table), "--set", change)
    assert code != 0
    assert "Traceback" not in told
    assert counted(record, "corrections") == 0
    assert correct(first(record, "statements"), "--accept")[0] == 0


@pytest.mark.parametrize(
    ("table", "extra"),
    [
        ("channels", {"channel": "x", "parties": "CHN", "state": "open"}),
        ("figures", {"value": "four"}),
        ("statements", {"speakr": "antony-blinken"}),
    ],
)
def test_a_row_to_add_with_a_wrong_field_is_refused(record, correct, table, extra) -> None:
    with Record(record) as opened:
        article = opened.connection.execute("SELECT path, text FROM current_articles ORDER BY path").fetchone()
    row = {"article": article["path"], "words": article["text"][:20]} | extra
    code, told = correct(table, "--add", json.dumps(row))
    assert code != 0
    assert counted(record, "corrections") == 0
    assert "Traceback" not in told


def test_several_fields_are_set_at_once(record, correct) -> None:
    row = first(record, "accounts")
    code, _ = correct(row, "--set", 'sources=["CHN"]', "--set", 'targets=["USA"]')
    assert code == 0
    with Record(record) as opened:
        held = opened.connection.execute("SELECT sources, targets FROM accounts WHERE id = ?", (row,)).fetchone()
    assert tuple(held) == ('["CHN"]', '["USA"]')


def test_an_event_s_parties_are_set_by_their_ids(record, correct) -> None:
    assert correct(first(record, "events"), "--set", 'sources=["CHN"]')[0] == 0


def test_a_rejected_event_comes_back_when_it_is_accepted(record, correct) -> None:
    row = first(record, "events")
    assert correct(row, "--reject")[0] == 0
    before = counted(record, "events")
    other = first(record, "events")
    code, told = correct(row, "--merge", other)
    assert code != 0
    assert "rejected" in told
    assert correct(row, "--accept")[0] == 0
    assert counted(record, "events") == before + 1


def test_a_named_speaker_ends_the_chain(record, correct) -> None:
    with Record(record) as opened:
        found = opened.connection.execute(
            "SELECT id FROM statements WHERE speaker IS NULL AND chain LIKE '%\"speaker\"%' ORDER BY id"
        ).fetchone()
    assert correct(found[0], "--set", "speaker=Anna Holm")[0] == 0
    with Record(record) as opened:
        (cell,) = opened.connection.execute("SELECT chain FROM statements WHERE id = ?", (found[0],)).fetchone()
    last = json.loads(cell)[-1]
    assert (last["role"], last["name"], last["anonymous"]) == ("speaker", "Anna Holm", False)


def test_a_rejected_row_tells_where_it_went(record, correct) -> None:
    row = first(record, "events")
    assert correct(row, "--reject")[0] == 0
    done = CliRunner().invoke(main, ["show", row, "--record", str(record)])
    assert done.exit_code != 0
    assert "history" in done.output


def test_a_correction_that_the_tables_refuse_is_reported_and_stops_nothing(record, correct) -> None:
    row = first(record, "figures")
    assert correct(row, "--set", "value=4.5")[0] == 0
    with Record(record) as opened:
        # As an earlier version kept it.
        (made,) = corrections(opened.connection)
        keep_correction(opened.connection, replace(made, id="k0", value='"four"'))
    assert correct(first(record, "statements"), "--accept")[0] == 0
    with Record(record) as opened:
        told = {item["id"]: item["unfit"] for item in opened.history() if item["row"] == row}
    assert "cannot hold" in told["k0"]


def test_a_word_that_is_none_of_a_fields_words_gets_the_nearest_one(record, correct) -> None:
    code, told = correct(first(record, "accounts"), "--set", "label=meting")
    assert code != 0
    assert "did you mean meeting" in told


def test_two_people_whom_the_register_tells_apart_are_not_put_together(record, correct) -> None:
    code, told = correct("wang-yi", "--merge", "qin-gang")
    assert code != 0
    assert "two people" in told


def test_an_added_row_is_checked_like_an_edited_one(record, correct) -> None:
    row = {"article": "woodside-summit.md", "words": "military", "channel": "telepathy", "parties": ["CHN", "USA"]}
    code, told = correct("channels", "--add", json.dumps(row))
    assert code != 0
    assert "telepathy" in told
