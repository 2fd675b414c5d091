"""`legation doctor`: what is installed, and what the record did not understand."""

from __future__ import annotations

import importlib.util
import platform
import sqlite3
from pathlib import Path

import click

from legation import __version__
from legation.api import Record
from legation.cli.common import config_option, json_option, print_json, record_option
from legation.record import queries
from legation.reporting.results import Results
from legation.settings import load_settings

EXTRAS = {
    "Word files": ("docx", "formats"),
    "PDF files": ("pypdf", "formats"),
    "WARC files": ("warcio", "formats"),
    "RSS and Atom files": ("feedparser", "formats"),
    "pandas tables": ("pandas", "pandas"),
    "Parquet export": ("pyarrow", "parquet"),
}


@click.command()
@record_option
@config_option
@json_option
def command(record: Path, config: Path | None, as_json: bool) -> None:
    """Check the installation, and list what the record's articles left unclear.

    Example:

    \b
        legation doctor
    """
    settings = load_settings(config)
    here = {what: importlib.util.find_spec(module) is not None for what, (module, _) in EXTRAS.items()}
    parser = importlib.util.find_spec(settings.parser) is not None
    problems: list[tuple[str, str, str]] = []
    copies, namesakes = Results(), Results()
    if record.exists():
        with Record(record, settings) as opened:
            problems = queries.problems(opened.connection)
            copies, namesakes = opened.copies(), opened.namesakes()
    if as_json:
        rows = [{"kind": kind, "message": message, "place": place} for kind, message, place in problems]
        print_json(
            {
                "legation": __version__,
                "parser": settings.parser,
                "parser_found": parser,
                "extras": here,
                "problems": rows,
                "copies": copies,
                "namesakes": namesakes,
            }
        )
        return
    click.echo(f"Legation {__version__}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    click.echo(f"parser {settings.parser}: {'found' if parser else 'NOT FOUND: pip install it or choose another'}")
    for what, found in here.items():
        click.echo(f"{what}: " + ("ready" if found else f"pip install 'legation[{EXTRAS[what][1]}]'"))
    if not record.exists():
        click.echo(f"{record}: no record yet; `legation build FOLDER` makes one")
    for kind, message, place in problems:
        click.echo(f"{place}: {kind}: {message}")
    for row in copies:
        told = "is a copy of" if row["verdict"] == "same" else "is no copy of"
        ids = " and ".join(row["ids"])
        click.echo(f"{row['copy']} {told} {row['article']}: {row['reason']} ({row['by']}; {ids})")
    for row in namesakes:
        if row["verdict"] == "different":
            click.echo(f"{row['person']} and {row['other']} are two: {row['reason']} ({row['by']})")
