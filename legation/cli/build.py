"""`legation build`: read files into the record."""

from __future__ import annotations

from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from legation import flow
from legation.api import Record
from legation.cli.common import columns_option, config_option, json_option, parse_columns, print_json, record_option
from legation.reporting.summary import summary_lines, summary_object
from legation.settings import load_settings


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@record_option
@click.option(
    "--workers", type=click.IntRange(min=1), default=1, show_default=True, help="Processes that read at once."
)
@columns_option
@config_option
@json_option
def command(
    paths: tuple[Path, ...], record: Path, workers: int, columns: tuple[str, ...], config: Path | None, as_json: bool
) -> None:
    """Read the files and folders PATHS into the record.

    Takes text, Markdown, HTML, JSON Lines, CSV, RSS and Atom, and (with the extra `formats`) Word, PDF and WARC;
    folders and zip files of these. Unchanged files cost nothing; a changed file replaces its own findings; a removed
    file is marked, not erased.

    Example:

    \b
        legation build examples/press --record press.db
    """
    settings = load_settings(config)
    console = Console(stderr=True)
    with Progress(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("", total=None)

        def progress(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        built = flow.build(
            paths, record, workers=workers, settings=settings, columns=parse_columns(columns), progress=progress
        )
    for line in built.failed:
        click.echo(f"Warning: {line}", err=True)
    with Record(record, settings) as opened:
        if as_json:
            print_json(summary_object(opened.connection, built.read, built.unchanged, built.failed, built.removed))
        else:
            click.echo("\n".join(summary_lines(opened.connection, record, built.read, built.unchanged, built.removed)))
