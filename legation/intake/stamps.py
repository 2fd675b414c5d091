"""The lines of a page that say when and by whom it was published: date stamps and bylines."""

from __future__ import annotations

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
YEAR_END = r"(?!\d(?!\d?\s?(?:comments?|mins?|minutes?|views?|shares?|replies|likes?)))"
"""No digit follows a year, save a count that a page's line ran together with it: `20232 Comments`."""
CALENDAR_DATE = (
    rf"(?:{MONTH}\s{{0,3}}{DAY},?\s{{0,3}}{YEAR}{YEAR_END}|{DAY}(?:\s{{0,3}}|-)(?:of\s)?{MONTH},?(?:\s{{0,3}}|-)(?:of\s)?{YEAR}{YEAR_END}"
    rf"|{YEAR}\s?[-/.年]\s?\d{{1,2}}\s?[-/.月]\s?\d{{1,2}}(?!\d)日?|(?<!\d)\d{{1,2}}[-/.]\d{{1,2}}[-/.]{YEAR})"
)
"""A day with its year, in the orders that pages write."""

_CLOCK = (
    r"(?:\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?\s?(?:[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?)"
    r"(?:\s?\(?(?:[A-Z]{2,4}|Z|[+-]\d\d:?\d\d|GMT\s?[+-]?\d{0,2})\)?)?"
)
_AGO = (
    r"\b(?:(?:\d+|an?|one|two|a few)\s(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\sago"
    r"|\d+\s?(?:s|m|h|d|min|hrs?)(?:\s?ago\b|(?=\s*$)))"
)
_LABEL = (
    r"(?:(?:first |last |date )*(?:published|posted|updated|modified|created|issued|released|revised|uploaded|filed)"
    r"(?: (?:on|at|date|time))?|publish(?:ed)? date|publication date|release time|update time|date|time|as of|on)"
)
_STAMP_PART = (
    rf"(?:{_LABEL}|{WEEKDAY}|{CALENDAR_DATE}|{MONTH}\s{{0,3}}{DAY}|{DAY}\s{{0,3}}{MONTH}|{_CLOCK}|{_AGO}|IST|GMT|UTC"
    rf"|ET|EST|EDT|BST|HKT|CET|local time|at|on)"
)
STAMP = re.compile(rf"\W*{_STAMP_PART}(?:[\s,|·•:;()/—–-]+{_STAMP_PART})*\W*", re.IGNORECASE)
HAS_DATE = re.compile(
    rf"{CALENDAR_DATE}|{MONTH}\s{{0,3}}{DAY}\b|\b{DAY}\s{{1,3}}{MONTH}\b|{_CLOCK}|{_AGO}", re.IGNORECASE
)
_LABEL_ALONE = re.compile(r"(?:first |last )?(?:published|posted|updated|modified)(?: on)?\s?:?", re.IGNORECASE)
_ISSUE = re.compile(
    rf"(?:spring|summer|autumn|fall|winter|{MONTH}(?:\s?[/–-]\s?{MONTH})?)(?: issue)?,?\s{YEAR}", re.IGNORECASE
)
_PLACE_ALONE = re.compile(r"[A-Z][A-Z.’'\s-]{2,40}(?:,\s[A-Z][\w. ]{2,20})?\s?(?:—|–|--|-)")
_SECTION_STAMP = re.compile(rf"(?:[\w&’'.-]+[ ,|·•/-]+){{1,5}}{CALENDAR_DATE}\W*", re.IGNORECASE)

_BY = re.compile(
    r"(?:story |words |text |report |analysis |opinion |posted |written |reported |published )?by:?\s+", re.IGNORECASE
)
_COMMENT_COUNT = re.compile(r"(?:no|\d+)\s?comments?|\d+\s?mins?\s?read|\d+\s?views?|\d+\s?shares?", re.IGNORECASE)
_SMALL = (
    "and in for of the with at on from de la van von bin al el da di do dos del der den ter zu ibn abu updated "
    "published "
    "staff writer writers correspondent correspondents reporter reporters editor editors agencies desk team bureau"
)
_SMALL_WORDS = frozenset(_SMALL.split())
"""Words that a byline writes small."""
_ROLE = re.compile(
    r"(?:[\w’'.-]+ ){0,4}(?:staff(?: (?:writer|reporter|correspondent))?|desk(?: team)?|correspondent|reporters?|bureau"
    r"|web team|news ?desk|newsroom|editorial board|office of the \w+(?: \w+){0,3}|agencies|news service"
    r"|columnist|contributor|editor|news agency|wire service|team)",
    re.IGNORECASE,
)


def is_stamp(text: str) -> bool:
    """Whether a line is nothing but dates and times of publication: `Published: January 2, 2021 | Updated: ...`."""
    if len(text) > 160:
        return False
    if _LABEL_ALONE.fullmatch(text) or _ISSUE.fullmatch(text) or _PLACE_ALONE.fullmatch(text):
        return True
    return bool(HAS_DATE.search(text) and STAMP.fullmatch(text))


def is_section_stamp(text: str) -> bool:
    """Whether a line is a section's name with a date, as in lists of teasers: `South Asia June 6, 2025`."""
    return len(text) <= 80 and bool(_SECTION_STAMP.fullmatch(text))


def is_byline(text: str) -> bool:
    """Whether a line names the authors: `By Anna Holm and Per Lund, Harbour Post`, `Staff Writer`."""
    if len(text) > 200:
        return False
    opened = _BY.match(text)
    rest = text[opened.end() :] if opened else text
    rest = _COMMENT_COUNT.sub(" ", without_dates(rest)).strip(" |,·•-–—")
    if not opened:
        return bool(_ROLE.fullmatch(rest))
    if not rest:
        return True
    if len(rest.split()) > 24 or (rest.endswith((".", "?", "!")) and len(rest.split()) > 8):
        return False
    words = re.findall(r"[^\W\d_][\w.’'-]*", rest)
    small = [word for word in words if word[0].islower() and word.casefold() not in _SMALL_WORDS]
    return bool(words) and len(small) <= len(words) // 4


def is_name_line(text: str) -> bool:
    """Whether a short line could be a name and nothing else: words in capitals, `Anna Holm, Harbour Post`."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", text)
    if not 2 <= len(words) <= 7 or re.search(r"[.!?:;\d]\W*$", text):
        return False
    return all(word[0].isupper() or word.casefold() in _SMALL_WORDS for word in words)


def is_signature(text: str) -> bool:
    """Whether a line is a name and an office behind a comma: `Anna Holm, Norwegian foreign minister`."""
    name, comma, office = text.lstrip("—–- ").partition(",")
    words = office.split()
    return bool(comma and is_name_line(name) and 1 <= len(words) <= 10 and not re.search(r"[.!?:;\"”]$|\d", office))


_DATES = re.compile(
    rf"(?:{_LABEL}\W{{0,3}})?(?:{WEEKDAY},?\s)?(?:{CALENDAR_DATE})(?:\W{{1,4}}(?:at\s)?{_CLOCK})?|{_AGO}", re.IGNORECASE
)


def without_dates(text: str) -> str:
    """A line without its dates, clock times and ages (`2 hours ago`)."""
    return _DATES.sub(" ", text)


def is_credit_line(text: str) -> bool:
    """Whether a line near the headline credits outlet, author or source beside a date: `Harbour Post, 4 March 2021`."""
    return len(text.split()) <= 25 and bool(_FULL_DATE.search(text)) and not re.search(r"[.!?][\"”]?$", text)


_FULL_DATE = re.compile(CALENDAR_DATE, re.IGNORECASE)
