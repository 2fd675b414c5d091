"""Legation reads the press on relations between states and keeps a sourced record.

import legation as lg

record = lg.build("press/")
record.statements(speaker="Wang Yi").to_pandas()
"""

from typing import TYPE_CHECKING, Any

from legation.model import LegationError

if TYPE_CHECKING:
    from legation.api import Record, build, open, read, who

__version__ = "0.1.0"
__all__ = ["LegationError", "Record", "build", "open", "read", "who"]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    # The parser takes a second to import: only those who ask for the API pay for it.
    if name in {"Record", "build", "open", "read", "who"}:
        from legation import api

        return getattr(api, name)
    raise AttributeError(f"module 'legation' has no attribute {name!r}")
