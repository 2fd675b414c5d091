"""Interviews and press conferences in turns (`Q: ... A: ...`, `Reuters: ... Mao Ning: ...`): who speaks where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.model import Article, Block, Entity, Span
from legation.reading.cast import Cast, country_of
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.interviews import asked_and_answered
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.speakers import FIRST
from legation.reading.statements.tables import StatementTables

_LABEL = re.compile(r"(?P<label>[A-Z][\w.’'&-]*(?:,?\s+[\w.’'&()/-]+){0,6})\s*[:：](?:\s|$)")
_STOP = re.compile(r"(?<=[a-z])[.?!]\s")
"""Where a sentence ends, roughly: no initial, no title."""
_HONORIFIC = re.compile(r"(?:MR|MS|MRS|DR|Mr|Ms|Mrs|Dr)\b\.?\s+\w")
_NOT_LABEL = frozenset({"note", "update", "photo", "source", "read more", "related", "editor’s note", "editor's note"})
_LEAST_TOLD = 3
"""Words; `Sure.` and `Thank you.` tell nothing."""
TURN_CONFIDENCE = 0.9
QUESTIONER = "a questioner"
"""The name of one who asks under a label that names nobody (`Q:`)."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of a turn: the words after the label, or those of a paragraph that goes on."""

    block: Block
    words: Span
    label: Span
    """The label of the turn, which may stand in an earlier paragraph."""
    asks: bool
    speaker: Speaker


def find_turns(article: Article, cast: Cast, tables: StatementTables) -> list[Turn]:
    """The turns of an article that is told in turns, in reading order; none where it is not.

    Needed are a question and an answer, or three labels of two people or more.
    """
    lines = [(block, line, _label_of(article.text, line)) for block, line in _lines(article)]
    labelled = [(line, label) for _, line, label in lines if label is not None]
    roles = {label: _asks(article.text, label, line, cast, tables) for line, label in labelled}
    if not _is_told_in_turns(article.text, roles):
        return _unlabelled(article, cast, tables)
    interviewed = _interviewed(article, min(label.start for label in roles), cast, tables)
    # Where no label answers, the paragraphs between the questions do.
    only_questions = all(asks for asks in roles.values() if asks is not None)
    out: list[Turn] = []
    current: tuple[Span, bool, Speaker] | None = None
    for block, line, label in lines:
        asks = roles.get(label) if label is not None else None
        words = line
        if label is not None and asks is not None:
            current = (label, asks, _speaker(article.text, label, asks, cast, tables, interviewed))
            words = Span(_LABEL.match(article.text, line.start, line.end).end(), line.end)  # type: ignore[union-attr]
        elif current is not None and current[1] and only_questions:
            current = (current[0], False, interviewed)
        elif current is not None and label is None and _names(line, current[2], cast):
            # Who is named in a paragraph does not go on speaking in it: the talk is over.
            current = None
        if current is not None and words.start < words.end:
            out.append(Turn(block, words, *current))
    return out


def is_gist(turns: Sequence[Turn], cast: Cast) -> bool:
    """Whether the answers are told by somebody else: `A: The spokeswoman said that ...`, in half of them or more."""
    answers = {turn.label: False for turn in turns if not turn.asks}
    for turn in turns:
        if not turn.asks and _names(turn.words, turn.speaker, cast):
            answers[turn.label] = True
    return len(answers) > 1 and sum(answers.values()) * 2 >= len(answers)


def _unlabelled(article: Article, cast: Cast, tables: StatementTables) -> list[Turn]:
    """The turns of an interview in which paragraphs ask and answer without a label."""
    paragraphs = asked_and_answered(article, tables)
    if not paragraphs:
        return []
    first = paragraphs[0][0].start
    asker, answers = Speaker(None, QUESTIONER, None, anonymous=True), _interviewed(article, first, cast, tables)
    if answers.entity is None:
        return []
    out = []
    for block, asks in paragraphs:
        words = Span(block.start, block.end)
        if not asks and _names(words, answers, cast):
            break
        out.append(Turn(block, words, Span(block.start, block.start), asks, asker if asks else answers))
    return out


def _names(line: Span, speaker: Speaker, cast: Cast) -> bool:
    return speaker.entity is not None and any(mention.entity == speaker.entity for mention in cast.within(*line))


