"""`legation search`: full-text search."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option


@click.command()
@click.argument("words", nargs=-1, required=True)
@record_option
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True)
@json_option
def command(words: tuple[str, ...], record: Path, limit: int, as_json: bool) -> None:
    """Find the statements and articles that hold all of WORDS.

    Example:

    \b
        legation search military channel
    """
    with Record(record) as opened:
        rows = opened.search(" ".join(words), limit)
    if as_json:
        print_json(rows)
        return
    if not rows:
        click.echo("nothing found")
    for row in rows:
        by = row["speaker_name"] or "unnamed" if row["kind"] == "statement" else row["title"] or row["path"]
        click.echo(f"{row['published'] or 'no date'}  {row['kind']}: {by}  ({row['outlet'] or row['path']})")
        click.echo(f"  {' '.join(row['words'].split())}  {row['id']}")
