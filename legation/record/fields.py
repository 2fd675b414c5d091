"""The fields of a table: what each may hold, and its columns for a value in exchange form."""

from __future__ import annotations

import json
from typing import Any, Literal, get_args, get_origin, get_type_hints

from legation.model import DateInterval, Entity, Event, LegationError
from legation.model.dates import interval_named
from legation.record.people import PERSON_FIELDS
from legation.record.queries import FINDING_TABLES
from legation.record.rows import DATE_PARTS, columns_of_field, fields_of, from_cells, plain


def _kind_of(table: str) -> type:
    return Event if table == "events" else Entity if table == "entities" else FINDING_TABLES[table]


def check_field(table: str, field: str | None, value: Any) -> None:
    """Refuse a field or value that the table cannot hold."""
    kinds = dict(fields_of(_kind_of(table)))
    fixed = ("id", "article", "accounts", "start", "end", *(("kind",) if table == "entities" else ()))
    names = [name for name in kinds if name not in fixed]
    if field not in names:
        raise LegationError(f"{field}: {table} have no such field; there are {', '.join(names)}")
    if not _may_hold(_kind_of(table), field, kinds[field], value):
        shown = json.dumps(value, ensure_ascii=False)
        raise LegationError(f"{field}: {shown} is not a value of it; it holds {_told_kind(kinds[field])}")
    try:
        from_cells(kinds[field], field, cells_of(table, field, value))
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        shown = json.dumps(value, ensure_ascii=False)
        raise LegationError(f"{field}: {shown} is not a value of it; it holds {_told_kind(kinds[field])}") from error


def _may_hold(owner: type, field: str, kind: Any, value: Any) -> bool:
    """Whether a value is of the field's plain type; None only where the field may be empty."""
    if value is None:
        return type(None) in get_args(get_type_hints(owner)[field])
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and (field != "confidence" or value <= 1)
    if kind is str:
        return isinstance(value, str) or (field in PERSON_FIELDS and isinstance(value, dict))
    if get_origin(kind) is tuple and get_args(kind)[:1] == (str,):
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return True


def _told_kind(kind: Any) -> str:
    """What a field holds, as a reader is told."""
    if get_origin(kind) is Literal:
        return "one of " + ", ".join(map(str, get_args(kind)))
    if get_origin(kind) is tuple:
        return 'a list such as ["CHN", "USA"]' if get_args(kind)[:1] == (str,) else "a list of its own kind"
    if kind is DateInterval:
        return "a date as YYYY, YYYY-MM or YYYY-MM-DD"
    return {float: "a number", str: "text", bool: "true or false"}.get(kind, "a span such as [12, 40]")


def cells_of(table: str, field: str, value: Any) -> dict[str, Any]:
    """The columns of one field for a value in exchange form; a person may be an object with `id` and `name`."""
    if field in PERSON_FIELDS and isinstance(value, dict):
        return {field: value["id"]} | ({"speaker_name": value["name"]} if field == "speaker" else {})
    columns = columns_of_field(field, dict(fields_of(_kind_of(table)))[field])
    if value is None or len(columns) == 1:
        cell = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        return dict.fromkeys(columns, cell)
    if len(columns) == len(DATE_PARTS) and isinstance(value, str | int):
        value = plain(interval_named(str(value)))
    parts = [value[part] for part in DATE_PARTS] if isinstance(value, dict) else value
    return dict(zip(columns, parts, strict=True))
