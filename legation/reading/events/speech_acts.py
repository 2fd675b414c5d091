"""Statements against another party as events: a charge, a demand, a refusal or a threat that no trigger word tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from legation.model import Account, Article, Span, Statement
from legation.reading.cast import Cast
from legation.reading.events.account_ids import account_id
from legation.reading.events.candidates import candidate_at
from legation.reading.events.clauses import lemma_of, undergoer
from legation.reading.events.party_words import is_struck
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
MILD = 0.5
"""The same for a statement in which the model reads no speech act against anybody."""
_JUDGING = frozenset({"VERB", "AUX", "ADJ"})
"""Words that can judge; a noun alone names."""
_NEARLY = 5
"""Characters that a statement inside another one may begin after it: `that the`."""
_PLAIN = frozenset({"ACCUSE", "REJECT"})
"""Codes that a hostile sentence gets for want of a clearer one, so that it may be part of another act."""
_WHERE = frozenset({"in", "on", "over", "about", "around", "across", "near", "within", "at", "regarding", "concerning"})
"""Prepositions of what a statement is about, or where."""
_SUFFERED = frozenset({"against", "of", "on", "upon", "into", "toward", "towards", "for", "to"})
"""Prepositions that lead from a deed to the one who suffers it, or gets it."""
_NEAR = 1200
"""Characters before a statement within which a state is named that it means without naming it."""
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
        targets = _against(statement, doc, cast, usual)
        if not targets:
            continue
        if label is None:
            asks, opinion = _asks(statement, targets[0], doc, cast), opinions.get(statement.id)
            naming = _naming(statement.cue, doc)
            if opinion is not None and not asks and _is_mild(opinion, statement, doc):
                # `announced aid for those who fled the war`: harsh words, but none against the one who is named.
                continue
            code = _code_of(opinion)
            if naming is not None:
                code = "REJECT" if _is_charge(naming) else "ACCUSE"
            elif code == "ACCUSE" and asks:
                code = "REQUEST"
            elif code == "ACCUSE" and _denies(statement, doc):
                code = "REJECT"
            label = tables.labels[LABELS[code]]
            vague = not _against(statement, doc, cast, {})
            plain = code in _PLAIN and naming is None
            at = _continued(statement, targets, out, article, cast, vague) if plain else None
            if at is not None:
                out[at] = replace(out[at], evidence=tuple(sorted({*out[at].evidence, _evidence(statement)})))
                continue
        _add(_account(statement, targets, label, article), out)
    return sorted(out, key=lambda account: account.trigger)


def _is_mild(opinion: Relation, statement: Statement, doc: Doc) -> bool:
    """Whether the model reads no conflict between the parties: `emphasised the role of Norland in ending the war`.

    A duty or a denial is none the less one.
    """
    obliges = any(one.lower_ in _OUGHT for one in _words(statement, doc))
    firm = opinion.root in LABELS or obliges or _denies(statement, doc)
    return opinion.conflict < (CONFLICT if firm else MILD)


def _words(statement: Statement, doc: Doc) -> Iterator[Token]:
    """The words of what is said."""
    for piece in statement.content:
        yield from doc.char_span(piece.start, piece.end, alignment_mode="expand") or ()


def _told_by_cue(cue: Span, doc: Doc, cast: Cast, tables: EventTables) -> LabelRow | None:
    """The label of the speech act that a statement's cue is the trigger of."""
    for token in doc.char_span(cue.start, cue.end, alignment_mode="expand") or ():
        found = candidate_at(token, cast, tables)
        if found is not None and found.trigger.label.frame == "speech":
            return found.trigger.label if reality_of(token, tables.status_of).status == "actual" else None
    return None


def _asks(statement: Statement, target: str, doc: Doc, cast: Cast) -> bool:
    """Whether the statement says what the target should or must do: `Norland should stop arming the island`."""
    for token in _words(statement, doc):
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
    return not any(token.pos_ in _JUDGING for token in _words(statement, doc))


def _naming(cue: Span, doc: Doc) -> Token | None:
    """The verb of a cue that gives a thing a name: `called the ban a provocation`, `described it as shameful`."""
    for token in doc.char_span(cue.start, cue.end, alignment_mode="expand") or ():
        if token.pos_ == "VERB" and lemma_of(token) in words_of("naming") and undergoer(token) is not None:
            return token
    return None


def _is_charge(naming: Token) -> bool:
    """Whether what is named is itself a charge: `called the claim absurd` rejects it."""
    named = undergoer(naming)
    return named is not None and lemma_of(named) in words_of("hearsay")


