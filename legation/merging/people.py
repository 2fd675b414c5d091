"""Whether two articles mean the same person: by name, country and offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.lexicon.register_names import fold, without_middle
from legation.model import DateInterval, Entity, Judgement, Tenure

_SMALL_WORDS = frozenset({"of", "for", "the", "and", "to", "at", "a", "an", "in"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells of one person."""

    article: str
    entity: Entity
    offices: tuple[str, ...]
    organisations: tuple[str, ...]
    countries: frozenset[str]
    when: str = "9999"
    """When the article was published, as ISO text: earlier articles come first, whichever arrived first."""

    @property
    def key(self) -> str:
        """How judgements name it: `lu-xiang@ARTICLE`."""
        return f"{self.entity.id}@{self.article}"


def told_of(
    people: Mapping[str, Sequence[Entity]],
    tenures: Iterable[Tenure],
    published: Mapping[str, DateInterval | None] | None = None,
) -> list[Told]:
    """Each article's persons (by article id) with the offices that the article gives them, in a fixed order."""
    days = {article: day.earliest for article, day in (published or {}).items() if day is not None}
    by_person: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_person[tenure.article, tenure.person].append(tenure)
    found = []
    for article in sorted(people):
        for entity in sorted(people[article], key=lambda entity: entity.id):
            if entity.kind == "person":
                held = by_person[article, entity.id]
                countries = {tenure.country for tenure in held} | {entity.country}
                day = days.get(article)
                found.append(
                    Told(
                        article,
                        entity,
                        tuple(sorted({tenure.office for tenure in held})),
                        tuple(sorted({tenure.organisation for tenure in held if tenure.organisation})),
                        frozenset(country for country in countries if country),
                        day.isoformat() if day else "9999",
                    )
                )
    return found


def judge_people(
    people: Iterable[Told], known: Iterable[str] = (), decided: Iterable[Judgement] = ()
) -> list[Judgement]:
    """Whether persons of one name in different articles are one: the program's judgements, each with its reason.

    `known` are the register's ids: those are one by definition and need no judgement. `decided` are the judgements of
    people: what they keep apart is not joined. Within a name a person is compared with each group so far, so the cost
    grows with the number of articles, not with its square. Deterministic: the order of the input does not matter.
    """
    registered = frozenset(known)
    apart: dict[str, set[str]] = defaultdict(set)
    for item in decided:
        if _parts(item):
            apart[item.left].add(item.right)
            apart[item.right].add(item.left)
    by_name: dict[str, list[Told]] = defaultdict(list)
    for told in people:
        if told.entity.id not in registered:
            by_name[name_key(told.entity.name)].append(told)
    judgements: list[Judgement] = []
    for name in sorted(by_name):
        judgements += _judge_name(sorted(by_name[name], key=order_of), apart)
    return judgements


def order_of(told: Told) -> tuple[str, str, str]:
    """The order in which persons of one name are numbered: by day of publication, then by article."""
    return told.when, told.article, told.entity.id


def _parts(item: Judgement) -> bool:
    return item.kind == "same-person" and item.verdict == "different"


class _Group:
    """Persons judged to be one, with the sum of what is told of them."""

    def __init__(self, told: Told) -> None:
        self.first, self.sum = told, told
        self.keys, self.articles = {told.key}, {told.article}

    def add(self, told: Told) -> None:
        """Take one more in; what is told of him twice counts once."""
        self.keys.add(told.key)
        self.articles.add(told.article)
        before = self.sum
        after = replace(
            before,
            offices=tuple(dict.fromkeys((*before.offices, *told.offices))),
            organisations=tuple(dict.fromkeys((*before.organisations, *told.organisations))),
            countries=before.countries | told.countries,
        )
        self.sum = after if after != before else before


def _judge_name(people: Sequence[Told], apart: Mapping[str, set[str]]) -> list[Judgement]:
    """Every person is compared with the sum of each group so far; groups that he belongs to neither stay apart."""
    groups: list[_Group] = []
    found: list[Judgement] = []
    for told in people:
        home: _Group | None = None
        for group in groups:
            if not group.keys.isdisjoint(apart.get(told.key, ())):
                continue
            verdict, score, reason = _compare(group.sum, told)
            if told.article in group.articles:
                verdict, score, reason = "different", 0.0, "two persons of one article"
            if verdict == "same" and home is None:
                home = group
                found.append(Judgement("same-person", group.first.key, told.key, "same", score, reason, "legation"))
            elif verdict == "different":
                found.append(
                    Judgement("same-person", group.first.key, told.key, "different", score, reason, "legation")
                )
        if home is None:
            groups.append(_Group(told))
        else:
            home.add(told)
    return found


def name_key(name: str) -> str:
    """The first and the last word of a folded name without initials: two that share them may be one."""
    parts = without_middle(fold(name)).split() or [""]
    return f"{parts[0]} {parts[-1]}"


def _middles_differ(left: Told, right: Told) -> bool:
    """Whether the names tell other middle names or initials: John A. Holm, John B. Holm."""
    one, other = (fold(told.entity.name).split()[1:-1] for told in (left, right))
    return any(a != b and not a.startswith(b) and not b.startswith(a) for a, b in zip(one, other, strict=False))


def _compare(left: Told, right: Told) -> tuple[str, float, str]:
    """Verdict, score and reason. One name is not enough for a common one: country or office must agree."""
    if _middles_differ(left, right):
        return "different", 0.1, f"{left.entity.name} there and {right.entity.name} here"
    if left.countries and right.countries and left.countries.isdisjoint(right.countries):
        one, other = sorted(left.countries), sorted(right.countries)
        return "different", 0.1, f"same name, but of {', '.join(one)} there and of {', '.join(other)} here"
    same_country = bool(left.countries & right.countries)
    office = _shared(left.offices, right.offices)
    body = _shared(left.organisations, right.organisations)
    if office or body:
        return "same", 0.95 if same_country else 0.85, f"same name, and {office or body} both times"
    if left.offices and right.offices and not same_country:
        return "different", 0.3, f"same name, but {left.offices[0]} there and {right.offices[0]} here"
    if same_country:
        country = min(left.countries & right.countries)
        return "same", 0.8, f"same name, and of {country} both times"
    words = len(fold(left.entity.name).split())
    if words > 1:
        return "same", 0.6, "same full name, and nothing told that differs"
    return "different", 0.4, "one surname, and nothing told that agrees"


def _shared(left: Sequence[str], right: Sequence[str]) -> str | None:
    """The first of the names that both have, by most of their words."""
    for one in left:
        for other in right:
            mine, theirs = _words(one), _words(other)
            both = len(mine & theirs)
            # "Director of the National Trade Council", "White House National Trade Council director"
            if both > 1 and both >= _MOST * min(len(mine), len(theirs)):
                return min(one, other, key=len)
            if mine == theirs and mine:
                return one
    return None


_MOST = 0.75
"""The share of the shorter name's words that two names of one office or body have in common."""


def _words(name: str) -> frozenset[str]:
    return frozenset(fold(name).split()) - _SMALL_WORDS
