"""The command `legation`: joins the commands, prints an error meant for users on one line."""

from __future__ import annotations

import importlib
import os
from typing import Any

import click

from legation import __version__
from legation.model import LegationError

# The networks are small: several threads of a matrix library would only wait for each other. `--workers` uses cores.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

COMMANDS = (
    "build",
    "chronology",
    "correct",
    "diff",
    "doctor",
    "export",
    "history",
    "holders",
    "meetings",
    "read",
    "readouts",
    "said",
    "search",
    "show",
    "verify",
    "who",
)


class LazyGroup(click.Group):
    """Loads a command's file when it is asked for, so that `legation --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"legation.cli.{cmd_name}"), "command")  # noqa: B009
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run; what is meant for the user is printed without a traceback."""
        try:
            return super().invoke(ctx)
        except LegationError as error:
            raise click.ClickException(str(error)) from error


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="legation")
def main() -> None:
    """Read the press on relations between states; keep a sourced record.

    Start with: legation build FOLDER
    """
