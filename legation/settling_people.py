"""Brings the persons up to date: who of one name is one, under which id, and what all articles together tell of him.

Only those are judged anew whom a change can concern: who bears a name or might bear an id of somebody whom a touched
article tells of, and whom analysts speak of.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from legation.lexicon.register import Register
from legation.merging.entities import settle_entities
from legation.merging.people import Told, judge_people, name_key, told_of
from legation.merging.people_ids import assign_ids, countries_of, fix, fix_told, roles_of, stem_of
from legation.model import Entity, Judgement
from legation.record import derived, queries, store, told
from legation.record.people import Shown, rename_people, touch_renamed
from legation.record.replay import Replayed
from legation.record.told import Key, Name

Ids = dict[Key, str]
"""The id among all articles of each person whom his article alone calls otherwise."""


@dataclass(frozen=True, slots=True)
class _Concerned:
    """Whom a change may concern."""

    articles: frozenset[str]
    """Those that tell otherwise than at the last settling."""
    keys: frozenset[Key]
    """The persons to be judged anew, and those who were judged with them and are told of no more."""
    people: Sequence[Told]
    """Those of them that are there."""


def settle_people(
    connection: sqlite3.Connection, replayed: Replayed, register: Register, shown: Shown, before: Ids
) -> None:
    """Judge the persons concerned, rename them in all rows and renew their entities.

    For use while each article's own ids stand in the record; `shown` and `before` are the renamed cells and ids as they
    were. What is renamed counts as touched.
    """
    concerned = _concerned(connection, replayed, register)
    decided = replayed.judgements
    judged = judge_people(concerned.people, register.people, decided)
    keys = {f"{id}@{article}" for article, id in concerned.keys}
    derived.renew_judgements(connection, "same-person", keys, judged)
    taken = told.taken_ids(connection, {stem_of(id) for _, id in concerned.keys})
    found = assign_ids(concerned.people, [*judged, *decided], register.people, taken)
    ids = {key: id for key, id in before.items() if key not in concerned.keys} | found
    with derived.untouching(connection):
        rename_people(connection, ids)
    touch_renamed(connection, shown)
    changed = derived.touched(connection, "entity") | told.ids_in(connection, concerned.articles)
    for key in concerned.keys:
        changed |= {key[1], before.get(key, key[1]), found.get(key, key[1])}
    store.keep_entities(connection, _entities(connection, changed, replayed, register, found))
    derived.forget_touched(connection, "told", "entity")


def _entities(
    connection: sqlite3.Connection, ids: Collection[str], replayed: Replayed, register: Register, found: Ids
) -> list[Entity]:
    """What all articles together tell of some entities, now that persons have their ids."""
    joined = {id: entity for id in found.values() if id in register.people and (entity := register.entity(id))}
    tenures = told.tenures_of_people(connection, [id for id in ids if id not in register.people])
    roles, countries = (ask(tenures, {}, register.people) for ask in (roles_of, countries_of))
    entities = settle_entities(told.tellings_of(connection, ids), roles, joined, countries)
    return fix(entities, replayed.fixes, found)


# ---- whom a change concerns


def _concerned(connection: sqlite3.Connection, replayed: Replayed, register: Register) -> _Concerned:
    once = [item for item in queries.judgements(connection, "same-person") if item.by != "legation"]
    spoken_of = _spoken_of(once) | _spoken_of(replayed.judgements) | {key for key, _, _ in replayed.fixes}
    articles = _articles(connection, spoken_of, register)
    gone = told.names_in(connection, articles)
    entities = fix_told(told.entities_in(connection, articles), replayed.fixes)
    told.renew_names(connection, articles, _names(entities, register))
    names = {*gone, *told.names_in(connection, articles)}
    # A body that comes or goes takes or leaves an id that a person might bear.
    ids = derived.touched(connection, "entity") | told.ids_in(connection, articles)
    stems = {one.stem for one in names} | {stem_of(id) for id in ids}
    kin = told.kin_of(connection, {one.name for one in names}, stems)
    # Who is in the register is one everywhere, but where analysts say otherwise.
    registered = {id for key in spoken_of if (id := key.partition("@")[0]) in register.people}
    keys = {(one.article, one.told) for one in kin} | set(told.named_alike(connection, registered))
    people = fix_told(told.told_entities(connection, keys), replayed.fixes)
    people = {article: [one for one in listed if (article, one.id) in keys] for article, listed in people.items()}
    tenures = told.tenures_of_people(connection, {id for _, id in keys})
    listed = told_of(people, tenures, told.days_of(connection, people))
    return _Concerned(frozenset(articles), frozenset(keys | {(one.article, one.told) for one in gone}), listed)


def _spoken_of(judgements: Iterable[Judgement]) -> set[str]:
    return {key for item in judgements if item.kind == "same-person" for key in (item.left, item.right)}


def _articles(connection: sqlite3.Connection, spoken_of: Collection[str], register: Register) -> set[str]:
    """The articles that tell otherwise of persons, that are gone or back, and those of which analysts speak."""
    known = hashlib.sha256("\n".join(sorted(register.people)).encode()).hexdigest()
    if store.state_of(connection, "register") != known:
        # Another register knows other people: all are judged anew.
        store.keep_state(connection, "register", known)
        return told.all_articles(connection)
    corrected = {article for key in spoken_of if (article := key.partition("@")[2])}
    return derived.touched(connection, "told") | told.moved_articles(connection) | corrected


def _names(entities: Mapping[str, Sequence[Entity]], register: Register) -> list[Name]:
    return [
        Name(article, one.id, name_key(one.name), stem_of(one.id))
        for article, listed in entities.items()
        for one in listed
        if one.kind == "person" and one.id not in register.people
    ]
