"""Who holds, held, is named to or leaves which office, as one article tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from legation.lexicon.register_names import fold
from legation.model import Article, DateInterval, Mention, Tenure, TenureRelation, TimeExpression
from legation.reading.cast import Cast
from legation.reading.people.casting import Stage, set_stage
from legation.reading.people.derived import Telling, arrivals, counterparts, departures, predecessors, successions
from legation.reading.people.offices import OWNERS, Office
from legation.reading.people.tokens import Tokens
from legation.reading.people.verbs import Change, find_changes
from legation.reading.people.words import Words, load_words
from legation.reading.times.calendar import month_interval

if TYPE_CHECKING:
    from legation.lexicon.register import Register


def find_tenures(
    doc: Doc,
    article: Article,
    cast: Cast,
    register: Register,
    times: Sequence[TimeExpression] = (),
    stage: Stage | None = None,
) -> list[Tenure]:
    """The offices that the article tells of the persons of its cast, in reading order.

    One row for each person, office and relation: the first telling, in its fullest words. An office that is well
    known but not told is left out. `stage` is what `set_stage` gives; without it that is done here.
    """
    words = load_words()
    stage = stage or set_stage(doc, article, register)
    changes = list(find_changes(stage.tokens, stage.offices, words))
    tellings = [*_beside_names(stage, cast), *_by_verbs(stage, cast, changes, times)]
    tellings += successions(stage, cast, tellings, words, {change.at for change in changes})
    tellings += counterparts(stage, cast, tellings, register, article.published)
    tellings += predecessors(stage, cast)
    gone = departures(stage, cast, tellings, words, {change.at for change in changes})
    tellings += [replace(item, until=_time_at(verb, stage.tokens, times)) for item, verb in gone]
    come = arrivals(stage, cast, tellings, words, {change.at for change in changes})
    tellings += [replace(item, since=_time_at(verb, stage.tokens, times)) for item, verb in come]
    tellings += _by_address(stage, cast, words)
    tellings.sort(key=lambda telling: telling.office.at)
    dated = (_dated(telling, stage.tokens, times) for telling in tellings if counts(telling.office, words))
    told = (_tenure(telling, article, stage.tokens, cast, register) for telling in dated)
    return _once_each(told)


def counts(office: Office, words: Words) -> bool:
    """Whether the phrase names an office: an expert or member only with an organisation, a citizen never."""
    bare = office.title == office.role and office.country is None and office.body is None
    if bare and office.article is not None and office.row.kind in ("speaker", "head", "military", "law"):
        return False
    if office.row.kind == "leader" and (office.country is not None or _leads_group(office, words)):
        return True
    return office.row.office == "yes" or (
        office.row.office == "affiliated" and (office.organisation is not None or office.body is not None)
    )


def _leads_group(office: Office, words: Words) -> bool:
    """`Senate Majority Leader`, `House Republican leader`: the title names the house or the party."""
    rows = (words.not_names.get(word) for word in fold(office.title).split())
    return any(row is not None and row.kind == "organisation" for row in rows)


def _beside_names(stage: Stage, cast: Cast) -> Iterator[Telling]:
    for number, offices in sorted(stage.links.of_run.items()):
        run = stage.runs[number]
        mention = cast.at(stage.tokens.start[run.first])
        if mention is None or cast.entity_of(mention).kind != "person":
            continue
        for office in offices:
            yield Telling(mention.entity, office, office.relation)


def _by_address(stage: Stage, cast: Cast, words: Words) -> Iterator[Telling]:
    """`Sen. Holm`, `Gov. Lund`: forms of address that are short for an office."""
    tokens = stage.tokens
    for run in stage.runs:
        mention = cast.at(tokens.start[run.first])
        at = run.first - 1 - (run.first > 1 and tokens.text[run.first - 1] == ".")
        row = words.titles.get(tokens.lower[at].rstrip(".")) if at >= 0 else None
        if row is None or row.office is None or mention is None or cast.entity_of(mention).kind != "person":
            continue
        role = words.roles[row.office]
        office = Office(at, at, at, run.first, role.role, role, "holds", row.office.title())
        yield Telling(mention.entity, office, office.relation)


def _by_verbs(
    stage: Stage, cast: Cast, changes: Sequence[Change], times: Sequence[TimeExpression]
) -> Iterator[Telling]:
    for change in changes:
        for at, relation in change.persons:
            mention = _person_at(at, stage.tokens, cast)
            if mention is not None:
                when = _time_at(change.at, stage.tokens, times)
                since = when if relation in ("named", "holds", "succeeds") else None
                until = when if relation == "vacates" else None
                yield Telling(mention.entity, change.office, relation, since, until)


def _person_at(at: int, tokens: Tokens, cast: Cast) -> Mention | None:
    mention = cast.at(tokens.start[at])
    return mention if mention is not None and cast.entity_of(mention).kind == "person" else None


def _time_at(verb: int, tokens: Tokens, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The one time told in the sentence of the verb; none where several are."""
    sentence = tokens.sentence[verb]
    first = last = verb
    while first > 0 and tokens.sentence[first - 1] == sentence:
        first -= 1
    while last + 1 < len(tokens) and tokens.sentence[last + 1] == sentence:
        last += 1
    inside = [
        time
        for time in times
        if tokens.start[first] <= time.span.start < tokens.end[last]
        and time.interval is not None
        and time.kind in ("DATE", "TIME")
    ]
    return inside[0].interval if len(inside) == 1 else None


