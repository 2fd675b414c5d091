"""Signed statements: who says `I` and `we` in a text that a government's byline puts out in its own voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Article, Entity
from legation.reading.cast import Cast, country_of
from legation.reading.parse import text_of
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.speakers import FIRST
from legation.reading.statements.tables import StatementTables


def signer_of(article: Article, cast: Cast, tables: StatementTables) -> Speaker | None:
    """The official of `Anna Holm, Secretary of State` or the body of `Office of the Spokesperson`; None where the
    byline is a reporter's: his `I` is the outlet's own voice."""
    if article.author is None:
        return None
    name, _, title = (part.strip() for part in article.author.partition(","))
    if title:
        asks = frozenset(label for label, is_asking in tables.turn_labels.items() if is_asking)
        is_press = _has(title, asks) or tables.media_pattern.search(title) is not None
        if is_press or not _has(title, tables.unnamed_nouns):
            return None
    elif not _has(name, tables.body_nouns):
        return None
    entity = _entity(name, cast)
    return Speaker(entity.id, entity.name, None, False, country_of(entity)) if entity else Speaker(None, name, None)


def _has(words: str, nouns: frozenset[str]) -> bool:
    return any(word.strip(".,").lower() in nouns for word in words.split())


def _entity(name: str, cast: Cast) -> Entity | None:
    return next((one for one in cast.entities.values() if name in (one.name, *one.aliases)), None)


def is_signers(draft: Draft, speaker: Speaker, doc: Doc) -> bool:
    """Whether a draft is told by an `I` or `we` that is nobody's whom the text quotes."""
    if speaker.name is not None or not draft.source:
        return False
    return text_of(doc)[draft.source[0].start : draft.source[-1].end].lower() in FIRST


def with_signer(speakers: Sequence[Speaker], own: Sequence[bool], signer: Speaker) -> list[Speaker]:
    """The speakers, with the signer where the words are their own."""
    return [replace(signer, words=one.words) if is_own else one for one, is_own in zip(speakers, own, strict=True)]
