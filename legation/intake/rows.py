"""Dumps (JSON Lines, JSON, CSV, TSV) into items, one a row."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from legation.intake.columns import find_columns
from legation.intake.compose import compose
from legation.intake.decode import decode
from legation.intake.items import Item, Read
from legation.intake.lines import paragraphs_of
from legation.intake.markup import Part
from legation.intake.page import fragment_parts, is_fragment
from legation.intake.webpage import read_page

_MANY = 3
"""Bad lines that a problem names before it only counts them."""
_LISTS = ("articles", "items", "results", "data", "docs", "documents", "entries", "rows", "stories", "posts")


def read_jsonl(data: bytes, columns: Mapping[str, str] | None) -> Read:
    """One object a line; a line that is no object is named in the problem and the rest goes on."""
    rows: list[tuple[int, dict[str, Any]]] = []
    bad: list[int] = []
    for number, line in enumerate(decode(data).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line, strict=False)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            rows.append((number, value))
        else:
            bad.append(number)
    return _read_rows(rows, columns, bad)


def read_json(data: bytes, columns: Mapping[str, str] | None) -> Read:
    """A JSON file: a list of objects, an object that holds such a list, or one object. JSON Lines are taken too."""
    try:
        value = json.loads(decode(data), strict=False)
    except (ValueError, RecursionError):
        return read_jsonl(data, columns)
    if isinstance(value, dict):
        value = next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])
    rows = value if isinstance(value, list) else [value]
    good = [(number, row) for number, row in enumerate(rows, start=1) if isinstance(row, dict)]
    return _read_rows(good, columns, [number for number, row in enumerate(rows, start=1) if not isinstance(row, dict)])


def read_csv(data: bytes, columns: Mapping[str, str] | None) -> Read:
    """A table with a header line; commas, semicolons, tabs or bars divide its cells."""
    text = decode(data)
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    first = text.split("\n", 1)[0]
    sign = max(",;\t|", key=first.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign)
    rows: list[tuple[int, dict[str, Any]]] = []
    bad: list[int] = []
    try:
        for number, row in enumerate(reader, start=1):
            cells = {name: value for name, value in row.items() if name is not None and value is not None}
            (rows if cells else bad).append((number, cells) if cells else number)  # type: ignore[arg-type]
    except csv.Error as error:
        return Read(
            _items(rows, columns)[0], f"line {reader.line_num} is no table row ({error}); the rows before it were read"
        )
    return _read_rows(rows, columns, bad)


def _read_rows(rows: list[tuple[int, dict[str, Any]]], columns: Mapping[str, str] | None, bad: list[int]) -> Read:
    items, without = _items(rows, columns)
    bad = sorted(bad + without)
    if not bad:
        return Read(items, None if items else "holds no rows; nothing to read")
    shown = ", ".join(str(number) for number in bad[:_MANY]) + (", ..." if len(bad) > _MANY else "")
    if not items:
        names = sorted({name for _, row in rows for name in row})[:12]
        hint = (
            f"its columns are {', '.join(names)}; name yours with --columns text=..."
            if names
            else "it holds no objects"
        )
        return Read((), f"no row has a text that Legation recognises; {hint}")
    return Read(
        items,
        f"{len(bad)} of {len(bad) + len(items)} rows have no text or are broken (row {shown}); the others were read",
    )


def _items(
    rows: Iterable[tuple[int, dict[str, Any]]], columns: Mapping[str, str] | None
) -> tuple[tuple[Item, ...], list[int]]:
    rows = list(rows)
    names = list(dict.fromkeys(name for _, row in rows for name in row))
    chosen = find_columns(names, columns) if rows else {}
    found: list[Item] = []
    bad: list[int] = []
    for number, row in rows:
        item = _item(str(number), row, chosen)
        if item is None:
            bad.append(number)
        else:
            found.append(item)
    return tuple(found), bad


def _item(locator: str, row: dict[str, Any], chosen: Mapping[str, str]) -> Item | None:
    cells = {field: words for field, column in chosen.items() if (words := _words(row.get(column)))}
    title = cells.get("title")
    data = json.dumps(row, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    source = cells.get("html") or cells.get("text")
    if source is None:
        return None
    looks_html = "html" in cells or _is_markup(source)
    if looks_html and not is_fragment(source):
        page = read_page(source, cells.get("url"))
        text, blocks = page.text, page.blocks
        title = title or page.title
    else:
        parts: Iterable[Part] = fragment_parts(source) if looks_html else _parts(source)
        text, blocks = compose(title, parts, cells.get("author"))
    if not text:
        return None
    return Item(
        text=text,
        blocks=blocks,
        locator=locator,
        data=data,
        url=cells.get("url"),
        title=title,
        author=cells.get("author"),
        outlet=cells.get("outlet"),
        agency=cells.get("agency"),
        date=cells.get("date"),
        language=cells.get("language"),
    )


def _is_markup(text: str) -> bool:
    head = text[:2000].lower()
    return any(sign in head for sign in ("<p>", "<p ", "<div", "<br", "<html", "<span"))


def _parts(text: str) -> Iterator[Part]:
    for paragraph in paragraphs_of(text.replace("\r\n", "\n").replace("\r", "\n")):
        yield paragraph.text, None


def _words(value: object) -> str:
    """A cell as text: lists of paragraphs one under the other, lists of names with commas, dates as they stand."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("title") or value.get("text"))
    if isinstance(value, list):
        parts = [part for part in map(_words, value) if part]
        return ("\n" if any(len(part) > 80 for part in parts) else ", ").join(parts)
    return str(value)
