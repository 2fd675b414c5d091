"""The Python face: build or open a record and ask it questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from legation.lexicon.register import load_register
from legation.model import Findings, LegationError
from legation.open_record import Record
from legation.reckoning.offices import Answer, office_id, unknown_office, who_holds
from legation.reporting.results import Results
from legation.settings import Settings, load_settings
from legation.time_asked import time_asked

if TYPE_CHECKING:
    from legation.flow import Progress


def _paths(paths: str | Path | Sequence[str | Path]) -> list[Path]:
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


def who(office: str, on: str | date | None = None, settings: Settings | None = None) -> Answer:
    """Who held an office by the register alone, on a day or in a month or year; `Record.who` asks the press too."""
    register = load_register((settings or load_settings()).tables)
    office = office_id(office, register)
    if office not in register.offices():
        owner, _, kind = office.partition("/")
        raise unknown_office(office, owner, kind, register)
    return who_holds(office, time_asked(on), [], register)


def open(path: str | Path = "record.db") -> Record:
    """The record at `path`. Raises LegationError where there is none."""
    return Record(path)


def build(
    paths: str | Path | Sequence[str | Path],
    record: str | Path = "record.db",
    *,
    workers: int = 1,
    settings: Settings | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Record:
    """Read a file or folder (or several) of press into a record and open it.

    `workers`: processes that read at once. `columns`: for tables with unusual headers, e.g. `{"text": "Volltext"}`.
    """
    # Taking in and reading need heavy libraries: questions to a record don't wait for them.
    from legation import flow

    settings = settings or load_settings()
    for path in _paths(paths):
        if not path.exists():
            raise LegationError(f"{path}: no such file or folder; check the name")
    flow.build(_paths(paths), Path(record), workers=workers, settings=settings, columns=columns, progress=progress)
    return Record(record, settings)


def read(path: str | Path, settings: Settings | None = None) -> list[Findings]:
    """The findings of one file, without a record."""
    from legation import flow

    return flow.read(Path(path), settings or load_settings())


__all__ = ["Record", "Results", "build", "open", "read", "who"]
