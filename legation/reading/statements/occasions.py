"""In what text or talk something was said (`in a message`, `in an interview with`), and who passed it on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from legation.model import Span
from legation.reading.cast import Cast
from legation.reading.parse import text_of, words_under
from legation.reading.statements.documents import is_document, kind_of_utterance, words_at
from legation.reading.statements.drafts import Draft, Speaker
from legation.reading.statements.tables import StatementTables
from legation.reading.statements.verbs import spoken_to, verb_of

_PLAIN = re.compile(
    r"^(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his|recent|new|latest|own|rare|exclusive)\s+)+"
)
_BACKWARD = re.compile(r"^(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]hat|[Tt]his|[\w\s]+[’']s?)\s+[\w-]+$")
"""`his message`, `the interview`, `Holm's letter`: one told of before, where one was."""
_REPORTS = frozenset({"report", "quote", "cite", "relay", "reveal", "publish", "carry"})
_HOLDERS = frozenset({"in", "during", "at", "on", "via", "through", "to"})
_TAILS = frozenset({"with", "to", "by", "for", "published", "conducted", "in"})


@dataclass(frozen=True, slots=True)
class Occasion:
    """The text or talk: `kind` is interview, written or speech."""

    kind: str
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Relay:
    """A medium or agency that passed the statement on."""

    name: str
    entity: str | None
    span: Span
    is_agency: bool


def occasion_in(sentence: Tokens, content: Sequence[Span], tables: StatementTables) -> Occasion | None:
    """The first text or talk that a sentence names outside of a content."""
    for token in sentence:
        kind = kind_of_utterance(token, tables)
        if kind is None:
            continue
        if any(span.start <= token.idx < span.end for span in content) or not _is_named_as_occasion(token):
            continue
        return Occasion(kind, _name(token), _phrase(token))
    return None


def in_writing(draft: Draft, occasion: Occasion | None, doc: Doc, cast: Cast, tables: StatementTables) -> bool:
    """Whether a draft's own sentence says that the words stand in a text: `in a statement`, `the readout said`."""
    if draft.head < 0:
        return False
    if draft.source:
        words = doc.char_span(draft.source[0].start, draft.source[-1].end, alignment_mode="expand")
        root = words.root if words is not None and len(words) else None
        if root is not None and cast.at(root.idx) is None and is_document(root, tables):
            return True
    here = occasion_in(doc[draft.head].sent, draft.content, tables)
    return here is not None and here.kind == "written" and occasion is not None


def _is_named_as_occasion(token: Token) -> bool:
    """`in a message`, `during an interview`; a report that says something itself is a source."""
    if token.dep_ != "pobj":
        return False
    # "in the course of an interview", but not "the tone of the message".
    held = token.head.head.dep_ == "pobj" if token.head.lower_ == "of" else token.head.lower_ in _HOLDERS
    return held


def _is_one(speaker: Speaker, cast: Cast) -> bool:
    """Whether a speaker is a person, whose next words go on in the same text; a state speaks in many at once."""
    entity = cast.entities.get(speaker.entity) if speaker.entity else None
    return entity is None or entity.kind == "person"


def _document(draft: Draft, speaker: Speaker, doc: Doc, cast: Cast, tables: StatementTables) -> Occasion | None:
    """The text that itself is the source (`the readout said`) where its issuer is known."""
    if not draft.source or speaker.name is None:
        return None
    words = doc.char_span(draft.source[0].start, draft.source[-1].end, alignment_mode="expand")
    noun = words.root if words is not None and len(words) else None
    if noun is None or cast.at(noun.idx) is not None or not is_document(noun, tables):
        return None
    if speaker.name == words_at(doc, draft.source[0]):
        return None
    return Occasion("written", _name(noun), _phrase(noun))


def _phrase(token: Token) -> Span:
    left = min([token, *(t for c in token.lefts if c.dep_ != "prep" for t in c.subtree)], key=lambda t: t.i)
    return Span(left.idx, token.idx + len(token))


def _name(token: Token) -> str:
    """The noun with its tail: `interview with Xinhua`, `article published in Qiushi`."""
    span = _phrase(token)
    text = _PLAIN.sub("", text_of(token.doc)[span.start : span.end])
    for child in token.rights:
        if child.dep_ in ("prep", "acl") and child.lower_ in _TAILS:
            subtree = [t for t in child.subtree if not any(a.dep_ in ("appos", "relcl") for a in _up_to(t, token))]
            last = max(subtree, key=lambda t: t.i)
            if last.i - token.i <= 12:
                text += text_of(token.doc)[token.idx + len(token) : last.idx + len(last)]
            break
    return " ".join(text.split()).strip(" ,;:")


def _up_to(token: Token, top: Token) -> list[Token]:
    out = []
    while token != top and token.head != token:
        out.append(token)
        token = token.head
    return out


def occasions_of(
    drafts: Sequence[Draft], speakers: Sequence[Speaker], doc: Doc, cast: Cast, tables: StatementTables
) -> list[Occasion | None]:
    """Each draft's occasion: named in its own sentence, else carried on from the same speaker's earlier one.

    An interview that the article tells of covers all that the interviewed person says in it.
    """
    interviews = _interviews(doc, cast, speakers, tables)
    latest: dict[str, Occasion] = {}
    named: dict[tuple[str, str], Occasion] = {}
    out: list[Occasion | None] = []
    for draft, speaker in zip(drafts, speakers, strict=True):
        key = speaker.entity or speaker.name or ""
        here = _document(draft, speaker, doc, cast, tables) if draft.head >= 0 else None
        if here is None and draft.head >= 0:
            here = occasion_in(doc[draft.head].sent, draft.content, tables)
        if here is not None and key:
            words = text_of(doc)[here.span.start : here.span.end]
            noun = words.lower().split()[-1]
            here = named.get((key, noun), here) if _BACKWARD.match(words) else here
            named[key, noun] = here
            if here.kind != "speech" and _is_one(speaker, cast):
                latest[key] = here
        if key in interviews and (here is None or here.kind == "interview"):
            out.append(interviews[key])
        else:
            out.append(here or latest.get(key))
    return out


