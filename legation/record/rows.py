"""Frozen dataclasses into database rows and exchange objects, and rows back into dataclasses."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, cast

from legation.model import DateInterval, Span

Value = TypeVar("Value")
DATE_PARTS = ("earliest", "latest", "precision", "basis")


def _inner(kind: Any) -> Any:
    """The type without `| None`."""
    if isinstance(kind, types.UnionType):
        return next(part for part in typing.get_args(kind) if part is not type(None))
    return kind


_FIELDS: dict[Any, tuple[tuple[str, Any], ...]] = {}


def fields_of(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Each field of a dataclass with its type, `| None` left out."""
    if kind not in _FIELDS:
        hints = typing.get_type_hints(kind)
        _FIELDS[kind] = tuple((field.name, _inner(hints[field.name])) for field in dataclasses.fields(kind))
    return _FIELDS[kind]


def columns_of_field(name: str, inner: Any) -> list[str]:
    """The columns that one field takes in a table: a date takes four, a span two."""
    if inner is DateInterval:
        return [f"{name}_{part}" for part in DATE_PARTS]
    return [f"{name}_start", f"{name}_end"] if inner is Span else [name]


def columns_of(kind: type) -> list[str]:
    """The columns that a dataclass takes in a table."""
    return [column for name, inner in fields_of(kind) for column in columns_of_field(name, inner)]


def plain(value: Any) -> Any:
    """A value as JSON has it: dataclasses become objects, spans pairs, dates ISO text."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def to_row(value: Any) -> dict[str, Any]:
    """The columns of one dataclass instance."""
    row: dict[str, Any] = {}
    for name, inner in fields_of(type(value)):
        item = getattr(value, name)
        if inner is DateInterval:
            parts = (None,) * 4 if item is None else (item.earliest, item.latest, item.precision, item.basis)
            row |= {f"{name}_{part}": plain(cell) for part, cell in zip(DATE_PARTS, parts, strict=True)}
        elif inner is Span:
            row |= {f"{name}_start": item and item[0], f"{name}_end": item and item[1]}
        elif typing.get_origin(inner) is tuple:
            row[name] = json.dumps(plain(item), ensure_ascii=False)
        elif isinstance(item, bool):
            row[name] = int(item)
        else:
            row[name] = plain(item)
    return row


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _build(kind: Any, item: Any) -> Any:
    """A JSON value as the annotated type wants it."""
    kind = _inner(kind)
    if item is None:
        return None
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        hints = typing.get_type_hints(kind)
        return kind(*(_build(hints[name], part) for name, part in zip(kind._fields, item, strict=True)))
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)
        if len(inner) == 2 and inner[1] is Ellipsis:
            return tuple(_build(inner[0], part) for part in item)
        return tuple(_build(part, cell) for part, cell in zip(inner, item, strict=True))
    if dataclasses.is_dataclass(kind):
        made: Any = kind
        return made(**{name: _build(part, item[name]) for name, part in fields_of(kind) if name in item})
    return item


def from_cells(inner: Any, name: str, row: Mapping[str, Any]) -> Any:
    """The value of one field from its columns. Raises ValueError or TypeError for cells that are no such value."""
    return _reader_of(inner, name)(row)


@cache
def _reader_of(inner: Any, name: str) -> Callable[[Mapping[str, Any]], Any]:
    """What reads one field of a row; made once, for a record holds many rows."""
    if inner is DateInterval:
        earliest, latest, precision, basis = (f"{name}_{part}" for part in DATE_PARTS)
        return lambda row: (
            DateInterval(_day(row[earliest]), _day(row[latest]), row[precision], row[basis]) if row[precision] else None
        )
    if inner is Span:
        start, end = f"{name}_start", f"{name}_end"
        return lambda row: None if row[start] is None else Span(row[start], row[end])
    read = _cell_reader_of(inner)
    return lambda row: None if row[name] is None else read(row[name])


def _cell_reader_of(inner: Any) -> Callable[[Any], Any]:
    if typing.get_origin(inner) is tuple:
        return lambda cell: () if cell == "[]" else _build(inner, json.loads(cell))
    if typing.get_origin(inner) is typing.Literal:
        allowed = typing.get_args(inner)
        return lambda cell: _choice(cell, allowed)
    if inner is bool:
        return bool
    return datetime.fromisoformat if inner is datetime else lambda cell: cell


def _choice(cell: Any, allowed: tuple[Any, ...]) -> Any:
    if cell not in allowed:
        raise ValueError(f"{cell!r} is not one of {', '.join(map(str, allowed))}")
    return cell


@cache
def _readers_of(kind: Any) -> tuple[tuple[str, Callable[[Mapping[str, Any]], Any]], ...]:
    return tuple((name, _reader_of(inner, name)) for name, inner in fields_of(kind))


def from_row(kind: type[Value], row: Mapping[str, Any]) -> Value:
    """The dataclass instance that a row of its table holds."""
    return kind(**{name: read(row) for name, read in _readers_of(cast(Hashable, kind))})


def row_id(letter: str, *parts: object) -> str:
    """An id that derives from content: a letter and 16 hex digits."""
    text = "\0".join("" if part is None else str(part) for part in parts)
    return letter + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
