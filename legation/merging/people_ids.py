"""The ids of persons whom only the press knows: one for each person, whatever each article alone would call him."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from legation.lexicon.register_names import slug
from legation.merging.clusters import components_of
from legation.merging.people import Told, order_of
from legation.model import Entity, Judgement, Tenure

_NUMBER = re.compile(r"-\d+$")
_NUMBERS = re.compile(r"(?:-\d+)+$")


def stem_of(id: str) -> str:
    """What an id shares with all that may be made of it: `john-holm` of `john-holm-2`."""
    return _NUMBERS.sub("", id)


def assign_ids(
    people: Iterable[Told], judgements: Iterable[Judgement], known: Collection[str], taken: Collection[str] = ()
) -> dict[tuple[str, str], str]:
    """The id of each person by (article, id there), where it is another than there.

    Persons judged the same share an id, others never do: the earliest published keeps the bare name (`john-holm`), the
    next is `john-holm-2`. `known` are the register's ids, `taken` those of states, bodies and places.
    """
    told = {item.key: item for item in sorted(people, key=order_of)}
    nodes = {**dict.fromkeys(told), **{item.entity.id: None for item in told.values() if item.entity.id in known}}
    pairs, apart = _pairs_of(judgements, nodes, known)
    parted = {key for pair in apart for key in pair if key in told}
    for key, item in told.items():
        # A person of the register is one everywhere, but where an analyst says that somebody else is meant.
        if item.entity.id in known and not (key in parted and frozenset((key, item.entity.id)) in apart):
            pairs.append((key, item.entity.id))
            nodes.setdefault(item.entity.id)
    groups = [[key for key in group if key in told or key in known] for group in components_of(nodes, pairs)]
    place = {key: number for number, key in enumerate(told)}
    groups.sort(key=lambda group: min((place[key] for key in group if key in place), default=len(place)))
    return _named(groups, told, known, taken)


def _pairs_of(
    judgements: Iterable[Judgement], nodes: dict[str, None], known: Collection[str]
) -> tuple[list[tuple[str, str]], set[frozenset[str]]]:
    """The pairs to join, and those that an analyst keeps apart."""
    pairs: list[tuple[str, str]] = []
    apart: set[frozenset[str]] = set()
    for item in judgements:
        sides = (item.left, item.right)
        if item.kind != "same-person" or any(side not in nodes and side not in known for side in sides):
            continue
        if item.verdict == "same":
            pairs.append(sides)
            nodes.update(dict.fromkeys(sides))
        elif item.by != "legation":
            apart.add(frozenset(sides))
    return pairs, apart


def _named(
    groups: Sequence[Sequence[str]], told: Mapping[str, Told], known: Collection[str], taken: Collection[str]
) -> dict[tuple[str, str], str]:
    used = set(taken)
    ids: dict[tuple[str, str], str] = {}
    for group in groups:
        members = [told[key] for key in group if key in told]
        registered = [key for key in group if key not in told]
        if not members:
            continue
        id = min(registered) if registered else _free(_base(min(members, key=order_of)), used, known)
        used.add(id)
        ids.update({(item.article, item.entity.id): id for item in members if item.entity.id != id})
    return ids


def _base(told: Told) -> str:
    """The id without the number that parts two of one name in one article."""
    id = told.entity.id
    return id if id in {slug(name) for name in (told.entity.name, *told.entity.aliases)} else _NUMBER.sub("", id)


def _free(wanted: str, used: Collection[str], known: Collection[str]) -> str:
    number, id = 1, wanted
    while id in used or id in known:
        number += 1
        id = f"{wanted}-{number}"
    return id


def roles_of(tenures: Iterable[Tenure], ids: Mapping[tuple[str, str], str], known: Collection[str]) -> dict[str, str]:
    """What the press calls each person whom the register does not know: the commonest office, with its body."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    former: dict[str, Counter[str]] = defaultdict(Counter)
    for tenure in tenures:
        id = ids.get((tenure.article, tenure.person), tenure.person)
        if id not in known:
            words = f"{tenure.office}, {tenure.organisation}" if tenure.organisation else tenure.office
            (former if tenure.relation in ("held", "vacates") else told)[id][words] += 1
    held = {id: _first(counted) for id, counted in told.items()}
    return {id: f"former {_first(counted)}" for id, counted in former.items()} | held


def countries_of(
    tenures: Iterable[Tenure], ids: Mapping[tuple[str, str], str], known: Collection[str]
) -> dict[str, str]:
    """The state whose office the press gives each person whom the register does not know: the commonest."""
    told: dict[str, Counter[str]] = defaultdict(Counter)
    for tenure in tenures:
        id = ids.get((tenure.article, tenure.person), tenure.person)
        if id not in known and tenure.post is not None and tenure.country is not None:
            told[id][tenure.country] += 1
    return {id: _first(counted) for id, counted in told.items()}


def _first(counted: Counter[str]) -> str:
    return min(counted, key=lambda words: (-counted[words], -len(words), words))


# ---- an analyst's word


def fix_told(told: Mapping[str, Sequence[Entity]], fixes: Iterable[tuple[str, str, object]]) -> dict[str, list[Entity]]:
    """Each article's entities as analysts have fixed them: `fixes` are key (`john-holm@ARTICLE`), field and value."""
    found = {article: list(entities) for article, entities in told.items()}
    for key, field, value in fixes:
        id, _, article = key.partition("@")
        found[article] = [
            _with(entity, field, value) if entity.id == id else entity for entity in found.get(article, [])
        ]
    return {article: entities for article, entities in found.items() if entities}


def fix(
    entities: Iterable[Entity], fixes: Iterable[tuple[str, str, object]], ids: Mapping[tuple[str, str], str]
) -> list[Entity]:
    """The entities of all articles as analysts have fixed them; the last word on a field holds."""
    found = {entity.id: entity for entity in entities}
    for key, field, value in fixes:
        told, _, article = key.partition("@")
        id = ids.get((article, told), told)
        if id in found:
            found[id] = _with(found[id], field, value)
    return [found[id] for id in sorted(found)]


def _with(entity: Entity, field: str, value: object) -> Entity:
    """One field changed; a name that is replaced stays as an alias."""
    known = tuple(value) if isinstance(value, list) else value
    changed: Entity = replace(entity, **{field: known})  # type: ignore[arg-type]
    if field == "name" and entity.name != value:
        changed = replace(changed, aliases=tuple(sorted({*entity.aliases, entity.name} - {changed.name})))
    return changed
