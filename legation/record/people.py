"""Persons of the record: renamed where several share a name, found again for corrections, fixed by an analyst."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from legation.model import Judgement, LegationError
from legation.record.anchors import table_of
from legation.record.derived import touch
from legation.record.queries import CURRENT
from legation.record.store import insert

PERSON_FIELDS = ("speaker", "claimant", "person", "entity")
ACTOR_LISTS = ("addressees", "targets", "sources")
_SINGLE = (("mentions", "entity"), ("tenures", "person"), ("statements", "speaker"), ("figures", "claimant"))
_LISTED = (
    ("statements", "addressees"), ("statements", "targets"), ("statements", "chain"), ("accounts", "sources"),
    ("accounts", "targets"), ("accounts", "actor_codes"), ("channels", "parties"),
)  # fmt: skip


# ---- the ids that all articles together give


def restore_told_ids(connection: sqlite3.Connection) -> None:
    """Put back the ids that each article alone gives its persons, so that all can be judged anew."""
    for row in connection.execute("SELECT article, id, row FROM told_people ORDER BY article, told").fetchall():
        connection.execute("DELETE FROM article_entities WHERE article = ? AND id = ?", (row["article"], row["id"]))
    for row in connection.execute("SELECT row FROM told_people ORDER BY article, told").fetchall():
        told = json.loads(row["row"])
        insert(connection, "entities", [{name: told[name] for name in told if name != "article"}], "INSERT OR IGNORE")
        insert(connection, "article_entities", [told])
    for row in connection.execute('SELECT "table", row, "column", cell FROM told_cells').fetchall():
        connection.execute(f'UPDATE "{row[0]}" SET "{row[2]}" = ? WHERE id = ?', (row[3], row[1]))
    connection.execute("DELETE FROM told_people")
    connection.execute("DELETE FROM told_cells")


Shown = dict[tuple[str, str, str], str]
"""The cell of each (table, row, column) that holds another id than its article alone gives."""


def shown_cells(connection: sqlite3.Connection) -> Shown:
    """The renamed cells as they stand."""
    found: Shown = {}
    for table, row, column in connection.execute('SELECT "table", row, "column" FROM told_cells').fetchall():
        cell = connection.execute(f'SELECT "{column}" FROM "{table}" WHERE id = ?', (row,)).fetchone()
        if cell is not None:
            found[table, row, column] = cell[0]
    return found


def touch_renamed(connection: sqlite3.Connection, before: Shown) -> None:
    """Count as touched the rows whose cells were shown otherwise before."""
    after = shown_cells(connection)
    for table, row, column in sorted({key for key in {*before, *after} if before.get(key) != after.get(key)}):
        # The record's triggers say what a changed row touches; its speaker until now is touched too.
        connection.execute(f'UPDATE "{table}" SET id = id WHERE id = ?', (row,))
        if (table, column) == ("statements", "speaker"):
            touch(connection, "speaker", [before.get((table, row, column)) or ""])


def rename_people(connection: sqlite3.Connection, ids: Mapping[tuple[str, str], str]) -> None:
    """Give persons their ids among all articles: `ids` by (article, id that the article alone gives)."""
    by_article: dict[str, dict[str, str]] = defaultdict(dict)
    for (article, told), id in ids.items():
        by_article[article][told] = id
    for article in sorted(by_article):
        _rename(connection, article, by_article[article])


def _rename(connection: sqlite3.Connection, article: str, ids: Mapping[str, str]) -> None:
    told = {row["id"]: dict(row) for row in _entities_of(connection, article) if row["id"] in {*ids, *ids.values()}}
    cells = [*_single_cells(connection, article, ids), *_listed_cells(connection, article, ids)]
    for id in told:
        connection.execute("DELETE FROM article_entities WHERE article = ? AND id = ?", (article, id))
    joined: dict[str, dict[str, Any]] = {}
    for old, row in sorted(told.items(), key=lambda item: item[0] in ids):
        id = ids.get(old, old)
        kept = (article, old, id, json.dumps(row, ensure_ascii=False))
        connection.execute("INSERT INTO told_people VALUES (?, ?, ?, ?)", kept)
        joined[id] = _joined(joined[id], row) if id in joined else row | {"id": id}
    for row in joined.values():
        insert(connection, "entities", [{name: row[name] for name in row if name != "article"}], "INSERT OR IGNORE")
        insert(connection, "article_entities", [row])
    for table, key, column, before, after in cells:
        connection.execute("INSERT INTO told_cells VALUES (?, ?, ?, ?, ?)", (article, table, key, column, before))
        connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE id = ?', (after, key))


def _entities_of(connection: sqlite3.Connection, article: str) -> list[sqlite3.Row]:
    return connection.execute("SELECT * FROM article_entities WHERE article = ? ORDER BY id", (article,)).fetchall()


def _joined(one: dict[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """Two persons of one article whom an analyst has joined: the first name stands, all others are aliases."""
    names = {*json.loads(one["aliases"]), *json.loads(other["aliases"]), other["name"]} - {one["name"]}
    return one | {
        "country": one["country"] or other["country"],
        "wikidata": one["wikidata"] or other["wikidata"],
        "aliases": json.dumps(sorted(names), ensure_ascii=False),
    }


_Cell = tuple[str, str, str, str, str]
"""Table, row, column, the cell as told, the cell as it becomes."""


def _single_cells(connection: sqlite3.Connection, article: str, ids: Mapping[str, str]) -> list[_Cell]:
    return [
        (table, row["id"], column, row[column], ids[row[column]])
        for table, column in _SINGLE
        for row in connection.execute(f"SELECT id, {column} FROM {table} WHERE article = ?", (article,))
        if row[column] in ids
    ]


def _listed_cells(connection: sqlite3.Connection, article: str, ids: Mapping[str, str]) -> list[_Cell]:
    found: list[_Cell] = []
    for table, column in _LISTED:
        for row in connection.execute(f"SELECT id, {column} FROM {table} WHERE article = ?", (article,)):
            old = json.loads(row[column])
            new = [_renamed(item, ids) for item in old]
            if new != old:
                found.append((table, row["id"], column, row[column], json.dumps(new, ensure_ascii=False)))
    return found


def _renamed(item: Any, ids: Mapping[str, str]) -> Any:
    """A listed id, or a link of a chain, under the id that it has among all articles."""
    if isinstance(item, dict):
        return item | {"entity": ids.get(item["entity"], item["entity"])} if item.get("entity") else item
    return ids.get(item, item)


def as_told(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row of findings with the ids that its article alone gives."""
    cells = connection.execute(
        'SELECT "column", cell FROM told_cells WHERE article = ? AND "table" = ? AND row = ?',
        (row["article"], table, row["id"]),
    )
    return dict(row) | {str(column): cell for column, cell in cells}


