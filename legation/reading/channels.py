"""Channels of dialogue between parties, and the state in which an article tells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import field_validator
from spacy.tokens import Doc, Token

from legation.lexicon.table import TableRow, read_table
from legation.model import Account, Article, Channel, ChannelState, Span, TimeExpression
from legation.reading.cast import Cast
from legation.reading.events.actors import Actors
from legation.reading.events.clauses import agent, lemma_of, prepositional, undergoer
from legation.reading.events.dates import day_of
from legation.reading.events.governing import CIRCUMSTANCES, is_venue
from legation.reading.events.status import Reality, reality_of
from legation.reading.events.tables import EventTables, read_tables
from legation.reading.parse import text_of
from legation.reading.times import time_of


class ChannelRow(TableRow):
    """A kind of channel and the phrases that name it, parted by `;`."""

    channel: str
    words: tuple[str, ...]
    example: str

    @field_validator("words", mode="before")
    @classmethod
    def _split(cls, cell: object) -> object:
        return tuple(part.strip() for part in cell.split(";")) if isinstance(cell, str) else cell


class StateRow(TableRow):
    """A word (lemma) that changes or tells the state of a channel."""

    word: str
    state: ChannelState
    pos: Literal["verb", "noun", "adj"]
    example: str


@dataclass(frozen=True, slots=True)
class ChannelTables:
    """The kinds of channel by phrase, one pattern over all phrases, and the states by word."""

    kinds: Mapping[str, str]
    pattern: re.Pattern[str]
    states: Mapping[str, StateRow]


@lru_cache(maxsize=4)
def load_channel_tables(folder: Path | None = None) -> ChannelTables:
    """The package's tables, or a user's own from `folder`."""
    kinds = {phrase: row.channel for row in read_table("channels", ChannelRow, folder) for phrase in row.words}
    # Longer phrases first: "climate talks" before "talks".
    phrases = sorted(kinds, key=lambda phrase: (-len(phrase), phrase))
    pattern = re.compile(r"\b(" + "|".join(re.escape(phrase) for phrase in phrases) + r")s?\b", re.IGNORECASE)
    return ChannelTables(kinds, pattern, {row.word: row for row in read_table("channel_states", StateRow, folder)})


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
            channel = _channel(head, match.end(1), kind, actors, article, times, tables)
            if channel is not None:
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


def _channel(
    head: Token,
    until: int,
    kind: str,
    actors: Actors,
    article: Article,
    times: Sequence[TimeExpression],
    tables: ChannelTables,
) -> Channel | None:
    governor, row = _state_word(head, tables)
    if governor is None or row is None:
        return None
    # Under `hold` or `have` a bare "talks" is a meeting, not a standing channel.
    if kind == "dialogue" and row.state == "open":
        return None
    parties = _parties(head, governor, actors, bare=kind == "dialogue")
    if len(parties) < 2:
        return None
    state = _state(governor, row, reality_of(governor, _event_tables().status_of))
    if state is None:
        return None
    start, end = _evidence(head, governor, until)
    return Channel(
        channel=kind,
        parties=parties,
        state=state,
        date=day_of(governor, Span(governor.idx, governor.idx + len(governor)), times, article, time_of),
        article=article.id,
        start=start,
        end=end,
    )


def _state_word(head: Token, tables: ChannelTables) -> tuple[Token | None, StateRow | None]:
    """The nearest word above the channel that tells its state: `resumed the talks`, `the resumption of the talks`."""
    at, leading = head, ""
    for _ in range(5):
        if at.head == at:
            break
        if at.dep_ == "pobj" and (at.head.lower_ in CIRCUMSTANCES or is_venue(at)):
            # "agreed on a ceasefire after two days of talks", "urged Norland in talks to withdraw"
            break
        at = at.head
        if at.dep_ == "prep":
            leading = at.lower_
            continue
        row = tables.states.get(f"{lemma_of(at)} {leading}") or tables.states.get(lemma_of(at))
        leading = ""
        if row is not None and at.pos_ in (("VERB", "AUX") if row.pos == "verb" else ("NOUN", "PROPN")):
            return at, row
        described = next((one for one in at.children if one.dep_ in ("acomp", "oprd", "advmod")), None)
        row = tables.states.get(described.lower_) if described is not None else None
        if row is not None and row.pos == "adj" and head.dep_ in ("nsubj", "dobj"):
            # "The line remains closed."
            return at, row
        if at.pos_ == "VERB" and at.dep_ in ("ROOT", "ccomp"):
            break
    return None, None


_WISHED: Mapping[str, ChannelState] = {"called-for": "called-for", "planned": "planned"}


def _state(governor: Token, row: StateRow, reality: Reality) -> ChannelState | None:
    """What the word says, under what governs it; a denied or supposed change tells nothing."""
    if reality.status == "denied" and row.state == "open" and _is_perfect(governor):
        # "The hotline has not been used for years."
        return "suspended"
    if reality.status in ("denied", "hypothetical"):
        return None
    if row.state in ("suspended", "closed") and reality.status != "actual":
        return None
    if row.pos == "noun" and reality.status == "actual" and _is_ahead(governor):
        return None
    return _WISHED.get(reality.status, row.state)


def _is_perfect(verb: Token) -> bool:
    return any(one.dep_ == "aux" and one.lower_ in ("has", "have", "had") for one in verb.children)


def _is_ahead(noun: Token) -> bool:
    """`A sign for the resumption of talks`, `a step towards it`: nothing has changed yet."""
    preposition = noun.head
    return noun.dep_ == "pobj" and preposition.lower_ in ("for", "to", "toward", "towards", "about", "on", "of", "over")


def _parties(head: Token, governor: Token, actors: Actors, bare: bool) -> tuple[str, ...]:
    """The states and bodies that the channel joins: the nearest words that name two say which.

    Where they leave one out, it is the other side of the event told before; `bare` talks may be anybody's.
    """
    names: list[str] = []
    near, acting, saying = _nearby_parties(head, governor), _acting_parties(head, governor), _saying_parties(governor)
    for words in (_own_parties(head), near, acting, saying):
        for token in words:
            for name in actors.of(token):
                entity = actors.entity(name)
                if words is saying and entity is not None and entity.kind == "organisation":
                    # An outlet reports; it is no side.
                    continue
                state = actors.side(name)
                if state not in names and (actors.country(name) is not None or actors.is_body(name)):
                    names.append(state)
        if len(names) >= 2:
            break
    if len(names) < 2 and not bare:
        names = actors.pair_before(head, names) or names
    return tuple(sorted(names))


_NEAR = frozenset({"with", "between", "among", "of", "to"})


def _own_parties(head: Token) -> Iterator[Token]:
    """`China-Japan talks`, `the hotline between ...`, `climate talks and border talks with ...`."""
    yield from (one for one in head.children if one.dep_ in ("amod", "compound", "nmod", "poss"))
    yield from prepositional(head, _NEAR)
    for noun in head.conjuncts:
        for one in noun.subtree:
            if one.dep_ == "prep" and one.lower_ in ("with", "between"):
                yield from (deeper for deeper in one.children if deeper.dep_ == "pobj")


def _nearby_parties(head: Token, governor: Token) -> Iterator[Token]:
    for word in (head.head, governor):
        if word != head:
            yield from prepositional(word, _NEAR - {"of"} if word.pos_ == "VERB" else _NEAR)


def _acting_parties(head: Token, governor: Token) -> Iterator[Token]:
    if governor.pos_ != "VERB":
        # "announced the resumption of talks with ..."
        doing = governor.head if governor.dep_ in ("dobj", "pobj") else None
        doing = doing.head if doing is not None and doing.pos_ == "ADP" else doing
        announcing = agent(doing) if doing is not None and doing.pos_ == "VERB" else None
        if announcing is not None:
            yield announcing
        return
    for one in (agent(governor), undergoer(governor)):
        if one is not None and head not in one.subtree:
            yield one
    # "Japan urged China to resume the talks": who urges is a party too; who reports is none.
    above = governor.head
    if governor.dep_ in ("xcomp", "ccomp") and above.pos_ == "VERB" and _asks(above):
        asking = agent(above)
        if asking is not None:
            yield asking


def _saying_parties(governor: Token) -> Iterator[Token]:
    """`US officials said that talks with China had stalled`: where no other side is named, theirs is one."""
    above = governor.head
    saying = agent(above) if governor.dep_ == "ccomp" and above.pos_ == "VERB" else None
    if saying is not None:
        yield saying


def _asks(verb: Token) -> bool:
    return any(row.status == "called-for" for row in _event_tables().status_of.get(lemma_of(verb), ()))


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
