"""Builds: incremental, atomic, reproducible."""

from __future__ import annotations

import os
import shutil

import pytest

from benchmarks.dump import rows_of
from benchmarks.killed import kill_builds
from legation import flow, readers
from legation.record import queries
from legation.record.database import connect

STORIES = {
    "vienna.txt": "Talks in Vienna\n\nVIENNA, May 3, 2022 - Foreign Minister Anna Holm met her Swedish counterpart Bo "
    "Lind in Vienna on Tuesday. Holm said the talks had been useful.\n\n“We will meet again,” Lind said.\n",
    "oslo.txt": "Norway names envoy\n\nOSLO, June 1, 2022 - Norway on Wednesday named Kari Berg ambassador to "
    "Austria.\n\nThe ministry said Berg would take up her post in August.\n",
    "bern.txt": "Swiss aid\n\nBERN, July 9, 2022 - Switzerland sent more than 1.2 million masks to Kenya on "
    "Saturday.\n",
}


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "press"
    place.mkdir()
    for name, text in STORIES.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def counts(record):
    connection = connect(record)
    found = queries.counts(connection)
    connection.close()
    return found


def test_a_second_build_reads_nothing_and_changes_nothing(folder, tmp_path):
    record = tmp_path / "r.db"
    assert flow.build([folder], record).read == 3
    before = rows_of(record)
    again = flow.build([folder], record)
    assert (again.read, again.unchanged) == (0, 3)
    assert rows_of(record) == before


def test_a_file_that_was_only_touched_is_not_read_again(folder, tmp_path):
    record = tmp_path / "r.db"
    flow.build([folder], record)
    os.utime(folder / "oslo.txt", (1, 1))
    assert flow.build([folder], record).read == 0


def test_a_changed_file_replaces_its_own_findings_and_no_others(folder, tmp_path):
    record = tmp_path / "r.db"
    flow.build([folder], record)
    before = rows_of(record)["statements"]
    (folder / "bern.txt").write_text(STORIES["bern.txt"].replace("1.2 million", "3.4 million"), encoding="utf-8")
    assert flow.build([folder], record).read == 1
    connection = connect(record)
    assert [figure.value for figure in queries.findings_of(connection, "figures")] == [3.4e6]
    connection.close()
    assert rows_of(record)["statements"] == before


def test_a_removed_file_is_marked_and_comes_back(folder, tmp_path):
    record = tmp_path / "r.db"
    flow.build([folder], record)
    (folder / "bern.txt").rename(tmp_path / "bern.txt")
    assert flow.build([folder], record).removed == ["bern.txt"]
    assert counts(record)["articles"] == 2
    shutil.move(tmp_path / "bern.txt", folder / "bern.txt")
    flow.build([folder], record)
    assert counts(record)["articles"] == 3


def test_building_another_folder_leaves_the_first_alone(folder, tmp_path):
    record = tmp_path / "r.db"
    flow.build([folder], record)
    other = tmp_path / "other"
    other.mkdir()
    (other / "vienna.txt").write_text(STORIES["oslo.txt"], encoding="utf-8")
    flow.build([other], record)
    assert counts(record)["articles"] == 4


def test_bad_files_are_named_and_the_rest_goes_on(folder, tmp_path):
    record = tmp_path / "r.db"
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "broken.zip").write_bytes(b"PK\x03\x04 not a zip")
    built = flow.build([folder], record)
    assert built.read == 3
    assert len(built.failed) == 2
    assert all("\n" not in line for line in built.failed)
    assert {line.split(":")[0] for line in built.failed} == {"empty.txt", "broken.zip"}


def test_a_file_that_breaks_later_loses_nothing_recorded(folder, tmp_path):
    record = tmp_path / "r.db"
    flow.build([folder], record)
    (folder / "oslo.txt").write_bytes(b"\x00\x01\x02" * 500)
    built = flow.build([folder], record)
    assert built.failed
    assert counts(record)["articles"] == 3


def test_order_and_number_of_processes_do_not_change_the_rows(folder, tmp_path):
    one, two, three = (tmp_path / f"{name}.db" for name in ("one", "two", "three"))
    flow.build([folder], one)
    flow.build([folder], two, workers=2)
    for name in sorted(STORIES, reverse=True):
        flow.build([folder / name], three)
    assert rows_of(one) == rows_of(two)
    assert rows_of(one) == rows_of(three)


def test_a_build_that_is_killed_goes_on_to_the_same_rows(folder, tmp_path):
    assert kill_builds(folder, 3, 7, tmp_path) == []


def test_an_article_that_breaks_the_reader_is_kept_with_a_warning(folder, tmp_path, monkeypatch):
    def broken(article, tools):
        if "Kari Berg" in article.text:
            raise RuntimeError("no such luck")
        return real(article, tools)

    real = readers.read_article
    monkeypatch.setattr(readers, "read_article", broken)
    record = tmp_path / "r.db"
    flow.build([folder], record)
    connection = connect(record)
    assert [kind for kind, _, _ in queries.problems(connection) if kind == "reading-failed"] == ["reading-failed"]
    assert queries.counts(connection)["articles"] == 3
    connection.close()