def people_ids(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """The id among all articles of each person whom his article alone calls otherwise, by (article, id there)."""
    rows = connection.execute("SELECT article, told, id FROM told_people")
    return {(article, told): id for article, told, id in rows if told != id}


def told_id(connection: sqlite3.Connection, article: str, id: str) -> str:
    """The id that an article alone gives the person who has `id` among all articles."""
    found = connection.execute(
        "SELECT told FROM told_people WHERE article = ? AND id = ? ORDER BY told", (article, id)
    ).fetchone()
    return str(found[0]) if found else id


def told_here(connection: sqlite3.Connection, row: str, id: str) -> tuple[str, bool]:
    """The id by which the article of a row tells of a person, and True; or one that is free there, and False.

    Raises LegationError if no table of findings has the row.
    """
    table = table_of(connection, row)
    article = str(connection.execute(f"SELECT article FROM {table} WHERE id = ?", (row,)).fetchone()[0])
    listed = {held["id"] for held in _entities_of(connection, article)}
    told = told_id(connection, article, id)
    if id in listed:
        return told, True
    numbered = [id, *(f"{id}-{number}" for number in range(2, len(listed) + 3))]
    used = listed | {row[0] for row in connection.execute("SELECT told FROM told_people WHERE article = ?", (article,))}
    return next(name for name in numbered if name not in used), False


# ---- corrections of persons


def is_person(connection: sqlite3.Connection, row: str) -> bool:
    """Whether a row named in a correction is a person: `john-holm`, or `john-holm@vienna.txt` in one article."""
    id, mark, _ = row.partition("@")
    found = connection.execute("SELECT kind FROM entities WHERE id = ?", (id,)).fetchone()
    return bool(mark) if found is None else bool(found[0] == "person")


def side_of(connection: sqlite3.Connection, row: str, known: bool = False) -> dict[str, Any]:
    """What a person is found again by: the article that tells him first (or is named), his id there, his name.

    `known`: the register has him; then his id is enough, where no article is named. Raises LegationError.
    """
    id, mark, place = row.partition("@")
    if known and not mark:
        return {"row": id, "article": None, "words": None}
    cells = {"id": id, "place": place}
    where = f"e.kind = 'person' AND e.{CURRENT} AND (:place = '' OR a.id = :place OR a.path = :place)"
    order = "ORDER BY coalesce(a.published_earliest, '9999'), a.id"
    found = connection.execute(
        "SELECT e.article, e.name, a.path, NULL AS told FROM article_entities e JOIN articles a ON a.id = e.article "
        f"WHERE e.id = :id AND {where} {order}",
        cells,
    ).fetchone()
    # The id that the article alone gives will do where it is nobody else's now.
    found = (
        found
        or connection.execute(
            "SELECT e.article, e.name, a.path, t.told FROM told_people t JOIN articles a ON a.id = t.article "
            f"JOIN article_entities e ON e.article = t.article AND e.id = t.id WHERE t.told = :id AND {where} {order}",
            cells,
        ).fetchone()
    )
    if found is None:
        raise LegationError(f"{row}: no article{f' {place}' * bool(mark)} tells of this person")
    told = found["told"] or told_id(connection, found["article"], id)
    return {"row": told, "article": found["path"], "words": found["name"]}


def key_of(connection: sqlite3.Connection, side: Mapping[str, Any]) -> str | None:
    """The key by which judgements name the person of a side now: `john-holm@ARTICLE`; None where nobody tells of him.

    For use while each article's own ids stand in the record.
    """
    if side["article"] is None:
        return str(side["row"])
    for where in ("a.path = :article AND e.id = :row", "a.path = :article AND e.name = :words",
                  "e.id = :row AND e.name = :words"):  # fmt: skip
        found = connection.execute(
            f"SELECT e.id, e.article FROM article_entities e JOIN articles a ON a.id = e.article "
            f"WHERE {where} AND e.kind = 'person' AND e.{CURRENT} ORDER BY e.article, e.id",
            dict(side),
        ).fetchone()
        if found:
            return f"{found['id']}@{found['article']}"
    return None


def judgement_of(
    connection: sqlite3.Connection, this: Mapping[str, Any], other: Mapping[str, Any], same: bool, why: str, by: str
) -> Judgement | None:
    """An analyst's word on two persons; None where one of them is told of nowhere any more."""
    keys = [key_of(connection, side) for side in (this, other)]
    if keys[0] is None or keys[1] is None:
        return None
    left, right = sorted(key for key in keys if key)
    return Judgement("same-person", left, right, "same" if same else "different", 1.0, why, by)


def keep_person(connection: sqlite3.Connection, article: str, person: Mapping[str, Any] | str) -> None:
    """See to it that an article tells of a person (or another actor): as given, or by an id alone."""
    id = person if isinstance(person, str) else str(person["id"])
    held = connection.execute(
        "SELECT kind, name, country, wikidata, aliases FROM entities WHERE id = ?", (id,)
    ).fetchone()
    row: dict[str, Any] = {"kind": "person", "name": id.replace("-", " ").title(), "country": None, "wikidata": None}
    row |= {"aliases": "[]"} | (dict(held) if held else {})
    if not isinstance(person, str):
        row |= {name: person[name] for name in ("kind", "name", "country", "wikidata") if name in person}
        row |= {"aliases": json.dumps(person.get("aliases", []), ensure_ascii=False)}
    insert(connection, "entities", [{"id": id} | row], "INSERT OR IGNORE")
    insert(connection, "article_entities", [{"article": article, "id": id} | row], "INSERT OR IGNORE")