def _dated(telling: Telling, tokens: Tokens, times: Sequence[TimeExpression]) -> Telling:
    """The telling with the times right after the office: `since 2013`, `from 2013 to 2019`, `until May`."""
    starting = {time.span.start: time for time in times if time.interval is not None and time.kind == "DATE"}
    at, since, until = telling.office.stop, telling.since, telling.until
    if until is None:
        until = _time_before(telling.office.first, tokens, times)
    for _ in range(3):
        if at + 1 < len(tokens) and tokens.text[at] == ",":
            at += 1
        time = starting.get(tokens.start[at + 1]) if at + 1 < len(tokens) else None
        if time is None:
            break
        if tokens.lower[at] in ("since", "from", "between") and since is None:
            since = time.interval
            until = until or (time.interval if _is_range(time) else None)
        elif tokens.lower[at] in ("until", "till", "to", "and") and until is None:
            until = time.interval
        else:
            break
        while at < len(tokens) and tokens.start[at] < time.span.end:
            at += 1
    if since is not None and until is not None and (since.earliest, since.latest) == (until.earliest, until.latest):
        since, until = _ends(since)
    return replace(telling, since=since, until=until)


def _time_before(first: int, tokens: Tokens, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The time of `until last week Norway's foreign minister`."""
    ends = tokens.end[first - 1] if first else 0
    time = next((time for time in times if time.span.end == ends and time.kind == "DATE"), None)
    at = first - 1
    while time is not None and at > 0 and tokens.start[at] >= time.span.start:
        at -= 1
    return time.interval if time is not None and tokens.lower[at] == "until" else None


def _is_range(time: TimeExpression) -> bool:
    """Whether the words name a stretch by its two ends: `2013 to 2017`, `2013 and 2017`."""
    return re.search(r"\s(?:to|until|till|and|through)\s|[-–—]", time.words) is not None


def _ends(interval: DateInterval) -> tuple[DateInterval | None, DateInterval | None]:
    """The first and the last year, month or day of a stretch, each as precise as the stretch."""
    if interval.earliest is None or interval.latest is None:
        return None, None
    return _around(interval.earliest, interval), _around(interval.latest, interval)


def _around(day: date, of: DateInterval) -> DateInterval | None:
    """The day itself, or the month or year that it lies in."""
    if of.precision == "year":
        return month_interval(day.year, 1, 12, "year", of.basis)
    if of.precision == "month":
        return month_interval(day.year, day.month, 1, "month", of.basis)
    return DateInterval(day, day, of.precision, of.basis)


def _tenure(telling: Telling, article: Article, tokens: Tokens, cast: Cast, register: Register) -> Tenure:
    office, entity = telling.office, cast.entities[telling.person]
    told = office.country or _country_of_owner(office, tokens, cast)
    country = told or (entity.country if office.body is None else None)
    owner = told or office.body or entity.country
    post = _post_of(office.title, owner, register) or _known_post(office, telling.person, article.published, register)
    if post is not None and post.partition("/")[0] not in register.states:
        # The head of a body serves no state.
        country = told
    start, end = tokens.start[office.first], tokens.end[office.stop - 1]
    return Tenure(
        person=telling.person,
        office=office.title,
        organisation=office.organisation,
        country=country,
        relation=_relation(telling, article.published),
        since=telling.since,
        until=telling.until,
        article=article.id,
        start=start,
        end=end,
        words=article.text[start:end],
        post=post,
    )


def _relation(telling: Telling, published: DateInterval | None) -> TenureRelation:
    """Held where the time told is over on the article's day, named where it has not begun."""
    today = published.earliest if published is not None else None
    last = telling.until.latest if telling.until is not None else None
    first = telling.since.earliest if telling.since is not None else None
    if telling.relation != "holds" or today is None:
        return telling.relation
    if last is not None and last < today:
        return "held"
    return "named" if first is not None and published and published.latest and first > published.latest else "holds"


def _post_of(title: str, owner: str | None, register: Register) -> str | None:
    """The register's office; a special envoy's only where the title tells for what."""
    # A body's organ is the body's own: the president of the European Commission is the EU's.
    post = register.office_of(title, owner)
    if post is None and owner not in register.states:
        post = register.office_of(title, None)
    if post is not None and "/special-envoy/" in post:
        told = fold(title).replace(" ", "-")
        return post if post.rpartition("/")[2].lower() in told else None
    return post


def _known_post(office: Office, person: str, on: DateInterval | None, register: Register) -> str | None:
    """The register's post of that person on the day, where its title is the one told: `Secretary General X`."""
    if office.country is not None or office.body is not None or on is None or person not in register.people:
        return None
    posts = {holder.office for holder in register.posts_of(person, on)}
    told = [post for post in posts if register.office_of(office.title, post.partition("/")[0]) == post]
    return told[0] if len(told) == 1 else None


def _country_of_owner(office: Office, tokens: Tokens, cast: Cast) -> str | None:
    """The state that `its` of `its ambassador to Ghana` stands for, or that whoever is meant by `his` belongs to."""
    if office.article not in OWNERS:
        return None
    mention = cast.at(tokens.start[office.first])
    return cast.entity_of(mention).country if mention is not None else None


def _once_each(told: Iterator[Tenure]) -> list[Tenure]:
    """One row of each office and relation; a nickname (`top diplomat`) gives way to the office it stands for."""
    kept: list[Tenure] = []
    for tenure in told:
        for number, other in enumerate(kept):
            if other.person == tenure.person and other.relation == tenure.relation and same_office(other, tenure):
                kept[number] = _merged(other, tenure)
                break
        else:
            kept.append(tenure)
    return kept


def same_office(left: Tenure, right: Tenure) -> bool:
    """Whether two tellings of one person name one office."""
    if left.post is not None and left.post == right.post:
        return True
    one, other = _core(left.office), _core(right.office)
    if one == other:
        return True
    unsure = left.post is None or right.post is None
    return unsure and (one < other or other < one) and bool(one & other)


def _core(office: str) -> set[str]:
    return set(fold(office).split()) - {"of", "for", "the", "and", "to", "at"}


def _merged(left: Tenure, right: Tenure) -> Tenure:
    """The fuller of the two, with the dates of both."""
    full, other = (right, left) if len(_core(right.office)) > len(_core(left.office)) else (left, right)
    return replace(
        full,
        since=full.since or other.since,
        until=full.until or other.until,
        country=full.country or other.country,
        organisation=full.organisation or other.organisation,
        post=full.post or other.post,
    )
