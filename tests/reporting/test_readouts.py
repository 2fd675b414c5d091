"""Two sides' own readouts of one call stand side by side: what both say, in which words, and what only one says."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

import legation
from legation.cli import main
from legation.reporting.sidebyside import readouts_lines
from tests.test_cases_across_articles import build, dispatch

READOUTS = {
    "washington.txt": dispatch(
        "US Department of State",
        "August 29, 2021",
        "Secretary Blinken's call with Foreign Minister Wang",
        "WASHINGTON - Secretary of State Antony Blinken spoke by telephone with Chinese Foreign Minister Wang Yi on "
        "August 29, 2021, the State Department said.",
        "Blinken said that the Taliban must keep their promise of safe passage for foreigners and Afghans who wish to "
        "leave. He said that the international community must hold the Taliban to account.",
        "Blinken stressed the importance of keeping lines of communication open, the State Department said.",
    ),
    "beijing.txt": dispatch(
        "Xinhua News Agency",
        "August 30, 2021",
        "Wang Yi speaks with Blinken by phone",
        "BEIJING - Foreign Minister Wang Yi spoke by telephone with US Secretary of State Antony Blinken on August 29, "
        "2021, at the request of the US side, the foreign ministry said.",
        "Wang said that China is willing to keep lines of communication with Washington open, but that the United "
        "States must stop slandering China.",
        "Wang said that the origins of the coronavirus must not be made a political question. He said that the "
        "international community should guide the Taliban and give Afghanistan urgent aid.",
    ),
}


@pytest.fixture(scope="module")
def row(tmp_path_factory):
    folder = tmp_path_factory.mktemp("readouts")
    build(folder, READOUTS)
    with legation.open(folder / "record.db") as record:
        yield record.readouts("Blinken Wang phone call") | {"record": str(folder / "record.db")}


def test_each_side_has_its_report_with_the_reason(row):
    reasons = {side["side"]: side["articles"][0] for side in row["sides"]}
    assert reasons["China"]["article"].endswith("beijing.txt")
    assert "run by the state" in reasons["China"]["because"]
    assert reasons["United States"]["article"].endswith("washington.txt")
    assert reasons["United States"]["because"]


def test_one_point_in_differing_words_stands_side_by_side(row):
    pairs = [" | ".join(point["words"]) for point in row["same_point"]]
    assert any(pair.count("lines of communication") == 2 for pair in pairs)
    assert any(pair.count("international community") == 2 for pair in pairs)
    assert not any("coronavirus" in pair for pair in pairs)


def test_what_one_report_leaves_out_is_not_in_this_report(row):
    shown = "\n".join(readouts_lines(row, 100))
    assert "not in this report" in shown
    assert "denied" not in shown
    assert "asked for by United States" in shown


def test_columns_keep_to_the_width(row):
    for width in (70, 100, 140):
        lines = readouts_lines(row, width)[4:]
        assert all(len(line) <= width for line in lines)


def test_the_command_prints_both_columns(row):
    result = CliRunner().invoke(main, ["readouts", "Blinken", "Wang", "--record", row["record"]])
    assert result.exit_code == 0
    assert "CHINA" in result.output
    assert "│ UNITED STATES" in result.output
