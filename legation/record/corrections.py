"""An analyst's corrections: made once, bound to words, replayed after every build."""

from __future__ import annotations

import json
import re
import sqlite3
from calendar import monthrange
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Literal, get_args, get_origin, get_type_hints

from legation.model import Correction, DateInterval, Entity, Event, Judgement, LegationError
from legation.record.anchors import anchor_of, find_row, moved_row, table_of
from legation.record.derived import touch
from legation.record.people import PERSON_FIELDS, as_told, is_person, judgement_of, keep_person, key_of, side_of
from legation.record.queries import FINDING_TABLES, corrections
from legation.record.rows import DATE_PARTS, columns_of, columns_of_field, fields_of, from_cells, plain, row_id
from legation.record.store import insert, keep_correction

Action = Literal["accept", "reject", "edit", "merge", "split", "add"]


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay did: the judgements that follow from merges and splits, and what no longer fits."""

    judgements: tuple[Judgement, ...]
    unfit: tuple[tuple[str, str], ...]
    """Correction id and reason."""
    fixes: tuple[tuple[str, str, Any], ...] = ()
    """What analysts have said of persons: key (`john-holm@ARTICLE`, or a register id), field, value."""


# ---- making one


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
        _check_field(table, field, value)
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


def _kind_of(table: str) -> type:
    return Event if table == "events" else Entity if table == "entities" else FINDING_TABLES[table]


def _check_field(table: str, field: str | None, value: Any) -> None:
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
        from_cells(kinds[field], field, _cells(table, field, value))
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


def _cells(table: str, field: str, value: Any) -> dict[str, Any]:
    """The columns of one field for a value in exchange form; a person may be an object with `id` and `name`."""
    if field in PERSON_FIELDS and isinstance(value, dict):
        return {field: value["id"]} | ({"speaker_name": value["name"]} if field == "speaker" else {})
    columns = columns_of_field(field, dict(fields_of(_kind_of(table)))[field])
    if value is None or len(columns) == 1:
        cell = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
        return dict.fromkeys(columns, cell)
    if len(columns) == len(DATE_PARTS) and isinstance(value, str | int):
        value = _interval(str(value))
    parts = [value[part] for part in DATE_PARTS] if isinstance(value, dict) else value
    return dict(zip(columns, parts, strict=True))


def _interval(text: str) -> dict[str, str]:
    """`2023`, `2023-06` or `2023-06-18` as the interval that it names. Raises ValueError for anything else."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", text):
        raise ValueError("give YYYY, YYYY-MM or YYYY-MM-DD, or an object with earliest, latest, precision, basis")
    first = date.fromisoformat((text + "-01-01")[:10])
    precision = ("year", "month", "day")[text.count("-")]
    ends = {"day": first, "month": first.replace(day=monthrange(first.year, first.month)[1]),
            "year": first.replace(month=12, day=31)}  # fmt: skip
    return {
        "earliest": first.isoformat(), "latest": ends[precision].isoformat(), "precision": precision, "basis": text,
    }  # fmt: skip


def _new_row(connection: sqlite3.Connection, table: str, value: Any) -> tuple[dict[str, Any], str]:
    """A row to add, with its spans found from its words; and its id."""
    try:
        key, words = value["article"], value["words"]
    except (TypeError, KeyError) as error:
        raise LegationError("a row to add needs `article` and `words`, as a JSON object") from error
    for field in value:
        if field not in ("article", "words"):
            _check_field(table, field, value[field])
    article = connection.execute("SELECT id, path, text FROM articles WHERE id = ? OR path = ?", (key, key)).fetchone()
    if article is None:
        raise LegationError(f"{key}: no such article in the record")
    start = article["text"].find(words)
    if start < 0:
        raise LegationError(f"{article['path']}: the words {words[:60]!r} do not stand in it; copy them exactly")
    letter = {"statements": "s", "accounts": "c"}.get(table, table[0])
    return dict(value) | {"article_path": article["path"]}, row_id(letter, article["id"], start, words, "added")


# ---- replaying all


def replay(connection: sqlite3.Connection) -> Replayed:
    """Apply all corrections of findings in the order in which they were made.

    A row that an analyst has accepted or edited is put back where the program no longer finds it. Events are corrected
    by `correct_events` after merging.
    """
    judgements: dict[tuple[str, str, str], Judgement] = {}
    unfit: list[tuple[str, str]] = []
    fixes: list[tuple[str, str, Any]] = []
    for item in corrections(connection):
        if item.table == "entities" and item.action == "edit":
            key = key_of(connection, json.loads(item.before or "{}"))
            if key is None:
                unfit.append((item.id, f"edit of {item.row}: no article tells of this person any more"))
            else:
                fixes.append((key, item.field or "", json.loads(item.value or "null")))
        elif item.action in ("merge", "split"):
            judgement = _judgement(connection, item)
            if judgement is None:
                unfit.append((item.id, f"{item.action}: the words of one of the two stand nowhere any more"))
            else:
                # The last word on a pair is the one that holds.
                judgements[judgement.kind, judgement.left, judgement.right] = judgement
        elif item.table == "events":
            if item.action != "reject":
                _keep_account_of(connection, item)
        elif (reason := _reason_against(connection, item)) is not None:
            unfit.append((item.id, f"{item.action} of {item.table} {item.row}: {reason}"))
        elif (judgement := _named_elsewhere(connection, item)) is not None:
            judgements[judgement.kind, judgement.left, judgement.right] = judgement
    return Replayed(tuple(judgements.values()), tuple(unfit), tuple(fixes))


