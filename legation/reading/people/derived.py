"""Offices that follow from another person's: `his Chinese counterpart X`, `the minister will be succeeded by X`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legation.lexicon.register_names import fold
from legation.model import DateInterval, Mention, TenureRelation
from legation.reading.cast import Cast
from legation.reading.people.casting import Stage
from legation.reading.people.offices import OWNERS, POSSESSIVE, Office
from legation.reading.people.tokens import Tokens
from legation.reading.people.verbs import Clauses, appointment_of
from legation.reading.people.words import AppointmentRow, Words

if TYPE_CHECKING:
    from legation.lexicon.register import Register


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an office: whose, which phrase, in what relation, and the times that date it."""

    person: str
    office: Office
    relation: TenureRelation
    since: DateInterval | None = None
    until: DateInterval | None = None


def counterparts(
    stage: Stage, cast: Cast, told: Sequence[Telling], register: Register, on: DateInterval | None
) -> Iterator[Telling]:
    """`his Chinese counterpart, X`: X holds in China what `he` holds at home, by the text or by the register."""
    for number, offices in sorted(stage.links.of_run.items()):
        person = _person(cast, stage, stage.runs[number].first)
        for office in offices:
            if person is None or office.row.kind != "counterpart" or office.plural:
                continue
            found = _counterpart_of(office, person.entity, stage, cast, told, register, on)
            if found is not None:
                yield Telling(person.entity, found, office.relation)


def _counterpart_of(
    office: Office,
    person: str,
    stage: Stage,
    cast: Cast,
    told: Sequence[Telling],
    register: Register,
    on: DateInterval | None,
) -> Office | None:
    country = office.country or cast.entities[person].country
    owner = _owner(office, stage, cast, told)
    if owner is None or country is None or cast.entities[owner].country == country:
        return None
    home = cast.entities[owner].country
    own = [item.office for item in told if item.person == owner and item.relation == "holds"]
    posts = {register.office_of(item.title, item.country or item.body or home): item for item in own}
    held = register.posts_of(owner, on) if on is not None else ()
    kinds = {post.partition("/")[2] for post in posts if post} or {holder.office.partition("/")[2] for holder in held}
    known = {holder.office for holder in register.posts_of(person, on)} if on is not None else set()
    targets = sorted({f"{country}/{kind}" for kind in kinds if "/" not in kind})
    # A president's counterpart may be a prime minister: where the register knows better, it has the last word.
    targets = [target for target in targets if not known or target in known]
    if len(targets) != 1:
        return None
    title = register.office_title(targets[0])
    words = next((item for post, item in posts.items() if post and targets[0].endswith(post.partition("/")[2])), None)
    if words is not None and register.office_of(words.title, country) == targets[0]:
        title = words.title
    if register.office_of(title, country) != targets[0]:
        return None
    role = words or office
    return replace(office, title=title, country=country, role=role.role, row=role.row, body=None, organisation=None)


def _owner(office: Office, stage: Stage, cast: Cast, told: Sequence[Telling]) -> str | None:
    """Whose counterpart: the person of `his`, or of the name before `'s`; else the one office-holder told before."""
    tokens = stage.tokens
    for at in range(office.first, office.at):
        if tokens.lower[at] in OWNERS or (tokens.lower[at] in POSSESSIVE and at):
            mention = _person(cast, stage, at if tokens.lower[at] in OWNERS else at - 1)
            if mention is not None:
                return mention.entity
    sentence = tokens.sentence[office.at]
    near = {item.person for item in told if tokens.sentence[item.office.at] == sentence and item.office.at < office.at}
    return near.pop() if len(near) == 1 and tokens.lower[office.first] in ("his", "her") else None


def _appointing(
    clauses: Clauses, tokens: Tokens, words: Words, done: Collection[int]
) -> Iterator[tuple[int, AppointmentRow]]:
    """The verbs that tell for sure of an office taken or left, with their rows, but for those of `done`."""
    for verb in range(len(tokens)):
        row = appointment_of(verb, tokens, words)
        if row is not None and verb not in done and not clauses.is_unsure(verb):
            yield verb, row


def successions(
    stage: Stage, cast: Cast, told: Sequence[Telling], words: Words, done: Collection[int]
) -> Iterator[Telling]:
    """`Minister X will be succeeded by Y`, `the new minister, Y, took over from X`: one title tells two tenures.

    `done`: the verbs whose office is told right after them.
    """
    tokens, clauses = stage.tokens, Clauses(stage.tokens)
    beside = {item.office.at: item.person for item in told}
    for verb, row in _appointing(clauses, tokens, words, done):
        if row.subject != "succeeds":
            continue
        subject = clauses.subject(verb)
        if clauses.is_passive(verb):
            new, old = clauses.agent(verb), subject
        else:
            new, old = subject, clauses.object(verb) if row.object else clauses.giver(verb)
        people = [_whose(at, beside, cast, stage) for at in (new, old)]
        if people[0] is None or people[1] is None or people[0] == people[1]:
            continue
        offices = _offices_of(people[1], verb, told, stage, "holds")
        if len(offices) == 1:
            yield Telling(people[0], offices[0], "succeeds")
            yield Telling(people[1], offices[0], "vacates")
        elif not offices:
            fresh = [office for office in _offices_of(people[0], verb, told, stage, "holds") if office.marked]
            fresh = fresh or _new_offices(people[0], verb, told)
            # Who replaces a minister may be the one who sacks him; who succeeds him has his office.
            if not fresh and tokens.lemma(verb) != "replace":
                fresh = _offices_of(people[0], verb, told, stage, "holds")
            if len(fresh) == 1:
                yield Telling(people[1], fresh[0], "vacates")


