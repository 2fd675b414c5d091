"""Who of an event's participants is named by some of its accounts only: a difference, and no contradiction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legation.model import Account, Entity


def named_only_by(accounts: Sequence[Account], entities: Mapping[str, Entity]) -> list[tuple[str, tuple[str, ...]]]:
    """Each participant that not all accounts name, with the ids of those that do; in the order first named.

    A state is named where one of its people is.
    """
    named = [_named(account, entities) for account in accounts]
    parties = dict.fromkeys(key for account in accounts for key in (*account.sources, *account.targets))
    found = []
    for party in parties:
        by = tuple(account.id for account, keys in zip(accounts, named, strict=True) if party in keys)
        if len(by) < len(accounts):
            found.append((party, by))
    return found


def _named(account: Account, entities: Mapping[str, Entity]) -> set[str]:
    parties = {*account.sources, *account.targets}
    return parties | {entity.country for key in parties if (entity := entities.get(key)) and entity.country}
