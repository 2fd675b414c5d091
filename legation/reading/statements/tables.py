"""The word tables of statements: verbs and nouns of saying, issues, words of stance, media, unnamed sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from legation.lexicon.table import TableRow, read_table
from legation.model import Stance

VerbKind = Literal[
    "say", "tell", "write", "ask", "belief", "wish", "promise", "demand", "accuse", "warn", "blame", "praise",
    "reject", "support", "describe", "express", "about", "according",
]  # fmt: skip
Addressee = Literal["object", "to", "target"]


class SpeechVerb(TableRow):
    """A verb or phrase of saying, by its lemma and what stands with it (`call on`, `make clear`)."""

    phrase: str
    kind: VerbKind
    stance: Stance | None = None
    """What the verb alone tells of the speaker's stance."""
    addressee: Addressee | None = None
    """Where the one spoken to (or, for `target`, about) stands: the object, or after `to`."""
    example: str


class NominalCue(TableRow):
    """A noun that brings a statement: `his demand that`."""

    noun: str
    kind: VerbKind
    example: str


class IssueWords(TableRow):
    """Words that name an issue; `*` at the end stands for any ending."""

    issue: str
    words: str
    example: str


class StanceWords(TableRow):
    """Words that speak of blame and threat, of praise and common work, that take a threat back or seek contact."""

    stance: Literal["cooperative", "hostile", "reassuring", "contact"]
    """Reassuring words make hostile ones behind them a disclaimer: `Norland does not seek war`. Words of contact make a
    demand cooperative: `demanded that the talks be resumed`."""
    words: str
    example: str


class MediaWords(TableRow):
    """Names of agencies and media, and words that make a name one."""

    kind: Literal["agency", "medium"]
    words: str
    example: str


class Utterance(TableRow):
    """A noun for the text or talk in which something was said."""

    kind: Literal["interview", "written", "speech"]
    noun: str
    example: str


class UnnamedSource(TableRow):
    """A noun for a source that bears no name."""

    noun: str
    example: str


class StateVoice(TableRow):
    """A noun that, with a state before it, stands for the state: `the Chinese side`."""

    noun: str
    example: str


class NonSpeaker(TableRow):
    """A noun for what says nothing itself, though a verb of saying may follow: `the move signalled`."""

    noun: str
    example: str


class BodyNoun(TableRow):
    """A noun for a body that speaks under no name: `the ministry`."""

    noun: str
    example: str


class IssuingVerb(TableRow):
    """A verb for what an author does with a text: `issued a statement`."""

    verb: str
    example: str


class ValuingVerb(TableRow):
    """A verb for what a speaker does with a figure: `puts the toll at 40`."""

    verb: str
    example: str


class TurnLabel(TableRow):
    """A word before a colon that opens a turn of an interview or a press conference: `Q:`, `Moderator:`."""

    label: str
    asks: bool
    """Whether the turn asks; else it answers."""
    example: str


class AnonymityWords(TableRow):
    """Words in which a source asks to stay without a name."""

    words: str
    example: str


class OutsideWords(TableRow):
    """Words for others than one's own house: the world, the two sides, a continent."""

    words: str
    example: str


def words_pattern(entries: Iterable[str]) -> re.Pattern[str]:
    """One pattern for whole words or phrases; `*` at the end stands for any ending. Capitals count where given."""
    parts = []
    for entry in sorted(set(entries), key=lambda entry: (-len(entry), entry)):
        body = re.escape(entry.rstrip("*")).replace(r"\ ", r"\s+").replace("'", "['’]")
        body = body if any(letter.isupper() for letter in entry) else f"(?i:{body})"
        parts.append(body + (r"\w*" if entry.endswith("*") else ""))
    return re.compile(r"(?<!\w)(?:" + "|".join(parts) + r")(?!\w)") if parts else re.compile(r"(?!)")


