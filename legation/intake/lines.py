"""A plain text into its paragraphs, each with the plain signs by which prose differs from page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

BLANK = " \t\r\f\v\u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u3000\u2028\u2029\x85"
"""Characters that a paragraph is trimmed of: Python's blanks and the ones that pages hide between words."""

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CLOSERS = "\"'”’»)]}›」』*_" + BLANK
_ENDS = re.compile(r"(?:[.!?…;:。！？؟—]|--|[,;]\s(?:and|or))$")
_CREDITED = re.compile(r"[.!?][\"”’']?\s*(?:[(\[][^()\[\]]{2,40}[)\]]|[-–—/]+\s?\w{2,20})$")
"""A sentence with the agency behind it: `..., he said. (ANI)`, `..., he said. - AFP`."""
_LABEL = re.compile(r"[A-Z][\w.’'-]{0,40}(?:\s[A-Z][\w.’'-]{0,40}){0,3}\s?:\s\S")
"""Bounded: a line of capitals without end must not be tried in every way."""
_SURE_LABEL = re.compile(r"(?:[A-Z]{2}[A-Z.’' -]*|Q|A|Question|Answer):")
_SENTENCE_EDGE = re.compile(r"[.!?]\s")
_OPENING_QUOTE = '"“«„「『'
_CLOSING_QUOTE = '"”»“」』'
_UNCASED = re.compile(r"[\u0600-\u06ff\u0900-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WIDEST_WRAP = 110


@dataclass(frozen=True)
class Paragraph:
    """A stretch of text between line ends, without blank edges."""

    start: int
    end: int
    text: str
    apart: bool
    """Whether an empty line stands before it."""

    @cached_property
    def words(self) -> list[str]:
        """Its words, without digits and signs."""
        return _WORD.findall(self.text)

    @cached_property
    def ends_sentence(self) -> bool:
        """Whether it closes like a sentence, quotation marks and brackets left aside."""
        text = self.text.rstrip(_CLOSERS)
        return bool(_ENDS.search(text) or _CREDITED.search(self.text))

    @cached_property
    def lower_share(self) -> float:
        """How many of its words begin with a small letter, from 0 to 1."""
        words = self.words
        return sum(word[0].islower() for word in words) / len(words) if words else 0.0

    @cached_property
    def is_question(self) -> bool:
        """Whether it is one short question without quoted words, as headlines and subheads are."""
        text = self.text
        return (
            text.endswith("?")
            and len(self.words) <= 14
            and not _SENTENCE_EDGE.search(text)
            and text[0] not in _OPENING_QUOTE
        )

    @cached_property
    def is_speech(self) -> bool:
        """Whether a speaker's label opens it, as in transcripts: `Q: ...`, `MR LUND: ...`, `Anna Holm: ...`."""
        return bool(_LABEL.match(self.text))

    @cached_property
    def has_label(self) -> bool:
        """Whether a label that can be nothing else opens it: `Q:`, `MR LUND:`."""
        return bool(_SURE_LABEL.match(self.text))

    @cached_property
    def is_quotation(self) -> bool:
        """Whether it is words in quotation marks and nothing else."""
        text = self.text
        return len(self.words) > 2 and text[0] in _OPENING_QUOTE and text.rstrip(BLANK + ".,")[-1] in _CLOSING_QUOTE

    @cached_property
    def prose(self) -> int:
        """2 for running prose, 1 for a short sentence, 0 for a line that may be anything."""
        count = len(self.words)
        if _UNCASED.search(self.text) and len(_UNCASED.findall(self.text)) > len(self.text) / 3:
            return 2 if len(self.text) > 60 else 1 if self.ends_sentence else 0
        if self.ends_sentence:
            if count > 5 and self.lower_share >= 0.4 and not self.is_question:
                return 2
            return 1 if count > 1 and (self.lower_share > 0 or count < 6) else 0
        if count >= 22 and self.lower_share >= 0.45:
            return 2
        if self.is_quotation:
            return 1 if count < 6 else 2
        return 1 if count >= 15 and self.lower_share >= 0.6 else 0


def paragraphs_of(text: str) -> list[Paragraph]:
    """The paragraphs of a text in order: one a line, or several lines where the text was wrapped at a fixed width."""
    lines = _lines(text)
    width = _wrap_width(lines)
    if width is None:
        return lines
    joined: list[Paragraph] = []
    for line in lines:
        if joined and not line.apart and _is_full(joined[-1].text.rsplit("\n", 1)[-1], line.text, width):
            first = joined.pop()
            line = Paragraph(first.start, line.end, text[first.start : line.end], first.apart)
        joined.append(line)
    return joined


def _lines(text: str) -> list[Paragraph]:
    found: list[Paragraph] = []
    last = -1
    for match in _LINE.finditer(text):
        line = match.group()
        words = line.strip(BLANK)
        if words:
            start = match.start() + len(line) - len(line.lstrip(BLANK))
            # Two line ends, or a line of blanks between, set a paragraph apart.
            apart = last < 0 or text.count("\n", last, match.start()) > 1
            found.append(Paragraph(start, start + len(words), words, apart))
            last = match.end()
    return found


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether a line was broken because the next word would not have fitted."""
    # A line of control characters alone has no word.
    first = next(iter(following.split(None, 1)), "")
    return len(line) + 1 + len(first) > width


def _wrap_width(lines: list[Paragraph]) -> int | None:
    """The width at which a text was wrapped, or None: then each line is a paragraph."""
    if len(lines) < 3:
        return None
    width = max(len(line.text) for line in lines)
    pairs = [(left.text, right.text) for left, right in pairwise(lines) if not right.apart]
    if not 40 <= width <= _WIDEST_WRAP or len(pairs) < 3:
        return None
    full = sum(_is_full(left, right, width) for left, right in pairs)
    running = sum(right[0].islower() for left, right in pairs if _is_full(left, right, width))
    # Menus are short lines; only prose fills its lines and goes on in small letters.
    return width if full >= 0.7 * len(pairs) and running >= 0.4 * full else None
