"""The tables of events: PLOVER types, labels, trigger words, words that set an event's status."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from legation.lexicon.table import TableRow, WordCell, read_table
from legation.model import LegationError, Status

Frame = Literal["act", "mutual", "undergo", "travel", "speech", "appoint", "interview"]
"""How an event's clause gives its roles; `roles.py` reads them."""


class LabelRow(TableRow):
    """What people look for, with its PLOVER code where it has one."""

    label: str
    code: str | None = None
    mode: str | None = None
    frame: Frame
    contexts: WordCell = ()
    example: str


class GroupRow(TableRow):
    """WordCell that the `needs` of triggers name together as `$group`, or that a rule of event reading asks for."""

    group: str
    words: WordCell


class NounRow(TableRow):
    """A noun that may point back to an event told before: `the call`, `the move`."""

    noun: str
    labels: WordCell
    example: str


class TriggerRow(TableRow):
    """A word (lemma) that tells of an event.

    `word` may have several words: the head comes last for a noun (`phone call`), first for a verb (`take over`).
    `to` lists the prepositions that bring in the target. `needs` lists conditions, joined by `;`:
    `obj:a|b` (the object's lemma, or `@person`, `@state`, `@org`, `$group`), `subj:`, `prep:`, `then:` (the verb
    of its complement; `@infinitive`, `@told`, `@mandate`, `@question` say of which kind), each turned round by a
    leading `!`.
    """

    word: str
    pos: Literal["verb", "noun", "adj"]
    label: str
    to: WordCell = ()
    needs: str = ""
    code: str | None = None
    """Outranks the label's code: an agreement signed is SUPPORT, one promised AGREE."""
    otherwise: str | None = None
    """The label that the word has instead where the relation model is sure of that label's code."""
    example: str


class StatusRow(TableRow):
    """A word that governs an event and says whether it took place."""

    word: str
    status: Literal["actual", "planned", "called-for", "denied", "hypothetical", "alleged"]
    over: Literal["verb", "noun", "both", "clause"] = "both"
    """What it governs; `clause` is a clause with a subject of its own: `hopes that Japan will`."""
    example: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of a trigger: some word at `slot` is (or, negated, is not) in `words`."""

    slot: str
    words: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger row made ready: the lemma of its head, the other words, its conditions and its label."""

    head: str
    others: tuple[str, ...]
    pos: str
    to: frozenset[str]
    conditions: tuple[Condition, ...]
    label: LabelRow
    code: str | None
    otherwise: LabelRow | None = None


@dataclass(frozen=True, slots=True)
class EventTables:
    """Everything that event reading looks up."""

    labels: Mapping[str, LabelRow]
    triggers: Mapping[tuple[str, str], tuple[Trigger, ...]]
    """By lemma and part of speech, the most demanding trigger first."""
    status_of: Mapping[str, tuple[StatusRow, ...]]
    parties: frozenset[str]
    """Plural nouns that may name a party: countries, companies, officials."""
    told_again: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Nouns that may stand for an event told before, with the labels that they stand for."""


@cache
def _own_groups() -> Mapping[str, frozenset[str]]:
    return {row.group: frozenset(row.words) for row in read_table("event_groups", GroupRow)}


def words_of(group: str) -> frozenset[str]:
    """The words of a group of the package's `event_groups.csv`. Raises KeyError where there is none."""
    return _own_groups()[group]


def _condition(part: str, groups: Mapping[str, tuple[str, ...]], row: TriggerRow) -> Condition:
    negated = part.startswith("!")
    slot, colon, cell = part.removeprefix("!").partition(":")
    if not colon:
        raise LegationError(f"event_triggers.csv, {row.word}: needs: '{part}' is not SLOT:WORDS")
    words: set[str] = set()
    for word in cell.split("|"):
        if word.startswith("$"):
            if word[1:] not in groups:
                raise LegationError(f"event_triggers.csv, {row.word}: needs: no group '{word}' in event_groups.csv")
            words.update(groups[word[1:]])
        else:
            words.add(word)
    return Condition(slot, frozenset(words), negated)


def read_tables(folder: Path | None = None) -> EventTables:
    """The package's tables, or a user's own from `folder`. Raises LegationError on a row that does not fit."""
    labels = {row.label: row for row in read_table("event_labels", LabelRow, folder)}
    groups = {row.group: row.words for row in read_table("event_groups", GroupRow, folder)}
    triggers: dict[tuple[str, str], list[Trigger]] = defaultdict(list)
    for row in read_table("event_triggers", TriggerRow, folder):
        if row.label not in labels:
            raise LegationError(f"event_triggers.csv, {row.word}: label '{row.label}' is not in event_labels.csv")
        words = row.word.split()
        head = words[-1] if row.pos == "noun" else words[0]
        others = tuple(words[:-1] if row.pos == "noun" else words[1:])
        conditions = tuple(_condition(part.strip(), groups, row) for part in row.needs.split(";") if part.strip())
        label = labels[row.label]
        if row.otherwise is not None and row.otherwise not in labels:
            raise LegationError(
                f"event_triggers.csv, {row.word}: otherwise '{row.otherwise}' is not in event_labels.csv"
            )
        other = labels[row.otherwise] if row.otherwise is not None else None
        triggers[head, row.pos].append(
            Trigger(head, others, row.pos, frozenset(row.to), conditions, label, row.code or label.code, other)
        )
    for found in triggers.values():
        found.sort(key=lambda trigger: -4 * len(trigger.others) - len(trigger.conditions))
    status_of: dict[str, list[StatusRow]] = defaultdict(list)
    for status in read_table("event_status", StatusRow, folder):
        status_of[status.word].append(status)
    return EventTables(
        labels=labels,
        triggers={key: tuple(found) for key, found in triggers.items()},
        parties=frozenset(groups["parties"]),
        told_again={row.noun: row.labels for row in read_table("event_nouns", NounRow, folder)},
        status_of={word: tuple(rows) for word, rows in status_of.items()},
    )


def model_status(row: StatusRow) -> Status:
    """The status that a row sets; an alleged act is told as done."""
    return "actual" if row.status == "alleged" else row.status
