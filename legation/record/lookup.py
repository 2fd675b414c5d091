"""Rows of the record by their ids, read when they are first asked for."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from legation.model import Account, Article, Entity
from legation.record import queries


class HasId(Protocol):
    """A value with an id."""

    @property
    def id(self) -> str: ...


Value = TypeVar("Value", bound=HasId)


class ById(Mapping[str, Value]):
    """Values by id, each read when it is first asked for; all of them only where they are listed."""

    def __init__(self, read: Callable[[Sequence[str] | None], Sequence[Value]]) -> None:
        """`read` gives the values of some ids, or (None) all in order."""
        self._read = read
        self._held: dict[str, Value | None] = {}
        self._whole = False

    def load(self, ids: Iterable[str]) -> None:
        """Read at once what will be asked for one by one."""
        missing = [] if self._whole else sorted({id for id in ids if id not in self._held})
        if missing:
            self._held |= dict.fromkeys(missing)
            self._held |= {value.id: value for value in self._read(missing)}

    def __getitem__(self, id: str) -> Value:
        self.load([id])
        value = self._held.get(id)
        if value is None:
            raise KeyError(id)
        return value

    def __iter__(self) -> Iterator[str]:
        if not self._whole:
            self._held = {value.id: value for value in self._read(None)}
            self._whole = True
        return iter(self._held)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def articles_by_id(connection: sqlite3.Connection) -> ById[Article]:
    """The articles whose files are still there."""
    return ById(lambda ids: queries.articles(connection) if ids is None else queries.present_articles(connection, ids))


def entities_by_id(connection: sqlite3.Connection) -> ById[Entity]:
    """The entities that a present article names."""
    return ById(lambda ids: queries.entities(connection, ids))


def accounts_by_id(connection: sqlite3.Connection) -> ById[Account]:
    """The accounts of present articles."""

    def read(ids: Sequence[str] | None) -> list[Account]:
        if ids is None:
            return queries.findings_of(connection, "accounts")
        return queries.findings_with(connection, "accounts", ids)

    return ById(read)
