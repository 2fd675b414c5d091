"""Finds where the outlet itself judges, guesses or uses loaded words, outside everything that others said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from spacy.tokens import Doc
from spacy.tokens import Span as Sentence

from legation.lexicon.table import TableRow, read_table
from legation.model import Article, Evidence, Span, Statement, Voice, VoiceKind

_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|«[^»]*(?:»|\Z)|(?<!\w)‘.*?(?:’(?!\w)|\Z)", re.DOTALL)
"""Quotations, searched within one paragraph; one that is never closed runs to its end."""
_ATTRIBUTED = re.compile(r"\baccording to\b|\bin the (?:view|words|opinion) of\b", re.IGNORECASE)
_LABELLED = re.compile(r"\s*(?:Q|A|Question|Answer|[A-Z]{2,}[A-Z .'’-]*):\s")
"""The opening of a paragraph of an interview or transcript, whose words are the speaker's."""
_RANK: tuple[VoiceKind, ...] = ("opinion", "loaded-wording", "analysis")


class OpinionRow(TableRow):
    """One row of `opinion_words.csv`: words that betray the outlet's own voice, and where in a sentence they do."""

    words: str
    kind: VoiceKind
    place: Literal["start", "anywhere"]
    not_after: str = ""
    """Words, parted by blanks, that give the row's words a plain sense: `sanctions` before `regime`."""
    example: str


@lru_cache(maxsize=1)
def opinion_rows() -> dict[str, OpinionRow]:
    """The table by its words in lower case, read once."""
    return {row.words.lower(): row for row in read_table("opinion_words", OpinionRow)}


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    ordered = sorted(opinion_rows(), key=len, reverse=True)
    joined = "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in ordered)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


def find_voice(doc: Doc, article: Article, statements: Sequence[Statement]) -> list[Voice]:
    """Sentences of the body in the outlet's own voice, in reading order, each with the words that betray it.

    `doc` is the article's parse. Words inside a statement's content, inside quotation marks, in an answer of an
    interview or in a clause that somebody is said to hold are not the outlet's. A sentence has one kind: opinion
    before loaded wording before analysis.
    """
    # One character for one, so that offsets stay.
    text = article.text.replace("’", "'")
    said = [Span(*span) for statement in statements for span in statement.content]
    found: list[Voice] = []
    for block in article.blocks:
        if block.kind != "body" or _LABELLED.match(article.text, block.start, block.end):
            continue
        matches = [Span(*match.span()) for match in _pattern().finditer(text, block.start, block.end)]
        if not matches:
            continue
        others = said + [Span(*match.span()) for match in _QUOTED.finditer(article.text, block.start, block.end)]
        own = [span for span in matches if not any(other.overlaps(span) for other in others)]
        found.extend(_voices(doc, article, own))
    return found


def _voices(doc: Doc, article: Article, spans: Sequence[Span]) -> Iterator[Voice]:
    """One voice for each sentence that holds words of the table where they count."""
    held: dict[tuple[int, int], list[tuple[OpinionRow, Span]]] = {}
    for span in spans:
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is None:
            continue
        sentence = words.sent
        row = opinion_rows()[" ".join(article.text[span.start : span.end].replace("’", "'").lower().split())]
        if words.start and doc[words.start - 1].lower_ in row.not_after.split():
            continue
        if row.place == "start" and not _opens(article.text, sentence, span.start):
            continue
        if _ATTRIBUTED.search(sentence.text) or _is_held_by_somebody(words):
            continue
        held.setdefault((sentence.start_char, sentence.end_char), []).append((row, span))
    for (start, end), rows in held.items():
        kind = min((row.kind for row, _ in rows), key=_RANK.index)
        because = tuple(Evidence(span, article.words(span)) for _, span in rows)
        # The parse may end a sentence inside the words.
        end = max(end, max(span.end for _, span in rows))
        words_of = article.text[start:end]
        left = len(words_of) - len(words_of.lstrip())
        yield Voice(article.id, kind, start + left, start + len(words_of.rstrip()), because)


def _opens(text: str, sentence: Sentence, at: int) -> bool:
    """Whether nothing but a short link (`But`, `And yet,`) stands before the words in their sentence."""
    return len(text[sentence.start_char : at].split()) <= 2


def _is_held_by_somebody(words: Sentence) -> bool:
    """`Holm thinks it is clear that ...`: the words stand in a clause that somebody is said to say or think."""
    token = words.root
    for _ in range(len(words.sent)):
        if token.dep_ == "ccomp" and any(child.dep_ in ("nsubj", "nsubjpass") for child in token.head.children):
            return any(child.dep_ == "nsubj" and child.lower_ != "it" for child in token.head.children)
        if token.dep_ == "parataxis":
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False
