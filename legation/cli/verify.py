"""`legation verify`: re-check every span."""

from __future__ import annotations

from pathlib import Path

import click

from legation.api import Record
from legation.cli.common import record_option


@click.command()
@record_option
def command(record: Path) -> None:
    """Re-check every span of the record against its text, and the file itself.

    Example:

    \b
        legation verify --record press.db
    """
    with Record(record) as opened:
        wrong = opened.verify()
        found = opened.counts()
    for line in wrong:
        click.echo(line)
    if wrong:
        raise click.ClickException(
            f"{record}: {len(wrong)} rows do not stand on their words; rebuild into a new record"
        )
    rows = sum(found[key] for key in ("mentions", "tenures", "statements", "accounts", "channels", "figures", "voice"))
    click.echo(f"{record}: {rows:,} rows of {found['articles']} articles stand on their words")
