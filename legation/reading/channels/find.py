"""Finds the channels whose state an article tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Doc, Token

from legation.model import Account, Article, Channel, Span, TimeExpression
from legation.reading.cast import Cast
from legation.reading.channels.parties import parties_of
from legation.reading.channels.states import Change, changes_of, state_of
from legation.reading.channels.tables import ChannelTables, load_channel_tables
from legation.reading.events.actors import Actors
from legation.reading.events.dates import day_of
from legation.reading.events.status import reality_of
from legation.reading.events.tables import EventTables, read_tables, words_of
from legation.reading.parse import text_of
from legation.reading.times import time_of


@lru_cache(maxsize=1)
def _event_tables() -> EventTables:
    return read_tables()


def find_channels(
    doc: Doc,
    article: Article,
    cast: Cast,
    times: Sequence[TimeExpression],
    accounts: Sequence[Account] = (),
) -> list[Channel]:
    """The channels whose state the article tells, in reading order; one row for each telling of a change.

    A channel needs two parties, or one that opens, closes or asks for it; `accounts` say who `the two sides` are, and
    who the other one is where a clause names one alone.
    """
    tables = load_channel_tables()
    actors = Actors(doc, cast)
    joining = (one for one in accounts if set(one.sources) == set(one.targets) or one.label == "suspension")
    for account in sorted(joining, key=lambda one: one.trigger):
        actors.note_pair(account.trigger.start, (*account.sources, *account.targets))
    found: list[Channel] = []
    for match in tables.pattern.finditer(text_of(doc)):
        head = _head(doc, match.start(), match.end())
        if head is None or head.pos_ not in ("NOUN", "PROPN", "ADJ") or _is_call(head):
            continue
        for kind in _kinds(head, tables.kinds[match.group(1).lower()], tables):
            for channel in _told(head, match.end(1), kind, actors, article, times, tables):
                _add(channel, found)
    return found


def _kinds(head: Token, kind: str, tables: ChannelTables) -> list[str]:
    """The kind that was found, after those that the same noun has besides: `military and climate talks`."""
    modifiers = [one for one in head.children if one.dep_ in ("amod", "compound", "nmod")]
    modifiers += [deeper for one in modifiers for deeper in one.children if deeper.dep_ == "conj"]
    others = (tables.kinds.get(f"{one.lower_} {head.lower_}") for one in modifiers)
    return list(dict.fromkeys([*(other for other in others if other is not None), kind]))


def _is_call(head: Token) -> bool:
    """`Phone talks` are a call, no standing channel."""
    return any(one.dep_ == "compound" and one.lower_ in ("phone", "telephone", "video") for one in head.children)


def _add(channel: Channel, found: list[Channel]) -> None:
    """Adds a channel; a telling of the same change gives way to the one that has a date."""
    for at, other in enumerate(found):
        if (channel.channel, channel.state, channel.parties) != (other.channel, other.state, other.parties):
            continue
        if channel.date == other.date or channel.date is None:
            return
        if other.date is None:
            found[at] = channel
            return
    found.append(channel)


def _head(doc: Doc, start: int, end: int) -> Token | None:
    span = doc.char_span(start, end, alignment_mode="contract")
    return span.root if span is not None and len(span) else None


def _told(
    head: Token,
    until: int,
    kind: str,
    actors: Actors,
    article: Article,
    times: Sequence[TimeExpression],
    tables: ChannelTables,
) -> Iterator[Channel]:
    """The states of one channel that the words around it tell, of which those in clauses on it need a date."""
    changes = changes_of(head, tables)
    events = _event_tables()
    for change in changes:
        if kind == "dialogue" and _is_of_a_meeting(change):
            continue
        state = state_of(change, reality_of(change.word, events.status_of))
        parties = parties_of(head, changes[0].word, actors, events, bare=kind == "dialogue")
        span = Span(change.word.idx, change.word.idx + len(change.word))
        day = day_of(change.word, span, times, article, time_of)
        if state is None or len(parties) < 2 or (change.told_on and day is None):
            continue
        start, end = _evidence(head, change.word, until)
        yield Channel(channel=kind, parties=parties, state=state, date=day, article=article.id, start=start, end=end)


def _is_of_a_meeting(change: Change) -> bool:
    """Under `hold`, `have` or `end` a bare "talks" is a meeting, not a standing channel."""
    return change.row.state == "open" or change.row.word in words_of("concluding")


def _evidence(head: Token, governor: Token, until: int) -> tuple[int, int]:
    """From the change to the channel with its phrase (to `until` at least), on one line, without clauses on it."""
    first, last = sorted((head, governor), key=lambda token: token.i)
    words = [last] if last != head else _phrase(head)
    after = max(one.i for one in words) + 1
    # "keep the lines open"
    words += [one for one in governor.children if one.i == after and one.dep_ in ("acomp", "oprd", "prt")]
    text = text_of(head.doc)
    end = max(one.idx + len(one) for one in words if "\n" not in text[last.idx : one.idx])
    return min(first.idx, head.left_edge.idx), max(end, until) if last == head else end


def _phrase(noun: Token) -> list[Token]:
    """The noun with what hangs on it, but for clauses."""
    words = [noun]
    for one in noun.children:
        if one.dep_ not in ("relcl", "acl", "advcl", "punct", "appos") and not one.is_space:
            words += _phrase(one)
    return words