def _named_elsewhere(connection: sqlite3.Connection, item: Correction) -> Judgement | None:
    """An analyst who names a speaker by somebody of another article says that the two are one."""
    person = json.loads(item.value or "null") if item.field in PERSON_FIELDS else None
    if not isinstance(person, dict) or "same" not in person:
        return None
    here = {"row": person["id"], "article": item.article, "words": person["name"]}
    return judgement_of(connection, here, person["same"], True, item.why, item.by)


def _judgement(connection: sqlite3.Connection, item: Correction) -> Judgement | None:
    sides = json.loads(item.value or "{}")
    if item.table == "entities":
        return judgement_of(connection, sides["this"], sides["other"], item.action == "merge", item.why, item.by)
    ids = []
    for side in (sides["this"], sides["other"]):
        table = "articles" if item.table == "articles" else "accounts"
        found = find_row(connection, table, side["row"], side["article"], side["words"])
        if found is None and side.get("before"):
            found = _put_row_back(connection, table, side["before"], side["article"])
        if found is None:
            return None
        ids.append(found)
    left, right = sorted(ids)
    verdict: Literal["same", "different"] = "same" if item.action == "merge" else "different"
    kind: Literal["same-article", "same-event"] = "same-article" if item.table == "articles" else "same-event"
    return Judgement(kind, left, right, verdict, 1.0, item.why, item.by)


def _reason_against(connection: sqlite3.Connection, item: Correction) -> str | None:
    """Apply a correction; why it does not fit, or None. One that the tables refuse leaves the record as it was."""
    connection.execute("SAVEPOINT correction")
    try:
        return None if _apply(connection, item) else "its words stand nowhere any more"
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        connection.execute("ROLLBACK TO correction")
        return f"the record cannot hold it ({error})"
    finally:
        connection.execute("RELEASE correction")


def _apply(connection: sqlite3.Connection, item: Correction) -> bool:
    """Whether the correction fits the record as it is now."""
    if item.action == "add":
        return _add(connection, item)
    row = find_row(connection, item.table, item.row, item.article, item.words)
    if item.action == "reject":
        if row is not None:
            connection.execute(f"DELETE FROM {item.table} WHERE id = ?", (row,))
        return True
    if row is None:
        row = _put_back(connection, item)
    if row is None:
        return False
    if item.action == "edit" and item.field is not None:
        person = json.loads(item.value or "null") if item.field in PERSON_FIELDS else None
        if person is not None:
            article = connection.execute(f"SELECT article FROM {item.table} WHERE id = ?", (row,)).fetchone()[0]
            keep_person(connection, article, person)
        _update(connection, item.table, row, _cells(item.table, item.field, json.loads(item.value or "null")))
        if item.field == "speaker" and isinstance(person, dict):
            _rename_last_link(connection, row, person)
    elif item.table in ("statements", "accounts"):
        _update(connection, item.table, row, {"confidence": 1.0})
    return True


def _rename_last_link(connection: sqlite3.Connection, statement: str, person: dict[str, Any]) -> None:
    """A chain ends with the speaker that an analyst has named."""
    (cell,) = connection.execute("SELECT chain FROM statements WHERE id = ?", (statement,)).fetchone()
    links = json.loads(cell)
    if links and links[-1]["role"] == "speaker":
        links[-1] |= {"name": person["name"], "entity": person["id"], "anonymous": False}
        _update(connection, "statements", statement, {"chain": json.dumps(links, ensure_ascii=False)})


def _update(connection: sqlite3.Connection, table: str, row: str, cells: dict[str, Any]) -> None:
    assigned = ", ".join(f'"{name}" = :{name}' for name in cells)
    connection.execute(f"UPDATE {table} SET {assigned} WHERE id = :id_of_row", cells | {"id_of_row": row})


def _put_back(connection: sqlite3.Connection, item: Correction) -> str | None:
    before = json.loads(item.before or "null")
    return before and _put_row_back(connection, item.table, before, item.article)


