"""`legation history`: a row's life, and all corrections."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from legation.api import Record
from legation.cli.common import json_option, print_json, record_option
from legation.reporting.wording import clipped


@click.command()
@click.argument("row", required=False)
@record_option
@json_option
def command(row: str | None, record: Path, as_json: bool) -> None:
    """Show when ROW was recorded, and every correction of it: who, when, why; without ROW, all corrections.

    Example:

    \b
        legation history ROW
    """
    with Record(record) as opened:
        life = opened.history(row)
    if as_json:
        print_json(life)
        return
    for step in life:
        if step["action"] == "recorded":
            click.echo(f"{step['at']}  recorded from {step['article']}: “{clipped(step['words'], 100)}”")
            continue
        which = "" if row else f" {step['table']} {step['row']}"
        click.echo(f"{step['at']}  {step['action']}{which}{_changed(step)} by {step['by']}: {step['why']}")
        if step["unfit"]:
            click.echo(f"  fits no more: {step['unfit']}")
    if not life:
        click.echo(f"{row}: nothing known" if row else "no corrections yet")


def _changed(step: dict[str, Any]) -> str:
    """What a correction changed, in a few words."""
    value = json.loads(step["value"] or "null")
    if step["action"] == "edit":
        was = "" if step["was"] is None else f" (was {clipped(str(step['was']), 60)})"
        return f" {step['field']} = {clipped(json.dumps(value, ensure_ascii=False), 80)}{was}"
    if step["action"] in ("merge", "split"):
        other = value["other"]
        which = f"“{clipped(other['words'], 60)}” ({other['article']})" if other["words"] else other["row"]
        return f" {'with' if step['action'] == 'merge' else 'from'} {which}"
    return f": “{clipped(value['words'], 80)}”" if step["action"] == "add" else ""
