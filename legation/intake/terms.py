"""Who an article says holds which office, and when he held it by the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Protocol

from legation.model import Article, DateInterval


class Holding(Protocol):
    """One person's time in one office."""

    @property
    def office(self) -> str: ...
    @property
    def since(self) -> DateInterval: ...
    @property
    def until(self) -> DateInterval | None: ...


class Scanner(Protocol):
    """Finds known names in a text; what it yields has `start`, `end` and `names` with `kind` and `id`."""

    def scan(self, text: str) -> Iterator[Any]: ...


class Register(Protocol):
    """What the inference asks of `legation.lexicon.register.Register`."""

    def __hash__(self) -> int: ...

    @property
    def people(self) -> Any: ...
    @property
    def scanner(self) -> Scanner: ...
    def offices(self) -> Sequence[str]: ...
    def tenures(self, office: str) -> Iterable[Holding]: ...
    def posts_of(self, person_id: str) -> Iterable[Holding]: ...
    def office_of(self, title: str, country: str | None) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Term:
    """A person under a title, and when he held that office; an open end is None."""

    words: str
    office: str
    person: str
    spans: tuple[tuple[date, date | None], ...]


_FORMER = re.compile(
    r"\b(?:former|formerly|ex|then|late|one-time|outgoing|previous|retired|was|were|would-be)\b[ -]?$", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:former|formerly|ex-?|then-?|late|one-time|previous|retired)\b", re.IGNORECASE)
_TITLE_WORDS = re.compile(r"[^\W\d_][\w.’'-]*")
_NEXT_NAME = re.compile(r"\s[A-Z]")
_MOST_WORDS = 9
_AFTER = re.compile(
    r",?\s(?:who\s(?:is|serves)(?:\snow|\scurrently)?\s|is\snow\s|now\s|currently\s)?(?:as\s)?(?:the\s)?(?P<title>[^.;:()“”\"\n]{4,120})"
)


@lru_cache(maxsize=4)
def horizon_of(register: Register) -> date:
    """The last day that the register can speak of: a year after the newest term that it knows."""
    starts = [term.since.earliest for office in register.offices() for term in register.tenures(office)]
    return max((day for day in starts if day is not None), default=date(2025, 1, 1)) + timedelta(days=366)


def terms_in(article: Article, register: Register) -> list[Term]:
    """The people whom the story names under an office that the register knows them to have held, each pair once."""
    text = article.text
    read = [block for block in article.blocks if block.kind in ("body", "headline", "caption")]
    found: dict[tuple[str, str], Term] = {}
    people: dict[str, str] = {}
    for block in read:
        stretch = text[block.start : block.end]
        for phrase in register.scanner.scan(stretch):
            ids = {name.id for name in phrase.names if name.kind == "person"}
            if len(ids) == 1:
                person = ids.pop()
                people[register.people[person].family] = person
                _add(found, register, person, stretch, phrase.start, phrase.end)
        for family, person in people.items():
            for match in re.finditer(rf"\b{re.escape(family)}\b(?=,\swho\sis)", stretch):
                _add(found, register, person, stretch, match.start(), match.end())
    return list(found.values())


def _add(found: dict[tuple[str, str], Term], register: Register, person: str, text: str, start: int, end: int) -> None:
    for words, office in _titles(register, person, text, start, end):
        spans = tuple(
            (post.since.earliest, post.until.latest if post.until else None)
            for post in register.posts_of(person)
            if post.office == office and post.since.earliest is not None
        )
        if spans:
            found.setdefault((person, office), Term(words, office, person, spans))


def _titles(register: Register, person: str, text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """The offices that the words around a name give, with those words."""
    country = register.people[person].country
    sentence = max(text.rfind(sign, 0, start) for sign in (". ", "? ", "! ", "\n", "“", '"', ";"))
    before = list(_TITLE_WORDS.finditer(text, sentence + 1, start))[-_MOST_WORDS:]
    if before and text[before[-1].end() : start].isspace():
        for first in before:
            title = text[first.start() : before[-1].end()]
            office = register.office_of(title, country)
            if office and not _PAST.search(title) and not _FORMER.search(text[sentence + 1 : first.start()]):
                yield text[first.start() : end], office
                break
    after = _AFTER.match(text, end)
    if after and text[end : end + 1] == "," and not _PAST.search(after["title"][:20]):
        words = list(_TITLE_WORDS.finditer(after["title"]))[: _MOST_WORDS + 6]
        for last in reversed(words):
            title = after["title"][: last.end()]
            office = register.office_of(title, country)
            # "Prime Minister A, Foreign Minister B": the second title is the next person's.
            if office and not _NEXT_NAME.match(after["title"], last.end()):
                yield text[start : after.start("title") + last.end()], office
                break
