"""When an event took place: what the times stage says of its trigger, a sentence's only date, an anniversary's year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from legation.model import Article, DateInterval, Span, TimeExpression
from legation.reading.events.asides import aside_of, day_beside
from legation.reading.events.clauses import VERBAL, cleft_of, lemma_of
from legation.reading.events.tables import words_of
from legation.reading.parse import token_at

_ORDINAL = re.compile(r"^(\d{1,3})(?:st|nd|rd|th)$")
_COMMA = 2
"""Characters between a date and its `when`."""
_SHORTEST = 3
"""Letters of a weekday."""
_DEPENDENT = frozenset({"xcomp", "acl", "pcomp", "relcl", "ccomp"})
_CROSSED = frozenset({"ccomp", "relcl", "parataxis"})


TimeOf = Callable[[Doc, int, int, Sequence[TimeExpression]], TimeExpression | None]


def day_of(
    token: Token,
    span: Span,
    times: Sequence[TimeExpression],
    article: Article,
    time_of: TimeOf,
    happened: bool = True,
) -> DateInterval | None:
    """The date of the event that `token` (at `span`) tells of; None where the text gives none.

    `happened` says whether it has taken place: what led to something else was not later than that.
    """
    aside = aside_of(token)
    times = [one for one in times if not _is_compared(token, one)]
    if aside is None:
        interval = _told(token, span, times, article, time_of, happened)
    else:
        # "cancelled the talks on Friday in answer to the visit": Friday is the day of the cancelling.
        inside = Span(token.left_edge.idx, token.right_edge.idx + len(token.right_edge))
        interval = _told(token, span, [one for one in times if inside.holds(one.span)], article, time_of, happened)
        if interval is None and happened and aside.verb is not None:
            interval = day_beside(aside, _day_around(aside.verb, times, article, time_of), times)
    return _founding(token, interval, article) or interval or (_entry_day(token, times, article) if happened else None)


def _is_compared(token: Token, time: TimeExpression) -> bool:
    """`Unlike in 2017, Norland has not cut ties`: 2017 is the year of something else."""
    at = token_at(token.doc, time.span.start)
    if at is None:
        return False
    frame = next((one for one in (at, *at.ancestors) if one.lower_ in words_of("comparing")), None)
    if frame is None or frame in token.ancestors or frame == token:
        return False
    # "unlike in 2012, when Holm visited Norland": the visit was in 2012, wherever the parser hangs it.
    return not any(one.lower_ == "when" for above in (token, *token.ancestors) for one in above.children)


def _entry_day(token: Token, times: Sequence[TimeExpression], article: Article) -> DateInterval | None:
    """The date that heads an entry of a chronology, for all that it tells: `May 3: Holm leaves. Berg expels Li.`"""
    block = next((one for one in article.blocks if one.start <= token.idx < one.end), None)
    opening = next((one for one in times if block is not None and one.span.start == block.start), None)
    if opening is None or article.text[opening.span.end : opening.span.end + 1] != ":":
        return None
    main = token.sent.root
    finite = {main.tag_, *(one.tag_ for one in main.children if one.dep_ in ("aux", "auxpass"))}
    return opening.interval if finite & {"VBZ", "VBP"} else None


def _day_around(verb: Token, times: Sequence[TimeExpression], article: Article, time_of: TimeOf) -> DateInterval | None:
    """The date of a verb, else of the one that it completes: `agreed on Monday to resume the visits after ...`."""
    at = verb
    while True:
        day = _told(at, Span(at.idx, at.idx + len(at)), times, article, time_of, True)
        if day is not None or at.dep_ != "xcomp":
            return day
        at = at.head


def _told(
    token: Token, span: Span, times: Sequence[TimeExpression], article: Article, time_of: TimeOf, happened: bool
) -> DateInterval | None:
    told = time_of(token.doc, span.start, span.end, times)
    if told is None:
        asked = (_when, _only_date, _fronted, _cleft)
        return next((found for ask in asked if (found := ask(token, times)) is not None), None)
    if _is_of_what_follows(told, token.doc) and told.interval is not None:
        first = article.published.latest if article.published is not None and not happened else None
        return DateInterval(first, told.interval.latest, "unknown", f"before {told.words}")
    return _coming(token, told, article)


def _is_of_what_follows(told: TimeExpression, doc: Doc) -> bool:
    """`meet before the conference in Oslo at the end of May`: May is the month of the conference."""
    at = token_at(doc, told.span.start)
    while at is not None and at.head.pos_ not in VERBAL and at.head != at:
        at = at.head
    if at is None:
        return False
    return any(
        one.lower_ in words_of("aside_ahead")
        and one.right_edge.i == at.left_edge.i - 1
        and any(deeper.dep_ == "pobj" for part in (one, *one.children) for deeper in part.children)
        for one in at.head.children
    )


def _coming(token: Token, told: TimeExpression, article: Article) -> DateInterval | None:
    """`Holm meets Berg on Wednesday`, `begins a visit on Monday`: a present tense means the Wednesday to come."""
    day, published = told.interval, article.published
    carried = token.dep_ == "dobj" and lemma_of(token.head) in words_of("carrying")
    carrier = token.head if carried else token
    if day is None or day.earliest is None or day.earliest != day.latest or carrier.tag_ not in ("VBZ", "VBP"):
        return day
    if published is None or published.earliest is None or day.earliest >= published.earliest:
        return day
    weekday = f"{day.earliest:%A}".lower()
    words = told.words.lower().rstrip(".")
    in_story = any(block.kind == "body" and block.start <= token.idx < block.end for block in article.blocks)
    if not in_story or len(words) < _SHORTEST or not weekday.startswith(words):
        return day
    ahead = day.earliest + timedelta(days=7)
    return DateInterval(ahead, ahead, day.precision, day.basis)


def without_since(times: Sequence[TimeExpression], article: Article) -> list[TimeExpression]:
    """The expressions of an article that don't stand after `since`."""
    return [
        one for one in times if article.text[max(0, one.span.start - 6) : one.span.start].lower().strip() != "since"
    ]


