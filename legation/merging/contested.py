"""Where the accounts of one event differ: each value with the accounts that tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from legation.model import Account, Contested


def _date(account: Account) -> str | None:
    told = account.date
    if told is None or told.precision != "day" or told.earliest is None:
        return None
    if told.latest is None or told.latest == told.earliest:
        return told.earliest.isoformat()
    return f"{told.earliest.isoformat()}/{told.latest.isoformat()}"


FIELDS: dict[str, Callable[[Account], str | None]] = {
    "date": _date,
    "place": lambda account: account.place,
    "status": lambda account: account.status,
}


def contested_fields(accounts: Sequence[Account]) -> tuple[Contested, ...]:
    """The fields in which accounts contradict each other; what one account only leaves out is no contradiction."""
    found = []
    for name, value_of in FIELDS.items():
        told: dict[str, list[str]] = defaultdict(list)
        for account in accounts:
            value = value_of(account)
            if value is not None:
                told[value].append(account.id)
        if len(told) > 1 and not _agree(name, list(told)):
            found.append(Contested(name, tuple((value, tuple(sorted(ids))) for value, ids in sorted(told.items()))))
    return tuple(found)


def _agree(name: str, values: list[str]) -> bool:
    """Whether the values say the same with more or fewer words: `Bali` and `Bali, Indonesia`; a day of a stay."""
    if name == "place":
        words = [{*value.replace(",", " ").casefold().split()} for value in values]
        return all(one <= other or other <= one for one in words for other in words)
    if name == "date":
        ranges = [(value.split("/")[0], value.split("/")[-1]) for value in values]
        return all(a <= d and c <= b for a, b in ranges for c, d in ranges)
    return False
