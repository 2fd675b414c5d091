"""Reads stance and issues of a content, with the words that each rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from legation.model import Evidence, Span, Stance
from legation.reading.statements.tables import SpeechVerb, StatementTables

_CRITICAL = frozenset({"accuse", "blame", "reject"})


def issues_of(
    text: str, content: Iterable[tuple[int, int]], tables: StatementTables
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """The issues that a content names, those named first in front; `other` where it names none."""
    found: list[tuple[int, str, Evidence]] = []
    for start, end in content:
        for issue, pattern in tables.issue_patterns.items():
            match = pattern.search(text, start, end)
            if match and all(issue != known for _, known, _ in found):
                found.append((match.start(), issue, Evidence(Span(*match.span()), match[0])))
    found.sort(key=lambda item: (item[0], item[1]))
    return tuple(issue for _, issue, _ in found) or ("other",), tuple(evidence for _, _, evidence in found)


def stance_of(
    text: str, content: Sequence[tuple[int, int]], verb: SpeechVerb | None, cue: Span | None,
    foreign: bool, tables: StatementTables,
) -> tuple[Stance, tuple[Evidence, ...]]:  # fmt: skip
    """The stance toward those spoken about, with its words.

    `foreign`: whether the content or the cue names somebody else's state, a body or the world; statements about
    one's own house are neutral unless they blame.
    """
    words: dict[Stance, list[Evidence]] = {"hostile": [], "cooperative": []}
    for start, end in content:
        for stance, pattern in tables.stance_patterns.items():
            words[stance].extend(Evidence(Span(*m.span()), m[0]) for m in pattern.finditer(text, start, end))
    if verb is not None and cue is not None and verb.stance is not None:
        evidence = Evidence(cue, text[cue.start : cue.end])
        if verb.stance == "hostile":
            return "hostile", (evidence, *words["hostile"])
        if not words["hostile"] and (foreign or verb.kind == "praise"):
            return verb.stance, (evidence, *words[verb.stance])
    hostile, cooperative = len(words["hostile"]), len(words["cooperative"])
    if hostile and hostile * 2 > cooperative:
        return "hostile", tuple(words["hostile"])
    if cooperative and foreign:
        return "cooperative", tuple(words["cooperative"])
    return "neutral", ()
