"""What articles tell of persons, and under which names these were judged last: only what has changed is judged anew."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from legation.model import DateInterval, Entity, Tenure
from legation.record.queries import CURRENT, LISTED, NAMED, present, published_of
from legation.record.rows import columns_of, from_row

Key = tuple[str, str]
"""An article, and the id that it alone gives a person."""


class Name(NamedTuple):
    """Under what a person was judged: all of one name are compared, ids of one stem differ by a number at most."""

    article: str
    told: str
    name: str
    stem: str


def _listed(keys: Iterable[str]) -> str:
    return json.dumps(sorted(keys))


def moved_articles(connection: sqlite3.Connection) -> set[str]:
    """The articles whose files have gone, or are there again, since the last settling."""
    sql = (
        "SELECT article FROM settled_articles WHERE article NOT IN (SELECT id FROM current_articles) "
        "UNION SELECT id FROM current_articles WHERE id NOT IN (SELECT article FROM settled_articles)"
    )
    return {row[0] for row in connection.execute(sql)}


def all_articles(connection: sqlite3.Connection) -> set[str]:
    """Every article that is kept, and every one whose persons were judged."""
    return {row[0] for row in connection.execute("SELECT id FROM articles UNION SELECT article FROM settled_told")}


def ids_in(connection: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """The entities that some articles name, be their files there or not."""
    sql = f"SELECT DISTINCT id FROM article_entities WHERE article IN {LISTED}"
    return {row[0] for row in connection.execute(sql, (_listed(articles),))}


def entities_in(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, list[Entity]]:
    """For each of some articles that is there, its entities as it tells them."""
    sql = f"SELECT * FROM article_entities WHERE article IN {LISTED} AND {present('article')} ORDER BY article, id"
    return _by_article(connection.execute(sql, (_listed(articles),)))


def told_entities(connection: sqlite3.Connection, keys: Iterable[Key]) -> dict[str, list[Entity]]:
    """Some persons as their articles tell them, by article; those whose articles are there."""
    sql = (
        "SELECT x.* FROM json_each(?) j CROSS JOIN article_entities x ON x.article = json_extract(j.value, '$[0]') "
        f"AND x.id = json_extract(j.value, '$[1]') WHERE {present('x.article')} ORDER BY x.article, x.id"
    )
    return _by_article(connection.execute(sql, (json.dumps(sorted(keys)),)))


def _by_article(rows: Iterable[Any]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = defaultdict(list)
    for row in rows:
        found[row["article"]].append(from_row(Entity, row))
    return dict(found)


def tenures_of_people(connection: sqlite3.Connection, people: Iterable[str]) -> list[Tenure]:
    """What present articles tell of the offices of some people, in reading order."""
    where = f"person IN {LISTED} AND {present('article')}"
    sql = f'SELECT * FROM tenures WHERE {where} ORDER BY article, start, "end", id'
    return [from_row(Tenure, row) for row in connection.execute(sql, (_listed(people),))]


def days_of(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, DateInterval | None]:
    """When each of some articles was published."""
    parts = "published_earliest, published_latest, published_precision, published_words"
    sql = f"SELECT id, {parts} FROM articles WHERE id IN {LISTED}"
    return {row["id"]: published_of(row) for row in connection.execute(sql, (_listed(articles),))}


# ---- under which names persons were judged


def names_in(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Name]:
    """Under which names the persons of some articles were judged last."""
    sql = f"SELECT article, told, name, stem FROM settled_told WHERE article IN {LISTED}"
    return [Name(*row) for row in connection.execute(sql, (_listed(articles),))]


def renew_names(connection: sqlite3.Connection, articles: Iterable[str], names: Iterable[Name]) -> None:
    """Keep under which names the persons of some articles are judged now."""
    connection.execute(f"DELETE FROM settled_told WHERE article IN {LISTED}", (_listed(articles),))
    connection.executemany("INSERT INTO settled_told VALUES (?, ?, ?, ?)", names)


def kin_of(connection: sqlite3.Connection, names: Iterable[str], stems: Iterable[str]) -> list[Name]:
    """All who have one of the names or stems, or a name or stem of one who has, and so on."""
    known, rim = set[Name](), (set(names), set(stems))
    asked: tuple[set[str], set[str]] = (set(), set())
    while rim[0] or rim[1]:
        found = set[Name]()
        for column, keys in zip(("name", "stem"), rim, strict=True):
            sql = f"SELECT article, told, name, stem FROM settled_told WHERE {column} IN {LISTED}"
            found |= {Name(*row) for row in connection.execute(sql, (_listed(keys),))}
        asked = (asked[0] | rim[0], asked[1] | rim[1])
        known |= found
        rim = ({one.name for one in found} - asked[0], {one.stem for one in found} - asked[1])
    return sorted(known)


def named_alike(connection: sqlite3.Connection, people: Iterable[str]) -> list[Key]:
    """Who is told under one of these ids."""
    sql = f"SELECT article, id FROM article_entities WHERE id IN {LISTED} AND kind = 'person' AND {present('article')}"
    return [(article, id) for article, id in connection.execute(sql, (_listed(people),))]


def taken_ids(connection: sqlite3.Connection, stems: Iterable[str]) -> set[str]:
    """The ids of states, bodies and places that begin with one of the stems."""
    sql = (
        "SELECT DISTINCT x.id FROM json_each(?) j CROSS JOIN article_entities x ON x.id >= j.value "
        f"AND x.id < j.value || '.' WHERE x.kind <> 'person' AND {present('x.article')}"
    )
    return {row[0] for row in connection.execute(sql, (_listed(stems),))}


# ---- what all articles together tell


def tellings_of(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Entity]:
    """Some entities, each as often as a present article tells it."""
    columns = ", ".join(columns_of(Entity))
    sql = (
        f"SELECT {columns}, count(*) AS times FROM article_entities WHERE id IN {LISTED} AND {CURRENT} "
        f"GROUP BY {columns} ORDER BY {columns}"
    )
    rows = connection.execute(sql, (_listed(ids),))
    return [entity for row in rows for entity in [from_row(Entity, row)] * row["times"]]


def countries_of_people(connection: sqlite3.Connection) -> Mapping[str, str | None]:
    """The country of each person whom a present article names."""
    rows = connection.execute(f"SELECT id, country FROM entities WHERE kind = 'person' AND {NAMED}")
    return dict(rows.fetchall())
