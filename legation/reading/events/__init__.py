"""Events: who did what to whom, in one article."""

from legation.reading.events.accounts import find_accounts
from legation.reading.events.tables import EventTables, load_event_tables

__all__ = ["EventTables", "find_accounts", "load_event_tables"]
