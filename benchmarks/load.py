"""A synthetic load of accounts with realistic dyads and days: how the cost of merging grows.

usage: python -m benchmarks.load [10000 100000]
"""

from __future__ import annotations

import random
import resource
import sys
import time
from datetime import date, timedelta

from legation.merging.events import judge_accounts, merge_accounts
from legation.merging.likeness import Telling, telling_of
from legation.model import Account, DateInterval, Span

NAMES = ("anna", "karl", "lars", "maria", "ole", "per", "rosa", "tove")
STATES = [
    "USA",
    "CHN",
    "RUS",
    "GBR",
    "FRA",
    "DEU",
    "JPN",
    "IND",
    "KOR",
    "AUS",
    "UKR",
    "ISR",
    "IRN",
    "TUR",
    "SAU",
    "BRA",
    "ZAF",
    "IDN",
    "EGY",
    "PAK",
    "MEX",
    "CAN",
    "ITA",
    "ESP",
    "NLD",
]
LABELS = (
    ("meeting", "CONSULT"),
    ("phone-call", "CONSULT"),
    ("visit", "CONSULT"),
    ("sanction", "SANCTION"),
    ("agreement", "AGREE"),
)
WORDS = [
    "minister",
    "talks",
    "trade",
    "security",
    "climate",
    "border",
    "forces",
    "visit",
    "capital",
    "accord",
    "envoy",
    "summit",
    "tariffs",
    "grain",
    "missile",
    "energy",
    "hotline",
    "parliament",
    "delegation",
    "dialogue",
    "cooperation",
    "exports",
    "embassy",
    "protest",
    "statement",
    "ceasefire",
]
PER_YEAR = 12_000
"""Accounts a year: more articles mean a longer time, not ever more accounts a day."""


def make_tellings(size: int, seed: int = 1) -> tuple[list[Telling], dict[str, str]]:
    """`size` accounts of events between states (a few dyads make most of them), and the outlet of each article."""
    chance = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(len(STATES))]
    days = max(30, size * 365 // PER_YEAR)
    countries: dict[str, str | None] = {f"{state.lower()}-{n}": state for state in STATES for n in NAMES}
    tellings: list[Telling] = []
    outlets: dict[str, str] = {}
    while len(tellings) < size:
        one, other = chance.choices(STATES, weights, k=2)
        if one == other:
            continue
        label, code = chance.choice(LABELS)
        happened = date(2015, 1, 1) + timedelta(days=chance.randrange(days))
        people = (f"{one.lower()}-{chance.choice(NAMES)}", f"{other.lower()}-{chance.choice(NAMES)}")
        gist = chance.sample(WORDS, 6)
        for _ in range(min(size - len(tellings), 1 + int(chance.expovariate(0.7)))):
            number = len(tellings)
            article = f"a{number}"
            outlets[article] = f"outlet {chance.randrange(40)}"
            told = chance.random() < 0.7
            day = happened + timedelta(days=chance.random() < 0.05)
            account = Account(
                f"c{number:07}",
                article,
                code,
                None,
                (),
                label,
                people if chance.random() < 0.7 else (one,),
                people[::-1] if chance.random() < 0.7 else (other,),
                DateInterval(day, day, "day", "") if told else None,
                None,
                "actual",
                False,
                None,
                Span(0, 1),
                (Span(0, 1),),
                0.5,
            )
            published = happened + timedelta(days=chance.randrange(3))
            words = " ".join([*chance.sample(gist, 4), *chance.sample(WORDS, 3)])
            tellings.append(telling_of(account, words, DateInterval(published, published, "day", ""), countries, {}))
    return tellings, outlets


def main() -> None:
    """Print the seconds of work and the memory for each size."""
    for size in [int(text) for text in sys.argv[1:]] or [10_000, 100_000]:
        tellings, outlets = make_tellings(size)
        started = time.process_time()
        judgements = judge_accounts(tellings)
        events = merge_accounts(tellings, judgements, outlets)
        took = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>8} accounts  {len(judgements):>8} judgements  {len(events):>7} events", end="")
        print(f"  {took:7.1f} s  {memory:6.0f} MiB")


if __name__ == "__main__":
    main()
