"""Who said what: attributions as spans, and statements with speaker, chain, form, stance, issues and date."""

from legation.reading.statements.attributions import Attribution, find_attributions
from legation.reading.statements.find import find_statements
from legation.reading.statements.model import AttributionModel, load_attribution_model
from legation.reading.statements.tables import StatementTables, load_statement_tables

__all__ = [
    "Attribution",
    "AttributionModel",
    "StatementTables",
    "find_attributions",
    "find_statements",
    "load_attribution_model",
    "load_statement_tables",
]
