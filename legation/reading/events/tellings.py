"""Joins the tellings of one event in one article: `met` in the lead, `the meeting` further down."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Token

from legation.model import Account
from legation.reading.events.clauses import VERBAL
from legation.reading.events.tables import words_of

_MORE = frozenset({"also", "further", "furthermore", "moreover", "additionally", "too"})
"""Adverbs of one thing more."""

CountryOf = Callable[[str], str | None]
"""The state that a party belongs to, by entity id."""


def join_tellings(found: Sequence[tuple[Token, Account]], country: CountryOf) -> list[Account]:
    """Accounts in reading order; a later telling adds its evidence, and what the first one left open, to the first."""
    kept: list[tuple[Token, Account]] = []
    for token, account in found:
        for at, (first, earlier) in enumerate(kept):
            if _is_same(first, earlier, token, account, country):
                kept[at] = (first, _joined(earlier, account))
                break
        else:
            kept.append((token, account))
    return [account for _, account in kept]


def _is_same(first: Token, earlier: Account, token: Token, later: Account, country: CountryOf) -> bool:
    if earlier.label != later.label or earlier.code != later.code or earlier.status != later.status:
        return False
    if earlier.date is not None and later.date is not None and not earlier.date.meets(later.date):
        return False
    if earlier.historical != later.historical and (earlier.date is None or later.date is None):
        # This week's visit is not the one of last year, though it names no day.
        return False
    if _is_apart(first, token) or _is_reversed(earlier, later):
        return False
    if later.label == "agreement" and _is_further(token):
        return False
    left = {*earlier.sources, *earlier.targets}
    right = {*later.sources, *later.targets}
    if not (left <= right or right <= left or _is_summed_up(earlier, later, country)):
        return False
    if earlier.label in words_of("once"):
        return True
    if earlier.evidence[-1].overlaps(later.evidence[0]):
        return True
    # Other acts repeat: only the same act, with both parties known, told in another sentence is taken as one.
    return (
        bool(later.sources and later.targets and earlier.sources and earlier.targets)
        and left == right
        and first.lemma_.lower() == token.lemma_.lower()
        and first.sent.start != token.sent.start
    )


def _is_summed_up(earlier: Account, later: Account, country: CountryOf) -> bool:
    """Whether one telling names the states for the officials of the other: `Norland protested`, `Holm summoned Berg`.

    Not of meetings: those of one visit are many.
    """
    if earlier.code == "CONSULT" or earlier.label not in words_of("once"):
        return False
    if not _states((*earlier.sources, *earlier.targets), country) & _states((*later.sources, *later.targets), country):
        return False
    return any(
        _covers(told.sources, other.sources, country) and _covers(told.targets, other.targets, country)
        for told, other in ((earlier, later), (later, earlier))
    )


def _covers(general: Sequence[str], special: Sequence[str], country: CountryOf) -> bool:
    """Whether one telling's side is the other's, or the states of whom the other names, so far as these are known."""
    if set(general) == set(special):
        return True
    known = _states(special, country)
    return _states(general, country) == set(general) and known <= set(general)


def _states(names: Sequence[str], country: CountryOf) -> set[str | None]:
    """The states of the parties, so far as they are known."""
    return {country(name) for name in names} - {None}


def _is_reversed(earlier: Account, later: Account) -> bool:
    """`Norland expelled two of ours`, `we expelled two of theirs`: the same two, the other way round."""
    if set(earlier.sources) == set(earlier.targets) or set(later.sources) == set(later.targets):
        return False
    across = {*earlier.sources} & {*later.targets} or {*earlier.targets} & {*later.sources}
    return bool(across) and not {*earlier.sources} & {*later.sources} and not {*earlier.targets} & {*later.targets}


def _is_apart(first: Token, token: Token) -> bool:
    """`met a year after they shook hands`: what one act came after is another act."""
    small = {one.lower_ for one in token.children if one.dep_ in ("mark", "advmod")}
    return token.dep_ == "advcl" and token.head == first and bool(small & {"after", "before", "since"})


def _is_further(token: Token) -> bool:
    """`The two also agreed to open a hotline`: one more agreement, not the one told before."""
    return token.pos_ in VERBAL and any(one.dep_ == "advmod" and one.lower_ in _MORE for one in token.children)


def _joined(earlier: Account, later: Account) -> Account:
    return replace(
        earlier,
        sources=earlier.sources if len(earlier.sources) >= len(later.sources) else later.sources,
        targets=earlier.targets if len(earlier.targets) >= len(later.targets) else later.targets,
        date=earlier.date or later.date,
        place=earlier.place or later.place,
        asked_by=earlier.asked_by or later.asked_by,
        evidence=tuple(sorted({*earlier.evidence, *later.evidence})),
        historical=earlier.historical and later.historical,
        alleged=earlier.alleged and later.alleged,
        confidence=max(earlier.confidence, later.confidence),
    )