def _denies(statement: Statement, doc: Doc) -> bool:
    """Whether the statement calls a charge untrue: `the accusations are lies`."""
    words = {lemma_of(token) for token in _words(statement, doc)}
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

    A `vague` sentence, which names no party, goes with one by the same speaker in any paragraph, a headline with any.
    """
    here = _evidence(statement)
    block = next((one for one in article.blocks if one.start <= here.start < one.end), None)
    for at, account in enumerate(accounts):
        if account.code not in LABELS or account.status != "actual":
            continue
        titled = block is not None and block.kind == "headline"
        near = vague and (titled or statement.speaker in account.sources)
        near = near or (block is not None and any(block.start <= span.start < block.end for span in account.evidence))
        speaks = statement.speaker in (*account.sources, *cast.sides(account.sources))
        if near and speaks and cast.sides(account.targets) & cast.sides(targets):
            return at
    return None


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


def _against(statement: Statement, doc: Doc, cast: Cast, usual: Mapping[str, int]) -> tuple[str, ...]:
    """The foreign party that a statement is made to or is about; where it names none, the one that the article names
    most."""
    home = cast.country(statement.speaker)
    own = (home, statement.speaker)
    spoken_to = [country for name in statement.addressees if (country := cast.country(name)) not in (None, *own)]
    about = [name for name in statement.targets if name not in own and not _is_victim(name, statement, doc, cast)]
    # "Brought a case against Norland at the United Nations": a body of many states is more often where than whom.
    about.sort(key=lambda name: (_charge(name, statement, doc, cast), cast.country(name) is None))
    settings = [name for name in about if _is_setting(name, statement, doc, cast)]
    often = _meant(statement, cast, {name: usual[name] for name in usual if name not in (*own, *settings)})
    charged = [name for name in about if name not in settings]
    return tuple(name for name in (*spoken_to, *charged, *often, *settings) if name)[:1]


def _meant(statement: Statement, cast: Cast, others: Mapping[str, int]) -> list[str]:
    """The state that a statement means without naming it: the one that the article is about, or the one named most
    of those before it."""
    ranked = sorted(others, key=lambda name: (-others[name], name))
    about = len(ranked) == 1 or (len(ranked) > 1 and others[ranked[0]] >= 2 * others[ranked[1]])
    near = ranked[:1] if about else [name for name in ranked if _is_near(name, statement, cast)]
    return [name for name in near[:1] if others[name] >= _OFTEN]


def _is_near(state: str, statement: Statement, cast: Cast) -> bool:
    """Whether a state or somebody of it is named shortly before a statement: a briefing goes from state to state."""
    here = _evidence(statement)
    named = cast.within(max(0, here.start - _NEAR), here.end)
    return any(cast.country(one.entity) == state for one in named)


def _charge(party: str, statement: Statement, doc: Doc, cast: Cast) -> int:
    """How a statement stands to a party, the lower the more it is charged: 0 where the party does something or has
    done it (`Norland attacked`, `Norland's raid`), 2 where it has only suffered it (`the raid on Mali`)."""
    ranks = [_charge_of(noun) for noun in _namings(party, statement, doc, cast)]
    return min(ranks, default=1)


def _charge_of(noun: Token) -> int:
    above = noun.head
    if noun.dep_ in ("nsubj", "poss"):
        return 0
    if noun.dep_ == "amod" and above.pos_ == "NOUN":
        return 0
    if noun.dep_ == "pobj":
        return 0 if above.lower_ == "by" else 2 if above.lower_ in _SUFFERED else 1
    return 2 if noun.dep_ == "nsubjpass" else 1


def _is_victim(party: str, statement: Statement, doc: Doc, cast: Cast) -> bool:
    """Whether a statement names a party only as the one whom a deed struck: `condemned the attack in Mali`."""
    nouns = list(_namings(party, statement, doc, cast))
    return bool(nouns) and all(is_struck(noun) for noun in nouns)


def _is_setting(party: str, statement: Statement, doc: Doc, cast: Cast) -> bool:
    """Whether a statement names a party only as where or about what: `drills in the Aldan Strait`, `talks on Aldan`."""
    nouns = list(_namings(party, statement, doc, cast))
    return bool(nouns) and all(_is_where(noun) for noun in nouns)


def _namings(party: str, statement: Statement, doc: Doc, cast: Cast) -> Iterator[Token]:
    """The words in a statement's content that name a party or somebody of it."""
    for piece in statement.content:
        for mention in cast.within(piece.start, piece.end):
            if party in (mention.entity, cast.country(mention.entity)):
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None:
                    yield span.root


def _is_where(noun: Token) -> bool:
    if noun.dep_ == "compound":
        return lemma_of(noun.head) in words_of("areas")
    return noun.dep_ == "pobj" and noun.head.lower_ in _WHERE


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
