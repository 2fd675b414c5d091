"""What was judged to be one: copies of a text, persons of one name, statements that repeat one another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from legation.model import Statement
from legation.reckoning.repeats import repeated_statements
from legation.record import queries
from legation.record.people import people_ids
from legation.reporting.shelf import Shelf

Row = dict[str, Any]


def copies(shelf: Shelf) -> list[Row]:
    """The articles judged to be copies of one text (or kept apart by an analyst), with the reason and by whom."""
    judged = queries.judgements(shelf.connection, "same-article")
    shelf.articles.load(key for item in judged for key in (item.left, item.right))
    return [
        {
            "verdict": item.verdict,
            "article": shelf.articles[item.left].path,
            "copy": shelf.articles[item.right].path,
            "reason": item.reason,
            "by": item.by,
            "ids": [item.left, item.right],
        }
        for item in judged
        if item.left in shelf.articles and item.right in shelf.articles
    ]


def namesakes(shelf: Shelf) -> list[Row]:
    """Persons of one name in two articles, judged one or two: an id and the article that is compared."""
    ids = people_ids(shelf.connection)
    paths = queries.paths(shelf.connection)

    def shown(key: str) -> str:
        told, _, article = key.partition("@")
        return f"{ids.get((article, told), told)}@{paths.get(article, article)}" if article else told

    return [
        {
            "verdict": item.verdict,
            "person": shown(item.left),
            "other": shown(item.right),
            "score": item.score,
            "reason": item.reason,
            "by": item.by,
        }
        for item in queries.judgements(shelf.connection, "same-person")
    ]


def repeated(shelf: Shelf) -> list[Row]:
    """Statements told by several outlets: the earliest telling, the fullest, the outlets (the earliest first)."""
    judged = queries.judgements(shelf.connection, "same-statement")
    ids = {key for item in judged for key in (item.left, item.right)}
    told = {item.id: item for item in queries.findings_with(shelf.connection, "statements", ids)}
    shelf.articles.load(item.article for item in told.values())
    return [
        {
            "tellings": len(item.statements),
            "earliest": item.earliest,
            "fullest": item.fullest,
            "outlets": _outlets(shelf, told[item.earliest], [told[key] for key in item.statements]),
            **_short(shelf, told[item.fullest]),
        }
        for item in repeated_statements(told.values(), shelf.articles, judged)
    ]


def _outlets(shelf: Shelf, first: Statement, told: Sequence[Statement]) -> list[str]:
    articles = [shelf.articles[item.article] for item in (first, *told)]
    return list(dict.fromkeys(item.outlet or item.agency or item.path for item in articles))


def _short(shelf: Shelf, statement: Statement) -> Row:
    row = shelf.statement_row(statement)
    return {key: row[key] for key in ("date", "speaker", "words", "article")}
