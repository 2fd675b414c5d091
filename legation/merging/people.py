"""Whether two articles mean the same person: by name, country and offices."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.model import Entity, Judgement, Tenure

_SMALL_WORDS = frozenset({"of", "for", "the", "and", "to", "at", "a", "an", "in"})


@dataclass(frozen=True, slots=True)
class Told:
    """What one article tells of one person."""

    article: str
    entity: Entity
    offices: tuple[str, ...]
    organisations: tuple[str, ...]
    countries: frozenset[str]

    @property
    def key(self) -> str:
        """How judgements name it: `lu-xiang@ARTICLE`."""
        return f"{self.entity.id}@{self.article}"


def told_of(people: Mapping[str, Sequence[Entity]], tenures: Iterable[Tenure]) -> list[Told]:
    """Each article's persons (by article id) with the offices that the article gives them, in a fixed order."""
    by_person: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        by_person[tenure.article, tenure.person].append(tenure)
    found = []
    for article in sorted(people):
        for entity in sorted(people[article], key=lambda entity: entity.id):
            if entity.kind == "person":
                held = by_person[article, entity.id]
                countries = {tenure.country for tenure in held} | {entity.country}
                found.append(
                    Told(
                        article,
                        entity,
                        tuple(sorted({tenure.office for tenure in held})),
                        tuple(sorted({tenure.organisation for tenure in held if tenure.organisation})),
                        frozenset(country for country in countries if country),
                    )
                )
    return found


def judge_people(people: Iterable[Told], known: Iterable[str] = ()) -> list[Judgement]:
    """Whether persons of one name in different articles are one: a judgement for each two neighbours of a name.

    `known` are the register's ids: those are one by definition and need no judgement. Within a name the first of each
    group that fits is the one compared with, so the cost grows with the number of articles, not with its square.
    Deterministic: the order of the input does not matter.
    """
    decided = frozenset(known)
    by_name: dict[str, list[Told]] = defaultdict(list)
    for told in people:
        if told.entity.id not in decided:
            by_name[_folded(told.entity.name)].append(told)
    judgements: list[Judgement] = []
    for name in sorted(by_name):
        judgements += _judge_name(sorted(by_name[name], key=lambda told: told.key))
    return judgements


def _judge_name(people: Sequence[Told]) -> list[Judgement]:
    """Every person is compared with one of each group so far; groups that he belongs to neither are kept apart."""
    groups: list[list[Told]] = []
    found: list[Judgement] = []
    for told in people:
        home: list[Told] | None = None
        for group in groups:
            verdict, score, reason = _compare(_summed(group), told)
            if verdict == "same" and home is None:
                home = group
                found.append(Judgement("same-person", group[0].key, told.key, "same", score, reason, "legation"))
            elif verdict == "different":
                found.append(Judgement("same-person", group[0].key, told.key, "different", score, reason, "legation"))
        if home is None:
            groups.append([told])
        else:
            home.append(told)
    return found


def _summed(group: Sequence[Told]) -> Told:
    return Told(
        group[0].article,
        group[0].entity,
        tuple(office for told in group for office in told.offices),
        tuple(name for told in group for name in told.organisations),
        frozenset(country for told in group for country in told.countries),
    )


def _compare(left: Told, right: Told) -> tuple[str, float, str]:
    """Verdict, score and reason. One name is not enough for a common one: country or office must agree."""
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
    words = len(_folded(left.entity.name).split())
    if words > 1:
        return "same", 0.6, "same full name, and nothing told that differs"
    return "different", 0.4, "one surname, and nothing told that agrees"


def _shared(left: Sequence[str], right: Sequence[str]) -> str | None:
    """The first of the names that both have, by their words."""
    for one in left:
        for other in right:
            mine, theirs = _words(one), _words(other)
            if mine and theirs and (mine <= theirs or theirs <= mine) and min(len(mine), len(theirs)) > 1:
                return min(one, other, key=len)
            if mine == theirs and mine:
                return one
    return None


def _words(name: str) -> frozenset[str]:
    return frozenset(_folded(name).split()) - _SMALL_WORDS


def _folded(name: str) -> str:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.casefold()))
