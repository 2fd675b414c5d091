"""Reads a few sentences into a cast and tenures, for the tests of people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.language import Language

from legation.lexicon.register import Register
from legation.model import Article, Block, BlockKind, DateInterval, Mention, Tenure
from legation.reading.cast import Cast
from legation.reading.parse import parse
from legation.reading.people import find_cast, find_tenures
from legation.reading.times import find_times


@dataclass(frozen=True)
class Reading:
    """What was found in one text."""

    article: Article
    cast: Cast
    tenures: list[Tenure]

    def people(self) -> dict[str, str | None]:
        """Name and country of every person, in reading order."""
        entities = (self.cast.entity_of(mention) for mention in self.cast.mentions)
        return {entity.name: entity.country for entity in entities if entity.kind == "person"}

    def named(self, words: str, nth: int = 1) -> str | None:
        """The id of what the nth mention with these words names; None where nobody is mentioned so."""
        found = [mention for mention in self.cast.mentions if self.words(mention) == words]
        return found[nth - 1].entity if len(found) >= nth else None

    def form(self, words: str) -> str | None:
        """How the first mention with these words names."""
        return next((mention.form for mention in self.cast.mentions if self.words(mention) == words), None)

    def words(self, mention: Mention) -> str:
        """The exact words of a mention."""
        return self.article.words((mention.start, mention.end))

    def offices(self) -> set[tuple[str, str, str]]:
        """Every tenure as (person, office, relation)."""
        return {(tenure.person, tenure.office, tenure.relation) for tenure in self.tenures}


@dataclass(frozen=True)
class Reader:
    """Reads texts with one parser and one register."""

    nlp: Language
    register: Register

    def read(self, *paragraphs: str, on: str | None = "2022-12-16", kinds: tuple[BlockKind, ...] = ()) -> Reading:
        """The reading of paragraphs (body blocks, if `kinds` says nothing else) of an article of the day `on`."""
        article = an_article(*paragraphs, on=on, kinds=kinds)
        doc = parse(article, self.nlp)
        cast = find_cast(doc, article, self.register)
        times = find_times(article.text, article.published.latest if article.published else None)
        return Reading(article, cast, find_tenures(doc, article, cast, self.register, times))


def an_article(*paragraphs: str, on: str | None = "2022-12-16", kinds: tuple[BlockKind, ...] = ()) -> Article:
    """An article of these paragraphs."""
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        kind: BlockKind = kinds[number] if kinds else "body"
        blocks.append(Block(kind, at, at + len(paragraph)))
        at += len(paragraph) + 2
    day = date.fromisoformat(on) if on else None
    published = DateInterval(day, day, "day", "test") if day else None
    return Article("a", "a.txt", "\n\n".join(paragraphs), tuple(blocks), "0" * 64, published=published)
