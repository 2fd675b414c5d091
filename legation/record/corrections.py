"""An analyst's corrections: made once, bound to words, replayed after every build."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Literal

from legation.model import Correction, LegationError
from legation.record.anchors import anchor_of, table_of
from legation.record.fields import check_field
from legation.record.people import as_told, is_person, side_of
from legation.record.queries import FINDING_TABLES, corrections
from legation.record.rows import plain, row_id
from legation.record.store import keep_correction

Action = Literal["accept", "reject", "edit", "merge", "split", "add"]


def make_correction(
    connection: sqlite3.Connection,
    action: Action,
    row: str,
    *,
    by: str,
    why: str,
    field: str | None = None,
    value: Any = None,
    table: str | None = None,
    known: Collection[str] = (),
) -> Correction:
    """Keep one correction of a row, bound to its words. It takes effect with the next settling of the record.

    `value`: for `edit` the new value in exchange form; for `merge` and `split` the id of the other row; for `add` the
    new row in exchange form, with its `article` (id or path) and `words`. `known`: ids of the register's people.
    Raises LegationError for what does not fit.
    """
    if action == "add":
        table = table or ""
        if table not in FINDING_TABLES:
            raise LegationError(f"{table}: no table to add to; there are {', '.join(FINDING_TABLES)}")
        value, row = _new_row(connection, table, value)
        anchor = {"article": value["article_path"], "words": value["words"], "before": None}
    elif row in known or is_person(connection, row):
        table, anchor = "entities", _person_anchor(connection, row, action, known)
    else:
        table, anchor = _anchored(connection, row)
    if table == "articles" and action not in ("merge", "split"):
        raise LegationError(f"{row}: is an article; two articles can be put together or apart as copies, no more")
    if action == "edit":
        check_field(table, field, value)
    if action in ("merge", "split"):
        if value == row:
            raise LegationError(f"{row}: is one row already; name another one")
        is_other_person = str(value) in known or is_person(connection, str(value))
        other = "entities" if is_other_person else table_of(connection, str(value))
        if other != table or table not in ("events", "accounts", "articles", "entities"):
            raise LegationError(
                f"{row}, {value}: only two events, accounts, articles or people can be put together or apart"
            )
        value = {"this": _side(connection, table, row, known), "other": _side(connection, table, str(value), known)}
    at = datetime.now(UTC).replace(microsecond=0)
    number = connection.execute("SELECT count(*) FROM corrections").fetchone()[0]
    correction = Correction(
        id=row_id("k", number, action, row, field, json.dumps(value, sort_keys=True), by, at.isoformat()),
        action=action,
        table=table,
        row=row,
        article=anchor["article"],
        words=anchor["words"],
        field=field,
        value=None if value is None else json.dumps(value, ensure_ascii=False),
        before=None if anchor["before"] is None else json.dumps(anchor["before"], ensure_ascii=False),
        by=by,
        at=at,
        why=why,
    )
    keep_correction(connection, correction)
    return correction


def _anchored(connection: sqlite3.Connection, row: str) -> tuple[str, dict[str, Any]]:
    """The table and anchor of a row; of one that was rejected as it was before."""
    try:
        table = table_of(connection, row)
    except LegationError:
        for item in reversed(corrections(connection)):
            if item.row == row and item.before is not None:
                before = json.loads(item.before)
                return item.table, {"row": row, "article": item.article, "words": item.words, "before": before}
        raise
    anchor = anchor_of(connection, table, row)
    if table in FINDING_TABLES:
        anchor["before"] = as_told(connection, table, anchor["before"])
    return table, anchor


def _person_anchor(connection: sqlite3.Connection, row: str, action: Action, known: Collection[str]) -> dict[str, Any]:
    if action in ("accept", "reject"):
        raise LegationError(f"{row}: is a person; people can be put together or apart, and their fields edited")
    side = side_of(connection, row, row in known)
    return {"row": row, "article": side["article"], "words": side["words"], "before": side}


def _side(connection: sqlite3.Connection, table: str, row: str, known: Collection[str]) -> dict[str, Any]:
    if table == "entities":
        return side_of(connection, row, row in known)
    if not connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row,)).fetchone():
        raise LegationError(f"{row}: was rejected; `--accept` it first")
    anchor = anchor_of(connection, table, row)
    told = anchor.get("account_row", anchor["before"])
    return {"row": anchor.get("account", row), "article": anchor["article"], "words": anchor["words"], "before": told}


def _new_row(connection: sqlite3.Connection, table: str, value: Any) -> tuple[dict[str, Any], str]:
    """A row to add, with its spans found from its words; and its id."""
    try:
        key, words = value["article"], value["words"]
    except (TypeError, KeyError) as error:
        raise LegationError("a row to add needs `article` and `words`, as a JSON object") from error
    for field in value:
        if field not in ("article", "words"):
            check_field(table, field, value[field])
    article = connection.execute("SELECT id, path, text FROM articles WHERE id = ? OR path = ?", (key, key)).fetchone()
    if article is None:
        raise LegationError(f"{key}: no such article in the record")
    start = article["text"].find(words)
    if start < 0:
        raise LegationError(f"{article['path']}: the words {words[:60]!r} do not stand in it; copy them exactly")
    letter = {"statements": "s", "accounts": "c"}.get(table, table[0])
    return dict(value) | {"article_path": article["path"]}, row_id(letter, article["id"], start, words, "added")


def history(connection: sqlite3.Connection, row: str) -> list[dict[str, Any]]:
    """A row's life: when its article was recorded, and each correction of it."""
    life: list[dict[str, Any]] = []
    for table in FINDING_TABLES:
        held = connection.execute(
            f"SELECT a.recorded, a.path, t.words FROM {table} t JOIN articles a ON a.id = t.article WHERE t.id = ?",
            (row,),
        ).fetchone()
        if held:
            life.append({"action": "recorded", "table": table, "at": held[0], "article": held[1], "words": held[2]})
    return life + [told for told in history_of_all(connection) if row == told["row"] or row in (told["value"] or "")]


def history_of_all(connection: sqlite3.Connection) -> list[dict[str, Any]]:
    """Every correction in the order in which they were made; `was`: the value before, `unfit`: why it fits no more."""
    unfit = {row["correction"]: row["reason"] for row in connection.execute("SELECT * FROM unfit_corrections")}
    return [dict(plain(item)) | {"was": _was(item), "unfit": unfit.get(item.id)} for item in corrections(connection)]


def _was(item: Correction) -> Any:
    """What an edited field held when it was edited."""
    if item.action != "edit" or item.before is None or item.field is None:
        return None
    before = json.loads(item.before)
    return before.get(item.field, before.get(f"{item.field}_basis"))
