"""One row of the record by its id: an event with its accounts and links, a statement or another finding."""

from __future__ import annotations

from typing import Any

from legation.model import Event, Statement
from legation.record import queries
from legation.record.rows import plain
from legation.reporting import views
from legation.reporting.chronology import event_text
from legation.reporting.events import event_object
from legation.reporting.shelf import Shelf
from legation.reporting.wording import when


def row_of(shelf: Shelf, key: str) -> dict[str, Any] | None:
    """One event, statement or other finding by its id, or None if `key` is the id of none."""
    event = queries.event(shelf.connection, key)
    if event is not None:
        return _event(shelf, event)
    found = queries.finding(shelf.connection, key)
    if found is None:
        return None
    table, item, words = found
    (article,) = queries.articles(shelf.connection, [item.article])
    if isinstance(item, Statement):
        return views.statement_row(item, article, shelf.entities)
    return {"id": key, "table": table} | dict(plain(item)) | {"words": words, "article": article.path}


def _event(shelf: Shelf, event: Event) -> dict[str, Any]:
    accounts = {item.id: item for item in queries.accounts_of(shelf.connection, event.id)}
    named = sorted({item.article for item in accounts.values()})
    articles = {item.id: item for item in queries.articles(shelf.connection, named)}
    row = views.event_row(event, accounts, articles, shelf.entities)
    row |= event_object(event, list(accounts.values()), articles, shelf.entities)
    return row | {"linked": _links(shelf, event.id)}


def _links(shelf: Shelf, event: str) -> list[str]:
    """The events before and after in the same thread: `planned-held: … (reason)`."""
    return [
        f"{item.link}: {when(other.date)} {event_text(other, shelf.entities)} {other.id} ({item.reason})"
        for item, other in queries.linked_events(shelf.connection, event)
    ]
