"""The parse as plain lists, with what its tokens stand in: block, sentence, quotation, photo credit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from legation.model import Article
from legation.reading.parse import READ_BLOCKS

_CREDIT = re.compile(
    r"\((?:[^()\n]*[/|][^()\n]*|[^()\n]*\b(?:photo|image|picture|credit|file photo|via)\b[^()\n]*)\)"
    r"|\b(?:Photo|Image|Picture|Photograph|Credit|Source)s?(?: by| courtesy of|:)[^\n]*",
    re.IGNORECASE,
)

_SIGNED = re.compile(
    r"(?:^|(?<=[.)”\"]\s))[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){1,3}\s?/\s?[A-Z][^.\n]{1,60}$|^[^.\n]{2,60}\svia\s[A-Z]\w+$"
)
"""A photographer and his agency as a caption's last words, or alone: `Anna Holm/AP, FILE`."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """One list per feature, by token number; places are characters of `article.text`."""

    doc: Doc
    place: dict[int, int]
    """From the number of a token of the parse to its number here, where blanks are left out."""
    parsed: list[Token]
    text: list[str]
    lower: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]
    start: list[int]
    end: list[int]
    sentence: list[int]
    block: list[int]
    kind: list[str]
    """The kind of the token's block."""
    quoted: list[bool]
    credit: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def lemma(self, at: int) -> str:
        """The dictionary form of the word, in lower case."""
        return self.parsed[at].lemma_.lower()

    def joined(self, left: int) -> bool:
        """Whether token `left` and the one after it stand without a blank between them."""
        return left + 1 < len(self.text) and self.end[left] == self.start[left + 1]

    def words(self, first: int, stop: int) -> str:
        """The text from token `first` to before token `stop`, with single blanks."""
        parts: list[str] = []
        for at in range(first, stop):
            if at > first and self.end[at - 1] != self.start[at]:
                parts.append(" ")
            parts.append(self.text[at])
        return " ".join("".join(parts).split())


def _credit_spans(article: Article) -> list[tuple[int, int]]:
    spans = []
    for block in article.blocks:
        if block.kind == "caption":
            words = article.text[block.start : block.end]
            credits = [*_CREDIT.finditer(words), *_SIGNED.finditer(words)]
            spans += [(block.start + found.start(), block.start + found.end()) for found in credits]
    return sorted(spans)


def _quoted(text: list[str], block: list[int]) -> list[bool]:
    """Whether each token stands inside double quotation marks; a quotation never outlives its block."""
    inside, last = False, -1
    found = []
    for word, at in zip(text, block, strict=True):
        if at != last:
            inside, last = False, at
        opens = word in ("“", "``", "«", "„") or (word == '"' and not inside)
        closes = word in ("”", "''", "»") or (word == '"' and inside)
        if closes:
            inside = False
        found.append(inside)
        if opens:
            inside = True
    return found


def tokens_of(doc: Doc, article: Article) -> Tokens:
    """The lists of one parsed article, blanks left out. One pass over the tokens."""
    parsed: list[Token] = []
    text: list[str] = []
    lower: list[str] = []
    pos: list[str] = []
    dep: list[str] = []
    heads: list[int] = []
    start: list[int] = []
    end: list[int] = []
    sentence: list[int] = []
    place: dict[int, int] = {}
    number = -1
    for token in doc:
        if token.is_sent_start:
            number += 1
        if token.is_space:
            continue
        place[token.i] = len(text)
        parsed.append(token)
        text.append(token.text)
        lower.append(token.lower_)
        pos.append(token.pos_)
        dep.append(token.dep_)
        heads.append(token.head.i)
        start.append(token.idx)
        end.append(token.idx + len(token))
        sentence.append(max(number, 0))
    head = [place.get(at, number) for number, at in enumerate(heads)]
    block, kind, credit = _places(article, start)
    quoted = _quoted(text, block)
    return Tokens(doc, place, parsed, text, lower, pos, dep, head, start, end, sentence, block, kind, quoted, credit)


def _places(article: Article, start: list[int]) -> tuple[list[int], list[str], list[bool]]:
    """For each token the number and kind of its block, and whether it belongs to a photo credit."""
    blocks = [(at, block) for at, block in enumerate(article.blocks) if block.kind in READ_BLOCKS]
    credits = _credit_spans(article)
    numbers: list[int] = []
    kinds: list[str] = []
    credited: list[bool] = []
    here = paid = 0
    for at in start:
        while here + 1 < len(blocks) and at >= blocks[here][1].end:
            here += 1
        while paid < len(credits) and at >= credits[paid][1]:
            paid += 1
        inside = bool(blocks) and blocks[here][1].start <= at < blocks[here][1].end
        numbers.append(blocks[here][0] if inside else -1)
        kinds.append(blocks[here][1].kind if inside else "")
        credited.append(paid < len(credits) and credits[paid][0] <= at)
    return numbers, kinds, credited
