"""Reads the register's tables, the package's own and a user's, into cells with their file and line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from legation.lexicon.register_rows import (
    BodyKindRow,
    BodyRow,
    HolderRow,
    OfficeKindRow,
    OfficeRow,
    OutletRow,
    PersonRow,
    PlaceRow,
    RegisterRow,
    SideWordRow,
    StateRow,
)
from legation.model import LegationError

ROWS: Mapping[str, type[RegisterRow]] = {
    "states": StateRow,
    "bodies": BodyRow,
    "body_kinds": BodyKindRow,
    "side_words": SideWordRow,
    "places": PlaceRow,
    "office_kinds": OfficeKindRow,
    "offices": OfficeRow,
    "people": PersonRow,
    "holders": HolderRow,
    "outlets": OutletRow,
}
# The columns by which a user's file is recognised whatever its name is, surest first.
SIGNS: Sequence[tuple[str, frozenset[str]]] = (
    ("holders", frozenset({"office", "person", "since"})),
    ("offices", frozenset({"id", "country_or_body", "title"})),
    ("states", frozenset({"id", "iso2"})),
    ("bodies", frozenset({"id", "name", "kind"})),
    ("outlets", frozenset({"outlet", "kind"})),
    ("places", frozenset({"name", "lat", "lon"})),
    ("people", frozenset({"name"})),
)


FORMS: Mapping[str, str] = {
    "office": "COUNTRY/OFFICE, such as CHN/foreign-minister or NATO/secretary-general",
    "country": "a country's code of three letters, such as CHN",
    "wikidata": "a Wikidata id, such as Q42",
}
_PLAIN_WORDS: Mapping[str, str] = {
    "missing": "is empty; every row needs it",
    "extra_forbidden": "the table has no such column; it has {columns}",
    "string_pattern_mismatch": "“{cell}” is not of the form {form}",
}
"""Pydantic's kinds of error in a user's words."""


class Cells(NamedTuple):
    """One row's cells by column, and where they stand: `holders_key.csv, line 12`."""

    cells: Mapping[str, str]
    where: str

    def get(self, column: str) -> str | None:
        """The cell, None where it is empty or the table has no such column."""
        return self.cells.get(column) or None

    def words(self, column: str) -> tuple[str, ...]:
        """The cell's parts between bars."""
        cell = self.cells.get(column)
        return tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()


@dataclass
class Tables:
    """The rows of all tables of the register, by the table's name."""

    rows: dict[str, list[Cells]] = field(default_factory=lambda: {name: [] for name in ROWS})
    user_rows: set[str] = field(default_factory=set)
    """Where the rows stand that a user brought."""


def own_tables() -> Tables:
    """The package's own tables. They are trusted here: tests check every row of them."""
    tables = Tables()
    folder = resources.files("legation.lexicon") / "tables"
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = path.name.removesuffix(".csv")
        table = "holders" if name.startswith("holders_") else name
        if path.name.endswith(".csv") and table in ROWS:
            tables.rows[table].extend(cells_of(path))
    return tables


def cells_of(path: Traversable | Path) -> Iterator[Cells]:
    """The rows of a CSV file. Raises LegationError where a row has not as many cells as the header names."""
    with io.StringIO(path.read_text(encoding="utf-8-sig"), newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        for row in reader:
            if not row:
                continue
            where = f"{path.name}, line {reader.line_num}"
            if len(row) != len(header):
                raise LegationError(f"{where}: has {len(row)} cells where the header names {len(header)}")
            yield Cells(dict(zip(header, row, strict=True)), where)


def add_user_table(tables: Tables, path: Path) -> None:
    """Add a user's CSV to the tables; its name or its header tells which table it is.

    Raises LegationError naming file, line, column and what is wrong.
    """
    try:
        rows = list(cells_of(path))
        with path.open(encoding="utf-8-sig", newline="") as stream:
            header = next(csv.reader(stream), [])
    except FileNotFoundError as error:
        raise LegationError(f"{path}: no such file") from error
    except OSError as error:
        raise LegationError(f"{path}: cannot be read ({error.strerror})") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise LegationError(f"{path.name}: is not a CSV file in UTF-8: {error}") from error
    table = table_of(path.name, header)
    for row in rows:
        check_row(table, row)
        tables.rows[table].append(row)
        tables.user_rows.add(row.where)


def table_of(name: str, header: Sequence[str]) -> str:
    """Which table a file is. Raises LegationError where neither its name nor its columns tell."""
    stem = name.removesuffix(".csv")
    for table in ROWS:
        if stem == table or stem.startswith(f"{table}_"):
            return table
    columns = frozenset(header)
    for table, signs in SIGNS:
        if signs <= columns:
            return table
    raise LegationError(
        f"{name}, line 1: the columns {', '.join(header) or '(none)'} are of no table of the register; "
        "holders of offices need office, person, since, until, note"
    )


def check_row(table: str, row: Cells) -> RegisterRow:
    """The row, checked against its table's model. Raises LegationError naming file, line and column."""
    try:
        return ROWS[table].model_validate({column: cell for column, cell in row.cells.items() if cell != ""})
    except ValidationError as error:
        first = error.errors()[0]
        column = str(first["loc"][0]) if first["loc"] else "row"
        told = first["msg"].removeprefix("Value error, ")
        message = _PLAIN_WORDS.get(first["type"], told).format(
            cell=row.cells.get(column, ""), form=FORMS.get(column, told), columns=", ".join(ROWS[table].model_fields)
        )
        raise LegationError(f"{row.where}: {column}: {message}") from error
