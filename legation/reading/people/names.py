"""Runs of words that may be a person's name, by their shape, their neighbours and the tables of names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from legation.reading.people.actors import Actor, KnownPerson
from legation.reading.people.offices import singular
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Gender, Words

PARTICLES = frozenset(
    {"bin", "ibn", "bint", "al", "el", "ad", "as", "ash", "de", "da", "do", "dos", "das", "del", "della", "di",
     "der", "den", "von", "van", "zu", "la", "le", "ter", "ben", "abu", "ould"}
)  # fmt: skip
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "vi", "vii", "viii", "xiv", "xvi"})
_SHIPS = frozenset({"USS", "USNS", "HMS", "HMAS", "HMCS", "HMNZS", "INS", "USCGC", "RFA", "FS", "JS"})
"""What stands before the names of warships."""
_HYPHENS = frozenset("-‐‑–")
_PARTY_TAG = re.compile(r"[RDI][-‐‑–][A-Z][\w.]*")
_INITIAL = re.compile(r"[A-Z]\.?|[A-Z]\.-?[A-Z]\.")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*\.?")
_NEVER = frozenset({"DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "NUM", "PUNCT", "SYM"})
_DOUBTFUL = frozenset({"VERB", "ADV", "ADJ", "INTJ", "NOUN"})


@dataclass(frozen=True, slots=True)
class Run:
    """A name-like run of tokens: the forms of address before it and how it looks."""

    first: int
    stop: int
    titled: bool
    """A form of address (Mr, Prof) stands before it."""
    gender: Gender | None
    known: tuple[str, ...]
    """The ids of the register's persons whom the words may name."""
    listed: bool
    """It opens with a common given name or a family name that stands first."""
    labelled: bool
    """The parser's entity recogniser calls the words a person."""
    placed: bool = False
    """It calls them a place."""
    scholar: bool = False
    """A scholar's form of address stands before it."""


def find_runs(
    tokens: Tokens,
    actors: Sequence[Actor],
    people: Sequence[KnownPerson],
    words: Words,
    is_family_name: Callable[[str], bool],
) -> list[Run]:
    """The name-like runs in reading order, single words too. One pass; nothing is decided here.

    `is_family_name`: whether a person of the register is called by that word alone.
    """
    return _Scanner(tokens, actors, people, words, is_family_name).runs()


_DATING = frozenset({"in", "since", "until", "till", "during", "late", "early", "mid", "last", "next", "this"})
"""Words before a month."""


