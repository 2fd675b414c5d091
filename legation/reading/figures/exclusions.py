"""Numbers that are no figures: dates, clock times, names, set phrases, ages, scores."""

from __future__ import annotations

import calendar
import re

from legation.model import Article
from legation.reading.figures.numerals import Numeral
from legation.reading.figures.phrases import Tokens
from legation.reading.figures.words import FigureWords, UnitRow

_MONTHS = "|".join(name for name in (*calendar.month_name[1:], *calendar.month_abbr[1:]))
_MONTH = rf"\b(?:{_MONTHS}|Sept)\.?\s+"
_BEFORE_DAY = re.compile(rf"{_MONTH}(?:\d{{1,2}}\s?(?:-|–|to|and|or)\s?)?$")
_AFTER_DAY = re.compile(rf"(?:\s?(?:-|–|to|and)\s?\d{{1,2}})?\s+(?:of\s+)?(?:{_MONTHS}|Sept)\b")
_CLOCK_AFTER = re.compile(r"(?:\s?[ap]\.?m\b|\s(?:GMT|UTC|EST|EDT|EET|CET|BST|IST)\b|\s?o['’]clock)", re.IGNORECASE)
_SERIES_AFTER = re.compile(r"\s?[-–]\s?\d+\s?[-–]\s?\d|[-–]\d{3,}|\)\s*\d{3}|\s?[-–]\s?(?:nil|all)\b")
_SERIES_BEFORE = re.compile(r"(?:\d\s?[-–]\s?\d+\s?[-–]\s?|\d{3}[-–.]|\+\d*\s?|\(\d{3}\)\s?)$")
_LIST_MARK = re.compile(r"(?:^|\n)[^\S\n]*[(\[]?$")
_AGO_AFTER = re.compile(
    r"\s+(?:ago|on\b(?=[,.])|earlier|later|before\b|after\b|hence|from now|prior|into)|['’]\s+time\b", re.IGNORECASE
)
_LATELY_BEFORE = re.compile(
    r"\b(?:past|last|next|coming|first|final|previous|following|recent|preceding|every|within|other|in|after|another|"
    r"each|opening|closing)\s+$",
    re.IGNORECASE,
)
_PROPORTION = re.compile(r"\b(?:\w+\s+out\s+of|one\s+in|1\s+in)\s+(?:every\s+)?$", re.IGNORECASE)
_OUT_OF = re.compile(r"\s+out\s+of\s+(?:every\s+)?\w", re.IGNORECASE)
_VAGUE_BEFORE = re.compile(r"\b(?:several|few|many|numerous|countless)\s+$", re.IGNORECASE)
_DEFINITE = frozenset({"the", "these", "those", "both", "our", "their", "its", "his", "her", "your", "all", "other"})
_YEARS = (1800, 2100)
_NAMED = frozenset({"ORG", "EVENT", "LAW", "PRODUCT", "FAC", "WORK_OF_ART", "PERSON"})


def is_date(text: str, numeral: Numeral, unit: UnitRow | None, bounded: bool) -> bool:
    """Day of a month, year, clock time, telephone number, list mark."""
    if numeral.form != "digits" or numeral.scaled:
        return False
    before = text[max(0, numeral.start - 24) : numeral.start]
    after = text[numeral.end : numeral.end + 24]
    if _CLOCK_AFTER.match(after) or _SERIES_AFTER.match(after) or _SERIES_BEFORE.search(before):
        return True
    if unit is None and numeral.value <= 31 and (_BEFORE_DAY.search(before) or _AFTER_DAY.match(after)):
        return True
    if _LIST_MARK.search(before) and re.match(r"[.)\]]\s", after):
        return True
    plain = "," not in text[numeral.start : numeral.end] and float(numeral.value).is_integer()
    looks_year = plain and _YEARS[0] <= numeral.value <= _YEARS[1] and numeral.end - numeral.start == 4
    return looks_year and unit is None and not bounded


