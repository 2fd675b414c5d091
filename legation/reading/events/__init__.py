"""Events: who did what to whom, in one article."""

from legation.reading.events.accounts import EventTools, find_accounts
from legation.reading.events.groups import with_groups, without_idle_groups
from legation.reading.events.tables import EventTables, read_tables

__all__ = ["EventTables", "EventTools", "find_accounts", "read_tables", "with_groups", "without_idle_groups"]