def _lines(article: Article) -> Iterator[tuple[Block, Span]]:
    """The body's paragraphs; one that holds several labelled lines is parted."""
    for block in article.blocks:
        if block.kind != "body":
            continue
        starts = [block.start]
        starts += [
            match.end()
            for match in re.compile(r"\n\s*").finditer(article.text, block.start, block.end)
            if _LABEL.match(article.text, match.end(), block.end)
        ]
        for start, end in zip(starts, [*starts[1:], block.end], strict=True):
            yield block, Span(start, end)


def _label_of(text: str, line: Span) -> Span | None:
    match = _LABEL.match(text, line.start, line.end)
    return Span(*match.span("label")) if match and match["label"].lower() not in _NOT_LABEL else None


def _asks(text: str, label: Span, line: Span, cast: Cast, tables: StatementTables) -> bool | None:
    """Whether a label asks (True) or answers (False); None where it is no speaker's."""
    words = text[label.start : label.end]
    for name in (words.lower(), words.lower().split()[-1]):
        if name in tables.turn_labels:
            return tables.turn_labels[name]
    if tables.media_pattern.search(words):
        return True
    if _person_in(label, cast) is not None or _HONORIFIC.match(words):
        return False
    if any(cast.entity_of(mention).kind in ("state", "place") for mention in cast.within(*label)):
        return None
    # A medium that no table knows: what stands after its name is a question.
    return True if text[line.start : line.end].rstrip(" ”\"’'").endswith("?") else None


def _is_told_in_turns(text: str, roles: dict[Span, bool | None]) -> bool:
    asking = [label for label, asks in roles.items() if asks]
    answering = [label for label, asks in roles.items() if asks is False]
    names = {text[start:end] for start, end in answering}
    return bool(asking and answering) or len(asking) >= 2 or (len(answering) >= 3 and len(names) >= 2)


def _person_in(label: Span, cast: Cast) -> Entity | None:
    people = [cast.entity_of(m) for m in cast.within(*label) if cast.entity_of(m).kind == "person"]
    return people[-1] if people else None


def _speaker(text: str, label: Span, asks: bool, cast: Cast, tables: StatementTables, interviewed: Speaker) -> Speaker:
    """Who speaks under a label: the person or medium named, else the interviewed person or an unnamed asker."""
    words = " ".join(text[label.start : label.end].split())
    entity = _person_in(label, cast)
    if entity is None:
        found = [cast.entity_of(m) for m in cast.within(*label) if cast.entity_of(m).kind == "organisation"]
        entity = found[0] if found and asks else None
    if entity is not None:
        return Speaker(entity.id, entity.name, label, False, country_of(entity))
    if words.lower() in tables.turn_labels:
        return Speaker(None, QUESTIONER, label, anonymous=True) if asks else replace(interviewed, words=label)
    return Speaker(None, words, label, anonymous=asks and words.lower().split()[-1] in tables.turn_labels)


def _interviewed(article: Article, first: int, cast: Cast, tables: StatementTables) -> Speaker:
    """Who answers under `A:`: the one with whom the introduction says that somebody spoke, else the one whom the
    headline names before a colon, the first in the headline, the first in the introduction."""
    before = [block for block in article.blocks if block.end <= first]
    heads = [block for block in before if block.kind == "headline"]
    intro = [block for block in before if block.kind == "body"]
    found = [_spoken_to(block, article, cast, tables) for block in intro]
    found += [_before_colon(block, article.text, cast) for block in heads]
    found += [_first_person(block, cast) for block in (*heads, *intro)]
    for person in found:
        if person is not None:
            return Speaker(person.id, person.name, None, False, person.country)
    return Speaker(None, None, None)


def _spoken_to(block: Block, article: Article, cast: Cast, tables: StatementTables) -> Entity | None:
    """`The Post spoke with Anna Holm`, `in an interview with Anna Holm`: the person nearest to the outlet's name or to
    the word for the talk in one sentence, those after it first."""
    text = article.text
    marks = [match.span() for match in tables.talk_pattern.finditer(text, block.start, block.end)]
    if article.outlet:
        named = re.compile(re.escape(article.outlet), re.IGNORECASE)
        marks += [match.span() for match in named.finditer(text, block.start, block.end)]
    for start, end in sorted(marks):
        stop = next((match.start() for match in _STOP.finditer(text, end, block.end)), block.end)
        begin = max((match.end() for match in _STOP.finditer(text, block.start, start)), default=block.start)
        person = _first_person(Span(end, stop), cast) or _last_person(Span(begin, start), cast)
        if person is not None:
            return person
    return None


