"""The readouts of one meeting or call, side by side, as a plain object."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from legation.model import Article, Entity, Event, LegationError, Statement
from legation.reckoning.readouts import MEETINGS, Readouts, readouts_of
from legation.record import queries
from legation.record.lookup import accounts_by_id, entities_by_id
from legation.reporting.chronology import event_text
from legation.reporting.events import value_text
from legation.reporting.wording import name_of, speaker_of, when

Row = dict[str, Any]


def find_meeting(connection: sqlite3.Connection, key: str) -> Event:
    """The meeting or call with that id, or else the one whose text or parties hold all the words of `key`.

    Of several, the one that most articles tell, then the earliest. Raises LegationError where there is none.
    """
    known = queries.event(connection, key)
    if known is not None:
        return known
    entities = {entity.id: entity for entity in queries.entities(connection)}
    wanted = key.casefold().split()
    found = []
    for event in queries.events(connection):
        if event.label in MEETINGS:
            names = [name_of(party, entities) for party in (*event.sources, *event.targets)]
            text = " ".join([event_text(event, entities), event.label.replace("-", " "), *names]).casefold()
            if wanted and all(word in text for word in wanted):
                found.append(event)
    if not found:
        raise LegationError(f"{key}: no such meeting or call in the record; `legation meetings` lists them")
    accounts = accounts_by_id(connection)
    accounts.load(account for event in found for account in event.accounts)
    return max(found, key=lambda event: len({accounts[one].article for one in event.accounts if one in accounts}))


def readouts_row(connection: sqlite3.Connection, key: str) -> Row:
    """The readouts of one meeting as a plain object: parties, level, place, date, sides, what is in one report only."""
    event = find_meeting(connection, key)
    entities = entities_by_id(connection)
    accounts = queries.findings_with(connection, "accounts", event.accounts)
    articles = {
        item.id: item for item in queries.articles(connection, sorted({account.article for account in accounts}))
    }
    statements = {key: queries.findings_of(connection, "statements", key) for key in articles}
    readouts = readouts_of(event, accounts, articles, statements, entities)
    by_id = {item.id: item for told in statements.values() for item in told}
    return {
        "event": event.id,
        "text": event_text(event, entities),
        "date": when(event.date),
        "place": event.place,
        "level": readouts.level,
        "parties": [name_of(party, entities) for party in readouts.parties],
        "sides": [_side_row(readouts, number, articles, by_id, entities) for number in range(len(readouts.sides))],
        "both": list(readouts.both),
        "only": [{"side": name_of(code, entities), "topics": list(topics)} for code, topics in readouts.only],
        "same_point": [
            {
                "topic": point.topic,
                "left": point.left,
                "right": point.right,
                "likeness": point.likeness,
                "words": [_words(by_id[key], articles) for key in (point.left, point.right)],
            }
            for point in readouts.shared
        ],
        "order_differs": readouts.order_differs,
        "asked_by": name_of(event.asked_by, entities) or None,
        "contested": [
            {"field": item.field, "values": [value_text(item.field, value, entities) for value, _ in item.values]}
            for item in event.contested
        ],
    }


def _words(statement: Statement, articles: dict[str, Article]) -> str:
    return " … ".join(articles[statement.article].words(span) for span in statement.content)


def _side_row(
    readouts: Readouts,
    number: int,
    articles: dict[str, Article],
    by_id: dict[str, Statement],
    entities: Mapping[str, Entity],
) -> Row:
    side = readouts.sides[number]
    return {
        "side": name_of(side.country, entities) or None,
        "articles": [
            {"article": articles[key].path, "outlet": articles[key].outlet, "because": reason}
            for key, reason in side.articles
        ],
        "topics": list(side.topics),
        "statements": [
            {
                "id": key,
                "speaker": speaker_of(by_id[key], entities),
                "words": _words(by_id[key], articles),
                "issues": list(by_id[key].issues),
                "article": articles[by_id[key].article].path,
            }
            for key in side.statements
        ],
    }
