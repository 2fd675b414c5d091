"""From attributions to the statements of an article: the stages, one under the other."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import compress

from spacy.tokens import Doc, Token

from legation.model import Article, ChainLink, DateInterval, Span, Statement, TimeExpression
from legation.reading.cast import Cast, country_of
from legation.reading.statements.attributions import Attribution
from legation.reading.statements.chains import chain_of
from legation.reading.statements.clauses import with_missed_clauses
from legation.reading.statements.contents import form_of, quoted_share
from legation.reading.statements.continuation import (
    interviewed,
    with_bare_quotations,
    with_uncued_sentences,
    without_ascribed,
)
from legation.reading.statements.deeds import with_deeds
from legation.reading.statements.drafts import Draft, Speaker, draft_all
from legation.reading.statements.embedded import with_embedded
from legation.reading.statements.inverted import with_inverted
from legation.reading.statements.nested import with_nested
from legation.reading.statements.occasions import Occasion, in_writing, occasions_of, relays_in
from legation.reading.statements.quotations import Quotation, pair_quotations
from legation.reading.statements.repeats import pull_quotes, with_repeats
from legation.reading.statements.signed import is_signers, signer_of, with_signer
from legation.reading.statements.speakers import speakers_of, stands_for_nobody
from legation.reading.statements.tables import SpeechVerb, StatementTables
from legation.reading.statements.tone import is_foreign, issues_of, stance_of
from legation.reading.statements.turns import find_turns, with_turns
from legation.reading.statements.unspoken import tells_no_speech
from legation.reading.statements.valuations import with_valuations
from legation.reading.statements.verbs import spoken_about, spoken_to, verb_of
from legation.reading.times import time_of


def find_statements(
    doc: Doc,
    article: Article,
    cast: Cast,
    times: Sequence[TimeExpression],
    attributions: Sequence[Attribution],
    tables: StatementTables,
) -> list[Statement]:
    """The statements of an article in reading order, repeats last marked as such.

    `doc` is the parse of the article, `times` its time expressions, `attributions` what `find_attributions` read.
    A statement whose speaker cannot be told keeps the source's words as its name.
    """
    quotations = pair_quotations(article.text, [(block.start, block.end) for block in article.blocks])
    drafts = draft_all(attributions, article, doc, quotations, tables)
    drafts = with_missed_clauses(drafts, article, doc, quotations, tables)
    drafts = with_inverted(drafts, doc, article, cast, quotations, tables)
    drafts = with_embedded(drafts, doc, quotations)
    drafts = with_deeds(drafts, doc, article, cast, quotations, tables)
    drafts = with_valuations(drafts, article, doc, quotations, tables)
    drafts = [draft for draft in drafts if not _asks_for_no_name(draft, article.text, tables)]
    turns = find_turns(article, cast, tables)
    drafts = with_turns(drafts, turns, article, quotations)
    drafts = with_bare_quotations(drafts, article, quotations)
    speakers = speakers_of(drafts, doc, cast, quotations, tables)
    who = interviewed(drafts, speakers, article) if not turns else None
    if who is not None:
        drafts, speakers = without_ascribed(drafts, speakers, who, doc, tables)
        drafts = with_uncued_sentences(drafts, speakers, who, doc, quotations)
    drafts = with_nested(drafts, doc, quotations, tables)
    speakers = speakers_of(drafts, doc, cast, quotations, tables)
    # Only now: who did something may be the "it" of what is said next.
    spoken = [
        not (stands_for_nobody(speaker) or tells_no_speech(draft, doc, quotations, tables))
        for draft, speaker in zip(drafts, speakers, strict=True)
    ]
    drafts, speakers = list(compress(drafts, spoken)), list(compress(speakers, spoken))
    signer = signer_of(article, cast, tables) if not turns else None
    signed = [signer is not None and is_signers(d, s, doc) for d, s in zip(drafts, speakers, strict=True)]
    speakers = with_signer(speakers, signed, signer) if signer is not None else speakers
    occasions = occasions_of(drafts, speakers, doc, cast, tables)
    known = {id(draft): speaker for draft, speaker in zip(drafts, speakers, strict=True)}
    statements = []
    for draft, speaker, occasion, is_own in zip(drafts, speakers, occasions, signed, strict=True):
        outer = known.get(id(draft.outer)) if draft.outer is not None else None
        chain = chain_of(article, speaker, outer, occasion, relays_in(draft, doc, cast, tables))
        date = _date(draft, doc, article, times, occasion)
        written = is_own or in_writing(draft, occasion, doc, cast, tables)
        statements.append(
            _statement(draft, known[id(draft)], date, chain, written, doc, article, cast, quotations, tables)
        )
    statements = with_repeats(statements, article)
    return statements + _pulled(statements, article, quotations)


_SHORT = 40
"""Characters; what asks for no name and tells nothing else is no longer."""


def _asks_for_no_name(draft: Draft, text: str, tables: StatementTables) -> bool:
    """`declined to be named`: says how the source speaks and nothing of the matter."""
    if len(draft.content) != 1 or draft.content[0].end - draft.content[0].start > _SHORT:
        return False
    return tables.anonymity_pattern.search(text, *draft.content[0]) is not None


def _statement(
    draft: Draft, speaker: Speaker, date: DateInterval | None, chain: tuple[ChainLink, ...],
    in_writing: bool, doc: Doc, article: Article, cast: Cast, quotations: Sequence[Quotation], tables: StatementTables,
) -> Statement:  # fmt: skip
    text = article.text
    head = doc[draft.head] if draft.head >= 0 else None
    verb = verb_of(head, tables) if head is not None else None
    cue = Span(draft.cue[0].start, draft.cue[-1].end) if draft.cue else None
    addressees = _entities(spoken_to(head, verb), cast) if head is not None else ()
    # "..., warned Anna Holm": behind the verb stands who speaks.
    addressees = tuple(one for one in addressees if one != speaker.entity)
    targets = _targets(draft, speaker, head, verb, cast)
    issues, issue_words = issues_of(text, draft.content, tables)
    foreign = is_foreign(targets, (speaker.country, speaker.entity), draft.content, text, tables)
    stance, stance_words = stance_of(text, draft.content, verb, cue, foreign, tables)
    is_written = (verb is not None and verb.kind == "write") or in_writing
    return Statement(
        id=_id(article, draft.content, draft.cue),
        article=article.id,
        speaker=speaker.entity,
        speaker_name=speaker.name,
        speaker_words=speaker.words,
        cue=cue,
        content=draft.content,
        form=form_of(1.0 if draft.verbatim else quoted_share(text, draft.content, quotations), is_written),
        addressees=addressees,
        targets=targets,
        date=date,
        chain=chain,
        stance=stance,
        stance_words=stance_words,
        issues=issues,
        issue_words=issue_words,
        confidence=round(draft.confidence, 3),
    )


def _id(article: Article, content: Sequence[Span], cue: Sequence[Span]) -> str:
    """Derived from the article and the place of the words, so that the same input gives the same id."""
    place = ",".join(f"{start}-{end}" for start, end in (*content, *cue))
    return hashlib.sha256(f"{article.id}|statement|{place}".encode()).hexdigest()[:16]


def _entities(span: Span | None, cast: Cast) -> tuple[str, ...]:
    if span is None:
        return ()
    return tuple(dict.fromkeys(mention.entity for mention in cast.within(span.start, span.end)))


def _targets(
    draft: Draft, speaker: Speaker, head: Token | None, verb: SpeechVerb | None, cast: Cast
) -> tuple[str, ...]:
    """The states and bodies spoken about, most often named first; the speaker's own only where no other is named."""
    counts: dict[str, int] = {}
    about = spoken_about(head, verb) if head is not None else None
    for weight, span in ((3, about), *((1, piece) for piece in draft.content)):
        if span is None:
            continue
        for mention in cast.within(span.start, span.end):
            entity = cast.entity_of(mention)
            place = country_of(entity)
            if place is None and entity.kind == "organisation" and entity.id.isupper():
                place = entity.id
            if place is not None and (entity.kind != "person" or place != speaker.country):
                counts[place] = counts.get(place, 0) + weight
    others = {place: n for place, n in counts.items() if place not in (speaker.country, speaker.entity)}
    return tuple(sorted(others or counts, key=lambda place: -counts[place]))