def is_span_of_time(text: str, numeral: Numeral, end: int, unit: UnitRow) -> bool:
    """`two years ago`, `the past five years`, `in 10 days`: these say when, not how long."""
    if unit.kind != "duration":
        return False
    before = text[max(0, numeral.start - 24) : numeral.start]
    if re.match(r"[-\s]+old\b|\s+of\s+age\b", text[end : end + 10]):
        return True
    hyphened = "-" in text[numeral.end : end]
    return bool(_AGO_AFTER.match(text[end : end + 12])) or (not hyphened and bool(_LATELY_BEFORE.search(before)))


def is_part_of_year(text: str, numeral: Numeral) -> bool:
    """`the first three quarters of 2020` and `half a century` are times, not shares."""
    if re.match(r"\s+an?\s", text[numeral.end : numeral.end + 4]):
        return True
    before = text[max(0, numeral.start - 12) : numeral.start]
    return bool(_LATELY_BEFORE.search(before) or re.match(r"\s+of\s+(?:\d{4}|the\s+year)\b", text[numeral.end :][:16]))


def is_name(article: Article, tokens: Tokens, numeral: Numeral, plural_follows: bool, words: FigureWords) -> bool:
    """`Resolution 2231`, `Boeing 737`, `Group of Seven`, `Five Eyes`: the number belongs to a name."""
    index = tokens.at(numeral.start)
    if index >= len(tokens.doc):
        return False
    previous = index - 1
    if tokens.lower(previous) == ".":
        previous -= 1
    before = tokens.lower(previous).rstrip(".")
    ahead = article.text[max(0, numeral.start - 24) : numeral.start]
    if _PROPORTION.search(ahead) or _VAGUE_BEFORE.search(ahead) or _OUT_OF.match(article.text, numeral.end):
        return True
    if before in words.numbered or (before == "of" and tokens.lower(index - 2) == "group"):
        return True
    if numeral.form != "digits":
        capital = article.text[numeral.start].isupper()
        following = tokens.after(numeral.end)
        while tokens.tag(following) == "HYPH":
            following += 1
        beside = following < len(tokens.doc) and tokens.doc[following].text[:1].isupper()
        return capital and ((beside and not numeral.scaled) or not tokens.starts_sentence(index))
    if tokens.doc[index].ent_type_ in _NAMED and not plural_follows:
        return True
    if tokens.tag(previous) not in ("NNP", "NNPS") or numeral.scaled or tokens.starts_sentence(previous):
        return False
    # `Leopard 2 tanks`; in `in Oslo 12 people` the name ends before the number.
    return not plural_follows or tokens.doc[previous].dep_ in ("compound", "nmod", "nummod")


def is_way_of_speaking(
    tokens: Tokens, numeral: Numeral, head: str, bounded: bool, hyphened: bool, words: FigureWords
) -> bool:
    """`the two sides`, `six areas`, `two-way trade`, `one of`: a number that nobody claims."""
    index = tokens.at(numeral.start)
    definite = tokens.lower(index - 1) in _DEFINITE
    rule = words.uncounted.get(head)
    if hyphened:
        return rule in ("hyphen", "always") or (definite and not bounded) or not head or numeral.value == 1
    if rule == "always" or numeral.value == 1:
        return True
    if definite and not bounded:
        return rule == "definite" or not head or numeral.value == 2
    return False


def counts_alone(tokens: Tokens, numeral: Numeral, bounded: bool) -> bool:
    """Whether a number without a noun is still a count: `killed 12`, `rose to 87`, `12 were hurt`, `over 200`."""
    index = tokens.at(numeral.start)
    token = tokens.doc[index]
    if token.tag_ != "CD" or numeral.value < 2:
        return False
    if numeral.scaled or bounded:
        return True
    if token.dep_ in ("nsubj", "nsubjpass", "dobj"):
        return token.dep_ != "nsubj" or token.head.pos_ == "VERB" or numeral.form == "digits"
    return (
        token.dep_ == "pobj"
        and numeral.form == "digits"
        and tokens.lower(index - 1) in ("to", "from", "by")
        and (token.head.head.pos_ == "VERB")
    )
