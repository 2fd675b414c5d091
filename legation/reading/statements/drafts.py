"""The statement while it is made: source, cue and trimmed content, in one block of the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from legation.model import Article, Block, BlockKind, Span
from legation.reading.parse import text_of, words_under
from legation.reading.statements.attributions import Attribution
from legation.reading.statements.contents import pieces
from legation.reading.statements.documents import is_document
from legation.reading.statements.edges import with_fronted, without_as_saying, without_neighbours, without_tails
from legation.reading.statements.quotations import Quotation
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import kind_of, verb_of

SPOKEN_BLOCKS: frozenset[BlockKind] = frozenset({"body", "headline", "pull-quote"})
"""The kinds of block that hold statements; captions and related links give none."""


_UNKNOWN = 0.6
"""Below this confidence cues that no table knows are right in 43 of 100 cases (PolNeAR dev), others in 55."""
_LEAST_QUOTED = 5
"""Fewer quoted words without a source are a scare quote or a title."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """The innermost source as far as it could be resolved."""

    entity: str | None
    name: str | None
    words: Span | None
    anonymous: bool = False
    country: str | None = None
    described: str | None = None
    """In full, where the article tells more than the name: `a diplomat who asked not to be named`."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Who (source words), by what cue, said what."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    head: int
    """Number of the cue's head token in the parse; -1 for a bare quotation."""
    content: tuple[Span, ...]
    confidence: float
    block: Block
    outer: Draft | None = None
    """The draft inside whose content this one stands."""
    speaker: Speaker | None = None
    """Who speaks, where a label says so and the source need not be resolved."""
    verbatim: bool = False
    """Whether a transcript gives the words as they were said, without quotation marks."""

    @property
    def start(self) -> int:
        """Where the draft's first words stand."""
        return min(span.start for span in (*self.content, *self.cue))


def spoken_block(article: Article, at: int) -> Block | None:
    """The block of the kinds that hold statements in which a character stands."""
    return next((b for b in article.blocks if b.kind in SPOKEN_BLOCKS and b.start <= at < b.end), None)


def draft_all(
    attributions: Sequence[Attribution],
    article: Article,
    doc: Doc,
    quotations: Sequence[Quotation],
    tables: StatementTables,
) -> list[Draft]:
    """The attributions as drafts in reading order; those without a source that are no charge are left out."""
    out: list[Draft] = []
    for item in attributions:
        block = spoken_block(article, item.cue[0].start) if item.cue else None
        if block is None:
            continue
        whole = without_tails(article.text, with_fronted(doc, item, item.content), tables)
        whole = without_neighbours(article.text, item, without_as_saying(article.text, whole), quotations)
        content = pieces(article.text, whole, quotations)
        head = doc[item.head]
        if not content or _only_names_topic(head, tables) or _is_one_word(article.text, content):
            continue
        if _is_put_to(head, tables) or says_nothing(item.source, head, doc, tables):
            continue
        if _only_issues(head, tables) or (item.quoted == 0 and _is_unlikely(item, head, tables)):
            continue
        out.append(Draft(_quoted_subject(head) or item.source, item.cue, item.head, content, item.confidence, block))
    out = [_with_source(draft, out, doc) for draft in out]
    return sorted((d for d in out if d.source or _needs_none(d, doc, quotations, tables)), key=lambda d: d.start)


def _is_one_word(text: str, content: Sequence[Span]) -> bool:
    return len(content) == 1 and len(text[content[0].start : content[0].end].split()) < 2


def _only_names_topic(head: Token, tables: StatementTables) -> bool:
    """`Commenting on the treaty, she said ...`: the clause tells the topic of what follows."""
    return head.dep_ in ("advcl", "pcomp", "prep") and kind_of(head, tables) == "about"


def _is_put_to(head: Token, tables: StatementTables) -> bool:
    """`Asked whether ..., she said`, `she was asked if`: a question that somebody unnamed put to the speaker."""
    if head.tag_ != "VBN" or not any(row.kind == "ask" for row in tables.verbs_by_head.get(head.lemma_.lower(), ())):
        return False
    labels = {child.dep_ for child in head.children}
    return "nsubj" not in labels and "agent" not in labels and not any(c.lower_ == "by" for c in head.children)


def _is_unlikely(item: Attribution, head: Token, tables: StatementTables) -> bool:
    """Whether a cue that no table knows is unsure too: `banned`, `imposed`, `went`."""
    return item.confidence < _UNKNOWN and kind_of(head, tables) is None


def _quoted_subject(head: Token) -> tuple[Span, ...]:
    """`Holm was quoted by Xinhua as saying`: the subject speaks, whoever the tagger took for the source."""
    if head.tag_ != "VBN" or head.lemma_.lower() not in ("quote", "cite", "report"):
        return ()
    subject = next((child for child in head.children if child.dep_ == "nsubjpass"), None)
    is_speech = any(child.lower_ == "as" for child in head.children)
    if subject is None or subject.lower_ == "it" or not is_speech:
        return ()
    return (words_under(subject),)


def _only_issues(head: Token, tables: StatementTables) -> bool:
    """`Released a readout of the call`: tells that there is a text, not what it says."""
    if head.lemma_.lower() not in tables.issuing_verbs:
        return False
    if any(child.dep_ in ("ccomp", "xcomp") for child in head.children):
        return False
    return any(child.dep_ in ("dobj", "obj") and is_document(child, tables) for child in head.children)


def says_nothing(source: Sequence[Span], head: Token, doc: Doc, tables: StatementTables) -> bool:
    """Whether the source is none: `information trickled out`, `the move signalled`, `it is said`, `could you say`."""
    if not source:
        return False
    words = doc.char_span(source[0].start, source[-1].end, alignment_mode="expand")
    if words is None or not len(words):
        return False
    # In a headline-like parse the article may be the root of "the move".
    root = words.root if words.root.dep_ != "det" else words[-1]
    if root.lower_ == "it":
        is_passive = head.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in head.children)
        return is_passive or verb_of(head, tables) is None
    if root.lower_ in ("you", "there", "nobody", "anybody", "everybody"):
        return True
    return root.pos_ != "PROPN" and root.lemma_.lower() in tables.idle_nouns


def _with_source(draft: Draft, others: Sequence[Draft], doc: Doc) -> Draft:
    """`Noting that ..., she said`: a cue without a subject has that of the nearest other cue of its sentence."""
    if draft.source:
        return draft
    sentence = doc[draft.head].sent
    near = [d for d in others if d.source and d.head != draft.head and sentence.start <= d.head < sentence.end]
    if not near or doc[draft.head].dep_ not in ("advcl", "conj", "xcomp", "acl", "ROOT", "pcomp", "ccomp"):
        return draft
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in doc[draft.head].children):
        return draft
    return replace(draft, source=min(near, key=lambda d: abs(d.head - draft.head)).source)


def _needs_none(draft: Draft, doc: Doc, quotations: Sequence[Quotation], tables: StatementTables) -> bool:
    """Whether a draft without a source still counts: a charge, or words quoted in a passive."""
    head = doc[draft.head]
    if head.pos_ == "VERB" and kind_of(head, tables) in ("accuse", "blame"):
        return True
    start, end = draft.content[0].start, draft.content[-1].end
    is_long = len(text_of(doc)[start:end].split()) >= _LEAST_QUOTED
    return is_long and any(q.inside.start <= start and end <= q.inside.end for q in quotations)


def words_in(text: str, spans: Sequence[Span]) -> set[str]:
    """The content words of spans, in lower case."""
    return {w.strip(".,;:!?“”\"'’‘()") for span in spans for w in text[span.start : span.end].lower().split()} - {""}
