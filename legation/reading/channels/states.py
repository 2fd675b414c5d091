"""The words around a channel that tell its state, and what the words above them make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from legation.model import ChannelState
from legation.reading.channels.tables import ChannelTables, StateRow
from legation.reading.events.clauses import lemma_of
from legation.reading.events.governing import CIRCUMSTANCES, is_venue, wordings
from legation.reading.events.status import Reality
from legation.reading.events.tables import words_of

_KINDS: Mapping[str, str] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}
_WISHED: Mapping[str, ChannelState] = {"called-for": "called-for", "planned": "planned"}


@dataclass(frozen=True, slots=True)
class Change:
    """A word that tells a channel's state, and its row; `told_on` the channel in a clause of its own."""

    word: Token
    row: StateRow
    told_on: bool = False


def changes_of(head: Token, tables: ChannelTables) -> list[Change]:
    """The words that tell the state of a channel: the one above it, then those of clauses on it.

    `resumed the talks, which were suspended in May` tells two states.
    """
    above = _above(head, tables)
    on_it = (Change(one, row, told_on=True) for one in _clauses(head) if (row := _row(one, head, tables)) is not None)
    return [*([above] if above is not None else []), *on_it]


def _clauses(noun: Token) -> Iterator[Token]:
    """The verbs of clauses on a noun, or on what stands under its prepositions: `the talks with Norland, which ...`."""
    for one in noun.children:
        if one.dep_ in ("relcl", "acl") and not any(part.tag_ == "WP" for part in one.children):
            yield one
        elif one.dep_ in ("prep", "pobj"):
            yield from _clauses(one)


def _above(head: Token, tables: ChannelTables) -> Change | None:
    """The nearest word above the channel that tells its state: `resumed the talks`, `the resumption of the talks`."""
    at = head
    for _ in range(5):
        if at.head == at:
            break
        if at.dep_ == "pobj" and (at.head.lower_ in CIRCUMSTANCES or is_venue(at)):
            # "agreed on a ceasefire after two days of talks", "urged Norland in talks to withdraw"
            break
        at = at.head
        if at.dep_ == "prep":
            continue
        row = _row(at, head, tables)
        if row is not None:
            return Change(at, row)
        if at.pos_ == "VERB" and at.dep_ in ("ROOT", "ccomp"):
            break
    return None


def _row(at: Token, head: Token, tables: ChannelTables) -> StateRow | None:
    kind = _KINDS.get(at.pos_, "")
    if kind == "adj" and head.dep_ not in ("nsubj", "dobj"):
        return None
    for wording in _wordings(at, head):
        row = tables.states.get((wording, kind))
        if row is not None:
            return row
    described = next((one for one in at.children if one.dep_ in ("acomp", "oprd", "advmod")), None)
    if described is None or (head.dep_ not in ("nsubj", "dobj") and at.dep_ not in ("relcl", "acl")):
        return None
    # "The line remains closed."
    return tables.states.get((described.lower_, "adj"))


def _wordings(at: Token, head: Token) -> Iterator[str]:
    """The word with its particle, preposition or object, the fullest first; all that lasts is told by `be`."""
    lemma = lemma_of(at)
    if at.pos_ == "ADJ":
        yield at.lower_
        return
    small = [one for one in wordings(at, head) if " " in one]
    if lemma in words_of("lasting_verbs"):
        small += [f"be {one.split(' ', 1)[1]}" for one in small]
    yield from small
    yield from (f"{lemma} {lemma_of(one)}" for one in at.children if one.dep_ in ("dobj", "attr") and one != head)
    yield lemma


def state_of(change: Change, reality: Reality) -> ChannelState | None:
    """What the word says, under what governs it; None where a change is denied or only supposed."""
    governor, row = change.word, change.row
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
