"""`legation diff`: what a build changed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from legation.cli.common import json_option, print_json
from legation.record.compare import compare_records
from legation.record.database import connect
from legation.reporting.wording import clipped


@click.command()
@click.argument("old", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("new", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@json_option
def command(old: Path, new: Path, as_json: bool) -> None:
    """Compare two records: rows that NEW has and OLD has not, rows gone, rows changed.

    Example:

    \b
        legation diff record.db press.db
    """
    changes = compare_records(connect(old), connect(new))
    if as_json:
        print_json(changes)
        return
    for change in changes:
        click.echo(f"{change['change']:8} {change['table']} {change['id']}: {clipped(change['words'], 120)}")
        for field, (before, after) in change["values"].items():
            click.echo(f"           {field}: {_shown(before)} → {_shown(after)}")
    if not changes:
        click.echo("no difference")


def _shown(value: Any) -> str:
    return "nothing" if value is None or value == "[]" else clipped(str(value), 60)
