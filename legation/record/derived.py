"""What is derived from all articles together, kept so that only what has changed is derived again."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Literal

from legation.model import Account, DateInterval, Event, Figure, Judgement, JudgementKind, Statement
from legation.record.queries import CURRENT, published_of
from legation.record.rows import from_row, to_row
from legation.record.store import insert
from legation.record.told import moved_articles

What = Literal["article", "account", "statement", "speaker", "told", "entity"]
"""`told`: an article, for what it tells of persons."""
_DAY_PARTS = "a.published_earliest, a.published_latest, a.published_precision, a.published_words"


def _wanted(connection: sqlite3.Connection, keys: Iterable[str]) -> str:
    """A condition that holds for these keys, however many."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS wanted (key TEXT PRIMARY KEY) WITHOUT ROWID")
    connection.execute("DELETE FROM wanted")
    connection.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
    return "(SELECT key FROM wanted)"


# ---- what has changed since the last settling


def touch_moved(connection: sqlite3.Connection) -> None:
    """Count as touched all that is told by articles whose files have gone, or are there again."""
    keys = _wanted(connection, moved_articles(connection))
    for sql in (
        f"SELECT 'article', key FROM {keys}",
        f"SELECT 'account', id FROM accounts WHERE article IN {keys}",
        f"SELECT 'statement', id FROM statements WHERE article IN {keys}",
        f"SELECT 'speaker', coalesce(speaker, '') FROM statements WHERE article IN {keys}",
    ):
        connection.execute(f"INSERT OR IGNORE INTO touched {sql}")


def touch(connection: sqlite3.Connection, what: What, keys: Iterable[str]) -> None:
    """Count rows as touched."""
    connection.executemany("INSERT OR IGNORE INTO touched VALUES (?, ?)", ((what, key) for key in keys))


@contextmanager
def untouching(connection: sqlite3.Connection) -> Iterator[None]:
    """What is changed inside counts as touched no more than before."""
    before = connection.execute("SELECT what, key FROM touched").fetchall()
    yield
    connection.execute("DELETE FROM touched")
    connection.executemany("INSERT INTO touched VALUES (?, ?)", [tuple(row) for row in before])


def touched(connection: sqlite3.Connection, what: What) -> set[str]:
    """The keys that count as touched."""
    return {row[0] for row in connection.execute("SELECT key FROM touched WHERE what = ?", (what,))}


def keep_decided(connection: sqlite3.Connection, decided: Iterable[Judgement]) -> None:
    """Replace the judgements of people; what they join or part otherwise than before counts as touched."""
    before = {from_row(Judgement, row) for row in connection.execute("SELECT * FROM judgements WHERE by <> 'legation'")}
    after = set(decided)
    touch(connection, "account", {id for item in before ^ after for id in (item.left, item.right)})
    connection.execute("DELETE FROM judgements WHERE by <> 'legation'")
    insert(connection, "judgements", [to_row(item) for item in sorted(after, key=_pair)], "INSERT OR REPLACE")


def _pair(item: Judgement) -> tuple[str, str, str, str]:
    return item.kind, item.left, item.right, item.by


def forget_touched(connection: sqlite3.Connection, *kinds: What) -> None:
    """All of these kinds is settled."""
    connection.executemany("DELETE FROM touched WHERE what = ?", ((kind,) for kind in kinds))


def touch_accounts_of_people(connection: sqlite3.Connection, countries: Mapping[str, str | None]) -> None:
    """Count as touched the accounts of people who are new, gone or of another country than at the last settling."""
    before = {row["id"]: row["country"] for row in connection.execute("SELECT * FROM settled_people")}
    changed = [key for key in {*before, *countries} if before.get(key, "") != countries.get(key, "")]
    keys = _wanted(connection, changed)
    sql = f"SELECT DISTINCT account FROM account_parties WHERE party IN {keys}"
    touch(connection, "account", [row[0] for row in connection.execute(sql)])
    connection.execute(f"DELETE FROM settled_people WHERE id IN {keys}")
    known = [(key, countries[key]) for key in changed if key in countries]
    connection.executemany("INSERT INTO settled_people VALUES (?, ?)", known)


# ---- articles: signatures and independent outlets


def signatures(connection: sqlite3.Connection) -> dict[str, bytes]:
    """The kept signature of each article that has one."""
    rows = connection.execute("SELECT article, signature FROM settled_articles WHERE signature IS NOT NULL")
    return dict(row for row in rows.fetchall())


def keep_signatures(
    connection: sqlite3.Connection, touched: Collection[str], signed: Mapping[str, bytes | None]
) -> None:
    """Forget the touched articles; keep those that are there with their signatures."""
    connection.execute(f"DELETE FROM settled_articles WHERE article IN {_wanted(connection, touched)}")
    rows = [{"article": key, "outlet": None, "signature": signed[key]} for key in sorted(signed)]
    insert(connection, "settled_articles", rows)


