"""Acts told by pointing to another's: `Kenya did the same in June`, `Norland responded in kind`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from legation.model import Account, DateInterval, Span
from legation.reading.events.account_ids import account_id
from legation.reading.events.actors import Actors
from legation.reading.events.clauses import agent, lemma_of, prepositional
from legation.reading.events.status import reality_of
from legation.reading.events.tables import StatusRow, words_of

_AFTER = 3
"""Words behind the verb among which the one that points back stands: `responded in kind`."""
_TALK = frozenset({"CONSULT", "AGREE"})
"""Codes of events of two sides at once, which nobody does after another."""

Told = tuple[Token, Account]


@dataclass(frozen=True, slots=True)
class Restated:
    """What an act that points to another's has of its own besides its doer."""

    date: DateInterval | None
    said_by: str | None
    evidence: Span


def with_echoes(
    doc: Doc,
    told: Sequence[Told],
    actors: Actors,
    status_of: Mapping[str, tuple[StatusRow, ...]],
    restated: Callable[[Token], Restated],
) -> list[Told]:
    """What was told, in reading order, with an account for each act that is told as the same as one just before.

    Who was hit and does the same does it back; anybody else does it to the one who was hit, or to whom the words name.
    """
    found = list(told)
    for verb in _echoing(doc, status_of):
        doers = actors.of(agent(verb))
        first = _echoed(verb, found, actors.sides(doers), actors)
        if not doers or first is None:
            continue
        back = actors.sides(doers) & actors.sides(first.targets)
        named = actors.of_all(prepositional(verb, {"to", "with", "against"}))
        targets = first.sources if back else actors.foreign(named, actors.sides(doers)) or first.targets
        words, here = Span(verb.idx, verb.idx + len(verb)), restated(verb)
        account = replace(
            first,
            id=account_id(first.article, first.label, words.start, words.end),
            sources=doers,
            targets=targets,
            date=here.date,
            place=None,
            said_by=here.said_by,
            trigger=words,
            evidence=(here.evidence,),
        )
        found.append((verb, account))
    return sorted(found, key=lambda one: one[0].i)


def _echoing(doc: Doc, status_of: Mapping[str, tuple[StatusRow, ...]]) -> Iterator[Token]:
    """The verbs that tell of an act, done, by pointing to another."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or lemma_of(verb) not in words_of("echoing"):
            continue
        behind = [one for one in doc[verb.i + 1 : verb.i + 1 + _AFTER] if verb in one.ancestors]
        if any(one.lower_ in words_of("alike") for one in behind) and reality_of(verb, status_of).status == "actual":
            yield verb


def _echoed(verb: Token, told: Sequence[Told], own: set[str], actors: Actors) -> Account | None:
    """The act told last in the same sentence or the one before, if somebody else did it."""
    start = verb.sent.start
    start = verb.doc[start - 1].sent.start if start else start
    for token, account in sorted(told, key=lambda one: -one[0].i):
        if start <= token.i < verb.i and account.status == "actual" and account.code not in _TALK:
            return account if not own & actors.sides(account.sources) else None
    return None
