"""What `the call`, `the visit`, `the move` stand for: an event told before in the same article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Token

from legation.model import Account, DateInterval, Span
from legation.reading.events.clauses import lemma_of

REACH = 40
"""How many sentences back a noun may point: the news of the first paragraph is still `the call` in the last."""
_SHORT = 8
"""The same for what was denied or is told as background."""

_POINTING = frozenset({"the", "this", "that", "these", "those"})
_UNTOLD = frozenset({"called-for", "hypothetical"})
"""What is only wished or supposed is seldom "the meeting" of the next sentence."""
_NAMING = frozenset({"compound", "poss", "nmod", "acl", "relcl"})
_SINGLING = frozenset({"first", "last", "next", "previous", "earlier", "planned", "new", "only", "latest"})
"""Adjectives that single out another event than the one told before."""


class Antecedents:
    """The accounts found so far in an article, asked for by the nouns that point back to them."""

    def __init__(self, labels: Mapping[str, tuple[str, ...]]) -> None:
        self._labels = labels
        self._told: list[tuple[Token, Account]] = []

    @property
    def told(self) -> Sequence[tuple[Token, Account]]:
        """Every account with its trigger word, in reading order."""
        return self._told

    def tell_again(self, account: Account, evidence: Span, day: DateInterval | None) -> None:
        """Adds a telling's words, and the date that it tells, to an account."""
        at = next(place for place, (_, one) in enumerate(self._told) if one.id == account.id)
        token, known = self._told[at]
        spans = tuple(sorted({*known.evidence, evidence}))
        self._told[at] = (token, replace(known, evidence=spans, date=known.date or day))

    def add(self, token: Token, account: Account) -> None:
        """Notes an account with its trigger word, in reading order."""
        self._told.append((token, account))

    def of(self, noun: Token) -> Account | None:
        """The last event told before `noun` that it may stand for; None for a noun that names its own event."""
        return self._last(noun) if points_back(noun) else None

    def near(self, noun: Token, fits: Callable[[Account], bool] | None = None) -> Account | None:
        """As `of`, for nouns with owners too: `its drills`, `his arrest`; of the events that fit."""
        return self._last(noun, fits)

    def by(self, token: Token) -> Account | None:
        """The account that the word itself triggered."""
        return next((account for at, account in self._told if at.i == token.i), None)

    def _last(self, noun: Token, fits: Callable[[Account], bool] | None = None) -> Account | None:
        """The nearest event of news before `noun`; where there is none, the nearest one denied or retold."""
        labels = self._labels.get(lemma_of(noun), ())
        second: Account | None = None
        for told, account in reversed(self._told):
            if told.i >= noun.i or account.label not in labels or (fits is not None and not fits(account)):
                continue
            distance = _sentences_between(told, noun)
            if distance > REACH:
                break
            one_sided = account.sources == account.targets and len(account.sources) < 2
            if one_sided or account.status in _UNTOLD:
                continue
            news = not account.historical or distance <= 1
            if account.status != "denied" and news and account.sources:
                return account
            if distance <= _SHORT:
                second = second or account
        return second


def points_back(noun: Token) -> bool:
    """`The talks`, `that visit`: definite, with nothing that says which."""
    children = list(noun.children)
    if not any(one.dep_ == "det" and one.lower_ in _POINTING for one in children):
        return False
    if any(one.dep_ in _NAMING for one in children):
        return False
    if any(one.lower_ in _SINGLING or one.ent_type_ in ("ORDINAL", "GPE", "NORP", "DATE") for one in children):
        return False
    return not any(one.dep_ == "prep" and one.lower_ in ("with", "between", "by", "of", "to", "in") for one in children)


def _sentences_between(first: Token, later: Token) -> int:
    return sum(1 for one in first.doc[first.i + 1 : later.i + 1] if one.is_sent_start)
