"""Everything that one article tells."""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.article import Article, Problem
from legation.model.entities import Entity, Mention, Tenure
from legation.model.events import Account, Channel
from legation.model.figures import Figure
from legation.model.statements import Statement
from legation.model.voice import Voice


@dataclass(frozen=True, slots=True)
class Findings:
    """The result of `read_article`: rows in reading order, every one with its span."""

    article: Article
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    statements: tuple[Statement, ...] = ()
    accounts: tuple[Account, ...] = ()
    channels: tuple[Channel, ...] = ()
    figures: tuple[Figure, ...] = ()
    voice: tuple[Voice, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Warnings of the reading; those of intake stand on the article."""
