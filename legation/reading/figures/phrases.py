"""Token walks round a number: the noun phrase that it counts, and what a measure is said of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from spacy.tokens import Doc, Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBG", "VBN", "HYPH", "AFX", "``", "''"})
_ADJECTIVAL = _MODIFIERS | {"RB"}
_LONGEST = 9
"""Tokens of one noun phrase; longer walks are a parser's error."""
_TIME_AFTER = frozenset({"year", "today", "yesterday", "tomorrow", "now"})
"""`30 percent year-on-year`, `22 percent today`: these say when."""


class Tokens:
    """The tokens of one parse, found by character offset."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, offset: int) -> int:
        """Index of the token that covers (or is the last to start before) `offset`."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def after(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`; the number of tokens where there is none."""
        return bisect_left(self._starts, offset)

    def tag(self, index: int) -> str:
        """The tag of a token; empty past the edges."""
        return self.doc[index].tag_ if 0 <= index < len(self.doc) else ""

    def lower(self, index: int) -> str:
        """A token's words in lower case; empty past the edges."""
        return self.doc[index].lower_ if 0 <= index < len(self.doc) else ""

    def starts_sentence(self, index: int) -> bool:
        """Whether a token opens its sentence, a quotation mark or bracket aside."""
        first = index
        while first > 0 and not self.doc[first].is_sent_start and self.doc[first - 1].is_punct:
            first -= 1
        return first < len(self.doc) and bool(self.doc[first].is_sent_start)