def _when(token: Token, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The date on which a clause with `when` hangs: `In 2019, when Holm flew to Norland, ...`."""
    for at in (token, *token.ancestors):
        when = next((one for one in at.children if one.lower_ == "when" and one.dep_ in ("advmod", "mark")), None)
        if when is not None:
            before = [one for one in times if one.interval is not None and 0 < when.idx - one.span.end <= _COMMA]
            return before[-1].interval if before else None
        if _has_subject_of_its_own(at) or at.dep_ in ("ccomp", "parataxis"):
            return None
    return None


def _only_date(token: Token, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The one date of a sentence, where it stands in the event's own clause."""
    sentence = token.sent
    inside = [
        one
        for one in times
        if one.interval is not None
        and one.kind == "DATE"
        and sentence.start_char <= one.span.start
        and one.span.end <= sentence.end_char
    ]
    if len(inside) != 1:
        return None
    when = token_at(token.doc, inside[0].span.start)
    if when is None or _clause_of(when) != _clause_of(token) or _is_deeper(when, token):
        return None
    return inside[0].interval


def _is_deeper(when: Token, token: Token) -> bool:
    """`agreed to meet in May`: May is the month of the meeting, not of the agreement."""
    for above in when.ancestors:
        if above == token or above in token.ancestors:
            return False
        if above.pos_ in VERBAL and above.dep_ in _DEPENDENT:
            return True
    return False


def _fronted(token: Token, times: Sequence[TimeExpression]) -> DateInterval | None:
    """The date with which a sentence opens, for the event of its main clause: `On Monday Holm urged ...`."""
    main = token
    while main.dep_ == "conj" and main.head.pos_ == "VERB" and not _has_subject_of_its_own(main):
        main = main.head
    reported = main.dep_ == "ccomp" and main.i < main.head.i and main.head.dep_ == "ROOT"
    if main.dep_ != "ROOT" and not reported:
        return None
    first = next((one for one in token.sent if not one.is_punct and not one.is_space), None)
    while first is not None and first.dep_ in ("advmod", "prep") and first.i + 1 < token.sent.end:
        # "Late on Sunday ...", "On Monday ..."
        first = first.nbor()
    if first is None or first.i >= token.i:
        return None
    opening = first
    return next(
        (one.interval for one in times if one.interval is not None and one.span.start <= opening.idx < one.span.end),
        None,
    )


def _cleft(token: Token, times: Sequence[TimeExpression]) -> DateInterval | None:
    """`It was in May 2011 that Norland expelled Holm.`"""
    frame = cleft_of(token)
    if frame is None:
        return None
    inside = (one for one in times if one.interval is not None and frame.idx < one.span.start < token.left_edge.idx)
    return next((one.interval for one in inside), None)


def _clause_of(token: Token) -> Token | None:
    """The head of the innermost clause that may have a time of its own; None for the sentence itself."""
    above = (token, *token.ancestors)
    return next((one for one in above if one.dep_ in _CROSSED or _has_subject_of_its_own(one)), None)


def _has_subject_of_its_own(verb: Token) -> bool:
    """An adverbial or coordinated clause with its own subject may have its own time."""
    return verb.dep_ in ("advcl", "conj") and any(one.dep_ in ("nsubj", "nsubjpass") for one in verb.children)


def _founding(token: Token, interval: DateInterval | None, article: Article) -> DateInterval | None:
    """`the 20th anniversary of the signing`, told of 2021: 2001."""
    for above in (token, *token.ancestors):
        if above.lemma_.lower() != "anniversary":
            continue
        years = next((int(found.group(1)) for one in above.children if (found := _ORDINAL.match(one.lower_))), None)
        base = interval.latest if interval is not None else None
        if base is None and article.published is not None:
            base = article.published.latest
        if years is None or base is None or base.year - years < 1:
            return None
        year = base.year - years
        words = article.words((above.left_edge.idx, above.idx + len(above)))
        return DateInterval(date(year, 1, 1), date(year, 12, 31), "year", words)
    return None