def outlet_names(connection: sqlite3.Connection) -> dict[str, str]:
    """Of each present article its outlet, else its agency, else its path."""
    rows = connection.execute("SELECT id, coalesce(nullif(outlet, ''), nullif(agency, ''), path) FROM current_articles")
    return dict(row for row in rows.fetchall())


def keep_outlets(connection: sqlite3.Connection, outlets: Mapping[str, str]) -> set[str]:
    """Keep the outlet that each article counts for; returns the articles for which it is another than before."""
    before = kept_outlets(connection)
    changed = {key for key, outlet in outlets.items() if before.get(key) != outlet}
    connection.executemany(
        "UPDATE settled_articles SET outlet = ? WHERE article = ?", [(outlets[key], key) for key in sorted(changed)]
    )
    return changed


def kept_outlets(connection: sqlite3.Connection) -> dict[str, str]:
    """The outlet that each article counts for."""
    return dict(row for row in connection.execute("SELECT article, outlet FROM settled_articles").fetchall())


# ---- accounts, their blocks, and the judgements on them


def accounts(connection: sqlite3.Connection, ids: Iterable[str]) -> list[tuple[Account, str, DateInterval | None]]:
    """Those of the accounts that are there: each with its words and its article's publication; in order of ids."""
    sql = (
        f"SELECT c.*, {_DAY_PARTS} FROM accounts c JOIN current_articles a ON a.id = c.article "
        f"WHERE c.id IN {_wanted(connection, ids)} ORDER BY c.id"
    )
    return [(from_row(Account, row), row["words"], published_of(row)) for row in connection.execute(sql)]