def _before_colon(block: Block, text: str, cast: Cast) -> Entity | None:
    colon = text.find(":", block.start, block.end)
    return _last_person(Span(block.start, colon), cast) if colon >= 0 else None


def _first_person(part: Block | Span, cast: Cast) -> Entity | None:
    return next(_people(part, cast), None)


def _last_person(part: Block | Span, cast: Cast) -> Entity | None:
    return next(iter(list(_people(part, cast))[::-1]), None)


def _people(part: Block | Span, cast: Cast) -> Iterator[Entity]:
    found = (cast.entity_of(mention) for mention in cast.within(part.start, part.end))
    return (entity for entity in found if entity.kind == "person")


def with_turns(
    drafts: Sequence[Draft], turns: Sequence[Turn], article: Article, cast: Cast, quotations: Sequence[Quotation]
) -> list[Draft]:
    """Each paragraph of a turn as its speaker's statement; what he ascribes to others stands inside it."""
    out = [draft for draft in drafts if not any(_touches(draft, turn) for turn in turns)]
    for turn in turns:
        content = pieces(article.text, [turn.words], quotations)
        if not content:
            continue
        own = Draft((), (), -1, content, TURN_CONFIDENCE, turn.block, speaker=turn.speaker, verbatim=True)
        # What an unnamed interviewer asks is the outlet's own voice: only what he ascribes to others counts.
        voiced = turn.speaker.name != QUESTIONER and len(article.text[slice(*turn.words)].split()) >= _LEAST_TOLD
        if voiced:
            out.append(own)
        for draft in drafts:
            inner = _clipped(draft, turn.words) if _touches(draft, turn) else None
            if inner is not None and _is_anothers(inner, turn, article.text, cast):
                out.append(replace(inner, outer=own if voiced else None))
    return sorted(out, key=lambda draft: (draft.start, draft.outer is not None))


def without_labels(drafts: Sequence[Draft], turns: Sequence[Turn]) -> list[Draft]:
    """The drafts with the labels of turns (`A:`) taken out of their contents."""
    out = list(drafts)
    for turn in turns:
        if turn.label.start >= turn.block.start:
            out = [replace(draft, content=_behind(draft.content, turn)) for draft in out]
    return [draft for draft in out if draft.content]


def _behind(content: Sequence[Span], turn: Turn) -> tuple[Span, ...]:
    moved = (
        Span(turn.words.start, end) if turn.label.start <= start < turn.words.start else Span(start, end)
        for start, end in content
    )
    return tuple(span for span in moved if span.start < span.end)


def _touches(draft: Draft, turn: Turn) -> bool:
    """Whether a draft has words of a turn in its content; one that begins with the label has."""
    return any(piece.overlaps(turn.words) or piece.overlaps(turn.label) for piece in draft.content)


def _clipped(draft: Draft, words: Span) -> Draft | None:
    """A draft with only that of its content which lies in a turn's words."""
    content = _within(draft.content, words)
    # The tagger may take the label for a part of the name: "Q: Norland said ...".
    return replace(draft, content=content, source=_within(draft.source, words)) if content else None


def _within(spans: Sequence[Span], words: Span) -> tuple[Span, ...]:
    kept = [Span(max(start, words.start), min(end, words.end)) for start, end in spans]
    return tuple(span for span in kept if span.start < span.end)


def _is_anothers(draft: Draft, turn: Turn, text: str, cast: Cast) -> bool:
    """Whether a draft inside a turn has a source of its own: neither the label nor the talkers (`I`, `you`), nor the
    state for which an official speaks (`China believes` in the words of its spokesman)."""
    if not draft.source or text[draft.source[0].start : draft.source[-1].end].lower() in (*FIRST, "you", "your"):
        return False
    named = [mention.entity for mention in cast.within(draft.source[0].start, draft.source[-1].end)]
    return turn.asks or not named or any(entity != turn.speaker.country for entity in named)
