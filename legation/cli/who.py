"""`legation who`: who held an office on a day."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record, who
from legation.cli.common import config_option, json_option, print_json, record_option
from legation.settings import load_settings


@click.command()
@click.argument("office")
@record_option
@click.option("--on", metavar="WHEN", help="A day, month or year (YYYY-MM-DD, YYYY-MM, YYYY); today if left out.")
@click.option(
    "--holders",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Your own CSV of office-holders, beside those of the settings; see `legation holders --help`.",
)
@config_option
@json_option
def command(
    office: str, record: Path, on: str | None, holders: tuple[Path, ...], config: Path | None, as_json: bool
) -> None:
    """Say who held OFFICE on a day, or everybody who held it in a month or year: since when, and by which words or row.

    OFFICE is COUNTRY/OFFICE, such as CHN/foreign-minister, or words such as "Chinese foreign minister". Where there is
    no record, the register alone answers.

    Example:

    \b
        legation who CHN/foreign-minister --on 2023-01-15
    """
    settings = load_settings(config)
    settings = settings.model_copy(update={"tables": (*settings.tables, *holders)})
    if record.exists():
        with Record(record, settings) as opened:
            answer = opened.who(office, on)
    else:
        answer = who(office, on, settings)
    if as_json:
        print_json(answer.as_object() | {"record": str(record) if record.exists() else None})
        return
    click.echo("\n".join(answer.lines()))
    if not record.exists():
        click.echo(f"  no record at {record}: the register alone answers; `legation build FOLDER` makes one")
