"""One point that two reports make, each in its own words: found by what the words share, not by their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.model import Statement
from legation.model.words import content_stems, stem, words_of

WORDS, SPEAKER, ISSUE = 0.7, 0.15, 0.15
"""What shared words, one speaker and one issue weigh; together 1."""
LEAST = 0.34
"""Least likeness of two statements that make one point; chosen on the readouts in `tests/reckoning`."""
NOT_AN_ISSUE = "other"


@dataclass(frozen=True, slots=True)
class Point:
    """Two statements of two reports on one point."""

    left: str
    right: str
    topic: str
    """The issue that both name, else the weightiest words that both have."""
    likeness: float


def one_point(left: Sequence[tuple[Statement, str]], right: Sequence[tuple[Statement, str]]) -> list[Point]:
    """The pairs that make one point, each statement in one at most, in the order of the left report.

    Each statement comes with its words. A word that few of the statements have weighs more.
    """
    stems = {item.id: frozenset(content_stems(words)) for item, words in (*left, *right)}
    spread = Counter(one for told in stems.values() for one in told)
    written = {stem(word): word for _, words in (*right, *left) for word in reversed(words_of(words))}
    found = []
    for one, _ in left:
        for other, _ in right:
            judged = _judge(one, other, stems[one.id], stems[other.id], spread, written)
            if judged is not None:
                found.append(judged)
    kept: list[Point] = []
    for point in sorted(found, key=lambda point: (-point.likeness, point.left, point.right)):
        if all(point.left != other.left and point.right != other.right for other in kept):
            kept.append(point)
    order = {item.id: at for at, (item, _) in enumerate(left)}
    return sorted(kept, key=lambda point: order[point.left])


def _judge(
    one: Statement,
    other: Statement,
    left: frozenset[str],
    right: frozenset[str],
    spread: Counter[str],
    written: Mapping[str, str],
) -> Point | None:
    shared = sorted(left & right, key=lambda part: (spread[part], part))
    issues = [issue for issue in one.issues if issue in other.issues and issue != NOT_AN_ISSUE]
    same_speaker = one.speaker is not None and one.speaker == other.speaker
    # One shared word is a topic and not yet a point, unless one person says it on one issue.
    if not shared or (len(shared) < 2 and not (same_speaker and issues)):
        return None

    def weight(stems: frozenset[str] | list[str]) -> float:
        return float(sum(1 / spread[part] ** 0.5 for part in stems))

    words = weight(shared) / min(weight(left), weight(right))
    likeness = WORDS * words + SPEAKER * same_speaker + ISSUE * bool(issues)
    if likeness < LEAST:
        return None
    topic = issues[0] if issues else " ".join(written[part] for part in shared[:2])
    return Point(one.id, other.id, topic, round(likeness, 4))