def phrase_after(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """First and last token of the noun phrase that starts at `first`, or None: `health kits`, `meetings and calls`."""
    last = _walk(tokens, first)
    if last is None:
        return None
    joined = _joined(tokens, last)
    return first, joined if joined is not None else last


def _walk(tokens: Tokens, first: int) -> int | None:
    noun: int | None = None
    index = first
    while index < min(len(tokens.doc), first + _LONGEST):
        tag = tokens.tag(index)
        following = tokens.tag(index + 1)
        if tokens.doc[index].is_sent_start and index > first:
            break
        if tag in NOUNS:
            if noun is not None and tag in ("NNP", "NNPS") and tokens.tag(noun) in ("NNS", "NNPS"):
                break
            noun = index
            ends = tokens.doc[index].dep_ not in ("compound", "nmod", "amod", "npadvmod", "poss", "nummod")
            if ends and following != "HYPH" and (tag in ("NNS", "NNPS") or following not in NOUNS):
                break
        elif tag == "CD" and following in NOUNS and tokens.tag(index - 1) == "NNP" and noun is not None:
            pass  # A number inside a name: `Leopard 2 tanks`.
        elif tag == "CD" and following in NOUNS and _MODEL.fullmatch(tokens.doc[index].text):
            pass  # A model before its noun: `J-16 fighter jets`.
        elif tag in _MODIFIERS:
            if tag in ("VBG", "VBN") and tokens.tag(index - 1) != "HYPH" and following not in NOUNS | _MODIFIERS:
                break
        elif not (
            (tag == "RB" and following in ("JJ", "VBN"))
            or (tag in ("CC", ",") and index > first and not _is_head(tokens, noun) and following in _ADJECTIVAL)
        ):
            break
        index += 1
    return noun


_MODEL = re.compile(r"[A-Z]{1,4}[-‐‑–]?\d{1,4}[A-Z]{0,2}")


def is_plural(tokens: Tokens, index: int) -> bool:
    """Whether a noun is plural; names count by their last letter (`Special Immigrant Visas`)."""
    token = tokens.doc[index]
    numbered = any(child.dep_ == "nummod" for child in token.children)
    return token.tag_ in ("NNS", "NNPS") or (token.tag_ == "NNP" and token.text.endswith("s") and numbered)


def _is_head(tokens: Tokens, noun: int | None) -> bool:
    """Whether the walk has its noun: not the `state` of `three state-owned banks`."""
    return noun is not None and (tokens.tag(noun) in ("NNS", "NNPS") or tokens.tag(noun + 1) != "HYPH")


def _joined(tokens: Tokens, last: int) -> int | None:
    """The end of `meetings and phone calls`: a bare plural joined to the counted one shares its number."""
    if tokens.lower(last + 1) not in ("and", "or") or tokens.tag(last) not in ("NNS", "NNPS"):
        return None
    end = _walk(tokens, last + 2)
    if end is None or tokens.tag(end) != "NNS" or end - last > 5:
        return None
    head = tokens.doc[end]
    return end if head.dep_ == "conj" and head.head.i == last else None


def members_of(tokens: Tokens, first: int) -> tuple[int, int] | None:
    """The noun phrase of `two of the country's largest banks`, where a number stands before `of`."""
    if tokens.lower(first) != "of":
        return None
    index = _past_determiner(tokens, first + 1)
    while tokens.tag(index) in ("RBS", "NNP", "POS", "JJS", "NN") and index < first + _LONGEST:
        index += 1
    found = phrase_after(tokens, index)
    return found if found and tokens.tag(found[1]) == "NNS" else None


def measured(tokens: Tokens, first: int, last: int, money: bool = False) -> tuple[int, int] | None:
    """Tokens of what a measure (`30 percent`, `US$13 billion`) is said of, or None where the parse doesn't tell.

    Tried in turn: `of` (for money also `in`) with the noun phrase after it; a noun phrase straight after it; the noun
    that it hangs on; the object or subject of its verb; for money, `for` with a noun phrase.
    """
    doc = tokens.doc
    if tokens.lower(last + 1) in (("of", "in", "worth") if money else ("of",)):
        start = last + 3 if tokens.lower(last + 2) == "of" else last + 2
        found = phrase_after(tokens, _past_determiner(tokens, start))
        if found and tokens.tag(found[1]) in ("NN", "NNS"):
            return found
    if tokens.tag(last + 1) in ("NN", "NNS", "JJ", "HYPH") and not _says_when(tokens, last + 1):
        start = last + 2 if tokens.tag(last + 1) == "HYPH" else last + 1
        found = phrase_after(tokens, start)
        if found:
            return found
    inside = range(first, last + 1)
    head: Token = doc[last]
    while head.i in inside and head.head.i != head.i:
        head = head.head
    governed = _governor(head, inside) if head.i not in inside else None
    if governed is None and money and tokens.lower(last + 1) == "for":
        found = phrase_after(tokens, _past_determiner(tokens, last + 2))
        return found if found and tokens.lower(found[1]) != "time" else None
    return governed


def _says_when(tokens: Tokens, index: int) -> bool:
    return tokens.lower(index) in _TIME_AFTER or tokens.doc[index].ent_type_ in ("DATE", "TIME")


def _past_determiner(tokens: Tokens, index: int) -> int:
    while tokens.tag(index) in ("DT", "PRP$", "PDT"):
        index += 1
    return index


def _governor(head: Token, inside: range) -> tuple[int, int] | None:
    """The noun or the argument of the verb on which a measure hangs."""
    for _ in range(4):
        if head.tag_ in ("NN", "NNS") and head.lower_ not in _TIME_AFTER:
            numbered = any(child.tag_ in ("CD", "$") for child in head.children)
            return None if numbered else _noun_group(head)
        if head.pos_ in ("VERB", "AUX"):
            arguments = {
                child.dep_: child
                for child in head.children
                if child.tag_ in ("NN", "NNS") and not any(part.tag_ in ("CD", "$") for part in child.children)
            }
            for relation in ("dobj", "nsubj", "nsubjpass"):
                if relation in arguments and arguments[relation].i not in inside:
                    return _noun_group(arguments[relation])
            if head.dep_ != "conj":
                return None
        if head.head.i == head.i:
            return None
        head = head.head
    return None


def _noun_group(noun: Token) -> tuple[int, int]:
    """A noun with the modifiers on its left, `two-way` among them."""
    first = noun.i
    while first > noun.sent.start:
        left = noun.doc[first - 1]
        if left.dep_ not in ("compound", "amod", "nummod", "punct") or left.tag_ in (",", "``", "''", "-LRB-", ":"):
            break
        if (left.tag_ != "HYPH" and left.head.i > noun.i) or left.head.i < first - 1:
            break
        first -= 1
    while noun.doc[first].is_punct and first < noun.i:
        first += 1
    return first, noun.i
