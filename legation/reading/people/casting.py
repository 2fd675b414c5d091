"""The cast of one article: states, bodies, places and persons with every mention of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from legation.model import Article, Entity, Mention, TimeExpression
from legation.reading.cast import Cast
from legation.reading.people.actors import Actor, find_known, find_organisations
from legation.reading.people.bodies import find_bodies
from legation.reading.people.coreference import find_references
from legation.reading.people.homes import find_homes
from legation.reading.people.links import Links, link
from legation.reading.people.names import Run, find_runs
from legation.reading.people.office_finder import OfficeFinder
from legation.reading.people.offices import Office
from legation.reading.people.persons import Roster
from legation.reading.people.scene import Scene
from legation.reading.people.tokens import Tokens, tokens_of
from legation.reading.people.traces import Reference
from legation.reading.people.words import Words, load_words

if TYPE_CHECKING:
    from legation.lexicon.register import Register


@dataclass(frozen=True, slots=True)
class Stage:
    """What is found before anybody is resolved: tokens, actors, name-like runs, office phrases and their links."""

    tokens: Tokens
    actors: list[Actor]
    runs: list[Run]
    offices: list[Office]
    links: Links


def set_stage(doc: Doc, article: Article, register: Register) -> Stage:
    """The first steps that the cast and the tenures share: half of the time that either takes."""
    words = load_words()
    tokens = tokens_of(doc, article)
    known, people = find_known(tokens, article.text, register, words)
    actors = sorted([*known, *find_bodies(tokens, known, register)], key=lambda actor: (actor.first, actor.stop))
    runs = find_runs(tokens, actors, people, words, register.is_family_name)
    offices = OfficeFinder(Scene(tokens, actors, runs, words)).find()
    return Stage(tokens, actors, runs, offices, link(tokens, runs, offices, actors, words))


def find_cast(
    doc: Doc,
    article: Article,
    register: Register,
    times: Sequence[TimeExpression] = (),
    stage: Stage | None = None,
) -> Cast:
    """Who and what the article's readable blocks name, by name, title, description, metonym or pronoun.

    Mentions don't overlap. What cannot be told for sure (a surname that two persons bear, a title without a name or
    date) is left out rather than guessed. `times` are left alone: words that name a time name nobody.
    `stage` is what `set_stage` gives; without it that is done here.
    """
    words = load_words()
    stage = stage or set_stage(doc, article, register)
    tokens = stage.tokens
    roster = Roster(tokens, stage.runs, stage.links, register, words, article.published, stage.actors)
    roster.fill()
    free = [office for office in stage.offices if office.first not in stage.links.taken]
    references = list(find_references(tokens, roster, free, stage.actors, register, article.published))
    find_homes(tokens, stage.offices, roster, references, register, article.outlet)
    heads = {at for office in stage.offices for at in range(office.core, office.at + 1)}
    named = {at for naming in roster.namings for at in range(naming.first, naming.stop)}
    organisations = find_organisations(tokens, stage.actors, named | heads, words)
    portfolios = {at for office in stage.offices for at in range(office.at, office.stop)}
    actors = [actor for actor in stage.actors if not _is_portfolio(actor, portfolios, tokens, words)]
    for first, stop, state in roster.governments:
        government = register.entity(state)
        if government is not None:
            actors.append(Actor(first, stop, government, "description"))
    entities = {persona.id: persona.entity() for persona in roster.personas.values()}
    return _cast(article, tokens, actors + organisations, roster, references, entities)


def _is_portfolio(actor: Actor, inside: set[int], tokens: Tokens, words: Words) -> bool:
    """`Foreign Affairs` of `Secretary for Foreign Affairs`: no magazine of that name."""
    if actor.entity.kind != "organisation" or actor.first not in inside:
        return False
    rows = [words.not_names.get(tokens.lower[at]) for at in range(actor.first, actor.stop)]
    return all(row is not None and row.kind == "portfolio" for row in rows)


def _cast(
    article: Article,
    tokens: Tokens,
    actors: Sequence[Actor],
    roster: Roster,
    references: Sequence[Reference],
    entities: dict[str, Entity],
) -> Cast:
    """The mentions, surest first: names of persons, references to persons, then longer names before shorter ones."""
    taken: set[int] = set()
    mentions: list[Mention] = []

    def keep(first: int, stop: int, entity: str, form: str) -> None:
        if taken.isdisjoint(range(first, stop)):
            taken.update(range(first, stop))
            mentions.append(Mention(article.id, tokens.start[first], tokens.end[stop - 1], entity, form))  # type: ignore[arg-type]

    for naming in roster.namings:
        keep(naming.first, naming.stop, naming.persona.id, "name")
    for reference in references:
        keep(reference.first, reference.stop, reference.entity, reference.form)
    for actor in sorted(actors, key=lambda actor: (actor.first - actor.stop, actor.first)):
        entities.setdefault(actor.entity.id, actor.entity)
        keep(actor.first, actor.stop, actor.entity.id, actor.form)
    present = {mention.entity for mention in mentions}
    return Cast((entity for id, entity in entities.items() if id in present), mentions, dict.fromkeys(roster.repairs))
