"""`legation show`: one article, person, event or other row of the record with its evidence."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option
from legation.record import queries
from legation.record.rows import plain
from legation.reporting.events import event_lines
from legation.reporting.findings import findings_lines
from legation.reporting.people import person_lines


@click.command()
@click.argument("key")
@record_option
@json_option
def command(key: str, record: Path, as_json: bool) -> None:
    """Show one article (by id or a part of its path), one person (by id or name) or one row by its id.

    Example:

    \b
        legation show woodside
    """
    with Record(record) as opened:
        row = opened.row(key) or opened.person(key)
        if row is not None:
            if as_json:
                print_json(row)
            elif "event" in row:
                click.echo("\n".join(event_lines(row)))
            elif "last_said" in row:
                click.echo("\n".join(person_lines(row)))
            else:
                for name, value in row.items():
                    click.echo(f"{name}: {value}")
            return
        findings = opened.findings(key)
        ids = queries.row_ids(opened.connection, findings.article.id)
    if as_json:
        print_json(plain(findings) | {"ids": ids})
        return
    click.echo("\n".join(findings_lines(findings, ids)))
