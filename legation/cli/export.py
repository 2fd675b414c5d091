"""`legation export`: the record as JSON Lines, CSV or Parquet."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import record_option
from legation.reporting.export import WRITERS


@click.command()
@record_option
@click.option("--format", "form", type=click.Choice(sorted(WRITERS)), default="jsonl", show_default=True)
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write into.")
def command(record: Path, form: str, out: Path) -> None:
    """Write every table of the record into a folder, one file a table.

    Example:

    \b
        legation export --format jsonl --out exported
    """
    with Record(record) as opened:
        written = opened.export(out, form)
    click.echo(f"{out}: " + ", ".join(f"{count} {name}" for name, count in written.items()))
