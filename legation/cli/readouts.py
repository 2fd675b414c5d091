"""`legation readouts`: one meeting or call as each side tells it."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option
from legation.reporting.readouts import readouts_row
from legation.reporting.sidebyside import readouts_lines


@click.command()
@click.argument("event", nargs=-1, required=True)
@record_option
@json_option
def command(event: tuple[str, ...], record: Path, as_json: bool) -> None:
    """Set the readouts of one meeting or call side by side: by id, or by words such as its parties.

    Example:

    \b
        legation readouts Biden Xi phone call
    """
    with Record(record) as opened:
        row = readouts_row(opened.connection, " ".join(event))
    if as_json:
        print_json(row)
        return
    click.echo("\n".join(readouts_lines(row, shutil.get_terminal_size((100, 40)).columns)))