def _keep_account_of(connection: sqlite3.Connection, item: Correction) -> None:
    """See to it that the account by which a corrected event is known stands, found by the program or not."""
    told = json.loads(item.before or "{}").get("account_row")
    if told and find_row(connection, "accounts", told["id"], item.article, item.words) is None:
        _put_row_back(connection, "accounts", told, item.article)


def _put_row_back(connection: sqlite3.Connection, table: str, before: dict[str, Any], path: str | None) -> str | None:
    """Put a row back where its words stand now; its id, or None where they stand nowhere."""
    row = moved_row(connection, table, before, path)
    if not row:
        return None
    for name in PERSON_FIELDS:
        if row.get(name) is not None:
            keep_person(connection, row["article"], row[name])
    if (
        row.get("said_by")
        and not connection.execute("SELECT 1 FROM statements WHERE id = ?", (row["said_by"],)).fetchone()
    ):
        row["said_by"] = None
    insert(connection, table, [row], "INSERT OR REPLACE")
    return str(row["id"])


def _add(connection: sqlite3.Connection, item: Correction) -> bool:
    given = json.loads(item.value or "{}")
    article = connection.execute("SELECT id, text, outlet FROM articles WHERE path = ?", (item.article,)).fetchone()
    start = article["text"].find(given["words"]) if article else -1
    if start < 0:
        return False
    kind = FINDING_TABLES[item.table]
    span = [start, start + len(given["words"])]
    row = _blank(kind, span) | {name: cell for field in given for name, cell in _given_cells(item.table, field, given)}
    row |= {"article": article["id"], "words": given["words"]}
    if "id" in row or item.table in ("statements", "accounts"):
        row["id"] = item.row
    for name in PERSON_FIELDS:
        if row.get(name):
            keep_person(connection, article["id"], row[name])
    if item.table == "statements" and article["outlet"] and "chain" not in given:
        outlet = {"role": "outlet", "name": article["outlet"], "entity": None, "anonymous": False, "span": None}
        row["chain"] = json.dumps([outlet], ensure_ascii=False)
    insert(connection, item.table, [row | {"id": item.row}], "INSERT OR REPLACE")
    return True


def _given_cells(table: str, field: str, given: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if field in dict(fields_of(FINDING_TABLES[table])) and field not in ("article", "words"):
        yield from _cells(table, field, given[field]).items()


DEFAULTS: dict[str, Any] = {
    "form": "indirect",
    "stance": "neutral",
    "status": "actual",
    "label": "event",
    "bound": "exact",
    "relation": "holds",
    "state": "open",
    "kind": "opinion",
    "confidence": 1.0,
    "historical": 0,
    "alleged": 0,
    "value": 0.0,
    "what": "",
    "office": "",
    "channel": "",
}


def _blank(kind: type, span: list[int]) -> dict[str, Any]:
    """A row with nothing but its place; lists empty, choices at their plainest."""
    row: dict[str, Any] = {}
    kinds = dict(fields_of(kind))
    for name in columns_of(kind):
        listed = "[]" if "tuple" in str(kinds.get(name, "")) else None
        row[name] = DEFAULTS.get(name, listed)
    spans = {"start": span[0], "end": span[1], "trigger_start": span[0], "trigger_end": span[1]}
    row |= {name: value for name, value in spans.items() if name in row}
    row |= {name: json.dumps([span]) for name in ("content", "evidence") if name in row}
    return row


_OWN_WORDS = ("accept", "reject", "edit")
"""What is said of one event alone."""


def correct_events(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Apply the corrections of events to the events just merged; returns those that no longer fit."""
    unfit = []
    made = [item for item in corrections(connection) if item.table == "events" and item.action in _OWN_WORDS]
    for at, item in enumerate(made):
        if item.action == "reject" and any(later.row == item.row for later in made[at + 1 :]):
            # The last word on an event is the one that holds.
            continue
        first = json.loads(json.loads(item.before or "{}")["accounts"])[0]
        account = find_row(connection, "accounts", first, item.article, item.words)
        # What is changed by hand is not what was derived: the next settling derives it anew.
        touch(connection, "account", [account] if account else [])
        found = (
            account and connection.execute("SELECT event FROM event_accounts WHERE account = ?", (account,)).fetchone()
        )
        if not found:
            if item.action != "reject":
                unfit.append((item.id, f"{item.action} of event {item.row}: its words stand nowhere any more"))
        elif item.action == "reject":
            connection.execute("DELETE FROM events WHERE id = ?", (found[0],))
        elif item.action == "edit" and item.field is not None:
            _update(connection, "events", found[0], _cells("events", item.field, json.loads(item.value or "null")))
    return unfit


def keep_unfit(connection: sqlite3.Connection, unfit: list[tuple[str, str]]) -> None:
    """Note which corrections no longer fit; they stay in the list and are tried again with every build."""
    connection.execute("DELETE FROM unfit_corrections")
    insert(connection, "unfit_corrections", [{"correction": key, "reason": reason} for key, reason in unfit])


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
