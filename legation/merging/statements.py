"""One statement told by several outlets: quoted whole, shortened, reworded or translated back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from legation.model import DateInterval, Judgement, Statement
from legation.model.words import content_stems, words_of

WITHIN_DAYS = 10
"""Days between two reports of one statement, at most; a weekly prints what the dailies had before."""
LEAST_WORDS = 4
"""Content words that a statement needs before it can be known again."""
SAME_QUOTATION = 0.8
SAME_MEANING = 0.62
"""Share of the shorter's words, weighed by rarity, that the longer must hold: verbatim, and reworded."""
CROWDED = 60
"""A word that more statements of one speaker share within the days finds no pairs."""


class Told(NamedTuple):
    """A statement with what comparing needs."""

    id: str
    article: str
    speaker: str
    words: str
    first: date | None
    last: date | None
    """When it was said as told, else when it was published."""
    dated: bool
    verbatim: bool


def told_of(statements: Iterable[tuple[Statement, str]], published: Mapping[str, DateInterval | None]) -> list[Told]:
    """The statements (each with its words) of known speakers, prepared; repeats inside one article are left out.

    `published`: of each article when it was published.
    """
    found = []
    for item, words in statements:
        if item.speaker is None or item.repeats is not None or item.article not in published:
            continue
        when = item.date or published[item.article]
        found.append(
            Told(
                item.id,
                item.article,
                item.speaker,
                words,
                (when.earliest or when.latest) if when else None,
                (when.latest or when.earliest) if when else None,
                item.date is not None,
                item.form in ("direct", "mixed", "written"),
            )
        )
    return found


def judge_statements(told: Iterable[Told]) -> list[Judgement]:
    """The program's judgements that statements of two articles are one, with score and reason; in order of ids.

    Each speaker's statements are judged among themselves: what others say does not change the result.
    """
    by_speaker: dict[str, list[Told]] = defaultdict(list)
    for item in sorted(told, key=lambda item: item.id):
        by_speaker[item.speaker].append(item)
    found = [judgement for listed in by_speaker.values() for judgement in _judge_speaker(listed)]
    return sorted(found, key=lambda item: (item.left, item.right))


def _judge_speaker(told: Sequence[Told]) -> list[Judgement]:
    stems = [content_stems(item.words) for item in told]
    spread = Counter(term for listed in stems for term in set(listed))
    found = []
    for left, right in _candidates(told, stems):
        verdict = _one_statement(told[left], told[right], stems[left], stems[right], spread)
        if verdict is not None:
            one, other = sorted((told[left].id, told[right].id))
            found.append(Judgement("same-statement", one, other, "same", round(verdict[0], 4), verdict[1], "legation"))
    return found


def _candidates(told: Sequence[Told], stems: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Pairs in two articles that share an uncommon word, each once."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, listed in enumerate(stems):
        if len(set(listed)) >= LEAST_WORDS:
            for term in set(listed):
                holders[term].append(index)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(holders.items()):
        for group in _near(members, told):
            for place, left in enumerate(group):
                for right in group[place + 1 :]:
                    pair = (min(left, right), max(left, right))
                    if told[left].article != told[right].article and pair not in seen:
                        seen.add(pair)
                        yield pair


def _near(members: list[int], told: Sequence[Told]) -> Iterator[list[int]]:
    """A word's holders; where they are many, those of one span of days at a time."""
    if len(members) <= CROWDED:
        yield members
        return
    spans: dict[int | None, list[int]] = defaultdict(list)
    for index in members:
        day = told[index].first
        number = None if day is None else day.toordinal() // WITHIN_DAYS
        spans[number].append(index)
        if number is not None:
            spans[number + 1].append(index)
    for group in spans.values():
        if len(group) <= CROWDED:
            yield group


def _one_statement(
    left: Told, right: Told, one: tuple[str, ...], other: tuple[str, ...], spread: Mapping[str, int]
) -> tuple[float, str] | None:
    """Score and reason if the two tell one statement, else None."""
    apart = _days_apart(left, right)
    if apart is not None and apart > (1 if left.dated and right.dated else WITHIN_DAYS):
        return None
    # In a fixed order, so that neither order of arrival nor that of sets moves the score.
    shorter, longer = sorted((set(one), set(other)), key=lambda stems: (len(stems), sorted(stems)))
    # The rarer a word among all statements, the more it tells.
    weight = {term: 1 / (1 + spread[term]) ** 0.5 for term in sorted(shorter)}
    share = sum(weight[term] for term in weight if term in longer) / sum(weight.values())
    days = "undated" if apart is None else "same day" if apart == 0 else f"{apart} days apart"
    quoted = left.verbatim and right.verbatim and share >= SAME_QUOTATION
    if quoted and _longest_run(left.words, right.words) >= 0.5:
        kind = "same quotation" if len(shorter) > 0.8 * len(longer) else "same quotation, shortened"
        return share, f"{kind}: {len(shorter & longer)} of {len(shorter)} words shared; {days}"
    # Reworded statements are known by their words alone: both must be of a size, and their day known.
    least = SAME_MEANING if len(shorter) >= 0.5 * len(longer) else SAME_QUOTATION
    if apart is not None and share >= least and len(shorter & longer) >= LEAST_WORDS:
        return 0.9 * share, f"reworded: {len(shorter & longer)} of {len(shorter)} words shared; {days}"
    return None


def _days_apart(left: Told, right: Told) -> int | None:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    return max(0, (right.first - left.last).days, (left.first - right.last).days)


def _longest_run(left: str, right: str) -> float:
    """Share of the shorter's words in the longest stretch that both tell alike."""
    one, other = (words_of(words) for words in (left, right))
    best, before = 0, [0] * (len(other) + 1)
    for word in one:
        row = [0] * (len(other) + 1)
        for place, there in enumerate(other):
            if word == there:
                row[place + 1] = before[place] + 1
                best = max(best, row[place + 1])
        before = row
    return best / max(1, min(len(one), len(other)))
