"""Reads a result of the Wikidata query service into rows of office-holders."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from legation.lexicon.register_load import Cells, check_row
from legation.lexicon.register_rows import HolderRow
from legation.model import LegationError

TIME = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)T")
QID = re.compile(r"Q[1-9]\d*$")
NEEDED = ("personLabel", "office", "start")
# Wikidata's codes of precision: 9 year, 10 month, 11 day.
QUERY = """\
SELECT ?person ?personLabel ?office ?start ?startPrecision ?end ?endPrecision WHERE {
  # a line for each office: its item in Wikidata, its id in Legation
  VALUES (?position ?office) { (wd:Q11696 "USA/head-of-state") }
  ?person p:P39 ?held . ?held ps:P39 ?position .
  ?held pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] .
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en". }
}
"""
LENGTHS: Mapping[str, int] = {"9": 4, "10": 7, "11": 10}


def is_wikidata(path: Path) -> bool:
    """Whether the file looks like a result of the query service (JSON, or CSV with its columns), not a user's table."""
    text = _text_of(path)
    header = next(csv.reader(io.StringIO(text, newline="")), [])
    return text.lstrip().startswith(("{", "[")) or bool({"personLabel", "personlabel"} & set(header))


def import_wikidata(path: Path) -> tuple[HolderRow, ...]:
    """The office-holders of a CSV or JSON file downloaded from https://query.wikidata.org, oldest first.

    `QUERY` is the query. Left out are rows without a known start and people without an English name. Where the
    precision is missing, 1 January counts as the year only, as Wikidata writes it. The note of a row keeps the person's
    Wikidata id. Raises LegationError naming file, line (in JSON: row) and column for a file that is no such result.
    """
    rows: list[HolderRow] = []
    for where, cells in _bindings(path):
        missing = [column for column in NEEDED if column not in cells and column != "start"]
        if missing:
            raise LegationError(f"{where}: has no {missing[0]}; see the query in `legation holders --help`")
        since = _date(cells.get("start"), cells.get("startPrecision"))
        if since is None or QID.fullmatch(cells["personLabel"]):
            continue
        row = {
            "office": cells["office"],
            "person": cells["personLabel"],
            "since": since,
            "until": _date(cells.get("end"), cells.get("endPrecision")) or "",
            "note": _note(cells.get("person", "")) or "",
        }
        checked = check_row("holders", Cells(row, where))
        assert isinstance(checked, HolderRow)
        rows.append(checked)
    return tuple(sorted(rows, key=lambda row: (row.office, row.since, row.person)))


def write_holders(rows: Sequence[HolderRow], path: Path) -> None:
    """Write rows of holders as a CSV file that `load_register` takes."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(HolderRow.model_fields)
        for row in rows:
            writer.writerow(["" if cell is None else cell for cell in row.model_dump().values()])


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise LegationError(f"{path}: no such file") from error
    except OSError as error:
        raise LegationError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise LegationError(f"{path.name}: is not text in UTF-8") from error


def _bindings(path: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Where each of the result's rows stands, and its text cells by the query's variables."""
    text = _text_of(path)
    if text.lstrip().startswith(("{", "[")):
        for number, cells in enumerate(_json_rows(path.name, text), start=1):
            yield f"{path.name}, row {number}", cells
        return
    reader = csv.DictReader(io.StringIO(text, newline=""))
    absent = [column for column in NEEDED if column not in (reader.fieldnames or ())]
    if absent:
        raise LegationError(
            f"{path.name}, line 1: has no column {absent[0]}; see the query in `legation holders --help`"
        )
    for number, row in enumerate(reader, start=1):
        told = {column: cell for column, cell in row.items() if isinstance(cell, str) and cell}
        yield f"{path.name}, line {reader.line_num}, row {number}", told


def _json_rows(name: str, text: str) -> Iterator[Mapping[str, str]]:
    """The rows of the service's two JSON forms: with types (`results.bindings`) and without (a plain list)."""
    try:
        whole = json.loads(text)
        rows = whole["results"]["bindings"] if isinstance(whole, dict) else whole
        for row in rows:
            yield {key: str(cell["value"] if isinstance(cell, dict) else cell) for key, cell in row.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LegationError(f"{name}: is not a JSON result of the Wikidata query service") from error


def _date(value: str | None, precision: str | None) -> str | None:
    """`2013-03-16T00:00:00Z` at precision 10 -> `2013-03`; None for unknown values and for years before 1."""
    match = TIME.match(value) if value else None
    if match is None:
        return None
    if precision is None:
        precision = "9" if match[2] == match[3] == "01" else "11"
    return f"{match[1]}-{match[2]}-{match[3]}"[: LENGTHS.get(precision, 4)]


def _note(person: str) -> str | None:
    match = QID.search(person)
    return f"Wikidata {match[0]}" if match else None
