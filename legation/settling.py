"""Brings copies, events, repeated statements and threads up to date: only what has changed is derived again.

Each step finds out what its changed rows touch (blocks, components, speakers), derives that anew and leaves the rest; a
record that grew article by article is the same as one that was built at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence

from legation.merging.copies import alike_pairs, judge_copies, signature_of
from legation.merging.events import CROWDED, blocks_of, event_of, group_accounts, judge_accounts
from legation.merging.families import load_families
from legation.merging.figures import figures_by_account
from legation.merging.likeness import Telling, telling_of
from legation.merging.outlets import independent_outlets
from legation.merging.statements import judge_statements, told_of
from legation.merging.threads import (
    KeyIndex,
    Thread,
    days_of,
    followers,
    forerunners,
    keys_of,
    link_threads,
    load_threads,
    thread_of,
)
from legation.model import Article, Event, Figure, Judgement
from legation.record import derived, queries

MANY = 300
"""So many events changed at once are looked up in memory and not one by one in the record."""


def settle_stories(connection: sqlite3.Connection, countries: Mapping[str, str | None]) -> None:
    """Derive anew what the rows touched since the last settling change. `countries`: of each person.

    The judgements of people, which outrank the program's, are in the record already.
    """
    derived.touch_moved(connection)
    derived.touch_accounts_of_people(connection, countries)
    articles = derived.touched(connection, "article")
    _settle_copies(connection, articles)
    moved = derived.keep_outlets(connection, _outlets(connection))
    _settle_statements(connection)
    families = load_families()
    tellings = Tellings(connection, countries, families)
    judged = _judge(connection, tellings)
    seeds = judged | derived.accounts_in(connection, articles | moved)
    gone, events = _settle_events(connection, tellings, seeds)
    _settle_threads(connection, tellings, gone, events, countries)
    derived.forget_touched(connection, "article", "account", "statement", "speaker")


class Tellings:
    """The accounts prepared for comparing, each loaded once."""

    def __init__(
        self, connection: sqlite3.Connection, countries: Mapping[str, str | None], families: Mapping[str, str]
    ) -> None:
        self._connection, self._countries, self._families = connection, countries, families
        self._held: dict[str, Telling | None] = {}

    def of(self, ids: Collection[str]) -> dict[str, Telling]:
        """Those of the accounts that are there."""
        missing = [id for id in ids if id not in self._held]
        self._held |= dict.fromkeys(missing)
        for account, words, published in derived.accounts(self._connection, missing):
            self._held[account.id] = telling_of(account, words, published, self._countries, self._families)
        return {id: telling for id in sorted(ids) if (telling := self._held[id]) is not None}


# ---- copies of one article


def body_of(article: Article) -> str:
    """The words of the story: its body blocks."""
    return "\n".join(article.text[block.start : block.end] for block in article.blocks if block.kind == "body")


def _settle_copies(connection: sqlite3.Connection, touched: Collection[str]) -> None:
    texts = _bodies(connection, touched)
    derived.keep_signatures(connection, touched, {id: signature_of(text) for id, text in texts.items()})
    pairs = alike_pairs(derived.signatures(connection), touched)
    texts |= _bodies(connection, {id for pair in pairs for id in pair} - texts.keys())
    derived.renew_judgements(connection, "same-article", touched, judge_copies(pairs, texts))


def _bodies(connection: sqlite3.Connection, ids: Collection[str]) -> dict[str, str]:
    return {item.id: body_of(item) for item in queries.articles(connection, derived.present(connection, ids))}


def _outlets(connection: sqlite3.Connection) -> dict[str, str]:
    return independent_outlets(derived.outlet_names(connection), queries.judgements(connection, "same-article"))


# ---- statements


def _settle_statements(connection: sqlite3.Connection) -> None:
    told = derived.statements_of(connection, derived.touched(connection, "speaker"))
    published = derived.days_of_articles(connection)
    touched = {statement.id for statement, _ in told} | derived.touched(connection, "statement")
    judged = judge_statements(told_of(told, published))
    derived.renew_judgements(connection, "same-statement", touched, judged)


# ---- accounts and events


def _judge(connection: sqlite3.Connection, tellings: Tellings) -> set[str]:
    """Judge the touched accounts with all that share a block with them; returns those whose company may change."""
    touched = derived.touched(connection, "account")
    before = derived.blocks_of_accounts(connection, touched)
    # A crowded block is cut by its members: with one of them all its pairs may change.
    crowd = derived.members_of(connection, before, CROWDED)
    own = tellings.of(touched)
    blocks = [(key, id) for id, telling in own.items() for key in blocks_of(telling)]
    derived.keep_blocks(connection, touched, blocks, _parties(own))
    crowd |= derived.members_of(connection, {key for key, _ in blocks}, CROWDED)
    again = touched | crowd
    beside = derived.members_of(connection, derived.blocks_of_accounts(connection, again))
    judged = judge_accounts(tellings.of(again | beside).values(), again)
    once = derived.judged_with(connection, "same-event", again)
    derived.renew_judgements(connection, "same-event", again, judged)
    return again | {id for item in once for id in (item.left, item.right)}


def _parties(tellings: Mapping[str, Telling]) -> list[tuple[str, str]]:
    told = {id: {*one.account.sources, *one.account.targets, one.account.asked_by} for id, one in tellings.items()}
    return [(party, id) for id, parties in told.items() for party in sorted(key for key in parties if key)]


def _settle_events(
    connection: sqlite3.Connection, tellings: Tellings, seeds: Collection[str]
) -> tuple[set[str], list[Event]]:
    """Group the components of the seeds anew; returns the ids of the events that are no more, and the new events."""
    gone = derived.empty_events(connection)
    seeds = {*seeds, *derived.accounts_of_events(connection, gone)}
    judgements: dict[tuple[str, str, str], Judgement] = {}
    reached, rim = set(seeds), set(seeds)
    while rim:
        found = derived.judged_with(connection, "same-event", rim)
        judgements |= {(item.left, item.right, item.by): item for item in found}
        rim = {id for item in found for id in (item.left, item.right)} - reached
        reached |= rim
    by_id = tellings.of(reached)
    groups = group_accounts(by_id, judgements.values())
    told = [[by_id[key] for key in group] for group in groups]
    figures = _figures(connection, told)
    outlets = derived.kept_outlets(connection)
    events = [event_of(group, outlets, figures) for group in told]
    gone |= derived.event_ids_of(connection, reached)
    derived.renew_events(connection, gone, events)
    return gone, events


def _figures(connection: sqlite3.Connection, groups: Iterable[Sequence[Telling]]) -> dict[str, tuple[Figure, ...]]:
    """The figures of each account, as far as several articles tell its event."""
    told = [{telling.account.article for telling in group} for group in groups]
    articles = {id for ids in told if len(ids) > 1 for id in ids}
    figures = derived.figures_in(connection, articles)
    articles &= {figure.article for figure in figures}
    accounts = [item for item, _, _ in derived.accounts(connection, derived.accounts_in(connection, articles))]
    texts = derived.texts(connection, articles)
    return figures_by_account(accounts, texts, figures)


# ---- threads


def _settle_threads(
    connection: sqlite3.Connection,
    tellings: Tellings,
    gone: Collection[str],
    events: Sequence[Event],
    countries: Mapping[str, str | None],
) -> None:
    threads: dict[str, Thread] = {}

    def load(found: Iterable[Event]) -> None:
        listed = [event for event in found if event.id not in threads]
        told = tellings.of({key for event in listed for key in event.accounts})
        threads.update({event.id: thread_of(event, told, countries) for event in listed})

    load(events)
    keyed = [
        (key, *days, id) for id, one in threads.items() if (days := days_of(one)) is not None for key in keys_of(one)
    ]
    derived.keep_event_keys(connection, keyed)
    find = KeyIndex(derived.all_event_keys(connection)).find if len(events) > MANY else None
    look = find or (lambda window: derived.events_at(connection, window))
    ones = {*threads, *derived.linked_to(connection, gone)}
    ones |= {id for event in events for window in forerunners(threads[event.id]) for id in look(window)}
    load(derived.events(connection, ones - threads.keys()))
    ones &= threads.keys()
    others = {
        id for one in ones for row in load_threads() for window in followers(threads[one], row) for id in look(window)
    }
    load(derived.events(connection, others - threads.keys()))
    links = link_threads([threads[id] for id in sorted(ones)], threads, look)
    derived.renew_links(connection, {*ones, *gone}, links)