def departures(
    stage: Stage, cast: Cast, told: Sequence[Telling], words: Words, done: Collection[int]
) -> Iterator[tuple[Telling, int]]:
    """`Minister X resigned`, `Minister X was sacked`: who leaves the office that stands beside the name, and the verb.

    `done`: the verbs whose office is told right after them.
    """
    tokens, clauses = stage.tokens, Clauses(stage.tokens)
    beside = {item.office.at: item.person for item in told}
    for verb, row in _appointing(clauses, tokens, words, done):
        leaves = "vacates" in (row.subject, row.object) and row.subject != "succeeds"
        if not leaves or clauses.is_bidden(verb):
            continue
        passive = row.object is not None and clauses.is_passive(verb)
        who = clauses.subject(verb) if row.subject is not None or passive else clauses.object(verb)
        person = _whose(who, beside, cast, stage)
        offices = _offices_of(person, verb, told, stage, "holds") if person is not None else []
        if person is not None and not offices and row.subject == "vacates":
            offices = _only_office(person, verb, told)
        if person is not None and len(offices) == 1 and not _leaves_else(verb, tokens):
            yield Telling(person, offices[0], "vacates"), verb


def _leaves_else(verb: int, tokens: Tokens) -> bool:
    """`resigned from the board`, `was removed from the list`: some other thing is left than the office."""
    for at in range(verb + 1, min(verb + 4, len(tokens) - 1)):
        if tokens.lower[at] == "from" and tokens.sentence[at] == tokens.sentence[verb]:
            return tokens.lower[at + 1] not in ("office", "his", "her", "power", "government", "cabinet")
    return False


def predecessors(stage: Stage, cast: Cast) -> Iterator[Telling]:
    """`X, his predecessor as foreign minister`: X held the office that is told after `as`."""
    following = {office.first: office for office in stage.offices}
    for number, offices in sorted(stage.links.of_run.items()):
        person = _person(cast, stage, stage.runs[number].first)
        for office in offices:
            at = office.stop
            is_as = at < len(stage.tokens) and stage.tokens.lower[at] == "as"
            told = following.get(at + 1) if is_as and office.row.kind == "succession" else None
            if person is not None and told is not None and not told.plural:
                yield Telling(person.entity, told, "held" if office.role == "predecessor" else "succeeds")


def _offices_of(
    person: str, verb: int, told: Sequence[Telling], stage: Stage, relation: TenureRelation
) -> list[Office]:
    """The offices told of somebody in the verb's sentence, those that one person at a time holds."""
    sentence = stage.tokens.sentence
    return [
        item.office
        for item in told
        if item.person == person
        and item.relation == relation
        and item.office.row.office == "yes"
        and sentence[item.office.at] == sentence[verb]
    ]


def _only_office(person: str, verb: int, told: Sequence[Telling]) -> list[Office]:
    """The one office told of somebody before: `Prime Minister X said ... X steps down.`"""
    earlier = [item for item in told if item.person == person and item.office.at < verb]
    firm = {fold(item.office.title): item.office for item in earlier if item.office.row.office == "yes"}
    here = all(item.relation == "holds" for item in earlier)
    return list(firm.values()) if here and len(firm) == 1 else []


def arrivals(
    stage: Stage, cast: Cast, told: Sequence[Telling], words: Words, done: Collection[int]
) -> Iterator[tuple[Telling, int]]:
    """`Minister X took office in May`: the office told of somebody before, and the verb, whose time is its beginning.

    `done`: the verbs whose office is told right after them.
    """
    tokens, clauses = stage.tokens, Clauses(stage.tokens)
    beside = {item.office.at: item.person for item in told}
    for verb, row in _appointing(clauses, tokens, words, done):
        if row.particle != "office" or row.subject != "holds":
            continue
        person = _whose(clauses.subject(verb), beside, cast, stage)
        offices = _offices_of(person, verb, told, stage, "holds") if person is not None else []
        if person is not None and not offices:
            offices = _only_office(person, verb, told)
        if person is not None and len(offices) == 1:
            yield Telling(person, offices[0], "holds"), verb


def _new_offices(person: str, verb: int, told: Sequence[Telling]) -> list[Office]:
    """The office to which somebody is told earlier to have come: `the newly named minister, X. She succeeds Y`."""
    earlier = [
        item for item in told if item.person == person and item.office.at < verb and item.office.row.office == "yes"
    ]
    return [item.office for item in earlier if item.relation == "named" or item.office.marked]


def _whose(at: int | None, beside: dict[int, str], cast: Cast, stage: Stage) -> str | None:
    if at is None:
        return None
    mention = _person(cast, stage, at)
    return mention.entity if mention is not None else beside.get(at)


def _person(cast: Cast, stage: Stage, at: int) -> Mention | None:
    mention = cast.at(stage.tokens.start[at])
    return mention if mention is not None and cast.entity_of(mention).kind == "person" else None
