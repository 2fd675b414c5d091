"""What the rows for people are made of: articles, entities and accounts, read when they are asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from legation.model import Event, Statement
from legation.record.lookup import accounts_by_id, articles_by_id, entities_by_id
from legation.reporting import views
from legation.reporting.chronology import Line, event_line, statement_line


class Shelf:
    """The values of one record by their ids, and rows made of them."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.articles = articles_by_id(connection)
        self.entities = entities_by_id(connection)
        self.accounts = accounts_by_id(connection)

    def statement_row(self, statement: Statement) -> dict[str, Any]:
        """One statement for people."""
        return views.statement_row(statement, self.articles[statement.article], self.entities)

    def statement_rows(self, statements: Sequence[Statement]) -> list[dict[str, Any]]:
        """Statements for people, in the same order."""
        self._load_of(statements)
        return [self.statement_row(statement) for statement in statements]

    def event_rows(self, events: Sequence[Event]) -> list[dict[str, Any]]:
        """Events for people, in the same order."""
        self._load_told(events)
        return [views.event_row(event, self.accounts, self.articles, self.entities) for event in events]

    def lines(self, events: Sequence[Event], statements: Sequence[Statement]) -> list[Line]:
        """Events and statements as lines of a chronology, in the same order."""
        self._load_told(events)
        self._load_of(statements)
        told = [event_line(event, self.accounts, self.articles, self.entities) for event in events]
        return told + [statement_line(item, self.articles[item.article], self.entities) for item in statements]

    def _load_of(self, statements: Sequence[Statement]) -> None:
        self.articles.load(statement.article for statement in statements)
        named = [(item.speaker, *item.targets, *item.addressees) for item in statements]
        self.entities.load(key for keys in named for key in keys if key)

    def _load_told(self, events: Sequence[Event]) -> None:
        ids = [key for event in events for key in event.accounts]
        self.accounts.load(ids)
        self.articles.load(self.accounts[key].article for key in ids if key in self.accounts)
        named = [(*event.sources, *event.targets, event.place, event.asked_by) for event in events]
        self.entities.load(key for keys in named for key in keys if key)
