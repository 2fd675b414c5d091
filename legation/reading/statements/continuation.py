"""What goes on without a cue: bare quotations, quotations over paragraphs, an interviewed speaker's argument."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Article, Block, Span
from legation.reading.parse import text_of
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import kind_of

_LEAST_WORDS = 4
"""A shorter quotation alone is a scare quote or a title."""
BARE_CONFIDENCE = 0.6


def with_bare_quotations(drafts: Sequence[Draft], article: Article, quotations: Sequence[Quotation]) -> list[Draft]:
    """Quotations that no cue claims: joined to the statement beside them, or a statement of their own."""
    out = list(drafts)
    outer = [q for q in quotations if q.depth == 0]
    for block in article.blocks:
        if block.kind not in ("body", "pull-quote"):
            continue
        inside = [q for q in outer if block.start <= q.span.start < block.end]
        free = [q for q in inside if _is_free(q, out, article.text)]
        own = [d for d in out if d.block is block and d.outer is None]
        if own:
            out = _joined(out, own, free, article.text, quotations)
        elif free and block.kind == "body" and _fills(free, block, article.text):
            out = _alone(out, free, block, article, quotations)
    return sorted(out, key=lambda d: d.start)


def _is_free(quotation: Quotation, drafts: Sequence[Draft], text: str) -> bool:
    words = text[quotation.inside.start : quotation.inside.end].split()
    return len(words) >= _LEAST_WORDS and not any(
        span.overlaps(quotation.span) for d in drafts for span in (*d.content, *d.source, *d.cue)
    )


def _joined(
    out: list[Draft], own: Sequence[Draft], free: Sequence[Quotation], text: str, quotations: Sequence[Quotation]
) -> list[Draft]:
    """A whole quoted sentence beside a statement of the same paragraph goes on with it."""
    for quotation in free:
        first = text[quotation.inside.start : quotation.inside.start + 1]
        before = text[: quotation.span.start].rstrip()[-1:]
        if not (first.isupper() or first in "…") or before not in (".", "!", "?", "”", '"', "’", "'", ":", "", "\n"):
            continue
        earlier = [d for d in own if d.content[-1].end <= quotation.span.start]
        chosen = max(earlier, key=lambda d: d.content[-1].end) if earlier else min(own, key=lambda d: d.start)
        current = next(d for d in out if d.head == chosen.head and d.block is chosen.block)
        added = pieces(text, [quotation.span], quotations)
        out[out.index(current)] = replace(current, content=tuple(sorted({*current.content, *added})))
    return out


def _fills(free: Sequence[Quotation], block: Block, text: str) -> bool:
    """Whether a paragraph is quotation and nothing else."""
    quoted = sum(q.span.end - q.span.start for q in free)
    return quoted >= 0.9 * len(text[block.start : block.end].strip())


def _alone(
    out: list[Draft], free: Sequence[Quotation], block: Block, article: Article, quotations: Sequence[Quotation]
) -> list[Draft]:
    """A quotation that fills its paragraph: goes on with one left open before it, else stands by itself."""
    content = pieces(article.text, [q.span for q in free], quotations)
    if not content:
        return out
    earlier = [d for d in out if d.start < block.start and d.block.kind == "body"]
    last = max(earlier, key=lambda d: d.content[-1].end) if earlier else None
    open_before = any(
        not q.closed and q.depth == 0 and last is not None and q.span.overlaps(last.content[-1]) for q in quotations
    )
    between = article.text[last.content[-1].end : block.start] if last else ""
    if last is not None and open_before and not any(character.isalnum() for character in between):
        out[out.index(last)] = replace(last, content=(*last.content, *content))
        return out
    return [*out, Draft((), (), -1, content, BARE_CONFIDENCE, block)]


def interviewed(drafts: Sequence[Draft], speakers: Sequence[Speaker], article: Article) -> str | None:
    """The person whose interview the article is: nearly every statement is theirs and an interview is told of."""
    counts = Counter(s.entity or s.name for s, d in zip(speakers, drafts, strict=True) if d.block.kind == "body")
    if not counts or "interview" not in article.text.lower():
        return None
    name, most = counts.most_common(1)[0]
    return name if name is not None and most >= 5 and most >= 0.8 * counts.total() else None


def without_ascribed(
    drafts: Sequence[Draft], speakers: Sequence[Speaker], who: str, doc: Doc, tables: StatementTables
) -> tuple[list[Draft], list[Speaker]]:
    """Leaves out beliefs of unnamed others between the interviewed person's own statements: they are part of those."""
    mine = {
        d.block.start
        for d, s in zip(drafts, speakers, strict=True)
        if (s.entity or s.name) == who and d.block.kind == "body"
    }
    kept = [
        (d, s)
        for d, s in zip(drafts, speakers, strict=True)
        if not (
            s.entity is None
            and d.head >= 0
            and d.block.start in mine
            and kind_of(doc[d.head], tables) in ("belief", "describe", "wish", None)
        )
    ]
    return [d for d, _ in kept], [s for _, s in kept]


def with_uncued_sentences(
    drafts: Sequence[Draft], speakers: Sequence[Speaker], who: str, doc: Doc, quotations: Sequence[Quotation]
) -> list[Draft]:
    """In paragraphs where only `who` speaks, sentences without a cue go on with the nearest statement."""
    by_block: dict[int, list[int]] = {}
    for number, draft in enumerate(drafts):
        if draft.block.kind == "body" and draft.outer is None:
            by_block.setdefault(draft.block.start, []).append(number)
    out = list(drafts)
    for sentence in doc.sents:
        span = Span(sentence.start_char, sentence.end_char)
        numbers = next((n for start, n in by_block.items() if start <= span.start < drafts[n[0]].block.end), None)
        if numbers is None or len(sentence) < 5:
            continue
        if any((speakers[n].entity or speakers[n].name) != who for n in numbers):
            continue
        if any(piece.overlaps(span) for n in numbers for piece in (*out[n].content, *out[n].cue)):
            continue
        earlier = [n for n in numbers if out[n].content[-1].end <= span.start]
        chosen = max(earlier, key=lambda n: out[n].content[-1].end) if earlier else numbers[0]
        added = pieces(text_of(doc), [span], quotations)
        out[chosen] = replace(out[chosen], content=_merged(text_of(doc), (*out[chosen].content, *added)))
    return out


def _merged(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order; those with only a stop or blanks between become one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and not text[out[-1].end : span.start].strip(" .\u00a0\n") and span.start - out[-1].end < 6:
            out[-1] = Span(out[-1].start, max(span.end, out[-1].end))
        else:
            out.append(span)
    return tuple(out)
