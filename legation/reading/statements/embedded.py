"""Speech told on in another's words: `the ministry said Holm had met Berg and told him that ...`, told by Holm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Span
from legation.reading.parse import text_of, words_under
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft
from legation.reading.statements.phrases import SUBJECTS
from legation.reading.statements.quotations import Quotation


def with_embedded(drafts: Sequence[Draft], doc: Doc, quotations: Sequence[Quotation]) -> list[Draft]:
    """The drafts, in order, with a cue that goes on inside another's report put into that one's content.

    The tagger gives such a cue the whole of `the ministry said Holm` for its source, and ends the ministry's words
    before it.
    """
    out = list(drafts)
    for place, draft in enumerate(out):
        at = next((n for n, one in enumerate(out) if n != place and _goes_on_in(draft, one, doc)), None)
        source = _inner_subject(draft, out[at], doc) if at is not None else None
        if at is None or source is None:
            continue
        outer = out[at]
        whole = Span(outer.content[-1].start, max(draft.content[-1].end, outer.content[-1].end))
        content = (*outer.content[:-1], *pieces(text_of(doc), [whole], quotations))
        out[at] = replace(outer, content=content)
        out[place] = replace(draft, source=(source,), outer=out[at])
    return out


def _goes_on_in(draft: Draft, outer: Draft, doc: Doc) -> bool:
    """Whether a draft's source reaches over the other's cue, whose content its own cue follows in the sentence."""
    if draft.head < 0 or outer.head < 0 or not draft.source or not outer.cue:
        return False
    source = Span(draft.source[0].start, draft.source[-1].end)
    if not source.holds(outer.cue[-1]) or outer.content[-1].end > draft.cue[0].start:
        return False
    return bool(doc[draft.head].sent.start == doc[outer.head].sent.start)


def _inner_subject(draft: Draft, outer: Draft, doc: Doc) -> Span | None:
    """The subject of the report that the cue goes on with, where it stands in the report."""
    verb: Token = doc[draft.head]
    while True:
        subject = next((one for one in verb.children if one.dep_ in SUBJECTS), None)
        if subject is not None or verb.dep_ != "conj" or verb.head == verb:
            break
        verb = verb.head
    if subject is None:
        return None
    span = words_under(subject)
    inside = any(piece.holds(span) for piece in outer.content) or span.start > outer.content[-1].end
    return span if inside else None
