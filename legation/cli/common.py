"""Options and printing that several commands share."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from legation.intake.columns import FIELDS

Function = TypeVar("Function", bound=Callable[..., Any])


def record_option(function: Function) -> Function:
    """`--record FILE`."""
    return click.option(
        "--record",
        type=click.Path(path_type=Path),
        default=Path("record.db"),
        show_default=True,
        help="The record's SQLite file.",
    )(function)


def json_option(function: Function) -> Function:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")(function)


def config_option(function: Function) -> Function:
    """`--config FILE`."""
    return click.option(
        "--config", type=click.Path(path_type=Path), default=None, help="Settings; default: legation.toml here, if any."
    )(function)


def print_json(value: Any) -> None:
    """One JSON value."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def parse_columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """`text=Volltext` pairs into a mapping."""
    found = {}
    for pair in pairs:
        name, mark, column = pair.partition("=")
        if not mark or not name or not column:
            raise click.BadParameter(f"{pair!r}: give FIELD=COLUMN, such as text=Volltext", param_hint="--columns")
        if name not in FIELDS:
            raise click.BadParameter(f"{name!r}: fields are {', '.join(FIELDS)}", param_hint="--columns")
        found[name] = column
    return found


columns_option = click.option(
    "--columns", multiple=True, metavar="FIELD=COLUMN", help="For tables with unusual headers; may be repeated."
)
