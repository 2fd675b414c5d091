"""Libraries that only some formats need: loaded when such a file comes."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from legation.intake.sources import SourceError


def format_library(name: str) -> ModuleType:
    """The module, or a SourceError that says how to install it."""
    try:
        return import_module(name)
    except ImportError as error:
        raise SourceError(f"needs {name}: pip install 'legation[formats]'") from error
