"""States, bodies and places of a text, by the register's names and by the shape of an organisation's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from legation.lexicon.register_names import fold, slug
from legation.model import Entity
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

if TYPE_CHECKING:
    from legation.lexicon.register import Register
    from legation.lexicon.register_values import NamedKind, Phrase

Form = Literal["name", "title", "description", "pronoun", "metonym"]

_LOCATING = frozenset(
    {"in", "at", "near", "outside", "around", "across", "from", "through", "via", "inside", "into", "toward",
     "towards", "throughout"}
)  # fmt: skip
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_INSIDE = frozenset({"of", "for", "'s", "’s", "&", "the"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, body or place by token numbers; `adjective` marks a demonym such as `Chinese`."""

    first: int
    stop: int
    entity: Entity
    form: Form
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A register person's name met in the text, with everybody of the register whom it may name."""

    first: int
    stop: int
    ids: tuple[str, ...]
    surname: bool = False
    """The words are a family name without a given name: `Amir-Abdollahian`."""


def find_known(tokens: Tokens, text: str, register: Register, words: Words) -> tuple[list[Actor], list[KnownPerson]]:
    """What the register knows by name, in reading order. Photo credits are left out."""
    begins = {place: at for at, place in enumerate(tokens.start)}
    ends = {place: at + 1 for at, place in enumerate(tokens.end)}
    wider = _inner_tokens(tokens, words)
    actors: list[Actor] = []
    people: list[KnownPerson] = []
    for found in register.scanner.scan(text):
        first, stop = begins.get(found.start), ends.get(found.end)
        if first is None or stop is None or stop <= first or tokens.credit[first] or not tokens.kind[first]:
            continue
        by_kind = {phrase.kind: phrase for phrase in reversed(found.names)}
        if "body" in by_kind and "state" not in by_kind and _is_cut_off(tokens, first, actors, words):
            continue
        if stop == first + 1 and _is_given_name(tokens, first, words):
            continue
        newer = first > 0 and tokens.text[first - 1] == "New"
        if (first in wider or newer) and any(phrase.kind == "state" for phrase in found.names):
            continue
        people_ids = tuple(phrase.id for phrase in found.names if phrase.kind == "person")
        if people_ids and "state" not in by_kind and "body" not in by_kind:
            name = fold(found.words)
            surname = all(fold(register.people[id].family) == name for id in people_ids)
            people.append(KnownPerson(first, stop, people_ids, surname))
            continue
        actor = _actor_of(tokens, first, stop, by_kind, register)
        if actor is not None and not (actor.entity.kind == "place" and _is_surname(actor, tokens, people, register)):
            actors.append(actor)
    return actors, people


def _is_surname(actor: Actor, tokens: Tokens, people: Sequence[KnownPerson], register: Register) -> bool:
    """`Secretary Austin`, `Austin said`: a place that bears an office-holder's name is one where the words say so."""
    first, stop = actor.first, actor.stop
    token = tokens.parsed[first]
    inside = token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
    if inside or not register.is_family_name(tokens.words(first, stop)):
        return inside
    before = tokens.lower[first - 1] if first else ""
    after = tokens.text[stop : stop + 2]
    if len(after) == 2 and after[0] in (",", "-") and (after[1] == "based" or register.place(after[1]) is not None):
        return False
    met = any(tokens.text[person.stop - 1] == tokens.text[first] for person in people)
    return before not in _LOCATING or (before == "from" and met)


def _is_cut_off(tokens: Tokens, first: int, actors: Sequence[Actor], words: Words) -> bool:
    """`Democratic Party` of `Liberal Democratic Party`: the name of another body goes on to the left."""
    before = first - 1
    if before < 0 or tokens.kind[first] == "headline" or tokens.sentence[before] != tokens.sentence[first]:
        return False
    if not tokens.text[before][0].isupper() or tokens.pos[before] not in ("PROPN", "ADJ"):
        return False
    if before == 0 or tokens.sentence[before - 1] != tokens.sentence[before]:
        return False
    lower = tokens.lower[before]
    row = words.not_names.get(lower)
    common = lower in words.roles or lower in words.titles or lower in words.marks or (row and row.kind == "calendar")
    return not common and not (actors and actors[-1].stop == first)


