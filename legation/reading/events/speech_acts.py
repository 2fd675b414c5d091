"""Statements against another party as events: a charge, a demand, a refusal or a threat that no trigger word tells."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Account, Article, Span, Statement
from legation.reading.cast import Cast
from legation.reading.events.account_ids import account_id
from legation.reading.events.candidates import candidate_at
from legation.reading.events.clauses import lemma_of
from legation.reading.events.relation import Relation
from legation.reading.events.status import reality_of
from legation.reading.events.tables import EventTables, LabelRow, words_of

LABELS = {"ACCUSE": "criticism", "REQUEST": "demand", "REJECT": "rejection", "THREATEN": "threat"}
"""The label of a speech act by the code that the relation model reads in it."""
FRIENDLY = frozenset({"AGREE", "SUPPORT", "CONCEDE"})
"""Codes of speech acts that a hostile statement is not."""
SURE = 0.4
"""Below this probability a hostile statement is criticism."""
CONFLICT = 0.2
"""Below this chance of conflict between its parties a statement is no act against one of them."""
_JUDGING = frozenset({"VERB", "AUX", "ADJ"})
"""Words that can judge; a noun alone names."""
_NEARLY = 5
"""Characters that a statement inside another one may begin after it: `that the`."""
_PLAIN = frozenset({"ACCUSE", "REJECT"})
"""Codes that a hostile sentence gets for want of a clearer one, so that it may be part of another act."""
_OUGHT = frozenset({"should", "must"})
_LEAST = 0.6
"""Confidence of an attribution from which on its speech act is recorded."""
_OFTEN = 3
"""Mentions from which on a state may be meant by a statement that names no party."""


def with_speech_acts(
    accounts: Sequence[Account],
    statements: Sequence[Statement],
    opinions: Mapping[str, Relation],
    article: Article,
    cast: Cast,
    officials: Collection[str],
    doc: Doc,
    tables: EventTables,
) -> list[Account]:
    """The accounts with one more for each speech act toward a foreign party that none of them tells, by place.

    A speech act is a hostile statement, or one whose cue is the trigger of a speech act (`urged restraint`, `promised a
    loan`) that names no party in its own clause. Only `officials` count: what a scholar says is no act toward a state.
    """
    out = list(accounts)
    usual = cast.named_states()
    for statement in statements:
        if statement.cue is None or statement.repeats is not None or statement.speaker not in officials:
            continue
        if not _is_uttered(statement.cue, doc) or _passes_on(statement, statements):
            continue
        label = _told_by_cue(statement.cue, doc, cast, tables)
        hostile = statement.stance == "hostile" and statement.confidence >= _LEAST and not _is_bare(statement, doc)
        if hostile and label is not None and label.code in FRIENDLY:
            # "assured that the charges were lies"
            label = None
        if (label is None and not hostile) or _is_told(statement, label, out, cast):
            continue
        targets = _against(statement, cast, usual)
        if not targets:
            continue
        if label is None:
            asks, opinion = _asks(statement, targets[0], doc, cast), opinions.get(statement.id)
            if opinion is not None and opinion.conflict < CONFLICT and not asks:
                # `announced aid for those who fled the war`: harsh words, but none against the one who is named.
                continue
            code = _code_of(opinion)
            if code == "ACCUSE" and asks:
                code = "REQUEST"
            elif code == "ACCUSE" and _denies(statement, doc):
                code = "REJECT"
            label = tables.labels[LABELS[code]]
            vague = not _against(statement, cast, {})
            at = _continued(statement, targets, out, article, cast, vague) if code in _PLAIN else None
            if at is not None:
                out[at] = replace(out[at], evidence=tuple(sorted({*out[at].evidence, _evidence(statement)})))
                continue
        _add(_account(statement, targets, label, article), out)
    return sorted(out, key=lambda account: account.trigger)


def _told_by_cue(cue: Span, doc: Doc, cast: Cast, tables: EventTables) -> LabelRow | None:
    """The label of the speech act that a statement's cue is the trigger of."""
    for token in doc.char_span(cue.start, cue.end, alignment_mode="expand") or ():
        found = candidate_at(token, cast, tables)
        if found is not None and found.trigger.label.frame == "speech":
            return found.trigger.label if reality_of(token, tables.status_of).status == "actual" else None
    return None


def _asks(statement: Statement, target: str, doc: Doc, cast: Cast) -> bool:
    """Whether the statement says what the target should or must do: `Norland should stop arming the island`."""
    for piece in statement.content:
        for token in doc.char_span(piece.start, piece.end, alignment_mode="expand") or ():
            if token.dep_ != "aux" or token.lower_ not in _OUGHT:
                continue
            for subject in (one for one in token.head.children if one.dep_ == "nsubj"):
                mention = cast.at(subject.idx)
                if mention is not None and target in (mention.entity, cast.country(mention.entity)):
                    return True
    return False


def _is_uttered(cue: Span, doc: Doc) -> bool:
    """Whether the cue tells what was said, not what can or should be: `Norland can ask for a panel`."""
    words = doc.char_span(cue.start, cue.end, alignment_mode="expand") or ()
    return not any(one.tag_ == "MD" for token in words for one in (token, *token.children))


def _passes_on(statement: Statement, statements: Sequence[Statement]) -> bool:
    """Whether somebody only tells what another one said: `Holm urged restraint, according to the ministry`."""
    return any(
        one.speaker not in (None, statement.speaker)
        and one.cue is not None
        and any(
            piece.holds(one.cue) and _evidence(one).start <= piece.start + _NEARLY and piece.end <= one.content[-1].end
            for piece in statement.content
        )
        for one in statements
    )


