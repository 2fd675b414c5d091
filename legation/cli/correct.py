"""`legation correct`: an analyst's word on a row."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import Any

import click

from legation.api import Record
from legation.cli.common import record_option
from legation.model import LegationError
from legation.record.corrections import Action


def parse_value(text: str) -> Any:
    """A value given on the command line: JSON, or else the bare text."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text


@click.command()
@click.argument("row")
@record_option
@click.option("--accept", is_flag=True, help="The row is right; keep it even where the program no longer finds it.")
@click.option("--reject", is_flag=True, help="The row is wrong; leave it out.")
@click.option(
    "--set", "changes", metavar="FIELD=VALUE", multiple=True, help="Give a field another value (JSON, or plain text)."
)
@click.option("--merge", metavar="ROW", help="This event (article, person) and that one are one.")
@click.option("--split", metavar="ROW", help="This account (article, person) and that one are two.")
@click.option("--add", metavar="JSON", help="Add a row to the table ROW: an object with `article` and `words`.")
@click.option("--why", required=True, help="The reason; it stays with the correction.")
@click.option("--by", help="Your name; default: the user who is logged in.")
def command(
    row: str,
    record: Path,
    accept: bool,
    reject: bool,
    changes: tuple[str, ...],
    merge: str | None,
    split: str | None,
    add: str | None,
    why: str,
    by: str | None,
) -> None:
    """Correct one ROW (a statement, event, account, figure, … by its id); the correction outlives every rebuild.

    A person goes by id (john-holm), or by id and article where the person of one article is meant
    (john-holm@vienna.txt): `--merge` and `--split` put two together or apart, `--set` fixes name, country or role. An
    unnamed speaker gets a name by `--set speaker=NAME`, the id of somebody known or a full name. A wrong FIELD or value
    is refused with a list of those that there are. The last word holds: `--accept` takes back `--reject`, `--split`
    takes back `--merge`, and `legation history ROW` shows what a field held before.

    Example:

    \b
        legation correct channels --add '{"article": "woodside-summit.md", "words": "reopen military channels",
        "channel": "military-hotline", "parties": ["CHN", "USA"], "state": "restored"}' --why missed
    """
    wanted: dict[Action, tuple[bool, Any]] = {
        "accept": (accept, None),
        "reject": (reject, None),
        "edit": (bool(changes), None),
        "merge": (merge is not None, merge),
        "split": (split is not None, split),
        "add": (add is not None, parse_value(add or "")),
    }
    chosen = [(action, given) for action, (is_wanted, given) in wanted.items() if is_wanted]
    if len(chosen) != 1:
        raise LegationError("say one of --accept, --reject, --set, --merge, --split, --add")
    action, given = chosen[0]
    told: list[tuple[str | None, Any]] = [
        (field, parse_value(value)) for field, _, value in (change.partition("=") for change in changes)
    ]
    with Record(record) as opened:
        for field, value in told or [(None, given)]:
            made = opened.correct(
                row if action != "add" else None,
                action,
                field=field,
                value=value,
                table=row if action == "add" else None,
                by=by or getpass.getuser(),
                why=why,
            )
            shown = f" {made.field} = {made.value}" if made.field else ""
            click.echo(
                f"{made.action} {made.table} {made.row}{shown}; kept as {made.id}, see `legation history {made.row}`"
            )
