"""`legation said`: who said what."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option


@click.command()
@click.argument("speaker")
@record_option
@click.option("--about", help="An issue (taiwan, trade, …) or a state or body (China, USA, NATO).")
@click.option("--since", help="YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--until", help="YYYY, YYYY-MM or YYYY-MM-DD.")
@click.option("--above", type=click.FloatRange(0, 1), default=0.0, help="Least confidence, 0 to 1.")
@json_option
def command(
    speaker: str, record: Path, about: str | None, since: str | None, until: str | None, above: float, as_json: bool
) -> None:
    """List what SPEAKER said, with date, form, chain and the words in context.

    Example:

    \b
        legation said "Wang Yi" --about taiwan --since 2021-01
    """
    with Record(record) as opened:
        rows = opened.statements(speaker, about=about, since=since, until=until, above=above)
    if as_json:
        print_json(rows)
        return
    if not rows:
        asked = {"about": about, "since": since, "until": until, "above": above or None}
        narrowed = ", ".join(f"--{name} {value}" for name, value in asked.items() if value is not None)
        limits = f" with {narrowed}" if narrowed else ""
        click.echo(f"nothing by {speaker!r}{limits}; `legation search {speaker!r}` looks in the whole text")
    for row in rows:
        dated = row["date"] if row["dated_by"] != "publication" else f"reported {row['date']}"
        click.echo(f"{dated}  {row['speaker']} ({row['form']}, {row['stance']}; {row['chain']})")
        click.echo(f"  {row['context']}")
        click.echo(f"  {row['article']}:{row['start']}-{row['end']}  {row['id']}")
