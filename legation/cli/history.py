"""`legation history`: a row's life."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option


@click.command()
@click.argument("row")
@record_option
@json_option
def command(row: str, record: Path, as_json: bool) -> None:
    """Show when ROW was recorded, and every correction of it: who, when, why.

    Example:

    \b
        legation history ROW
    """
    with Record(record) as opened:
        life = opened.history(row)
    if as_json:
        print_json(life)
        return
    for step in life:
        changed = f" {step['field']} = {step['value']}" if step.get("field") else ""
        by = f" by {step['by']}: {step['why']}" if step.get("by") else f" from {step['article']}"
        click.echo(f"{step['at']}  {step['action']}{changed}{by}")
    if not life:
        click.echo(f"{row}: nothing known")
