"""`legation read`: one file's findings, without a record."""

from __future__ import annotations

from pathlib import Path

import click

from legation import flow
from legation.cli.common import columns_option, config_option, json_option, parse_columns, print_json
from legation.record.rows import plain
from legation.reporting.findings import findings_lines
from legation.settings import load_settings


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@columns_option
@config_option
@json_option
def command(file: Path, columns: tuple[str, ...], config: Path | None, as_json: bool) -> None:
    """Read one FILE and print what it tells, without a record.

    Example:

    \b
        legation read examples/press/woodside-summit.md
    """
    found = flow.read(file, load_settings(config), parse_columns(columns))
    if as_json:
        print_json([plain(findings) for findings in found])
        return
    for findings in found:
        click.echo("\n".join(findings_lines(findings)))
