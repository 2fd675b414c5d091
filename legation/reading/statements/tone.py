"""Reads stance and issues of a content, with the words that each rests on."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from legation.model import Evidence, Span, Stance
from legation.reading.statements.tables import SpeechVerb, StatementTables


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
    words = _words(text, content, tables)
    if verb is not None and verb.kind == "demand":
        contact = [m for start, end in content for m in tables.contact_pattern.finditer(text, start, end)]
        if contact:
            return "cooperative", tuple(Evidence(Span(*match.span()), match[0]) for match in contact)
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


_CLAUSE = re.compile(r"[.;:!?,]|\b(?:but|yet|while|because)\b")
"""Where a disclaimer ends."""


def _words(text: str, content: Sequence[tuple[int, int]], tables: StatementTables) -> dict[Stance, list[Evidence]]:
    """The words of each stance; hostile ones that are taken back (`does not seek a war`) count as cooperative."""
    words: dict[Stance, list[Evidence]] = {"hostile": [], "cooperative": []}
    for start, end in content:
        taken_back = []
        for match in tables.reassuring_pattern.finditer(text, start, end):
            clause = _CLAUSE.search(text, match.end(), end)
            taken_back.append(Span(match.start(), clause.start() if clause else end))
        for stance, pattern in tables.stance_patterns.items():
            for match in pattern.finditer(text, start, end):
                span = Span(*match.span())
                back = next((one for one in taken_back if stance == "hostile" and one.overlaps(span)), None)
                if back is None:
                    words[stance].append(Evidence(span, match[0]))
                else:
                    whole = Span(min(back.start, span.start), span.end)
                    words["cooperative"].append(Evidence(whole, text[whole.start : whole.end]))
    return words


def is_foreign(
    targets: Iterable[str], own: Container[str | None], content: Iterable[tuple[int, int]], text: str,
    tables: StatementTables,
) -> bool:  # fmt: skip
    """Whether a content is about others than the speaker's own house: a state or body that is not `own`, the world."""
    if any(target not in own for target in targets):
        return True
    return any(tables.outside_pattern.search(text, start, end) for start, end in content)
