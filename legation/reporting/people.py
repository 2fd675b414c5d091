"""One person on a page: offices, how often named, what was said last, which events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from legation.model import Article, Entity, Mention, Tenure
from legation.reporting.wording import clipped

LATEST = 3
"""How many of the last statements and events are shown."""


def person_object(
    person: Entity,
    mentions: Sequence[Mention],
    tenures: Sequence[Tenure],
    statements: Sequence[Mapping[str, Any]],
    events: Sequence[Mapping[str, Any]],
    articles: Mapping[str, Article],
) -> dict[str, Any]:
    """What the record holds of one person; `statements` and `events` are his own rows for people, by date."""
    return {
        "person": person.id,
        "name": person.name,
        "country": person.country,
        "role": person.role,
        "wikidata": person.wikidata,
        "aliases": list(person.aliases),
        "mentions": len(mentions),
        "articles": sorted({articles[mention.article].path for mention in mentions}),
        "offices_told": [
            {
                "relation": tenure.relation,
                "office": tenure.post or tenure.office,
                "words": tenure.words,
                "article": articles[tenure.article].path,
            }
            for tenure in tenures
        ],
        "statements": len(statements),
        "last_said": [{key: row[key] for key in ("id", "date", "words", "article")} for row in statements[-LATEST:]],
        "events": len(events),
        "last_events": [{key: row[key] for key in ("id", "date", "event")} for row in events[-LATEST:]],
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