def _is_bare(statement: Statement, doc: Doc) -> bool:
    """Whether a mere noun (`cited “health reasons”`), hostile in no word of its own, is all that the model judged."""
    if any(one.span != statement.cue for one in statement.stance_words):
        return False
    spans = [doc.char_span(piece.start, piece.end, alignment_mode="expand") for piece in statement.content]
    return not any(token.pos_ in _JUDGING for span in spans for token in span or ())


def _denies(statement: Statement, doc: Doc) -> bool:
    """Whether the statement calls a charge untrue: `the accusations are lies`."""
    spans = [doc.char_span(piece.start, piece.end, alignment_mode="expand") for piece in statement.content]
    words = {lemma_of(token) for span in spans for token in span or ()}
    return not words.isdisjoint(words_of("hearsay")) and not words.isdisjoint(words_of("untrue"))


def _continued(
    statement: Statement,
    targets: tuple[str, ...],
    accounts: Sequence[Account],
    article: Article,
    cast: Cast,
    vague: bool,
) -> int | None:
    """The hostile act of the same paragraph, between the same sides, of which a further hostile sentence is part.

    A `vague` sentence, which names no party, goes with one of any paragraph.
    """
    here = _evidence(statement)
    block = next((one for one in article.blocks if one.start <= here.start < one.end), None)
    for at, account in enumerate(accounts):
        if account.code not in LABELS or account.status != "actual":
            continue
        near = vague or (block is not None and any(block.start <= span.start < block.end for span in account.evidence))
        speaks = statement.speaker in (*account.sources, *_sides(account.sources, cast))
        if near and speaks and _sides(account.targets, cast) & _sides(targets, cast):
            return at
    return None


def _sides(names: Iterable[str | None], cast: Cast) -> set[str | None]:
    return {cast.country(name) or name for name in names} - {None}


def _add(account: Account, accounts: list[Account]) -> None:
    """Add an account, or its evidence to that of the same charge by the same speaker on the same day."""
    for at, one in enumerate(accounts):
        same = (one.label, one.sources, one.targets, one.date) == (
            account.label, account.sources, account.targets, account.date
        )  # fmt: skip
        if same:
            accounts[at] = replace(one, evidence=tuple(sorted({*one.evidence, *account.evidence})))
            return
    accounts.append(account)


def _is_told(statement: Statement, label: LabelRow | None, accounts: Sequence[Account], cast: Cast) -> bool:
    """Whether an account tells the statement already: by its cue, in its sentence, or as the act that it announces.

    Of two cues in one sentence each tells its own act where it has a `label` of its own.
    """
    whole = _evidence(statement)
    side = {statement.speaker, cast.country(statement.speaker)}
    for account in accounts:
        if statement.cue is not None and account.trigger.overlaps(statement.cue):
            return True
        own = not side.isdisjoint(account.sources)
        inside = any(account.trigger.overlaps(piece) for piece in statement.content)
        # An announcement of an own act is that act; a plain report of another's act charges nobody.
        plain = statement.cue is not None and all(words.span == statement.cue for words in statement.stance_words)
        if inside and account.status in ("actual", "planned") and (own or (plain and account.code != "CONSULT")):
            return True
        other = label is not None and label.label != account.label
        if (
            own
            and not other
            and account.label in LABELS.values()
            and any(whole.overlaps(span) for span in account.evidence)
        ):
            return True
    return False


def _evidence(statement: Statement) -> Span:
    spans = [*statement.content[:1], *([statement.cue] if statement.cue else [])]
    spans += [statement.speaker_words] if statement.speaker_words else []
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _against(statement: Statement, cast: Cast, usual: Mapping[str, int]) -> tuple[str, ...]:
    """The foreign party that a statement is made to or is about; where it names none, the one that the article names
    most."""
    home = cast.country(statement.speaker)
    own = (home, statement.speaker)
    spoken_to = [country for name in statement.addressees if (country := cast.country(name)) not in (None, *own)]
    about = [name for name in statement.targets if name not in own]
    # "Brought a case against Norland at the United Nations": a body of many states is more often where than whom.
    about.sort(key=lambda name: cast.country(name) is None)
    others = sorted((name for name in usual if name not in own), key=lambda name: (-usual[name], name))
    often = [name for name in others[:1] if usual[name] >= _OFTEN]
    return tuple(name for name in (*spoken_to, *about, *often) if name)[:1]


def _code_of(opinion: Relation | None) -> str:
    sure = opinion is not None and opinion.root in LABELS and opinion.probability >= SURE
    return opinion.root if opinion is not None and sure else "ACCUSE"


def _account(statement: Statement, targets: tuple[str, ...], label: LabelRow, article: Article) -> Account:
    told = statement.date is not None and statement.date.earliest is not None
    return Account(
        id=account_id(article.id, "speech", statement.id),
        article=article.id,
        code=label.code,
        mode=label.mode,
        contexts=label.contexts,
        label=label.label,
        sources=(statement.speaker,) if statement.speaker else (),
        targets=targets,
        date=statement.date if told else None,
        place=None,
        status="actual",
        historical=False,
        said_by=None,
        trigger=statement.cue or _evidence(statement),
        evidence=(_evidence(statement),),
        confidence=round(0.6 * statement.confidence, 2),
        alleged=False,
    )
