"""A text as a string of word classes, one character a word, over which the grammar of time runs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from legation.model import Span
from legation.reading.times.words import Word, tense_words, time_words

_TOKEN = re.compile(
    r"""(?P<iso>[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:T[0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?(?:Z|[+-][0-9][0-9]:?[0-9][0-9])?)?(?![0-9]))
    |(?P<slash>[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])(?![0-9]))
    |(?P<decade>(?:[0-9][0-9][0-9]|['’][0-9])0s\b)
    |(?P<fraction>[0-9]/[0-9](?![0-9]))|(?P<half>[½¼¾])
    |(?P<clock>[0-9]{1,2}:[0-9][0-9](?::[0-9][0-9])?(?![0-9]))
    |(?P<ordinal>[0-9]{1,2}(?:st|nd|rd|th)\b)
    |(?P<number>[0-9]+(?:[.,][0-9]+)*)
    |(?P<mark>[AaPp]\.\ ?[Mm]\b\.?)
    |(?P<term>[QH][1-4]\b)
    |(?P<word>[^\W\d_]+(?:['’]clock|(?<=[A-Za-z])[0-9]+)?)
    |(?P<own>['’]s?\b|['’](?=\s))
    |(?P<gap>\n[ \t\r]*\n\s*)
    |(?P<sign>[^\w\s])""",
    re.VERBOSE,
)
_SIGNS = {"-": "hyphen", "–": "dash", "—": "dash", "‑": "hyphen", ",": ",", ".": ".", "/": "/", "$": "$", "%": "%"}
_NEEDS_DATE = frozenset({"month-or-word", "weekday-or-word"})
_BEFORE_MONTH = frozenset(
    [
        "in",
        "last",
        "next",
        "this",
        "since",
        "by",
        "until",
        "till",
        "of",
        "early",
        "late",
        "mid",
        "from",
        "through",
        "during",
        "before",
        "after",
        "for",
        "between",
        "and",
        "to",
        "on",
        "around",
        "each",
        "every",
        "end",
        "beginning",
        "middle",
        "past",
        "coming",
    ]
)


@dataclass(slots=True)
class Tokens:
    """Words and signs of a text: where they stand, their lower-case forms, classes and values."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    verbs: dict[int, str | None] = field(default_factory=dict)
    """What the words asked about so far tell of tense."""

    def add(self, start: int, end: int, lower: str, word: Word) -> None:
        """Appends one word."""
        self.starts.append(start)
        self.ends.append(end)
        self.lowers.append(lower)
        self.kinds.append(word.kind)
        self.values.append(word.value)


OTHER = Word("", "")
GAP = Word("gap", "")


def read_tokens(text: str, spans: Sequence[Span] | None) -> Tokens:
    """The tokens of the readable `spans` (None: of the whole text), with a `gap` between spans and paragraphs."""
    words, tokens = time_words(), Tokens()
    for start, end in spans if spans is not None else [Span(0, len(text))]:
        tokens.add(start, start, "", GAP)
        for match in _TOKEN.finditer(text, start, end):
            kind = match.lastgroup
            raw = match[0]
            lower = raw.lower()
            if kind == "word":
                word = words.get(lower, OTHER)
                if word.kind in ("month", "weekday") and raw[0] == lower[0]:
                    word = OTHER
            elif kind == "number":
                word = _number(raw, tokens)
            elif kind == "sign":
                word = Word(_SIGNS.get(raw, ""), "")
            else:
                word = _special(str(kind), lower)
            if word.kind == "." and _abbreviates(tokens, match.start()):
                tokens.ends[-1] = match.end()
                continue
            tokens.add(match.start(), match.end(), lower, word)
    tokens.add(tokens.ends[-1] if tokens.ends else 0, tokens.ends[-1] if tokens.ends else 0, "", GAP)
    _settle_ambiguous(text, tokens)
    return tokens


def _special(kind: str, lower: str) -> Word:
    if kind == "mark":
        return Word("noonmark", lower[0].upper() + "M")
    if kind == "half":
        return Word("fraction", {"½": "1/2", "¼": "1/4", "¾": "3/4"}[lower])
    if kind == "ordinal":
        return Word("ordinal", lower[:-2])
    if kind == "decade":
        return Word("decade", lower[:-1].lstrip("'’"))
    return Word(kind, lower)


def _number(raw: str, tokens: Tokens) -> Word:
    """Digits: a possible year, a possible day of the month, another number, or no time at all."""
    before = tokens.kinds[-1] if tokens.kinds else ""
    joined = bool(tokens.ends) and tokens.lowers[-1] in ("-", "–", "$", "£", "€", "#")
    if before == "$" or tokens.lowers[-1:] in (["£"], ["€"], ["#"]):
        return OTHER
    # "COVID-19", "Su-57": a number tied to a name is part of the name.
    if joined and len(tokens.kinds) > 1 and tokens.kinds[-2] == "" and tokens.lowers[-2].isalpha():
        return (
            OTHER
            if tokens.lowers[-2] not in ("pre", "post")
            else Word("year" if len(raw) == 4 and raw.isdigit() else "", raw)
        )
    if len(raw) > 12:
        return OTHER
    if raw.isdigit():
        if len(raw) == 4 and "1000" <= raw <= "2199":
            return Word("year", raw)
        return Word("small" if len(raw) < 3 and 0 < int(raw) < 32 else "digits", raw)
    plain = raw.replace(",", "")
    return Word("digits", plain) if plain.count(".") < 2 and "," not in raw[-3:] else OTHER


def _abbreviates(tokens: Tokens, at: int) -> bool:
    """Whether a full stop at this character belongs to the month or weekday before it ("Nov.")."""
    if tokens.ends[-1] != at or not tokens.kinds[-1].startswith(("month", "weekday")):
        return False
    return len(tokens.lowers[-1]) < 6 and tokens.lowers[-1] not in ("march", "april", "may", "june", "july")


def _settle_ambiguous(text: str, tokens: Tokens) -> None:
    """Decides for each "May", "March", "Sun", ... whether it is a month or weekday here."""
    kinds = tokens.kinds
    for i, kind in enumerate(kinds):
        if kind not in _NEEDS_DATE:
            continue
        capital = text[tokens.starts[i]].isupper()
        before, after = kinds[i - 1], kinds[i + 1]
        dotted = tokens.ends[i] - tokens.starts[i] > len(tokens.lowers[i])
        further = kinds[i + 2] if i + 2 < len(kinds) else ""
        dated = after in ("small", "year", "ordinal") or (after == "," and further in ("small", "year", "ordinal"))
        if kind == "weekday-or-word":
            dates = ("month", "month-or-word", "small")
            fits = capital and (after in dates or ((dotted or after == ",") and further in dates))
            kinds[i] = "weekday" if fits else ""
        else:
            led = before in ("small", "ordinal") or (
                tokens.lowers[i - 1] in _BEFORE_MONTH and _is_free(text, tokens, i)
            )
            led = led or (tokens.lowers[i - 1] in ("-", "–") and tokens.lowers[i - 2] in ("early", "late", "mid"))
            led = led or (dotted and tokens.lowers[i] != "may")
            led = led or (tokens.lowers[i - 1] == "the" and _is_free(text, tokens, i) and after == "")
            kinds[i] = "month" if capital and (dated or led) else ""


def _is_free(text: str, tokens: Tokens, i: int) -> bool:
    """Whether no name goes on after the word: "in May" is a month, "by May Lind" is not."""
    following = tokens.lowers[i + 1]
    if not following.isalpha() or (tokens.lowers[i - 1] == "to" and tense_words().get(following) is not None):
        return True
    return not text[tokens.starts[i + 1]].isupper()
