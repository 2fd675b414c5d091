"""One statement in several articles: who had it first, and who has it whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from legation.model import Article, Judgement, Statement


@dataclass(frozen=True, slots=True)
class Repeated:
    """One statement and all that tell it, in order of id."""

    statements: tuple[str, ...]
    earliest: str
    """In the article that was published first; of several the first by id."""
    fullest: str
    """The one with the most words; of several the first by id."""


def repeated_statements(
    statements: Iterable[Statement], articles: Mapping[str, Article], judgements: Iterable[Judgement]
) -> list[Repeated]:
    """The groups of two and more that `same-statement` judgements make; a person's outranks the program's."""
    by_id = {item.id: item for item in statements}
    verdicts: dict[tuple[str, str], str] = {}
    for item in sorted(judgements, key=lambda item: item.by != "legation"):
        if item.kind == "same-statement" and item.left in by_id and item.right in by_id:
            verdicts[min(item.left, item.right), max(item.left, item.right)] = item.verdict
    group = {key: key for key in by_id}
    for (left, right), verdict in sorted(verdicts.items()):
        if verdict == "same":
            one, other = sorted((_root(group, left), _root(group, right)))
            group[other] = one
    members: dict[str, list[Statement]] = defaultdict(list)
    for key in sorted(by_id):
        members[_root(group, key)].append(by_id[key])
    return [_repeated(told, articles) for _, told in sorted(members.items()) if len(told) > 1]


def _root(group: dict[str, str], key: str) -> str:
    while group[key] != key:
        group[key] = group[group[key]]
        key = group[key]
    return key


def _repeated(told: list[Statement], articles: Mapping[str, Article]) -> Repeated:
    def first_day(item: Statement) -> date:
        published = articles[item.article].published
        return (published.earliest or published.latest or date.max) if published else date.max

    def words(item: Statement) -> int:
        return sum(len(articles[item.article].words(span).split()) for span in item.content)

    earliest = min(told, key=lambda item: (first_day(item), item.id))
    fullest = min(told, key=lambda item: (-words(item), item.id))
    return Repeated(tuple(item.id for item in told), earliest.id, fullest.id)