class _Scanner:
    def __init__(
        self,
        tokens: Tokens,
        actors: Sequence[Actor],
        people: Sequence[KnownPerson],
        words: Words,
        is_family_name: Callable[[str], bool],
    ) -> None:
        self.tokens, self.words = tokens, words
        self.is_family_name = is_family_name
        self.taken = {at for actor in actors for at in range(actor.first, actor.stop)}
        self.known = {person.first: person for person in people}
        self.person: set[int] = set()
        self.loud: set[int] = set()
        """Tokens in capitals that were taken for names."""
        self.shouted: set[str] = set()
        """Family names written in capitals: `WANG` of `WANG Yi`."""
        self.places: set[int] = set()
        for entity in tokens.doc.ents:
            inside = self.person if entity.label_ == "PERSON" else self.places
            if entity.label_ in ("PERSON", "GPE", "LOC"):
                inside.update(tokens.place[at] for at in range(entity.start, entity.end) if at in tokens.place)
        self.families = {tokens.text[end] for person in people for end in (person.first, person.stop - 1)}
        """The first and last words of the register's names in this text: one of them is the family name."""

    def runs(self) -> list[Run]:
        found, at = [], 0
        while at < len(self.tokens):
            stop = self.end_of_run(at)
            if stop > at and not self.is_ship(at):
                found.append(self.run(at, stop))
            at = max(stop, at + 1)
        return found

    def is_ship(self, first: int) -> bool:
        """Whether a ship bears the name: `the USS Anna Holm`."""
        return first > 0 and self.tokens.text[first - 1] in _SHIPS

    def is_party_tag(self, at: int) -> bool:
        """Whether the token is part of an American lawmaker's party and state: `R-Fla.`, `D-Calif.`."""
        text = self.tokens.text
        if _PARTY_TAG.fullmatch(text[at]):
            return True
        first = at - 2 if at > 1 and text[at - 1] in _HYPHENS else at
        glued = first + 1 < len(text) and text[first + 1] in _HYPHENS and self.tokens.joined(first)
        return glued and text[first] in ("R", "D", "I")

    def run(self, first: int, stop: int) -> Run:
        tokens, words = self.tokens, self.words
        title = None
        before = first - 1
        while before >= 0 and (tokens.text[before] == "." or tokens.lower[before].rstrip(".") in words.titles):
            title = words.titles.get(tokens.lower[before].rstrip("."), title)
            before -= 1
        known = self.known.get(first)
        if known is None and first + 1 in self.known and not self.known[first + 1].surname:
            known = self.known[first + 1]
        family = words.family_first.get(
            tokens.text[first].title() if tokens.text[first].isupper() else tokens.text[first]
        )
        return Run(
            first,
            stop,
            titled=title is not None,
            gender=title.gender if title is not None else None,
            known=known.ids if known is not None and known.stop == stop else (),
            listed=tokens.text[first] in words.given or (family is not None and stop - first <= 4),
            scholar=title is not None and title.calling == "scholar",
            labelled=all(at in self.person for at in range(first, stop)),
            placed=all(at in self.places for at in range(first, stop)),
        )

    def end_of_run(self, at: int) -> int:
        """Where the run that begins at `at` ends; `at` itself where none does."""
        known = self.known.get(at)
        if known is not None:
            return self.with_suffix(known.stop, known.stop)
        if not self.opens(at):
            return at
        stop = self.with_hyphens(at + 1)
        while stop < len(self.tokens) and stop - at < 8 and self.tokens.sentence[stop] == self.tokens.sentence[at]:
            if stop in self.known:
                # "Hussein Amir-Abdollahian": a given name of another spelling before a known family name.
                return self.known[stop].stop if self.is_given_before(at, stop) else stop
            if self.is_next_name(at, stop):
                break
            step = self.step(at, stop)
            if step == stop:
                break
            stop = step
        return self.with_suffix(stop, at)

    def is_next_name(self, first: int, at: int) -> bool:
        """`Anna` of `Stabilization Operations Anna Holm`: a given name after words that open no name."""
        words, text = self.words, self.tokens.text
        opened = text[first] in words.given or text[first] in words.family_first or first in self.person
        return text[at] in words.given and not opened and not text[first].endswith(".") and self.is_propn_name(at + 1)

    def is_given_before(self, at: int, stop: int) -> bool:
        """Whether one given name stands right before a name of the register: `Eduardo Enrique Reina`."""
        return stop == at + 1 and self.tokens.text[at] in self.words.given

    def step(self, first: int, at: int) -> int:
        """Where a longer run ends if the token at `at` goes on with it; `at` where it does not."""
        tokens = self.tokens
        if self.is_name_word(at, first):
            return self.with_hyphens(at + 1)
        if _INITIAL.fullmatch(tokens.text[at]) and at not in self.taken and self.follows(at + 1):
            return at + 1
        if tokens.lower[at] in PARTICLES:
            after = at + 1
            while after < len(tokens) and (tokens.lower[after] in PARTICLES or tokens.text[after] == "-"):
                after += 1
            if self.follows(after):
                return self.with_hyphens(after + 1)
        return at

    def follows(self, at: int) -> bool:
        return at < len(self.tokens) and self.is_name_word(at, at)

    def with_hyphens(self, stop: int) -> int:
        tokens = self.tokens
        while (
            stop + 1 < len(tokens)
            and tokens.text[stop] in "-‐‑"
            and tokens.joined(stop - 1)
            and tokens.joined(stop)
            and _NAME_WORD.fullmatch(tokens.text[stop + 1])
            and tokens.lower[stop + 1] not in self.words.marks
        ):
            stop += 2
        return stop

    def with_suffix(self, stop: int, first: int) -> int:
        tokens = self.tokens
        comma = stop + 1 < len(tokens) and tokens.text[stop] == ","
        at = stop + 1 if comma else stop
        if at < len(tokens) and tokens.lower[at] in SUFFIXES and tokens.text[at][0].isupper() and stop > first:
            return at + 1
        return stop

    def opens(self, at: int) -> bool:
        if self.tokens.credit[at] or not self.tokens.kind[at] or self.is_party_tag(at):
            return False
        if _INITIAL.fullmatch(self.tokens.text[at]) and self.tokens.text[at].endswith(".") and at not in self.taken:
            return self.follows(at + 1) or (at + 1 < len(self.tokens) and self.opens(at + 1))
        return self.is_name_word(at, at)

    def is_name_word(self, at: int, first: int) -> bool:
        """Whether the token may be a word of a name that begins at `first`."""
        tokens, words = self.tokens, self.words
        text, lower = tokens.text[at], tokens.lower[at]
        if not text[:1].isupper() or at in self.taken or tokens.credit[at] or not _NAME_WORD.fullmatch(text):
            return False
        shape = text.title() if text.isupper() and len(text) > 1 else text
        listed = shape in words.given or shape in words.family_first
        if text.isupper() and len(text) > 1 and not self.is_loud_name(at, shape):
            return False
        if lower.rstrip(".") in words.titles or (tokens.pos[at] in _NEVER and not listed):
            return False
        opens = at == first
        plural = lower.endswith(("s", "men")) and singular(lower) in words.roles
        if lower in words.not_names or lower in words.roles or lower in words.marks or plural:
            after_given = not opens and tokens.text[at - 1] in words.given
            row = words.not_names.get(lower)
            proper = tokens.pos[at] == "PROPN" and row is not None and row.kind == "thing"
            if opens and proper and text in self.families:
                return True
            if opens and row is not None and row.kind == "calendar" and self.is_month_name(at):
                return True
            plain = row is None or row.kind in ("thing", "calendar", "rank")
            # Christopher Hill, Park Jin: a listed neighbour tells a name from the common word.
            return (after_given and plain and at in self.person) or (
                opens and listed and tokens.pos[at] == "PROPN" and (self.is_propn_name(at + 1) or self.is_titled(at))
            )
        if tokens.pos[at] in _NEVER:
            return listed and opens and self.is_propn_name(at + 1)
        if tokens.pos[at] in _DOUBTFUL and at not in self.person and not listed:
            begins = at == 0 or tokens.sentence[at - 1] != tokens.sentence[at] or tokens.kind[at] == "headline"
            return (not begins and tokens.pos[at] != "ADV") or self.is_known_subject(at)
        return True

    def is_month_name(self, at: int) -> bool:
        """Whether a month's name is a surname here: `Mrs May`, or `May` in a text about one, but not `in May`."""
        tokens = self.tokens
        if self.is_titled(at):
            return True
        before = tokens.lower[at - 1] if at else ""
        after = tokens.text[at + 1] if at + 1 < len(tokens) else ""
        dated = before in _DATING or before.isdigit() or after.isdigit()
        return tokens.text[at] in self.families and tokens.pos[at] == "PROPN" and not dated

    def is_known_subject(self, at: int) -> bool:
        """A family name of the register that opens a sentence and does something, which the parser calls a noun."""
        tokens = self.tokens
        acts = tokens.dep[at] in ("nsubj", "nsubjpass") and tokens.pos[tokens.head[at]] == "VERB"
        return acts and tokens.pos[at] == "NOUN" and self.is_family_name(tokens.text[at])

    def is_titled(self, at: int) -> bool:
        """Whether a capitalised title or form of address stands right before."""
        before = self.tokens.lower[at - 1].rstrip(".") if at else ""
        return (before in self.words.titles or before in self.words.roles) and self.tokens.text[at - 1][0].isupper()

    def is_loud_name(self, at: int, shape: str) -> bool:
        """Whether a word in capitals is part of a name such as `WANG Yi` or `Anna HOLM`, no acronym."""
        tokens, words = self.tokens, self.words
        after = at + 1 < len(tokens) and tokens.text[at + 1][:1].isupper() and tokens.text[at + 1][1:].islower()
        before = tokens.text[at - 1] if at else ""
        if (shape in words.family_first and after) or (before in words.given and len(shape) > 2):
            self.shouted.add(tokens.text[at])
            return True
        if tokens.text[at] in self.shouted:
            return True
        # A transcript's "SECRETARY HOLM:", "MS HOLM:", "ANNA HOLM": loud words after a loud title or name.
        lower = before.lower().rstrip(".")
        titled = before.isupper() and (lower in words.roles or lower in words.titles or at - 1 in self.loud)
        if len(shape) > 1 and (titled or (shape in words.given and tokens.text[at : at + 2][-1].isupper())):
            self.loud.add(at)
            return True
        return False

    def is_propn_name(self, at: int) -> bool:
        tokens = self.tokens
        return (
            at < len(tokens)
            and at not in self.taken
            and tokens.text[at][:1].isupper()
            and tokens.lower[at] not in self.words.not_names
            and tokens.lower[at] not in self.words.roles
            and tokens.pos[at] == "PROPN"
        )
