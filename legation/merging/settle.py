"""What all articles together come to: copies, repeated statements, events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.merging.copies import find_copies
from legation.merging.events import judge_accounts, merge_accounts
from legation.merging.families import load_families
from legation.merging.likeness import Telling, telling_of
from legation.merging.statements import judge_statements, told_of
from legation.merging.threads import link_events
from legation.model import Account, Article, Entity, Event, Judgement, Statement


@dataclass(frozen=True, slots=True)
class Settled:
    """What was derived, each in a fixed order."""

    judgements: tuple[Judgement, ...]
    events: tuple[Event, ...]


def settle(
    articles: Sequence[Article],
    entities: Sequence[Entity],
    accounts: Sequence[Account],
    statements: Sequence[Statement],
    decided: Sequence[Judgement],
) -> Settled:
    """Derive judgements and events from the findings of all articles.

    `decided`: the judgements of people, which outrank the program's.
    """
    copies = find_copies((article.id, body_of(article)) for article in articles)
    tellings = tellings_of(articles, entities, accounts)
    same_event = judge_accounts(tellings)
    outlets = independent_outlets(articles, [*copies, *decided])
    events = merge_accounts(tellings, [*same_event, *decided], outlets)
    by_id = {article.id: article for article in articles}
    same_statement = judge_statements(told_of(statements, by_id))
    countries = {entity.id: entity.country for entity in entities if entity.kind == "person"}
    links = link_events(events, {telling.account.id: telling for telling in tellings}, countries)
    return Settled((*copies, *same_event, *same_statement, *links), tuple(events))


def body_of(article: Article) -> str:
    """The words of the story: its body blocks."""
    return "\n".join(article.text[block.start : block.end] for block in article.blocks if block.kind == "body")


def tellings_of(articles: Sequence[Article], entities: Sequence[Entity], accounts: Sequence[Account]) -> list[Telling]:
    """The accounts, prepared for comparing."""
    families = load_families()
    countries = {entity.id: entity.country for entity in entities if entity.kind == "person"}
    by_id = {article.id: article for article in articles}
    return [
        telling_of(
            account,
            " ".join(by_id[account.article].words(span) for span in account.evidence),
            by_id[account.article].published,
            countries,
            families,
        )
        for account in accounts
    ]


def independent_outlets(articles: Sequence[Article], judgements: Sequence[Judgement]) -> dict[str, str]:
    """For each article the outlet that tells it; a copy counts for the outlet of the first of its copies."""
    named = {article.id: article.outlet or article.agency or article.path for article in articles}
    group = {article.id: article.id for article in articles}
    copies = [item for item in judgements if item.kind == "same-article" and {item.left, item.right} <= group.keys()]
    # A person's word comes first: what an analyst keeps apart the program does not join.
    apart = {frozenset((item.left, item.right)) for item in copies if item.verdict == "different"}
    for item in sorted(copies, key=lambda item: (item.by == "legation", item.left, item.right)):
        if item.verdict == "same" and (item.by != "legation" or frozenset((item.left, item.right)) not in apart):
            one, other = sorted((group[item.left], group[item.right]))
            group = {key: one if root == other else root for key, root in group.items()}
    return {key: named[root] for key, root in group.items()}
