"""`legation meetings`: meetings, calls, visits and summits."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option
from legation.reporting.wording import clipped, field_name


@click.command()
@click.option("--party", help="A name, or a country's code.")
@record_option
@json_option
def command(party: str | None, record: Path, as_json: bool) -> None:
    """List meetings, calls, visits and summits by date, each with the words that tell of it.

    Example:

    \b
        legation meetings --party "Antony Blinken"
    """
    with Record(record) as opened:
        rows = opened.meetings(party)
    if as_json:
        print_json(rows)
        return
    if not rows:
        click.echo("no meetings found")
    for row in rows:
        differs = f"  accounts differ in {', '.join(map(field_name, row['contested']))}" if row["contested"] else ""
        click.echo(f"{row['date']}  {row['event']}{differs}  {row['id']}")
        for words, path in zip(row["words"], row["articles"], strict=True):
            click.echo(f"  “{clipped(words, 140)}” ({path})")