_DATING = frozenset({"day", "week", "month"})
"""A year or a season beside the cue is when something happened, not when it was said."""


def _date(
    draft: Draft, doc: Doc, article: Article, times: Sequence[TimeExpression], occasion: Occasion | None
) -> DateInterval | None:
    """When it was said: by a time beside the cue, else that of the message or interview; None where not told."""
    outside = [time for time in times if not any(time.span.overlaps(piece) for piece in draft.content)]
    outside = [time for time in outside if time.interval is None or time.interval.precision in _DATING]
    if draft.cue:
        found = time_of(doc, draft.cue[0].start, draft.cue[-1].end, outside)
        if found is not None:
            return found.interval
    if occasion is not None:
        named = next((time for time in times if time.span.overlaps(occasion.span) and time.interval), None)
        if named is not None:
            return named.interval
    return _by_publication(article)


def _by_publication(article: Article) -> DateInterval | None:
    """What an article reports was said by the day it was published: an open interval, no guess at the day."""
    published = article.published
    if published is None or published.latest is None:
        return None
    return DateInterval(None, published.latest, "unknown", "not after publication")


def _pulled(statements: Sequence[Statement], article: Article, quotations: Sequence[Quotation]) -> list[Statement]:
    """Pull quotes as statements of their own that repeat those of the body."""
    out = []
    for span, body in pull_quotes(statements, article, quotations):
        first = body.id if body.repeats is None else body.repeats
        out.append(replace(body, id=_id(article, (span,), ()), content=(span,), cue=None, repeats=first))
    return out