def _is_given_name(tokens: Tokens, at: int, words: Words) -> bool:
    """`Chad` of `Chad Holm`, `Gao` of `Mr Gao`: a person's name, no state or place."""
    after = at + 1
    if at and tokens.lower[at - 1].rstrip(".") in words.titles:
        return True
    listed = tokens.text[at] in words.given or tokens.text[at] in words.family_first
    if not listed or after >= len(tokens) or not tokens.text[after][:1].isupper():
        return False
    lower = tokens.lower[after]
    common = lower in words.not_names or lower in words.roles or lower in words.titles
    near = tokens.sentence[after] == tokens.sentence[at]
    return near and not common and tokens.pos[after] in ("PROPN", "NOUN", "X", "ADJ")


def _inner_tokens(tokens: Tokens, words: Words) -> set[int]:
    """Tokens inside a longer name of a place: `Mexico` of `New Mexico`, `Mongolia` of `Inner Mongolia`."""
    inner: set[int] = set()
    for entity in tokens.doc.ents:
        if entity.label_ in ("GPE", "LOC") and len(entity) > 1:
            first = tokens.place.get(entity.start)
            row = words.not_names.get(tokens.lower[first]) if first is not None else None
            if row is not None and row.kind == "calendar":
                # "In May Norway expelled ..."
                continue
            if first is not None and tokens.text[first][0].isupper() and tokens.lower[first] != "the":
                inner.update(range(first + 1, first + len(entity)))
    return inner


def _actor_of(
    tokens: Tokens, first: int, stop: int, by_kind: Mapping[NamedKind, Phrase], register: Register
) -> Actor | None:
    """The actor that a known phrase names here: a capital after `in` is the city, elsewhere its government."""
    located = first > 0 and tokens.lower[first - 1] in _LOCATING
    place = by_kind.get("place")
    kinds: tuple[NamedKind, ...] = ("state", "body")
    for kind in kinds:
        phrase = by_kind.get(kind)
        if phrase is None or (phrase.form == "metonym" and place is not None and located):
            continue
        entity = register.entity(phrase.id)
        if entity is not None:
            adjective = phrase.form == "demonym"
            form: Form = "metonym" if phrase.form == "metonym" else "description" if adjective else "name"
            return Actor(first, stop, entity, form, adjective)
    if place is not None:
        known = register.place(place.id)
        country = known.country if known is not None else None
        return Actor(first, stop, Entity(slug(place.id), "place", place.id, country), "name")
    if "outlet" in by_kind:
        # "Chinese Foreign Ministry" is a body that publishes too.
        body = next((one for one in register.named(tokens.words(first, stop)) if one.kind == "organisation"), None)
        if body is not None:
            return Actor(first, stop, body, "name")
        name = by_kind["outlet"].id
        return Actor(first, stop, Entity(slug(name), "organisation", name), "name")
    return None


def find_organisations(tokens: Tokens, actors: Sequence[Actor], taken: Set[int], words: Words) -> list[Actor]:
    """Organisations that the register lacks: capitalised runs with a word such as University or Institute in them.

    A run of NER's alone is not believed: the small model calls surnames organisations.
    """
    countries = {at: actor.entity.country for actor in actors for at in range(actor.first, actor.stop)}
    covered = {at for actor in actors if not actor.adjective for at in range(actor.first, actor.stop)} | taken
    found: list[Actor] = []
    at = 0
    while at < len(tokens):
        if not _opens_organisation(tokens, at) or at in covered:
            at += 1
            continue
        stop = _organisation_end(tokens, at, covered)
        heads = [words.not_names.get(tokens.lower[place]) for place in range(at, stop)]
        if stop - at >= 2 and any(row is not None and row.kind == "organisation" for row in heads):
            name = tokens.words(at, stop)
            country = next((countries[place] for place in range(at, stop) if countries.get(place)), None)
            found.append(Actor(at, stop, Entity(slug(name), "organisation", name, country), "name"))
        at = max(stop, at + 1)
    return found


def _opens_organisation(tokens: Tokens, at: int) -> bool:
    return tokens.text[at][:1].isupper() and tokens.pos[at] in _NAMING and not tokens.credit[at]


def _organisation_end(tokens: Tokens, at: int, covered: set[int]) -> int:
    """Where the capitalised run that begins at `at` ends; `of`, `for`, `and`, `the` and `'s` may stand inside it."""
    stop, last = at, at
    while stop < len(tokens) and stop - at < 14 and tokens.block[stop] == tokens.block[at]:
        if tokens.text[stop][:1].isupper() and tokens.pos[stop] in _NAMING and stop not in covered:
            stop += 1
            last = stop
        elif tokens.lower[stop] in _INSIDE and stop > at:
            stop += 1
        else:
            break
    return last
