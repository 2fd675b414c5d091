"""Results of the Wikidata query service become rows of holders."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from legation.lexicon.register import load_register
from legation.lexicon.register_wikidata import import_wikidata, write_holders
from legation.model import LegationError

HEADER = "person,personLabel,office,start,startPrecision,end,endPrecision"
ENTITY = "http://www.wikidata.org/entity/"


def result(folder: Path, *lines: str) -> Path:
    path = folder / "query.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return path


def test_a_csv_result_is_read_with_its_precisions(tmp_path):
    rows = import_wikidata(
        result(
            tmp_path,
            f"{ENTITY}Q900002,Erik Lund,NOR/defence-minister,2019-03-01T00:00:00Z,10,,",
            f"{ENTITY}Q900001,Anna Holm,NOR/defence-minister,2015-01-01T00:00:00Z,9,2019-02-28T00:00:00Z,11",
        )
    )
    assert [(row.person, row.since, row.until, row.note) for row in rows] == [
        ("Anna Holm", "2015", "2019-02-28", "Wikidata Q900001"),
        ("Erik Lund", "2019-03", None, "Wikidata Q900002"),
    ]


def test_both_json_forms_are_read(tmp_path):
    cells = {"person": f"{ENTITY}Q900001", "personLabel": "Anna Holm", "office": "NOR/defence-minister",
             "start": "2015-05-04T00:00:00Z", "startPrecision": "11"}  # fmt: skip
    typed = {"results": {"bindings": [{key: {"type": "literal", "value": cell} for key, cell in cells.items()}]}}
    for name, whole in (("typed.json", typed), ("plain.json", [cells])):
        path = tmp_path / name
        path.write_text(json.dumps(whole), encoding="utf-8")
        (row,) = import_wikidata(path)
        assert (row.person, row.since, row.until) == ("Anna Holm", "2015-05-04", None)


def test_without_precision_the_first_of_january_is_the_year(tmp_path):
    path = tmp_path / "query.csv"
    path.write_text(
        "personLabel,office,start,end\nAnna Holm,NOR/defence-minister,2015-01-01T00:00:00Z,2019-02-28T00:00:00Z\n",
        encoding="utf-8",
    )
    (row,) = import_wikidata(path)
    assert (row.since, row.until) == ("2015", "2019-02-28")


def test_rows_without_a_start_or_a_name_are_left_out(tmp_path):
    rows = import_wikidata(
        result(
            tmp_path,
            f"{ENTITY}Q900001,Anna Holm,NOR/defence-minister,,,,",
            f"{ENTITY}Q900003,Anna Holm,NOR/defence-minister,http://www.wikidata.org/.well-known/genid/7f,,,",
            f"{ENTITY}Q900002,Q900002,NOR/defence-minister,2019-03-01T00:00:00Z,10,,",
        )
    )
    assert rows == ()


def test_the_rows_written_are_a_table_that_the_register_takes(tmp_path):
    rows = import_wikidata(
        result(tmp_path, f"{ENTITY}Q900001,Anna Holm,NOR/defence-minister,2035-05-04T00:00:00Z,11,,")
    )
    path = tmp_path / "holders_wikidata.csv"
    write_holders(rows, path)
    (holder,) = load_register([path]).holders("NOR/defence-minister", date(2036, 1, 1))
    assert holder.person.name == "Anna Holm"
    assert holder.until is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour,size\nred,7\n", "has no column personLabel"),
        ("", "has no column personLabel"),
        ("{", "is not a JSON result"),
        ('{"results": 7}', "is not a JSON result"),
        ("[7]", "is not a JSON result"),
        ('[{"start": "2015-05-04T00:00:00Z"}]', "row 1: has no personLabel"),
        ("personLabel,office,start\nAnna Holm,Norway,2015-05-04T00:00:00Z\n", "row 1: "),
        ("personLabel,office,start,end\nAnna Holm,NOR/mfa,2015-05-04T00:00:00Z,2011-05-04T00:00:00Z\n", "lies before"),
    ],
)
def test_a_file_that_is_no_such_result_is_named(tmp_path, text, message):
    path = tmp_path / "query.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LegationError, match=message):
        import_wikidata(path)


def test_a_missing_result_is_named(tmp_path):
    with pytest.raises(LegationError, match="no such file"):
        import_wikidata(tmp_path / "none.csv")
