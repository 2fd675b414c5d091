"""Reads a CSV table of `lexicon/tables/` (or a user's own) into checked rows."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from legation.model import LegationError

Row = TypeVar("Row", bound=BaseModel)


class TableRow(BaseModel):
    """A row of a table; a column that its model does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def _split(cell: object) -> object:
    return tuple(cell.split()) if isinstance(cell, str) else cell


WordCell = Annotated[tuple[str, ...], BeforeValidator(_split)]
"""A cell of several words with blanks between."""


def read_table(name: str, row: type[Row], folder: Path | None = None) -> list[Row]:
    """The rows of `NAME.csv`, each checked against the model `row`; an empty cell is a missing value.

    `folder` holds a user's own tables; left out, the package's own are read.
    Raises LegationError naming file, line, column and what is wrong.
    """
    base = folder if folder is not None else Path(str(resources.files("legation.lexicon"))) / "tables"
    rows: list[Row] = []
    with (base / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        for cells in reader:
            # DictReader files surplus cells under None; a missing cell has the value None.
            if None in cells or None in cells.values():
                raise LegationError(f"{name}.csv, line {reader.line_num}: has not as many cells as the header names")
            try:
                rows.append(row.model_validate({key: value for key, value in cells.items() if value != ""}))
            except ValidationError as error:
                first = error.errors()[0]
                column = ".".join(str(part) for part in first["loc"]) or "row"
                raise LegationError(f"{name}.csv, line {reader.line_num}: {column}: {first['msg']}") from error
    return rows
