"""One event with all its accounts, where they differ, and the thread it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from legation.model import Account, Article, Contested, Entity, Event
from legation.reckoning.participants import named_only_by
from legation.reporting.chronology import STATUS
from legation.reporting.wording import clipped, field_name, name_of, when


def value_text(field: str, value: str, entities: Mapping[str, Entity]) -> str:
    """A contested value with names in place of ids."""
    if field in ("asked_by", "participants"):
        return ", ".join(name_of(key, entities) for key in value.split(","))
    return value.replace("/", " to ") if field == "date" else value


def event_object(
    event: Event, accounts: Sequence[Account], articles: Mapping[str, Article], entities: Mapping[str, Entity]
) -> dict[str, Any]:
    """What the accounts tell one by one: the words of each, who asked, what differs, who is named by some only."""

    def outlets(ids: Sequence[str]) -> list[str]:
        told = [articles[account.article] for account in accounts if account.id in ids]
        return list(dict.fromkeys(article.outlet or article.agency or article.path for article in told))

    def differing(item: Contested) -> dict[str, Any]:
        values = [
            {"value": value_text(item.field, value, entities), "accounts": list(ids), "outlets": outlets(ids)}
            for value, ids in item.values
        ]
        return {"field": item.field, "values": values}

    return {
        "asked_by": name_of(event.asked_by, entities) or None,
        "accounts": [_account(account, articles[account.article]) for account in accounts],
        "differences": [differing(item) for item in event.contested],
        "named_only_by": [
            {"name": name_of(party, entities), "accounts": list(ids), "outlets": outlets(ids)}
            for party, ids in named_only_by(accounts, entities)
        ],
    }


def _account(account: Account, article: Article) -> dict[str, Any]:
    return {
        "id": account.id,
        "outlet": article.outlet or article.agency,
        "published": when(article.published),
        "words": article.words(account.evidence[0]),
        "article": article.path,
        "start": account.evidence[0].start,
    }


def event_lines(row: Mapping[str, Any]) -> list[str]:
    """One event as text; `row` as `Record.row` gives it."""
    head = [row["status"] if row["status"] not in STATUS else STATUS[row["status"]]]
    head += [f"asked for by {row['asked_by']}"] if row["asked_by"] else []
    head += [row["code"]] if row["code"] else []
    lines = [f"{row['date']}  {row['event']}  {row['id']}", "  " + " · ".join(head), "", "told by"]
    for item in row["accounts"]:
        told = ", ".join(part for part in (item["outlet"], item["published"]) if part)
        lines.append(f"  {told}: “{clipped(item['words'], 140)}” ({item['article']})  {item['id']}")
    for item in row["differences"]:
        lines += ["", f"accounts differ in {field_name(item['field'])}"]
        lines += [f"  {value['value']}: {', '.join(value['outlets'])}" for value in item["values"]]
    if row["named_only_by"]:
        lines += ["", "named by some only"]
        lines += [f"  {item['name']}: {', '.join(item['outlets'])}" for item in row["named_only_by"]]
    if row["linked"]:
        lines += ["", "in a thread with", *(f"  {text}" for text in row["linked"])]
    return lines
