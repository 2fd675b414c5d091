"""Whom a channel joins: the states and bodies that the words around it name."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from legation.reading.events.actors import Actors
from legation.reading.events.clauses import agent, lemma_of, prepositional, undergoer
from legation.reading.events.tables import EventTables

_NEAR = frozenset({"with", "between", "among", "of", "to"})


def parties_of(head: Token, governor: Token, actors: Actors, tables: EventTables, bare: bool) -> tuple[str, ...]:
    """The states and bodies that the channel joins: the nearest words that name two say which.

    Where they leave one out, it is the other side of the event told before; `bare` talks may be anybody's.
    """
    names: list[str] = []
    near, saying = _nearby_parties(head, governor), _saying_parties(governor)
    acting = _acting_parties(head, governor, tables)
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


def _own_parties(head: Token) -> Iterator[Token]:
    """`China-Japan talks`, `talks on fishing between ...`, `climate talks and border talks with ...`."""
    yield from (one for one in head.children if one.dep_ in ("amod", "compound", "nmod", "poss"))
    yield from prepositional(head, _NEAR)
    for noun in (head, *head.conjuncts):
        yield from _joined_by(noun)


def _joined_by(noun: Token) -> Iterator[Token]:
    """What stands under `with` or `between` in a noun's phrase, however deep, but in no clause."""
    for one in noun.children:
        if one.dep_ in ("relcl", "acl", "advcl"):
            continue
        if one.dep_ == "prep" and one.lower_ in ("with", "between"):
            yield from (deeper for deeper in one.children if deeper.dep_ == "pobj")
        yield from _joined_by(one)


def _nearby_parties(head: Token, governor: Token) -> Iterator[Token]:
    for word in (head.head, governor):
        if word != head:
            yield from prepositional(word, _NEAR - {"of"} if word.pos_ == "VERB" else _NEAR)


def _acting_parties(head: Token, governor: Token, tables: EventTables) -> Iterator[Token]:
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
    if governor.dep_ in ("xcomp", "ccomp") and above.pos_ == "VERB" and _asks(above, tables):
        asking = agent(above)
        if asking is not None:
            yield asking


def _saying_parties(governor: Token) -> Iterator[Token]:
    """`US officials said that talks with China had stalled`: where no other side is named, theirs is one."""
    above = governor.head
    saying = agent(above) if governor.dep_ == "ccomp" and above.pos_ == "VERB" else None
    if saying is not None:
        yield saying


def _asks(verb: Token, tables: EventTables) -> bool:
    return any(row.status == "called-for" for row in tables.status_of.get(lemma_of(verb), ()))
