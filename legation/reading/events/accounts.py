"""The accounts of one article: every trigger read, tellings of one event joined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from legation.model import Account, Article, DateInterval, Span, Statement, TimeExpression
from legation.reading.cast import Cast
from legation.reading.events.account_ids import account_id
from legation.reading.events.actors import Actors
from legation.reading.events.announcers import IsOfficial, with_announcer
from legation.reading.events.antecedents import Antecedents
from legation.reading.events.askers import with_askers
from legation.reading.events.background import is_alluded_to, is_background, is_past, own_words, with_told_targets
from legation.reading.events.candidates import Candidate, find_candidates
from legation.reading.events.clauses import VERBAL, agent, is_passive, is_reciprocal, lemma_of
from legation.reading.events.contexts import contexts_of
from legation.reading.events.dates import TimeOf, day_of, without_since
from legation.reading.events.deciding import decided
from legation.reading.events.echoes import Restated, with_echoes
from legation.reading.events.mood import is_performed
from legation.reading.events.nearby import with_nearby_target
from legation.reading.events.norms import norm_of
from legation.reading.events.opposites import with_opposite
from legation.reading.events.party_words import carrier
from legation.reading.events.places import place_of
from legation.reading.events.relation import RelationModel
from legation.reading.events.retold import (
    aimed_at,
    destination_before,
    occasion,
    retold,
    with_hosts,
    with_imposer,
    with_maker,
)
from legation.reading.events.roles import Roles, roles_of
from legation.reading.events.sides import with_both_sides, without_outlet
from legation.reading.events.status import Reality, reality_of
from legation.reading.events.tables import EventTables, LabelRow, words_of
from legation.reading.events.tellings import join_tellings

_OWN = frozenset({"nsubj", "nsubjpass", "dobj"})
"""A noun in these places has its verb's status for its own: `cancelled the trip`, `the visit could be ...`."""
_FOLLOWING = frozenset({"next", "second", "third", "fourth", "fifth", "sixth", "further", "new"})
"""Adjectives of a meeting that follows on others."""
_OUTSIDE = frozenset({"advcl", "ccomp", "parataxis", "conj", "cc", "punct", "relcl", "mark", "prepc"})


PlaceOf = Callable[[Doc, int, int, Cast], str | None]


