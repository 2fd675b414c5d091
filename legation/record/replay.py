"""All corrections applied again, after every build: to findings before merging, to events after it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from legation.model import Correction, Judgement
from legation.record.anchors import find_row, moved_row
from legation.record.derived import touch
from legation.record.fields import cells_of
from legation.record.people import PERSON_FIELDS, judgement_of, keep_person, key_of
from legation.record.queries import FINDING_TABLES, corrections
from legation.record.rows import columns_of, fields_of
from legation.record.store import insert


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay did: the judgements that follow from merges and splits, and what no longer fits."""

    judgements: tuple[Judgement, ...]
    unfit: tuple[tuple[str, str], ...]
    """Correction id and reason."""
    fixes: tuple[tuple[str, str, Any], ...] = ()
    """What analysts have said of persons: key (`john-holm@ARTICLE`, or a register id), field, value."""


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
        _update(connection, item.table, row, cells_of(item.table, item.field, json.loads(item.value or "null")))
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
        yield from cells_of(table, field, given[field]).items()


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
            _update(connection, "events", found[0], cells_of("events", item.field, json.loads(item.value or "null")))
    return unfit


def keep_unfit(connection: sqlite3.Connection, unfit: list[tuple[str, str]]) -> None:
    """Note which corrections no longer fit; they stay in the list and are tried again with every build."""
    connection.execute("DELETE FROM unfit_corrections")
    insert(connection, "unfit_corrections", [{"correction": key, "reason": reason} for key, reason in unfit])
