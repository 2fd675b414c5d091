"""How alike two accounts of an event are, reason by reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from legation.merging.places import may_be_one
from legation.model import Account, DateInterval

TOLD_WITHIN = timedelta(days=10)
"""An account without a date, told as news, is taken to lie at most so long before its publication."""
PLANNED_WITHIN = timedelta(days=90)
OPEN = timedelta(days=45)
"""How far an interval with an open end is taken to reach."""
TOUCHING = 0.75
"""What intervals that only touch are worth, of what one inside the other is worth."""
ONE_TELLING = 0.62
"""Accounts at least so alike tell one event; chosen on the examples in `tests/merging`."""
AT_ONE_TABLE = frozenset({"meeting", "call"})
"""Families of events that are known by who sat together."""
SPOKEN = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_WORD = re.compile(r"\w{4,}")
_COMMON = frozenset(
    """about after again against also among been before being between both could during each from have into more
    most much other over said same says should some such than that their them then there these they this those
    through under until very were what when where which while will with would your""".split()
)


class Likeness(NamedTuple):
    """One reason: 0 (unlike) to 1 (alike), how much it weighs, and the reason in words."""

    score: float
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Telling:
    """An account with what comparing needs, computed once."""

    account: Account
    family: str
    people: frozenset[str]
    sides: Mapping[str, frozenset[str]]
    """The people of each country."""
    states: frozenset[str]
    """ISO codes and ids of bodies: of the parties themselves and of their people."""
    words: frozenset[str]
    earliest: date | None
    latest: date | None
    dated: bool
    """Whether the account itself is dated; else the interval is guessed from publication."""
    asked: str | None = None
    """The country or body at whose request it took place."""


def family_of(account: Account, families: Mapping[str, str]) -> str:
    """What kind of event it is: labels of one family may name one event."""
    return families.get(account.label, account.label)


def content_words(text: str) -> frozenset[str]:
    """The words that carry content, in lower case."""
    return frozenset(word for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def telling_of(
    account: Account,
    words: str,
    published: DateInterval | None,
    countries: Mapping[str, str | None],
    families: Mapping[str, str],
) -> Telling:
    """Prepare an account. `countries`: of each person entity its country; states and bodies are not in it."""
    parties = {*account.sources, *account.targets}
    people = frozenset(key for key in parties if key in countries)
    sides: dict[str | None, frozenset[str]] = {}
    for key in people:
        sides[countries[key]] = sides.get(countries[key], frozenset()) | {key}
    states = {key for key in parties if key not in countries}
    states |= {code for key in people if (code := countries[key])}
    earliest, latest, dated = _interval(account, published)
    return Telling(
        account,
        family_of(account, families),
        people,
        {code: side for code, side in sides.items() if code},
        frozenset(states),
        content_words(words),
        earliest,
        latest,
        dated,
        (countries.get(account.asked_by) or account.asked_by) if account.asked_by else None,
    )


def _interval(account: Account, published: DateInterval | None) -> tuple[date | None, date | None, bool]:
    told = account.date
    if told is not None and told.earliest and told.latest:
        return told.earliest, told.latest, True
    if told is not None and told.latest:
        # "By Friday": what led to the news of that day lies not long before it.
        return max(told.latest, date.min + OPEN) - OPEN, told.latest, False
    if told is not None and told.earliest:
        return told.earliest, min(told.earliest, date.max - OPEN) + OPEN, False
    if account.historical or published is None or published.latest is None or published.earliest is None:
        return None, None, False
    if account.status in ("planned", "called-for"):
        return published.earliest, published.latest + PLANNED_WITHIN, False
    return published.earliest - TOLD_WITHIN, published.latest, False


def days_apart(left: Telling, right: Telling) -> int | None:
    """Days between the two intervals: 0 where they meet, None where one is unknown."""
    if left.earliest is None or right.earliest is None or left.latest is None or right.latest is None:
        return None
    return max(0, (right.earliest - left.latest).days, (left.earliest - right.latest).days)


def by_date(left: Telling, right: Telling) -> Likeness | None:
    """A report printed a day later may date the event a day off; more than that is another event."""
    apart = days_apart(left, right)
    if apart is None:
        return None
    both = left.dated and right.dated
    if apart == 0:
        one_day = left.earliest == left.latest == right.earliest == right.latest
        if both and one_day:
            return Likeness(1.0, 3, "same day")
        share = TOUCHING + (1 - TOUCHING) * _shared_days(left, right)
        return Likeness((0.8 if both else 0.6) * share, 3, "same day" if one_day else "dates meet")
    if apart == 1:
        return Likeness(0.5, 3, "a day apart")
    return Likeness(0.0, 3, f"{apart} days apart")


def _shared_days(left: Telling, right: Telling) -> float:
    """The share of the shorter interval that lies in the other: a week that touches a month in one day says little."""
    if left.earliest is None or right.earliest is None or left.latest is None or right.latest is None:
        return 0.0
    shared = (min(left.latest, right.latest) - max(left.earliest, right.earliest)).days + 1
    shorter = min((left.latest - left.earliest).days, (right.latest - right.earliest).days) + 1
    return shared / shorter


def by_parties(left: Telling, right: Telling) -> Likeness:
    """People count more than states; people of one side who are not the same are another event."""
    if left.people and right.people:
        shared = left.people & right.people
        smaller = min(len(left.people), len(right.people))
        return Likeness(len(shared) / smaller, 3, f"{len(shared)} of {smaller} people shared")
    shared = left.states & right.states
    smaller = min(len(left.states), len(right.states))
    if not smaller:
        return Likeness(0.3, 3, "parties unknown")
    return Likeness(0.85 * len(shared) / smaller, 3, f"{len(shared)} of {smaller} states or bodies shared")


def by_place(left: Telling, right: Telling) -> Likeness | None:
    """A place inside the other place agrees with it."""
    here, there = left.account.place, right.account.place
    if not here or not there:
        return None
    shared = {*_WORD.findall(here.casefold())} & {*_WORD.findall(there.casefold())}
    same = shared or may_be_one(here, there)
    return Likeness(1.0, 1, f"both in {here}") if same else Likeness(0.0, 1, f"{here}, not {there}")


def by_words(left: Telling, right: Telling) -> Likeness:
    """Shared words, of the shorter telling."""
    smaller = min(len(left.words), len(right.words))
    shared = len(left.words & right.words)
    return Likeness(shared / smaller if smaller else 0.0, 1, f"{shared} words shared")


def by_label(left: Telling, right: Telling) -> Likeness:
    """The same label, or one of its family."""
    same = left.account.label == right.account.label
    return Likeness(1.0 if same else 0.8, 1, "same label" if same else f"both {left.family}")


def compare(left: Telling, right: Telling) -> list[Likeness]:
    """All reasons for and against the two telling one event."""
    found = [judge(left, right) for judge in (by_label, by_parties, by_date, by_place, by_words)]
    return [likeness for likeness in found if likeness is not None]


def is_other_event(left: Telling, right: Telling) -> bool:
    """Whether the two cannot tell one event, whatever else they share."""
    planned = {"planned", "called-for", "hypothetical"}
    one, other = left.account, right.account
    if (one.status in planned) != (other.status in planned) or left.family != right.family:
        return True
    # Both name people of one country, and none of them is the same: another meeting, another visit.
    if any(not left.sides[code] & right.sides[code] for code in left.sides.keys() & right.sides.keys()):
        return True
    if left.family in AT_ONE_TABLE and _other_table(left, right):
        return True
    apart = days_apart(left, right)
    return apart is not None and apart > (1 if left.dated and right.dated else 14)


def _other_table(left: Telling, right: Telling) -> bool:
    """Whether people of other countries sat together: two and three at a table met twice, on one day too.

    Of a wide circle an account may name some only; of a meeting of two it names both.
    """
    one, other = left.sides.keys(), right.sides.keys()
    fewer = min(len(one), len(other))
    if fewer < 2 or one == other:
        return False
    return fewer == 2 or len(one & other) < 2


def score_of(reasons: list[Likeness]) -> float:
    """The weighted mean of the reasons, 0 to 1."""
    return sum(item.score * item.weight for item in reasons) / sum(item.weight for item in reasons)


def one_event(left: Telling, right: Telling) -> tuple[float, str] | None:
    """Score and reason if the two tell one event, else None."""
    if is_other_event(left, right):
        return None
    reasons = compare(left, right)
    parties, words = by_parties(left, right), by_words(left, right)
    dates = by_date(left, right)
    if parties.score < 0.5 or (dates is not None and dates.score < 0.5):
        return None
    # Acts of speech have no place and often no day of their own: the words must agree.
    spoken = left.account.code in SPOKEN and left.account.label not in ("treaty", "agreement")
    if (spoken or dates is None) and words.score < 0.5:
        return None
    score = score_of(reasons)
    # One named party and no day is too little to know an event by: an interview, a visit.
    known = left.dated or right.dated or len((left.people & right.people) | (left.states & right.states)) > 2
    if not known and (words.score < 0.5 or len(left.words & right.words) < 2):
        return None
    least = ONE_TELLING if left.account.article != right.account.article else _least_within(left, right)
    if score < least:
        return None
    return score, "; ".join(item.reason for item in reasons)


def _least_within(left: Telling, right: Telling) -> float:
    """One article's own accounts are kept apart by the reading, but for a headline that tells the news again."""
    news = not left.account.historical and not right.account.historical
    return 0.7 if news and left.dated != right.dated and left.people & right.people else 0.9
