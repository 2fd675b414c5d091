"""`legation diff`: what a build changed."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.common import json_option, print_json
from legation.record.compare import compare_records
from legation.record.database import connect


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
        fields = f" ({', '.join(change['fields'])})" if change["fields"] else ""
        click.echo(
            f"{change['change']:8} {change['table']} {change['id']}{fields}: {' '.join(change['words'].split())[:120]}"
        )
    if not changes:
        click.echo("no difference")