def _interviews(doc: Doc, cast: Cast, speakers: Sequence[Speaker], tables: StatementTables) -> dict[str, Occasion]:
    """For each person interviewed, the interview, where one sentence names both."""
    speaking = {speaker.entity for speaker in speakers if speaker.entity}
    found: dict[str, Occasion] = {}
    for token in doc:
        if tables.utterance_kinds.get(token.lower_) != "interview" or token.pos_ not in ("NOUN", "PROPN"):
            continue
        sentence = token.sent
        people = {m.entity for m in cast.within(sentence.start_char, sentence.end_char)} & speaking
        people = {p for p in people if cast.entities[p].kind == "person"}
        if len(people) == 1:
            found.setdefault(people.pop(), Occasion("interview", _with_medium(token, cast, tables), _phrase(token)))
    return found


def _with_medium(token: Token, cast: Cast, tables: StatementTables) -> str:
    """The interview's name, with the medium that led it where the sentence names one."""
    name = _name(token)
    if any(tables.media_pattern.search(match[0]) for match in _NAME.finditer(name)):
        return name
    sentence = token.sent
    for match in _NAME.finditer(text_of(token.doc), sentence.start_char, sentence.end_char):
        if tables.media_pattern.search(match[0]):
            return f"interview with {match[0]}"
    return name


def relays_in(draft: Draft, doc: Doc, cast: Cast, tables: StatementTables) -> list[Relay]:
    """The media that the draft's sentence names as those who reported it, the outermost first."""
    if draft.head < 0:
        sentences = [span.sent for span in [doc.char_span(*draft.content[-1], alignment_mode="expand")] if span]
    else:
        sentences = [doc[draft.head].sent]
        last = doc.char_span(*draft.content[-1], alignment_mode="expand")
        if last is not None and last.sent.start != sentences[0].start:
            sentences.append(last.sent)
    out: list[Relay] = []
    for sentence in sentences:
        for token in sentence:
            phrase = _reporter(token)
            if phrase is None or any(s.start <= token.idx < s.end for s in draft.content):
                continue
            if any(phrase.overlaps(s) for s in (*draft.source, *draft.content)):
                continue
            relay = _relay(phrase, doc, cast, tables)
            if relay is not None and relay not in out:
                out.append(relay)
    if draft.head >= 0:
        told = spoken_to(doc[draft.head], verb_of(doc[draft.head], tables))
        relay = _relay(told, doc, cast, tables) if told is not None else None
        if relay is not None and relay not in out:
            out.append(relay)
    return out


def _reporter(token: Token) -> Span | None:
    """The words after `reported`, `quoted by`, `according to`, `a report from` that may name a medium."""
    doc = token.doc
    lemma = token.lemma_.lower()
    if lemma in _REPORTS and token.pos_ in ("VERB", "NOUN", "AUX", "PROPN", "ADJ"):
        for child in token.children:
            if child.dep_ in ("nsubj", "agent", "prep") and child.lower_ not in ("on", "about", "of", "that"):
                inner = next((c for c in child.children if c.dep_ == "pobj"), None) if child.dep_ != "nsubj" else child
                if inner is not None:
                    return words_under(inner)
        following = doc[token.i + 1 : token.i + 6]
        if len(following) and token.lower_ == "reported" and following[0].text[:1].isupper():
            return Span(following.start_char, following.end_char)
    if token.lower_ == "by" and any(near.lemma_.lower() in _REPORTS for near in doc[max(0, token.i - 3) : token.i]):
        # "was quoted as saying by": the agent hangs on "saying".
        inner = next((child for child in token.children if child.dep_ == "pobj"), None)
        return words_under(inner) if inner is not None else None
    if token.lower_ in ("according", "per"):
        for other in token.subtree:
            if other.dep_ == "pobj":
                return words_under(other)
    return None


def _relay(phrase: Span, doc: Doc, cast: Cast, tables: StatementTables) -> Relay | None:
    """The medium that a phrase names: a capitalised name with a word of media in it."""
    for mention in cast.within(phrase.start, phrase.end):
        name = text_of(doc)[mention.start : mention.end]
        if cast.entity_of(mention).kind == "organisation" and tables.media_pattern.search(name):
            entity = cast.entity_of(mention)
            return Relay(entity.name, entity.id, Span(mention.start, mention.end), _is_agency(name, tables))
    for match in _NAME.finditer(text_of(doc), phrase.start, phrase.end):
        if tables.media_pattern.search(match[0]):
            return Relay(match[0], None, Span(*match.span()), _is_agency(match[0], tables))
    return None


_NAME = re.compile(r"(?:The\s+)?(?:[A-Z][\w.’']*)(?:\s+(?:of\s+|and\s+)?[A-Z][\w.’']*)*(?:\s+news (?:agency|service))?")


def _is_agency(name: str, tables: StatementTables) -> bool:
    return bool(tables.agency_pattern.search(name))