@dataclass(frozen=True)
class StatementTables:
    """All tables of statements, as read."""

    verbs: tuple[SpeechVerb, ...]
    nouns: tuple[NominalCue, ...]
    issues: tuple[IssueWords, ...]
    stances: tuple[StanceWords, ...]
    media: tuple[MediaWords, ...]
    utterances: tuple[Utterance, ...]
    unnamed: tuple[UnnamedSource, ...]
    voices: tuple[StateVoice, ...]
    outside: tuple[OutsideWords, ...]
    turns: tuple[TurnLabel, ...]
    idle: tuple[NonSpeaker, ...]
    nameless: tuple[AnonymityWords, ...]
    issuing: tuple[IssuingVerb, ...]
    valuing: tuple[ValuingVerb, ...]
    bodies: tuple[BodyNoun, ...]

    @cached_property
    def verbs_by_head(self) -> Mapping[str, tuple[SpeechVerb, ...]]:
        """Verbs by the lemma of their first word, longest phrase first."""
        by_head: dict[str, list[SpeechVerb]] = {}
        for row in self.verbs:
            by_head.setdefault(row.phrase.split()[0], []).append(row)
        return {head: tuple(sorted(rows, key=lambda row: -len(row.phrase.split()))) for head, rows in by_head.items()}

    @cached_property
    def noun_kinds(self) -> Mapping[str, VerbKind]:
        """Kind of each noun of saying."""
        return {row.noun: row.kind for row in self.nouns}

    @cached_property
    def issue_patterns(self) -> Mapping[str, re.Pattern[str]]:
        """One pattern for each issue, in the table's order."""
        by_issue: dict[str, list[str]] = {}
        for row in self.issues:
            by_issue.setdefault(row.issue, []).append(row.words)
        return {issue: words_pattern(words) for issue, words in by_issue.items()}

    @cached_property
    def stance_patterns(self) -> Mapping[Stance, re.Pattern[str]]:
        """One pattern for each of the two stances that have words."""
        return {
            "hostile": words_pattern(row.words for row in self.stances if row.stance == "hostile"),
            "cooperative": words_pattern(row.words for row in self.stances if row.stance == "cooperative"),
        }

    @cached_property
    def reassuring_pattern(self) -> re.Pattern[str]:
        """Words that take back the hostile words behind them, as far as their clause goes."""
        return words_pattern(row.words for row in self.stances if row.stance == "reassuring")

    @cached_property
    def contact_pattern(self) -> re.Pattern[str]:
        """Words of contact, the asking for which is cooperative."""
        return words_pattern(row.words for row in self.stances if row.stance == "contact")

    @cached_property
    def media_pattern(self) -> re.Pattern[str]:
        """Names and words of media."""
        return words_pattern(row.words for row in self.media)

    @cached_property
    def agency_pattern(self) -> re.Pattern[str]:
        """Names and words of news agencies."""
        return words_pattern(row.words for row in self.media if row.kind == "agency")

    @cached_property
    def utterance_kinds(self) -> Mapping[str, str]:
        """Kind of each noun for a text or talk."""
        return {row.noun.lower(): row.kind for row in self.utterances}

    @cached_property
    def talk_pattern(self) -> re.Pattern[str]:
        """Nouns for interviews and press conferences."""
        return words_pattern(row.noun for row in self.utterances if row.kind == "interview")

    @cached_property
    def unnamed_nouns(self) -> frozenset[str]:
        """Nouns for unnamed sources."""
        return frozenset(row.noun for row in self.unnamed)

    @cached_property
    def anonymity_pattern(self) -> re.Pattern[str]:
        """Words in which a source asks to stay without a name."""
        return words_pattern(row.words for row in self.nameless)

    @cached_property
    def outside_pattern(self) -> re.Pattern[str]:
        """Words for others than one's own house."""
        return words_pattern(row.words for row in self.outside)

    @cached_property
    def utterance_compounds(self) -> Mapping[str, str]:
        """Kind of each noun for a text or talk that is more than one word or has a hyphen."""
        return {noun: kind for noun, kind in self.utterance_kinds.items() if not noun.isalpha()}

    @cached_property
    def idle_nouns(self) -> frozenset[str]:
        """Nouns for what says nothing itself."""
        return frozenset(row.noun for row in self.idle)

    @cached_property
    def issuing_verbs(self) -> frozenset[str]:
        """Verbs for what an author does with a text."""
        return frozenset(row.verb for row in self.issuing)

    @cached_property
    def valuing_verbs(self) -> frozenset[str]:
        """Verbs that put a figure on a thing."""
        return frozenset(row.verb for row in self.valuing)

    @cached_property
    def turn_labels(self) -> Mapping[str, bool]:
        """Whether a turn under each label asks; labels in lower case."""
        return {row.label.lower(): row.asks for row in self.turns}

    @cached_property
    def body_nouns(self) -> frozenset[str]:
        """Nouns for bodies that speak under no name: `the ministry`."""
        return frozenset(row.noun for row in self.bodies)

    @cached_property
    def voice_nouns(self) -> frozenset[str]:
        """Nouns that stand for a state."""
        return frozenset(row.noun for row in self.voices)


def load_statement_tables(folder: Path | None = None) -> StatementTables:
    """The tables shipped with Legation, or those in a user's `folder`. Raises LegationError on a wrong row."""
    return StatementTables(
        verbs=tuple(read_table("speech_verbs", SpeechVerb, folder)),
        nouns=tuple(read_table("nominal_cues", NominalCue, folder)),
        issues=tuple(read_table("issues", IssueWords, folder)),
        stances=tuple(read_table("stance_words", StanceWords, folder)),
        media=tuple(read_table("media_words", MediaWords, folder)),
        utterances=tuple(read_table("utterances", Utterance, folder)),
        unnamed=tuple(read_table("unnamed_sources", UnnamedSource, folder)),
        voices=tuple(read_table("state_voices", StateVoice, folder)),
        outside=tuple(read_table("outside_words", OutsideWords, folder)),
        turns=tuple(read_table("turn_labels", TurnLabel, folder)),
        idle=tuple(read_table("non_speakers", NonSpeaker, folder)),
        nameless=tuple(read_table("anonymity_words", AnonymityWords, folder)),
        bodies=tuple(read_table("body_nouns", BodyNoun, folder)),
        issuing=tuple(read_table("issuing_verbs", IssuingVerb, folder)),
        valuing=tuple(read_table("valuing_verbs", ValuingVerb, folder)),
    )