def _nobody(name: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class EventTools:
    """What event reading needs besides the article: its tables, and how to date and place an event."""

    tables: EventTables
    time_of: TimeOf
    place_of: PlaceOf
    is_official: IsOfficial = _nobody


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a trigger is read against: the article, what is known of it and the events told so far."""

    article: Article
    actors: Actors
    statements: Sequence[Statement]
    times: Sequence[TimeExpression]
    tools: EventTools
    past: Antecedents


@dataclass(frozen=True, slots=True)
class _Draft:
    """An event as far as it is read."""

    candidate: Candidate
    label: LabelRow
    code: str | None
    inside: Statement | None
    """The statement that tells it."""
    roles: Roles
    reality: Reality
    day: DateInterval | None = None


def find_accounts(
    doc: Doc,
    article: Article,
    cast: Cast,
    statements: Sequence[Statement],
    times: Sequence[TimeExpression],
    tools: EventTools,
    relation: RelationModel | None = None,
) -> list[Account]:
    """The events that an article tells, in reading order; an event told several times is one account.

    An account has at least one resolved participant; actors that the text leaves out stay missing. `relation` decides
    between the codes of an ambiguous trigger; without it the table's word stands.
    """
    actors = Actors(doc, cast)
    past = Antecedents(tools.tables.told_again)
    scene = _Scene(article, actors, statements, times, tools, past)
    for sighted in find_candidates(doc, cast, tools.tables):
        candidate = decided(sighted, relation)
        account = _account(candidate, scene)
        if account is not None:
            past.add(candidate.token, account)
            if candidate.trigger.label.frame in ("mutual", "speech"):
                actors.note_pair(candidate.span.start, (*account.sources, *account.targets))
    told = with_echoes(doc, past.told, actors, tools.tables.status_of, lambda verb: _restated(verb, scene))
    told = with_askers(doc, told, actors, tools.tables.triggers)
    return join_tellings(with_told_targets(told), actors.country)


def _restated(verb: Token, scene: _Scene) -> Restated:
    """When and where an act is told that points to another's."""
    span = Span(verb.idx, verb.idx + len(verb))
    inside, clause = _statement_with(span, scene.statements), evidence_of(verb)
    return Restated(
        day_of(verb, span, scene.times, scene.article, scene.tools.time_of, happened=True),
        inside.id if inside is not None else None,
        Span(min(clause.start, span.start), max(clause.end, span.end)),
    )


def _account(candidate: Candidate, scene: _Scene) -> Account | None:
    """The account of one trigger; None where it tells nothing, or tells again what was told before."""
    draft: _Draft | None = _drafted(candidate, scene)
    for step in (_as_enacted, _dated, _as_first_told):
        draft = step(draft, scene) if draft is not None else None
    if draft is None:
        return None
    draft = replace(draft, roles=_completed(candidate, draft.label, draft.roles, scene.past, scene.actors))
    return _told(draft, scene) if _says_something(draft, scene) else None


def _drafted(candidate: Candidate, scene: _Scene) -> _Draft:
    """Who, to whom and whether, by the trigger's clause and the statement that tells it."""
    token, label = candidate.token, candidate.trigger.label
    inside = _statement_with(candidate.span, scene.statements)
    roles = _told_roles(candidate, inside, scene.article, scene.actors, scene.statements)
    reality = reality_of(token, scene.tools.tables.status_of, decreed=label.label in words_of("decreed"))
    if label.frame == "speech" and reality.status in ("planned", "hypothetical") and is_performed(token):
        reality = replace(reality, status="actual")
    if inside is not None and reality.status in ("actual", "planned"):
        roles = with_announcer(candidate, roles, inside.speaker, scene.actors, scene.tools.is_official)
    return _Draft(candidate, label, candidate.trigger.code, inside, roles, reality)


def _as_enacted(draft: _Draft, scene: _Scene) -> _Draft | None:
    """An act that a law provides for is as real as the enacting, and the maker's; None where nobody enacts it."""
    norm = norm_of(draft.candidate.token)
    if norm is None:
        return draft
    if norm.enacted is not None:
        roles = Roles(draft.roles.sources or scene.actors.of(norm.maker), draft.roles.targets)
        return replace(draft, roles=roles, reality=reality_of(norm.enacted, scene.tools.tables.status_of))
    return draft if draft.reality.status != "actual" and draft.roles.sources else None


def _dated(draft: _Draft, scene: _Scene) -> _Draft:
    """With its day; what lies ahead is planned, and what is wished has no day that is past."""
    token, article, reality = draft.candidate.token, scene.article, draft.reality
    # "The first visit since 2018" was not in 2018; sanctions since 2018 began then.
    dating = without_since(scene.times, article) if draft.label.code == "CONSULT" else scene.times
    happened = reality.status in ("actual", "denied")
    day = day_of(token, draft.candidate.span, dating, article, scene.tools.time_of, happened=happened)
    if reality.status == "actual" and not _is_told_as_past(token) and _lies_ahead(day, article):
        reality = replace(reality, status="planned")
    wished = reality.status == "called-for" or (reality.status == "hypothetical" and token.dep_ != "ROOT")
    if wished and day is not None and is_past(day, article):
        # "On Monday Holm urged him to leave": the urging was on Monday.
        day = None
    return replace(draft, reality=reality, day=day)


def _as_first_told(draft: _Draft, scene: _Scene) -> _Draft | None:
    """With the name and parties of the event that its noun points back to; None where it only tells that again."""
    token, day = draft.candidate.token, draft.day
    before = retold(draft.candidate, draft.roles, scene.past, scene.actors)
    if before is None or not (day is None or before.date is None or day.meets(before.date)):
        return draft
    evidence = _evidence(draft.candidate)
    old = is_background(token, day, scene.article, own_words(token, evidence), scene.times) and not before.historical
    again = draft.reality.status == "actual" and not old
    if again:
        scene.past.tell_again(before, evidence, day)
    if again or token.dep_ not in _OWN:
        # "was not invited to the meeting" says nothing of the meeting.
        return None
    label = scene.tools.tables.labels[before.label]
    return replace(draft, label=label, code=before.code, roles=Roles(before.sources, before.targets))


def _says_something(draft: _Draft, scene: _Scene) -> bool:
    """Whether it tells an event of its own."""
    roles, status = draft.roles, draft.reality.status
    if not _worth_telling(draft.candidate, roles, scene.actors):
        return False
    if status == "hypothetical" and draft.label.frame == "speech" and _is_free_to(draft.candidate.token):
        return False
    if status == "planned" and _is_content(draft.candidate.token, draft.label, roles, scene.past):
        return False
    # "asked for the ban to be lifted": by whom, the asking says itself.
    return status != "called-for" or draft.label.frame != "act" or bool(roles.sources and roles.targets)


def _is_free_to(verb: Token) -> bool:
    """`Norland can ask for a panel`: nobody has asked, nor is it said that anybody might."""
    return any(one.dep_ == "aux" and one.lower_ == "can" for one in verb.children)


def _told(draft: _Draft, scene: _Scene) -> Account:
    """The account that the draft makes; where it has no day, that of the occasion it belongs to."""
    candidate, label, roles, day, article = draft.candidate, draft.label, draft.roles, draft.day, scene.article
    token = candidate.token
    if day is None:
        during = occasion(token, scene.past)
        day = during.date if during is not None else None
    evidence = _evidence(candidate)
    sure = 0.5 + 0.2 * bool(roles.sources) + 0.2 * bool(roles.targets)
    return Account(
        id=account_id(article.id, label.label, *candidate.span),
        article=article.id,
        code=draft.code,
        mode=label.mode,
        contexts=contexts_of(label, article.words(evidence)),
        label=label.label,
        sources=roles.sources,
        targets=roles.targets,
        date=day,
        place=scene.tools.place_of(token.doc, candidate.span.start, candidate.span.end, scene.actors.cast),
        status=draft.reality.status,
        historical=is_background(token, day, article, own_words(token, evidence), scene.times)
        or is_alluded_to(token, label.label, day),
        said_by=draft.inside.id if draft.inside is not None else None,
        trigger=candidate.span,
        evidence=(evidence,),
        confidence=round(sure, 2),
        alleged=draft.reality.alleged,
    )


def _told_roles(
    candidate: Candidate,
    inside: Statement | None,
    article: Article,
    actors: Actors,
    statements: Sequence[Statement],
) -> Roles:
    """Who acts on whom by the event's own clause and by who speaks; `inside`: the statement that tells it."""
    token, label = candidate.token, candidate.trigger.label
    cue = _statement_cued(candidate.span, statements)
    own = token.pos_ not in VERBAL or not _is_another(agent(token))
    speaker = (cue.speaker if cue is not None else None) or (inside.speaker if inside is not None and own else None)
    if label.label == "publication" or label.frame == "interview":
        speaker = speaker or _speaker_nearby(token, statements)
    roles = roles_of(candidate, actors, speaker if label.frame in ("speech", "interview") else None)
    if inside is not None and inside.speaker is not None:
        roles = _first_person(candidate, roles, inside.speaker, actors)
    if label.label == "publication" and not roles.sources and speaker is not None:
        roles = Roles((speaker,), roles.targets)
    if label.frame == "mutual":
        roles = _with_same_sides(token, with_both_sides(token, roles, actors.cast), actors)
    own_telling = label.frame in ("interview", "act") and label.code is None
    return roles if own_telling else without_outlet(roles, article)


def _completed(candidate: Candidate, label: LabelRow, roles: Roles, past: Antecedents, actors: Actors) -> Roles:
    """The roles with what the words around the clause and the events told before say of hosts, goals and targets."""
    token = candidate.token
    if label.label == "attendance":
        roles = with_hosts(candidate, roles, past, actors)
    if label.frame == "travel" and not roles.targets:
        roles = Roles(roles.sources, _arrived_in(candidate, roles, actors))
    if label.label == "visit" and not roles.targets:
        roles = Roles(roles.sources, destination_before(token, roles, past, actors))
    if label.frame == "act":
        roles = with_maker(candidate, roles, past)
    if label.frame == "speech" or label.label == "lawsuit" or label.code == "SANCTION":
        roles = aimed_at(candidate, roles, past, actors)
    if label.label == "sanctions-lifted":
        roles = with_imposer(candidate, roles, past, actors)
    roles = with_opposite(label, token, roles, past, actors)
    mutual = label.frame == "speech" and len(roles.sources) > 1 and token.pos_ in VERBAL and is_reciprocal(token)
    return Roles(roles.sources, roles.sources) if mutual else with_nearby_target(label, token, roles, actors)


def _arrived_in(candidate: Candidate, roles: Roles, actors: Actors) -> tuple[str, ...]:
    """The foreign state in which a journey without a goal takes place: `is due in Oslo for a two-day visit`."""
    own = {actors.country(name) for name in roles.sources}
    place = place_of(candidate.token, actors)
    state = actors.country(place) if place is not None else None
    return (state,) if state is not None and own and state not in own else ()


def _with_same_sides(token: Token, roles: Roles, actors: Actors) -> Roles:
    """`The next round`, `the second meeting`, with nobody named: between the two who met before."""
    follows = any(one.lower_ in _FOLLOWING for one in token.children if one.dep_ == "amod")
    if roles.sources or roles.targets or token.pos_ in VERBAL or not follows:
        return roles
    pair = tuple(actors.pair_before(token, ()))
    return Roles(pair, pair)


def _is_told_as_past(token: Token) -> bool:
    """`Met`, `was met`, `has met`; `is expected on Monday` is not."""
    present = any(one.dep_ == "auxpass" and one.tag_ in ("VBZ", "VBP") for one in token.children)
    return token.tag_ == "VBD" or (token.tag_ == "VBN" and not present)


def _lies_ahead(day: DateInterval | None, article: Article) -> bool:
    """Whether the day comes after publication: `Holm visits Norland next week`."""
    published = article.published
    if day is None or day.earliest is None or published is None or published.latest is None:
        return False
    return day.earliest > published.latest


def _evidence(candidate: Candidate) -> Span:
    clause = evidence_of(candidate.token)
    return Span(min(clause.start, candidate.span.start), max(clause.end, candidate.span.end))


def _statement_with(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The innermost statement whose content holds the words."""
    holding = [
        (part.end - part.start, at)
        for at, statement in enumerate(statements)
        if statement.repeats is None
        for part in statement.content
        if part.holds(span)
    ]
    return statements[min(holding)[1]] if holding else None


def _statement_cued(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement that the words introduce."""
    return next((one for one in statements if one.cue is not None and one.cue.overlaps(span)), None)


def _first_person(candidate: Candidate, roles: Roles, speaker: str, actors: Actors) -> Roles:
    """`We have sent doctors`: the speaker's state acts; `I met Holm`: the speaker does."""
    frame = candidate.trigger.label.frame
    doer = _doer(candidate.token)
    own = doer is not None and doer.lower_ == "i" and frame in ("mutual", "travel", "act")
    if own and speaker not in roles.sources:
        sources = (speaker, *roles.sources)
        return Roles(sources, sources if frame == "mutual" else roles.targets)
    ours = doer is not None and doer.lower_ == "we"
    side = actors.side(speaker)
    if ours and frame == "mutual" and len(roles.sources) == 1 and side not in actors.sides(roles.sources):
        sides = (side, *roles.sources)
        return Roles(sides, sides)
    if roles.sources or frame in ("speech", "mutual", "undergo"):
        return roles
    return Roles((side,), roles.targets) if ours else roles


def _doer(token: Token) -> Token | None:
    """Who does it, by a verb or by the verb that carries a noun: `we are having talks`."""
    if token.pos_ in VERBAL:
        return agent(token)
    verb = carrier(token)
    return agent(verb) if verb is not None and lemma_of(verb) in words_of("conducting") else None


def _is_another(doer: Token | None) -> bool:
    """`You may ask Norland`, `many states have called on Norland`: it is not the speaker who does it."""
    return doer is not None and (doer.lower_ in ("you", "they", "it") or doer.tag_ in ("NNS", "NNPS"))


def _speaker_nearby(token: Token, statements: Sequence[Statement]) -> str | None:
    """The speaker of a statement cued in the same sentence: `In an interview with ..., Holm said`."""
    start, end = token.sent.start_char, token.sent.end_char
    return next(
        (one.speaker for one in statements if one.speaker and one.cue is not None and start <= one.cue.start < end),
        None,
    )


def _is_content(token: Token, label: LabelRow, roles: Roles, past: Antecedents) -> bool:
    """`is ready to invite`: the plan is what the readiness says, of the same code and by the same party.

    What two agree to do is their agreement (`agreed to ease the curbs`), a meeting that they agree on one to come.
    """
    told = past.by(token.head) if token.dep_ == "xcomp" else None
    if told is None:
        return False
    if told.label == "agreement" and (label.code != "CONSULT" or label.label == "channel-opened"):
        return set(roles.sources) <= set(told.sources)
    return told.code == label.code and told.sources == roles.sources


def _worth_telling(candidate: Candidate, roles: Roles, actors: Actors) -> bool:
    """Somebody is known; a speech act is aimed at a foreign party; a meeting or agreement has a side."""
    if not roles.sources and not roles.targets:
        return False
    frame = candidate.trigger.label.frame
    if frame == "speech":
        own = actors.sides(roles.sources)
        each_other = len(own) > 1 and roles.targets == roles.sources
        return (bool(actors.foreign(roles.targets, own)) and bool(roles.sources)) or each_other
    if frame == "mutual" and candidate.token.pos_ in VERBAL and len(roles.sources) < 2:
        # "an envoy I met": the reporter is no side.
        doer = agent(candidate.token)
        if doer is None and is_passive(candidate.token):
            # "Norland's attack must be met with unity"
            return False
        return doer is None or doer.lower_ != "i"
    if frame == "mutual" and candidate.token.pos_ not in VERBAL:
        # A meeting of one says nothing, unless the one is many: "the summit of the EU".
        placed = candidate.token.dep_ in ("dobj", "conj", "pobj", "nsubjpass")
        return len(roles.sources) >= 2 or (placed and any(actors.is_many(name) for name in roles.sources))
    return True


def evidence_of(token: Token) -> Span:
    """The clause (or phrase) of a trigger: it with its subject, objects and circumstances, no deeper clause."""
    words = list(_clause(token))
    while words and (words[0].is_punct or words[0].is_space):
        words = words[1:]
    while words and (words[-1].is_punct or words[-1].is_space):
        words = words[:-1]
    if not words:
        return Span(token.idx, token.idx + len(token))
    return Span(words[0].idx, words[-1].idx + len(words[-1]))


def _clause(token: Token) -> Iterator[Token]:
    inside = {token.i}
    for one in token.children:
        if one.dep_ not in _OUTSIDE:
            inside.update(deeper.i for deeper in one.subtree)
    # A gap would make the span hold words that are not the clause's: only the unbroken run around the trigger counts.
    first = last = token.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    yield from token.doc[first : last + 1]
