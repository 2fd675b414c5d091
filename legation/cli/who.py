"""`legation who`: who held an office on a day."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option


@click.command()
@click.argument("office")
@record_option
@click.option("--on", help="The day, YYYY-MM-DD; today if left out.")
@json_option
def command(office: str, record: Path, on: str | None, as_json: bool) -> None:
    """Say who held OFFICE on a day, since when, and by which words or register row.

    OFFICE is COUNTRY/OFFICE, such as CHN/foreign-minister, or words such as "Chinese foreign minister".

    Example:

    \b
        legation who CHN/foreign-minister --on 2023-01-15
    """
    with Record(record) as opened:
        answer = opened.who(office, on)
    if as_json:
        print_json(answer.as_object())
        return
    click.echo("\n".join(answer.lines()))
