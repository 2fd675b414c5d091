"""The command line: one file a command."""

from legation.cli.group import main

__all__ = ["main"]
