"""`legation holders`: your own office-holders, from a CSV file or a Wikidata query, checked and made ready."""

from __future__ import annotations

from pathlib import Path

import click

from legation.cli.common import config_option
from legation.lexicon.register import load_register
from legation.lexicon.register_wikidata import QUERY, import_wikidata, is_wikidata, write_holders
from legation.model import LegationError
from legation.settings import load_settings


@click.command(epilog="The Wikidata query:\n\n\b\n" + QUERY)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), help="Write the rows here; needed for a Wikidata result.")
@config_option
def command(file: Path, out: Path | None, config: Path | None) -> None:
    """Check a FILE of office-holders and say how `legation who` and `legation build` get to know them.

    FILE is your own CSV with the columns office, person, since, until, note, a row a tenure: the office as
    COUNTRY/OFFICE (KEN/defence-minister), the days as YYYY, YYYY-MM or YYYY-MM-DD, an empty `until` for one who is
    still in office. Or it is the CSV or JSON result of the query below at https://query.wikidata.org; `--out` names
    the CSV file to write. A wrong row is named with file, line and column, and nothing is written.

    Example:

    \b
        legation holders examples/holders.csv
    """
    settings = load_settings(config)
    table = file
    if is_wikidata(file):
        if out is None:
            raise LegationError(f"{file.name}: is a Wikidata result; say with --out which CSV file to write")
        write_holders(import_wikidata(file), out)
        table = out
    register = load_register([*(other for other in settings.tables if other.resolve() != table.resolve()), table])
    rows = [
        holder
        for office in register.offices()
        for holder in register.tenures(office)
        if holder.row.rpartition(", line ")[0] == table.name
    ]
    people, offices = {holder.person.id for holder in rows}, {holder.office for holder in rows}
    click.echo(f"{table}: {len(rows)} tenures of {len(people)} people in {len(offices)} offices")
    if table.resolve() not in {other.resolve() for other in settings.tables}:
        click.echo(f'to use them: tables = ["{table}"] in legation.toml, or `legation who … --holders {table}`')
