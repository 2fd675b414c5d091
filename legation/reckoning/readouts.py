"""Meetings and calls as each side tells them: whose readout an article carries, and what only one side says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legation.lexicon.register import Register, load_register
from legation.lexicon.register_offices import HEADS
from legation.model import Account, Article, Entity, Event, Statement
from legation.reckoning.points import Point, one_point

MEETINGS = frozenset(
    ["meeting", "talks", "dialogue", "consultation", "summit", "phone-call", "video-call", "visit", "trip"]
)
UNNAMED = "other"
"""The issue of statements on none of the issues that the lexicon knows."""
LEVELS = ("leaders", "ministers", "deputies and officials")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a meeting and the articles that carry its readout."""

    country: str | None
    """ISO code; None for what belongs to neither side."""
    articles: tuple[tuple[str, str], ...]
    """Article id and the reason why it belongs here, in the order of their paths."""
    statements: tuple[str, ...]
    """Ids of the statements that the readout carries, in the order told."""
    topics: tuple[str, ...]
    """Issues in the order in which the readout first names them."""


@dataclass(frozen=True, slots=True)
class Readouts:
    """One meeting, its readouts side by side."""

    event: str
    parties: tuple[str, ...]
    level: str | None
    """One of LEVELS, as far as the register knows the offices on that day."""
    sides: tuple[Side, ...]
    both: tuple[str, ...]
    """Topics in every side's readout."""
    only: tuple[tuple[str, tuple[str, ...]], ...]
    """Country, and the topics in its readout that are not in the other's report."""
    shared: tuple[Point, ...]
    """What one side's report and the other's both say, each in its own words."""
    order_differs: bool
    """Whether the topics that both name come in another order."""


def sides_of(event: Event, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    """The countries that take part."""
    found = []
    for key in (*event.sources, *event.targets):
        entity = entities.get(key)
        code = key if entity is not None and entity.kind == "state" else entity.country if entity is not None else None
        if code and code not in found:
            found.append(code)
    return tuple(found)


def side_of(
    article: Article,
    statements: Sequence[Statement],
    sides: Sequence[str],
    entities: Mapping[str, Entity],
    register: Register,
) -> tuple[str | None, str]:
    """The country whose readout an article carries, and why; None where nothing tells.

    The surest first: a state's own outlet or agency; the document or body that the statements go back to; whose people
    are heard; the outlet's country.
    """
    for name, what in ((article.agency, "agency"), (article.outlet, "outlet"), (article.url, "outlet")):
        outlet = register.outlet(name) if name else None
        if outlet is not None and outlet.state_run and outlet.country in sides:
            return outlet.country, f"{what} {outlet.name} is run by the state of {outlet.country}"
    bodies = dict.fromkeys(sides, 0)
    people = dict.fromkeys(sides, 0)
    for item in statements:
        for key in [item.speaker, *(link.entity for link in item.chain)]:
            entity = entities.get(key) if key else None
            code = key if entity is not None and entity.kind == "state" else entity.country if entity else None
            if entity is not None and code in people:
                (people if entity.kind == "person" else bodies)[code] += 1
    for counted, what in ((bodies, "statements go back to its government"), (people, "statements are by its people")):
        ranked = sorted(counted, key=lambda code: (-counted[code], code))
        total = sum(counted.values())
        if total and counted[ranked[0]] > 0.6 * total:
            return ranked[0], f"{counted[ranked[0]]} of {total} {what}"
    for name in (article.agency, article.outlet, article.url):
        outlet = register.outlet(name) if name else None
        if outlet is not None and outlet.country in sides:
            return outlet.country, f"{outlet.name} is an outlet of {outlet.country}"
    return None, "no outlet, body or speaker tells whose report it is"


def readouts_of(
    event: Event,
    accounts: Sequence[Account],
    articles: Mapping[str, Article],
    statements: Mapping[str, Sequence[Statement]],
    entities: Mapping[str, Entity],
    register: Register | None = None,
) -> Readouts:
    """The readouts of one meeting. `statements`: of each article, in reading order; `register`: left out, our own."""
    register = register or load_register()
    countries = sides_of(event, entities)
    carried: dict[str | None, list[tuple[str, str]]] = {}
    for key in sorted({account.article for account in accounts}, key=lambda key: (articles[key].path, key)):
        side, reason = side_of(articles[key], statements.get(key, ()), countries, entities, register)
        carried.setdefault(side, []).append((key, reason))
    order: list[str | None] = [code for code in countries if code in carried]
    if None in carried:
        order.append(None)
    sides = tuple(_side(code, carried[code], statements) for code in order)
    owned = [side for side in sides if side.country]
    both = tuple(t for t in owned[0].topics if all(t in side.topics for side in owned)) if len(owned) > 1 else ()
    only = (
        tuple((s.country or "", tuple(t for t in s.topics if t not in both)) for s in owned) if len(owned) > 1 else ()
    )
    orders = {tuple(topic for topic in side.topics if topic in both) for side in owned}
    by_id = {item.id: item for listed in statements.values() for item in listed}
    return Readouts(
        event.id,
        tuple(dict.fromkeys((*event.sources, *event.targets))),
        level_of(event, entities, register),
        sides,
        both,
        only,
        _shared(owned, by_id, articles),
        len(orders) > 1,
    )


def _side(
    country: str | None, carried: Sequence[tuple[str, str]], statements: Mapping[str, Sequence[Statement]]
) -> Side:
    told = [item for key, _ in carried for item in statements.get(key, ()) if item.repeats is None]
    topics = dict.fromkeys(issue for item in told for issue in item.issues if issue != UNNAMED)
    return Side(country, tuple(carried), tuple(item.id for item in told), tuple(topics))


def _shared(
    owned: Sequence[Side], by_id: Mapping[str, Statement], articles: Mapping[str, Article]
) -> tuple[Point, ...]:
    if len(owned) < 2:
        return ()

    def told(side: Side) -> list[tuple[Statement, str]]:
        return [(item, _words(item, articles)) for key in side.statements if (item := by_id[key])]

    return tuple(one_point(told(owned[0]), told(owned[1])))


def _words(statement: Statement, articles: Mapping[str, Article]) -> str:
    return " … ".join(articles[statement.article].words(span) for span in statement.content)


def level_of(event: Event, entities: Mapping[str, Entity], register: Register) -> str | None:
    """The lower of the ranks that the sides' highest people hold on the day; None where an office is not known."""
    if event.date is None:
        return None
    taking_part = {*event.sources, *event.targets}
    ranks: dict[str, int] = {}
    for office in register.offices():
        for holder in register.holders(office, event.date):
            entity = entities.get(holder.person.id)
            if entity is not None and entity.country and entity.id in taking_part:
                ranks[entity.country] = min(ranks.get(entity.country, len(LEVELS)), _rank(office))
    return LEVELS[max(ranks.values())] if len(ranks) > 1 else None


def _rank(office: str) -> int:
    kind = office.partition("/")[2]
    if kind in HEADS:
        return 0
    return 1 if kind.endswith("-minister") and not kind.startswith(("deputy", "vice")) else 2
