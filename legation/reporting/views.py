"""Findings as rows for people: names in place of ids, words in place of offsets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from legation.model import Account, Article, Entity, Event, Figure, Statement
from legation.record.rows import plain
from legation.reporting.chronology import event_text
from legation.reporting.wording import chain_of, codes_of, name_of, names_of, speaker_of, when

MARGIN = 80
"""Characters of context shown on either side of a content."""


def in_context(article: Article, start: int, end: int) -> str:
    """The words from `start` to `end` in square brackets, with what stands around them in the paragraph."""
    block = next((b for b in article.blocks if b.start <= start and end <= b.end), None)
    low = max(start - MARGIN, block.start if block else 0)
    high = min(end + MARGIN, block.end if block else len(article.text))
    before, after = article.text[low:start], article.text[end:high]
    if low > (block.start if block else 0):
        before = "…" + before.partition(" ")[2]
    if high < (block.end if block else len(article.text)):
        after = after.rpartition(" ")[0] + "…"
    return " ".join(f"{before}[{article.text[start:end]}]{after}".split())


def statement_row(statement: Statement, article: Article, entities: Mapping[str, Entity]) -> dict[str, Any]:
    """Who said what, when, to and about whom, through which chain, in which words."""
    date = statement.date or article.published
    return {
        "id": statement.id,
        "date": when(date),
        "dated_by": "statement" if statement.date else ("publication" if date else None),
        "speaker": speaker_of(statement, entities),
        "form": statement.form,
        "words": " … ".join(article.words(span) for span in statement.content),
        "about": names_of(statement.targets, entities),
        "to": names_of(statement.addressees, entities),
        "stance": statement.stance,
        "issues": list(statement.issues),
        "chain": chain_of(statement.chain),
        "confidence": round(statement.confidence, 2),
        "context": in_context(article, statement.content[0].start, statement.content[-1].end),
        "article": article.path,
        "start": statement.content[0].start,
        "end": statement.content[-1].end,
    }


def event_row(
    event: Event, accounts: Mapping[str, Account], articles: Mapping[str, Article], entities: Mapping[str, Entity]
) -> dict[str, Any]:
    """What happened, who to whom, when and where, with the words of each account."""
    told = [accounts[key] for key in event.accounts if key in accounts]
    published = [item for a in told if (item := articles[a.article].published) is not None and item.earliest]
    first = min(published, key=lambda item: str(item.earliest), default=None)
    return {
        "id": event.id,
        "date": when(event.date) if event.date or first is None else f"reported {when(first)}",
        "event": event_text(event, entities),
        "code": event.code,
        "label": event.label,
        "status": event.status,
        "sources": names_of(event.sources, entities),
        "targets": names_of(event.targets, entities),
        "source_codes": list(codes_of(event.sources, event.actor_codes)),
        "target_codes": list(codes_of(event.targets, event.actor_codes)),
        "place": event.place,
        "outlets": list(event.outlets),
        "contested": [item.field for item in event.contested],
        "words": [articles[a.article].words(a.evidence[0]) for a in told],
        "articles": [articles[a.article].path for a in told],
    }


def figure_row(figure: Figure, article: Article, entities: Mapping[str, Entity]) -> dict[str, Any]:
    """A number, what it counts, who claims it."""
    return {
        "value": figure.value,
        "bound": figure.bound,
        "unit": figure.unit,
        "what": figure.what,
        "period": when(figure.period) if figure.period else None,
        "claimant": name_of(figure.claimant, entities) or article.outlet,
        "words": article.words((figure.start, figure.end)),
        "article": article.path,
        "start": figure.start,
        "end": figure.end,
    }


def article_row(article: Article) -> dict[str, Any]:
    """An article's metadata."""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "author": article.author,
        "published": when(article.published),
        "published_basis": article.published_basis,
        "warnings": [problem.kind for problem in article.warnings],
    }


def entity_row(entity: Entity, mentions: int) -> dict[str, Any]:
    """Somebody or something named, and how often."""
    return dict(plain(entity)) | {"mentions": mentions}
