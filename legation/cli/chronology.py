"""`legation chronology`: the record as Markdown."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import record_option


@click.command()
@record_option
@click.option("--since", help="YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", help="YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--party", help="A name, or a country's code.")
@click.option("--statements", is_flag=True, help="Statements too, not only events.")
@click.option("--limit", type=click.IntRange(min=1), help="The first so many lines.")
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file instead of the screen.")
def command(
    record: Path,
    since: str | None,
    until: str | None,
    party: str | None,
    statements: bool,
    limit: int | None,
    out: Path | None,
) -> None:
    """Write a chronology in Markdown: a line an event, a footnote a line with outlet, date and exact words.

    Example:

    \b
        legation chronology --since 2022 --party CHN
    """
    with Record(record) as opened:
        text = opened.chronology(since=since, until=until, party=party, statements=statements, limit=limit)
    if not text:
        click.echo("nothing found; `legation doctor` tells what the record holds")
    elif out:
        out.write_text(text, encoding="utf-8")
        click.echo(f"{out}: written")
    else:
        click.echo(text)
