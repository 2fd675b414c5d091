"""One person on a page: offices, how often named, what was said last, which events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from legation.model import Entity, LegationError
from legation.record import queries, searches
from legation.reporting.shelf import Shelf
from legation.reporting.views import entity_row
from legation.reporting.wording import clipped

LATEST = 3
"""How many of the last statements and events are shown."""


def people_rows(shelf: Shelf) -> list[dict[str, Any]]:
    """The people named, most mentioned first."""
    counted = queries.mentioned(shelf.connection)
    people = [entity for entity in shelf.entities.values() if entity.kind == "person"]
    people.sort(key=lambda entity: (-counted.get(entity.id, 0), entity.id))
    return [entity_row(entity, counted.get(entity.id, 0)) for entity in people]


def find_person(shelf: Shelf, key: str) -> Entity | None:
    """The person with that id, or else of that name; None where there is nobody.

    Raises LegationError for a name that several people share.
    """
    known = shelf.entities.get(key)
    if known is not None and known.kind == "person":
        return known
    named = queries.people_called(shelf.connection, key)
    if len(named) > 1:
        raise LegationError(f"{key}: may be {', '.join(one.id for one in named)}; give the id")
    return named[0] if named else None


def person_row(shelf: Shelf, person: Entity) -> dict[str, Any]:
    """What the record holds of one person."""
    mentions = queries.mentions_by_path(shelf.connection, person.id)
    tenures = queries.tenures_by(shelf.connection, person.id)
    shelf.articles.load(tenure.article for tenure in tenures)
    said = searches.statements_by(shelf.connection, speaker=[person.id])
    events = queries.events_as_reported(shelf.connection, [person.id])
    last_said, last_events = shelf.statement_rows(said[-LATEST:]), shelf.event_rows(events[-LATEST:])
    return {
        "person": person.id,
        "name": person.name,
        "country": person.country,
        "role": person.role,
        "wikidata": person.wikidata,
        "aliases": list(person.aliases),
        "mentions": sum(mentions.values()),
        "articles": list(mentions),
        "offices_told": [
            {
                "relation": tenure.relation,
                "office": tenure.post or tenure.office,
                "words": tenure.words,
                "article": shelf.articles[tenure.article].path,
            }
            for tenure in tenures
        ],
        "statements": len(said),
        "last_said": [{key: row[key] for key in ("id", "date", "words", "article")} for row in last_said],
        "events": len(events),
        "last_events": [{key: row[key] for key in ("id", "date", "event")} for row in last_events],
    }


def person_lines(row: Mapping[str, Any]) -> list[str]:
    """One person as text; `row` as `Record.person` gives it, with `offices` by the register."""
    facts = [row["role"], row["country"], row["wikidata"]]
    about = f" ({', '.join(fact for fact in facts if fact)})" if any(facts) else ""
    lines = [f"{row['name']}{about}  {row['person']}"]
    if row["aliases"]:
        lines.append(f"  also written: {', '.join(row['aliases'])}")
    lines.append(f"  named {row['mentions']} times in {len(row['articles'])} articles")
    for post in row["offices"]:
        until = f" until {post['until']}" if post["until"] else ""
        lines.append(f"  {post['office']} from {post['since']}{until} [register]")
    known = [item for item in row["offices_told"] if "/" in item["office"]]
    # Titles that name no office (`diplomat`) say something only where nothing better is told.
    told = {(item["relation"], item["office"]): item for item in known or row["offices_told"]}
    lines += [
        f"  told by the press: {relation} {office}: “{clipped(item['words'], 100)}” ({item['article']})"
        for (relation, office), item in sorted(told.items())
    ]
    if row["statements"]:
        lines.append(f"  {row['statements']} statements, the last:")
        lines += [f"    {item['date']}  {clipped(item['words'], 120)}  {item['id']}" for item in row["last_said"]]
    if row["events"]:
        lines.append(f"  {row['events']} events, the last:")
        lines += [f"    {item['date']}  {item['event']}  {item['id']}" for item in row["last_events"]]
    return lines
