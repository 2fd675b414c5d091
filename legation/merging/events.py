"""Accounts into events: blocks, comparisons, clusters. The same events whatever the order of arrival."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from legation.merging.clusters import clusters_of
from legation.merging.contested import contested_fields
from legation.merging.likeness import Telling, is_other_event, one_event
from legation.merging.tallies import commonest
from legation.model import Account, ActorCode, DateInterval, Event, Figure, Judgement

Pair = tuple[Telling, Telling]
MOST_WEEKS = 6
MOST_STATES = 6
CROWDED = 400
"""A block with more accounts is cut by day, so that cost grows with the work and not with its square."""


def blocks_of(telling: Telling) -> Iterator[str]:
    """The blocks in which an account is compared: kind of event, dyad or person, week."""
    weeks: list[object] = ["undated"]
    if telling.earliest is not None and telling.latest is not None:
        first, last = telling.earliest.toordinal() // 7, telling.latest.toordinal() // 7
        # One day of slack on either side: a day's difference may cross the week.
        weeks = list(range((telling.earliest.toordinal() - 1) // 7, (telling.latest.toordinal() + 1) // 7 + 1))
        if last - first > MOST_WEEKS:
            weeks = [f"in {telling.earliest.year}"]
    states = sorted(telling.states)[:MOST_STATES]
    groups = [f"{one} {other}" for one, other in combinations(states, 2)] or states
    groups += [f"person {person}" for person in sorted(telling.people)]
    for week in weeks:
        for group in groups:
            yield f"{telling.family}|{group}|{week}"


def candidate_pairs(tellings: Iterable[Telling], touched: Collection[str] | None = None) -> Iterator[Pair]:
    """Pairs of accounts that share a block, each once, the smaller id first; with `touched`, only those with one of it.

    The pairs hang on the members of the blocks alone, so that a block that nobody has touched gives the same ones.
    """
    blocks: dict[str, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=lambda telling: telling.account.id):
        for key in blocks_of(telling):
            blocks[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for members in blocks.values():
        for group in _uncrowded(members):
            for left, right in combinations(group, 2):
                pair = (left.account.id, right.account.id)
                if pair not in seen and (touched is None or pair[0] in touched or pair[1] in touched):
                    seen.add(pair)
                    yield left, right


def _uncrowded(members: list[Telling]) -> Iterator[list[Telling]]:
    """A block's members; where they are many those of one day, and of a crowded day neighbours in order of ids."""
    if len(members) <= CROWDED:
        yield members
        return
    by_day: dict[object, list[Telling]] = defaultdict(list)
    for telling in members:
        by_day[telling.earliest].append(telling)
    for group in by_day.values():
        # Overlapping runs: all who tell one event of a crowded day stay joined through their neighbours.
        for start in range(0, max(1, len(group) - CROWDED // 2), CROWDED // 2):
            yield group[start : start + CROWDED]


def judge_accounts(tellings: Iterable[Telling], touched: Collection[str] | None = None) -> list[Judgement]:
    """The program's judgements that two accounts tell one event, with score and reason.

    With `touched`, only those on pairs with one of these accounts.
    """
    found = []
    for left, right in candidate_pairs(tellings, touched):
        verdict = one_event(left, right)
        if verdict is not None:
            ids = (left.account.id, right.account.id)
            found.append(Judgement("same-event", *ids, "same", round(verdict[0], 4), verdict[1], "legation"))
    return sorted(found, key=lambda item: (item.left, item.right))


def merge_accounts(
    tellings: Iterable[Telling],
    judgements: Iterable[Judgement],
    outlets: Mapping[str, str],
    figures: Mapping[str, Sequence[Figure]] | None = None,
) -> list[Event]:
    """Events from accounts. A person's judgement outranks the program's.

    `outlets`: of each article the outlet that counts as independent; copies of one text share theirs. `figures`: of
    each account the figures that belong to it.
    """
    by_id = {telling.account.id: telling for telling in tellings}
    groups = group_accounts(by_id, judgements)
    return [event_of([by_id[key] for key in group], outlets, figures) for group in groups]


def group_accounts(by_id: Mapping[str, Telling], judgements: Iterable[Judgement]) -> list[list[str]]:
    """The accounts (by id) of one event each, in order. A person's judgement outranks the program's."""
    same: dict[tuple[str, str], float] = {}
    split: set[tuple[str, str]] = set()
    for item in sorted(judgements, key=lambda item: item.by != "legation"):
        pair = (min(item.left, item.right), max(item.left, item.right))
        if item.kind != "same-event" or pair[0] not in by_id or pair[1] not in by_id:
            continue
        if item.verdict == "same":
            # A person's word weighs so much that no average can undo it.
            same[pair] = item.score if item.by == "legation" else 100.0
            split.discard(pair)
        else:
            same.pop(pair, None)
            split.add(pair)

    def apart(left: str, right: str) -> bool:
        pair = (min(left, right), max(left, right))
        return pair in split or (pair not in same and is_other_event(by_id[left], by_id[right]))

    return clusters_of(sorted(by_id), same, apart)


def event_of(
    tellings: Sequence[Telling], outlets: Mapping[str, str], figures: Mapping[str, Sequence[Figure]] | None = None
) -> Event:
    """One event from its accounts: the fullest and most common values; where accounts differ, all of them."""
    accounts = sorted((telling.account for telling in tellings), key=lambda account: account.id)
    fullest = max(accounts, key=lambda a: (len({*a.sources, *a.targets}), a.confidence, a.id))
    statuses = Counter(account.status for account in accounts)
    digest = hashlib.sha256(accounts[0].id.encode()).hexdigest()[:16]
    return Event(
        id=f"e{digest}",
        code=commonest(account.code for account in accounts),
        mode=commonest(account.mode for account in accounts),
        label=commonest(account.label for account in accounts) or fullest.label,
        sources=_joined(fullest.sources, (account.sources for account in accounts)),
        targets=_joined(fullest.targets, (account.targets for account in accounts)),
        date=_best_date([account.date for account in accounts]),
        place=max((a.place for a in accounts if a.place), key=lambda place: (len(place), place), default=None),
        status=min(statuses, key=lambda status: (-statuses[status], status)),
        accounts=tuple(account.id for account in accounts),
        outlets=tuple(sorted({outlets[account.article] for account in accounts})),
        contested=contested_fields(tellings, figures),
        asked_by=commonest(account.asked_by for account in accounts),
        actor_codes=_codes(accounts),
    )


def _codes(accounts: Sequence[Account]) -> tuple[ActorCode, ...]:
    """Of each actor the country and the sector that most accounts tell, in the order of ids."""
    told: dict[str, list[ActorCode]] = defaultdict(list)
    for account in accounts:
        for one in account.actor_codes:
            told[one.entity].append(one)
    return tuple(
        ActorCode(entity, commonest(one.country for one in codes), commonest(one.sector for one in codes))
        for entity, codes in sorted(told.items())
    )


def _joined(first: tuple[str, ...], others: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    rest = sorted({key for other in others for key in other} - set(first))
    return (*first, *rest)


def _best_date(dates: Sequence[DateInterval | None]) -> DateInterval | None:
    """The narrowest interval; of equally narrow ones the most told, then the earliest."""
    told = [item for item in dates if item is not None]
    if not told:
        return None
    if all(item.earliest is None for item in told):
        # "By Friday" and "by the end of August": by Friday.
        return min(told, key=lambda item: (item.latest or date.max, item.basis))
    counted = Counter((item.earliest, item.latest) for item in told)

    def rank(item: DateInterval) -> tuple[object, ...]:
        open_end = item.earliest is None or item.latest is None
        width = 10**6 if item.earliest is None or item.latest is None else (item.latest - item.earliest).days
        first = item.earliest or item.latest or item.earliest
        return (open_end, width, -counted[item.earliest, item.latest], str(first), item.basis)

    return min(told, key=rank)