def accounts_in(connection: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """The accounts of some present articles."""
    keys = _wanted(connection, articles)
    return {row[0] for row in connection.execute(f"SELECT id FROM accounts WHERE article IN {keys} AND {CURRENT}")}


def blocks_of_accounts(connection: sqlite3.Connection, ids: Iterable[str]) -> set[str]:
    """The blocks in which some accounts were compared."""
    keys = _wanted(connection, ids)
    return {row[0] for row in connection.execute(f"SELECT block FROM account_blocks WHERE account IN {keys}")}


def members_of(connection: sqlite3.Connection, blocks: Iterable[str], more_than: int = 0) -> set[str]:
    """The accounts of some blocks; of those blocks only that have more than so many."""
    sql = f"SELECT block, count(*) AS size FROM account_blocks WHERE block IN {_wanted(connection, blocks)} GROUP BY 1"
    crowded = [row["block"] for row in connection.execute(sql) if row["size"] > more_than]
    keys = _wanted(connection, crowded)
    return {row[0] for row in connection.execute(f"SELECT account FROM account_blocks WHERE block IN {keys}")}


def keep_blocks(
    connection: sqlite3.Connection,
    touched: Iterable[str],
    blocks: Iterable[tuple[str, str]],
    parties: Iterable[tuple[str, str]],
) -> None:
    """Renew the blocks (block, account) and parties (party, account) of the touched accounts."""
    keys = _wanted(connection, touched)
    connection.execute(f"DELETE FROM account_blocks WHERE account IN {keys}")
    connection.execute(f"DELETE FROM account_parties WHERE account IN {keys}")
    connection.executemany("INSERT OR IGNORE INTO account_blocks VALUES (?, ?)", blocks)
    connection.executemany("INSERT OR IGNORE INTO account_parties VALUES (?, ?)", parties)


def judged_with(connection: sqlite3.Connection, kind: JudgementKind, ids: Iterable[str]) -> list[Judgement]:
    """The judgements of a kind on pairs with one of the ids, whoever judged."""
    keys = _wanted(connection, ids)
    found: dict[tuple[str, str, str], Judgement] = {}
    for side in ("left", "right"):
        for row in connection.execute(f'SELECT * FROM judgements WHERE kind = ? AND "{side}" IN {keys}', (kind,)):
            judged = from_row(Judgement, row)
            found[judged.left, judged.right, judged.by] = judged
    return [found[key] for key in sorted(found)]


def renew_judgements(
    connection: sqlite3.Connection, kind: JudgementKind, touched: Iterable[str], judgements: Iterable[Judgement]
) -> None:
    """Replace the program's judgements of a kind on pairs with a touched id by new ones."""
    keys = _wanted(connection, touched)
    for side in ("left", "right"):
        connection.execute(
            f"DELETE FROM judgements WHERE kind = ? AND by = 'legation' AND \"{side}\" IN {keys}", (kind,)
        )
    insert(connection, "judgements", [to_row(item) for item in judgements], "INSERT OR REPLACE")


# ---- events


def event_ids_of(connection: sqlite3.Connection, accounts: Iterable[str]) -> set[str]:
    """The events that some accounts (there or gone) were put into."""
    keys = _wanted(connection, accounts)
    return {row[0] for row in connection.execute(f"SELECT event FROM event_accounts WHERE account IN {keys}")}


def empty_events(connection: sqlite3.Connection) -> set[str]:
    """The events that have lost an account."""
    sql = (
        "SELECT e.id FROM events e WHERE json_array_length(e.accounts) <> "
        "(SELECT count(*) FROM event_accounts x WHERE x.event = e.id)"
    )
    return {row[0] for row in connection.execute(sql)}


def accounts_of_events(connection: sqlite3.Connection, events: Iterable[str]) -> set[str]:
    """The accounts of some events."""
    keys = _wanted(connection, events)
    return {row[0] for row in connection.execute(f"SELECT account FROM event_accounts WHERE event IN {keys}")}


def renew_events(connection: sqlite3.Connection, gone: Iterable[str], events: Iterable[Event]) -> None:
    """Take out some events and put in others."""
    connection.execute(f"DELETE FROM events WHERE id IN {_wanted(connection, gone)}")
    rows = [(to_row(event), event) for event in events]
    insert(connection, "events", [row for row, _ in rows])
    members = [{"event": event.id, "account": account} for _, event in rows for account in event.accounts]
    insert(connection, "event_accounts", members)


def keep_event_keys(connection: sqlite3.Connection, rows: Iterable[tuple[str, date, date, str]]) -> None:
    """Keep under which keys events are looked up: key, first and last day, event."""
    told = ((key, first.isoformat(), last.isoformat(), event) for key, first, last, event in rows)
    connection.executemany("INSERT INTO event_keys VALUES (?, ?, ?, ?)", told)


def all_event_keys(connection: sqlite3.Connection) -> Iterator[tuple[str, date, date, str]]:
    """Every key of every event."""
    for key, first, last, event in connection.execute("SELECT * FROM event_keys"):
        yield key, date.fromisoformat(first), date.fromisoformat(last), event


def events_at(connection: sqlite3.Connection, window: tuple[str, date, date]) -> list[str]:
    """The events that have a key and meet the days."""
    key, first, last = window
    sql = "SELECT event FROM event_keys WHERE key = ? AND first <= ? AND last >= ?"
    return [row[0] for row in connection.execute(sql, (key, last.isoformat(), first.isoformat()))]


def events(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Event]:
    """Some events, in order of ids."""
    sql = f"SELECT * FROM events WHERE id IN {_wanted(connection, ids)} ORDER BY id"
    return [from_row(Event, row) for row in connection.execute(sql)]


def linked_to(connection: sqlite3.Connection, events: Iterable[str]) -> set[str]:
    """The events from which links go out to some events."""
    sql = f'SELECT "left" FROM judgements WHERE kind = \'linked-events\' AND "right" IN {_wanted(connection, events)}'
    return {row[0] for row in connection.execute(sql)}


def renew_links(connection: sqlite3.Connection, ones: Iterable[str], links: Iterable[Judgement]) -> None:
    """Replace the links that go out from some events."""
    keys = _wanted(connection, ones)
    connection.execute(f"DELETE FROM judgements WHERE kind = 'linked-events' AND \"left\" IN {keys}")
    insert(connection, "judgements", [to_row(item) for item in links])


# ---- what belongs to articles and speakers


def figures_in(connection: sqlite3.Connection, articles: Iterable[str]) -> list[Figure]:
    """The figures of some articles."""
    keys = _wanted(connection, articles)
    sql = f'SELECT * FROM figures WHERE article IN {keys} ORDER BY article, start, "end", id'
    return [from_row(Figure, row) for row in connection.execute(sql)]


def statements_of(connection: sqlite3.Connection, speakers: Iterable[str]) -> list[tuple[Statement, str]]:
    """The statements of some speakers in present articles, each with its words."""
    sql = f"SELECT * FROM statements WHERE speaker IN {_wanted(connection, speakers)} AND {CURRENT} ORDER BY id"
    return [(from_row(Statement, row), row["words"]) for row in connection.execute(sql)]


def days_of_articles(connection: sqlite3.Connection) -> dict[str, DateInterval | None]:
    """When each present article was published."""
    return {
        row["id"]: published_of(row) for row in connection.execute(f"SELECT a.id, {_DAY_PARTS} FROM current_articles a")
    }


def texts(connection: sqlite3.Connection, articles: Iterable[str]) -> dict[str, str]:
    """The texts of some articles."""
    sql = f"SELECT id, text FROM articles WHERE id IN {_wanted(connection, articles)}"
    return dict(row for row in connection.execute(sql).fetchall())


def present(connection: sqlite3.Connection, ids: Iterable[str]) -> list[str]:
    """Those of some articles that are there."""
    keys = _wanted(connection, ids)
    return [row[0] for row in connection.execute(f"SELECT id FROM current_articles WHERE id IN {keys} ORDER BY id")]
