"""Statements against another party as events: a charge, a demand, a refusal or a threat that no trigger word tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from legation.model import Account, Article, Span, Statement
from legation.reading.cast import Cast
from legation.reading.events.account_ids import account_id
from legation.reading.events.relation import Relation

LABELS = {"ACCUSE": "criticism", "REQUEST": "demand", "REJECT": "rejection", "THREATEN": "threat"}
"""The label of a speech act by the code that the relation model reads in it."""
SURE = 0.4
"""Below this probability a hostile statement is criticism."""
CONFLICT = 0.2
"""Below this chance of conflict between its parties a statement is no act against one of them."""
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
) -> list[Account]:
    """The accounts with one more for each hostile statement to a foreign party that none of them tells, by place.

    Only `officials` count: what a scholar says is no act toward a state.
    """
    out = list(accounts)
    usual = cast.named_states()
    for statement in statements:
        if statement.stance != "hostile" or statement.repeats is not None or statement.confidence < _LEAST:
            continue
        if statement.cue is None or statement.speaker not in officials or _is_told(statement, out, cast):
            continue
        targets = _against(statement, cast, usual)
        if targets:
            asks, opinion = _asks(statement, targets[0], doc, cast), opinions.get(statement.id)
            if opinion is not None and opinion.conflict < CONFLICT and not asks:
                # `announced aid for those who fled the war`: harsh words, but none against the one who is named.
                continue
            code = _code_of(opinion)
            if code == "ACCUSE" and asks:
                code = "REQUEST"
            _add(_account(statement, targets, code, article), out)
    return sorted(out, key=lambda account: account.trigger)


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


def _is_told(statement: Statement, accounts: Sequence[Account], cast: Cast) -> bool:
    """Whether an account tells the statement already: by its cue, in its sentence, or as the act that it announces."""
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
        if own and account.label in LABELS.values() and any(whole.overlaps(span) for span in account.evidence):
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
    others = sorted((name for name in usual if name not in own), key=lambda name: (-usual[name], name))
    often = [name for name in others[:1] if usual[name] >= _OFTEN]
    return tuple(name for name in (*spoken_to, *about, *often) if name)[:1]


def _code_of(opinion: Relation | None) -> str:
    sure = opinion is not None and opinion.root in LABELS and opinion.probability >= SURE
    return opinion.root if opinion is not None and sure else "ACCUSE"


def _account(statement: Statement, targets: tuple[str, ...], code: str, article: Article) -> Account:
    told = statement.date is not None and statement.date.earliest is not None
    return Account(
        id=account_id(article.id, "speech", statement.id),
        article=article.id,
        code=code,
        mode=None,
        contexts=(),
        label=LABELS[code],
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
