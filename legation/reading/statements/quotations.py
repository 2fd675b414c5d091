"""Pairs quotation marks of every style, paragraph by paragraph; apostrophes are not taken for marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from legation.model import Span

MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‹›'「」『』]")
_OPENERS = {"“": "d", "„": "d", "‟": "d", "«": "d", "``": "d", "「": "d", "『": "d", "‘": "s", "‚": "s", "‹": "s"}
_CLOSERS = {"”": "d", "»": "d", "''": "d", "」": "d", "』": "d", "’": "s", "›": "s"}
_OPENS_AFTER = re.compile(r"[\s(\[{–—\-:/“\"‘«„]")
_CLOSES_BEFORE = re.compile(r"[\s.,;:!?)\]}–—\-…”\"»]")
_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch: `span` with its marks, `inside` without them."""

    span: Span
    inside: Span
    closed: bool
    """False where the paragraph ended before a closing mark."""
    depth: int
    """0 for an outermost quotation, 1 for one inside it, ..."""


@dataclass(slots=True)
class _Open:
    start: int
    inside: int
    kind: str
    mark: str


def lines_of(text: str) -> list[Span]:
    """The non-blank lines of a text: its paragraphs, where nothing better is known."""
    return [Span(*match.span()) for match in _LINE.finditer(text)]


def pair_quotations(text: str, paragraphs: Iterable[tuple[int, int]] | None = None) -> list[Quotation]:
    """All quotations in order of their start. A mark left open ends with its paragraph (default: the line)."""
    found: list[Quotation] = []
    for start, end in lines_of(text) if paragraphs is None else paragraphs:
        found.extend(_pair_paragraph(text, start, end))
    return sorted(found, key=lambda quotation: (quotation.span.start, quotation.depth))


def outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Only the quotations that stand in no other one."""
    return [quotation for quotation in quotations if quotation.depth == 0]


def _pair_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[_Open] = []

    def close(upto: int, last: int, closing: int, closed: bool) -> None:
        """Ends every open quotation from the stack's `upto` on; the inside of the outermost ends at `closing`."""
        while len(stack) > upto:
            opened = stack.pop()
            inner = max(opened.inside, closing)
            is_last = len(stack) == upto
            span_end = last if is_last else inner
            found.append(
                Quotation(
                    Span(opened.start, max(span_end, opened.inside)),
                    Span(opened.inside, inner),
                    closed and is_last,
                    len(stack),
                )
            )

    for match in MARK.finditer(text, start, end):
        at, after, mark = match.start(), match.end(), match[0]
        before = text[at - 1] if at > start else " "
        follows = text[after] if after < end else " "
        single = mark in "'‘’‚‹›"
        opens, closes = _role(mark, before, follows)
        if single and not _is_quotation_mark(text, mark, at, after, end, before, follows, opens, closes, stack):
            continue
        kind = "s" if single else "d"
        index = next((i for i in range(len(stack) - 1, -1, -1) if _closes(stack[i], mark, kind)), None)
        if index is not None and closes and not (opens and mark in _OPENERS and stack[index].mark not in "„‚‟»›"):
            close(index, after, at, True)
        elif opens:
            if index is not None and mark in ('"', "“", "``", "«") and stack[index].mark != "„":
                # A second opening mark of the same kind: the first was never closed.
                close(index, at, at, False)
            stack.append(_Open(at, after, kind, mark))
    close(0, end, end, False)
    return found


def _closes(opened: _Open, mark: str, kind: str) -> bool:
    """Whether `mark` is of the kind that ends what was opened; any double mark may end any other (wrong marks)."""
    return opened.kind == kind


def _role(mark: str, before: str, follows: str) -> tuple[bool, bool]:
    """Whether the mark may open, and whether it may close, by its shape and its neighbours."""
    starts_word = bool(_OPENS_AFTER.match(before)) and not follows.isspace()
    ends_word = not before.isspace() and bool(_CLOSES_BEFORE.match(follows))
    if mark in ('"', "'"):
        if starts_word and not ends_word:
            return True, False
        if ends_word and not starts_word:
            return False, True
        return True, True
    if mark == "“":
        # Closes in the German style („…“).
        return True, not starts_word
    if mark in _OPENERS:
        ends = ends_word and not starts_word
        return not (ends and mark in "«‹"), ends and mark in "‘«‹"
    if mark in ("”", "’", "»", "›"):
        # Opens in the Swedish (”…”) and reversed (»…«) styles.
        return starts_word and before.isspace() and follows.isalnum(), True
    return False, True


def _is_quotation_mark(
    text: str, mark: str, at: int, after: int, end: int, before: str, follows: str,
    opens: bool, closes: bool, stack: list[_Open],
) -> bool:  # fmt: skip
    """Tells single quotation marks from apostrophes."""
    if mark in "‚‹›":
        # A low mark is a comma lookalike in spoilt text unless it opens a word.
        return mark != "‚" or (opens and follows.isalnum())
    if before.isalnum() and follows.isalnum():
        return False
    if any(opened.kind == "s" for opened in stack):
        if not closes or before.isspace():
            return False
        # "the workers' plan": a plural possessive, if a better closing mark comes later.
        return not (before in "sS" and follows == " " and _better_close_later(text, after, end))
    if mark == "’" and not follows.isalnum():
        return False
    if not (opens and (before.isspace() or before in '([{“"«„—–-') and (follows.isalnum() or follows in '“"[…$£€')):
        return False
    # "'90s", "’em": an apostrophe unless a closing mark follows in the paragraph.
    return bool(re.compile(r"[^\s][’'](?=[\s.,;:!?)\]}–—\-…”\"»]|$)").search(text, after, end))


def _better_close_later(text: str, after: int, end: int) -> bool:
    """Whether a closing single mark with punctuation before it comes before the next opening one."""
    later = re.compile(r"(?P<open>(?:^|[\s(])['‘](?=\w))|(?P<close>[.,!?;…][’'])|(?P<plain>\w[’'](?=[\s.,;:!?)]|$))")
    match = later.search(text, after, end)
    return match is not None and match.lastgroup in ("close", "plain")
