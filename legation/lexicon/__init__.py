"""Data tables into checked rows."""

from legation.lexicon.table import read_table

__all__ = ["read_table"]
