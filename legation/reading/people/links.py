"""Which office phrase stands with which name: `Foreign Minister X`, `X, the foreign minister`, `the minister, X,`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from legation.reading.people.actors import Actor
from legation.reading.people.names import Run
from legation.reading.people.offices import HYPHENS, POSSESSIVE, Office
from legation.reading.people.pairings import Pairer
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

if TYPE_CHECKING:
    from legation.model import TenureRelation

_OPENING = frozenset({",", "(", "–", "—", "-"})
_CLOSING = frozenset({",", ".", ")", "–", "—", ";", ":", "”", '"'})
_AND = frozenset({"and", "&"})


@dataclass(frozen=True, slots=True)
class Links:
    """The office phrases of each name, by the number of the run; and the phrases that belong to some name."""

    of_run: Mapping[int, tuple[Office, ...]]
    adjacent: frozenset[int]
    """Runs right after a title: the surest sign of a person."""
    taken: frozenset[int]
    """The first tokens of the phrases that stand with a name."""


def link(
    tokens: Tokens, runs: Sequence[Run], offices: Sequence[Office], actors: Sequence[Actor], words: Words
) -> Links:
    """The phrases that stand with each name. Titles right before a name come first: they are the surest."""
    return _Linker(tokens, runs, offices, actors, words).links()


class _Linker:
    def __init__(
        self,
        tokens: Tokens,
        runs: Sequence[Run],
        offices: Sequence[Office],
        actors: Sequence[Actor],
        words: Words,
    ) -> None:
        self.tokens, self.runs, self.words = tokens, runs, words
        self.offices, self.actors = offices, actors
        self.states = {actor.first: actor for actor in actors if actor.entity.kind == "state"}
        self.by_stop = {office.stop: office for office in offices}
        self.by_first = {office.first: office for office in offices}
        self.opening = {self.before_address(run.first): number for number, run in enumerate(runs)}
        self.run_starts = {run.first for run in runs}
        self.found: dict[int, list[Office]] = defaultdict(list)
        self.taken: set[int] = set()
        self.adjacent: set[int] = set()

    def links(self) -> Links:
        for pairing in Pairer(self.tokens, self.runs, self.actors, self.words).pairings(self.offices):
            self.taken.add(pairing.office.first)
            for number, office in pairing.parts:
                self.take(number, office)
                if self.runs[number].first == pairing.office.stop:
                    self.adjacent.add(number)
        for number, run in enumerate(self.runs):
            self.titles_before(number, run)
        for number, run in enumerate(self.runs):
            self.phrases_after(number, run)
        for number, run in enumerate(self.runs):
            self.phrase_and_comma(number, run)
        of_run = {number: tuple(offices) for number, offices in self.found.items()}
        return Links(of_run, frozenset(self.adjacent), frozenset(self.taken))

    def before_address(self, at: int) -> int:
        """The token where forms of address before a name begin: `Prof`, `Mr .`."""
        tokens = self.tokens
        while at > 0 and (
            tokens.lower[at - 1].rstrip(".") in self.words.titles
            or (tokens.text[at - 1] == "." and at > 1 and tokens.lower[at - 2] in self.words.titles)
        ):
            at -= 1
        return at

    def take(self, number: int, office: Office) -> None:
        self.found[number].append(office)
        self.taken.add(office.first)

    def titles_before(self, number: int, run: Run) -> None:
        first = self.before_address(run.first)
        if first > 0 and self.tokens.lower[first - 1] in ("named", "called"):
            first -= 1
        office = self.by_stop.get(first)
        if office is None or self.tokens.block[office.at] != self.tokens.block[run.first]:
            return
        if office.plural and office.first in self.taken:
            return
        office = self.of_place(office, run)
        group = self.group_before(office)
        for member in group:
            self.take(number, member)
        self.adjacent.add(number)
        if office.plural:
            self.share(number, group)

    def of_place(self, office: Office, run: Run) -> Office:
        """The country told after the name: `Foreign Minister Holm of Norway`, `Anna Holm (Norway)`."""
        actor = self.home_after(run) if office.country is None else None
        return replace(office, country=actor.entity.country) if actor is not None else office

    def home_after(self, run: Run) -> Actor | None:
        """The state told right after a name, and nothing else than the state: not `inform Holm of the US plan`."""
        at, tokens = run.stop, self.tokens
        if at + 1 >= len(tokens) or tokens.lower[at] not in ("of", "("):
            return None
        actor = self.states.get(at + 1 + (tokens.lower[at + 1] == "the"))
        if actor is None or actor.adjective:
            return None
        after = actor.stop
        goes_on = after < len(tokens) and (
            tokens.pos[after] in ("NOUN", "PROPN", "ADJ") or tokens.text[after] in (*HYPHENS, *POSSESSIVE)
        )
        named = after in self.run_starts or after in self.by_first
        return None if goes_on and not named and tokens.sentence[after] == tokens.sentence[at] else actor

    def group_before(self, office: Office) -> list[Office]:
        """`Chinese State Councilor and Foreign Minister`: the country and `former` of the first hold for all."""
        group = [office]
        while group[0].first > 1:
            joined = self.tokens.lower[group[0].first - 1] in _AND
            # "President X's adviser Y": the possessor's title is not the adviser's.
            if not joined and (group[0].article is not None or group[0].core != group[0].first):
                break
            earlier = self.by_stop.get(group[0].first - joined)
            if earlier is not None and not self.may_share(earlier, group[0]):
                break
            # "The Secretary and Foreign Minister Holm" are two people: the first of them was introduced before.
            if earlier is None or earlier.plural or (earlier.article is not None and earlier.country is None):
                break
            group.insert(0, earlier)
        lead = group[0]
        return [lead, *(inherited(member, lead) for member in group[1:])]

    def may_share(self, earlier: Office, office: Office) -> bool:
        """Whether two titles may be one person's: in one sentence, and not `the foreign minister and Secretary X`."""
        tokens = self.tokens
        loud = [tokens.text[one.at][0].isupper() for one in (earlier, office)]
        two = earlier.article == "the" and loud == [False, True]
        return tokens.sentence[earlier.at] == tokens.sentence[office.at] and not two

    def share(self, number: int, group: Sequence[Office]) -> None:
        """`Presidents Xi and Putin`: the title holds for the names that follow too."""
        while number + 1 < len(self.runs):
            between = range(self.after_place(self.runs[number]), self.before_address(self.runs[number + 1].first))
            if len(between) > 2 or not between or any(self.tokens.lower[at] not in (*_AND, ",") for at in between):
                return
            number += 1
            for office in group:
                self.take(number, self.of_place(replace(office, country=None), self.runs[number]))
            self.adjacent.add(number)

    def after_place(self, run: Run) -> int:
        """The token after a name and the country told of it: `Holm of Norway`, `Holm (Norway)`."""
        actor, tokens = self.home_after(run), self.tokens
        if actor is None:
            return run.stop
        return actor.stop + (actor.stop < len(tokens) and tokens.text[actor.stop] == ")")

    def phrases_after(self, number: int, run: Run) -> None:
        tokens = self.tokens
        at = self.after_caption_place(run.stop)
        if at < len(tokens) and tokens.text[at] in _OPENING:
            at += 1
            # Ages: "Anna Holm, 45, a teacher".
            if at + 1 < len(tokens) and tokens.text[at].isdigit() and tokens.text[at + 1] == ",":
                at += 2
            at = self.after_party(at)
        else:
            return
        at, mark = self.after_mark(at)
        office = self.by_first.get(at)
        if office is None or not self.is_free(office) or not self.is_apposed(office, run):
            return
        while office is not None and self.is_free(office):
            marked = mark is not None and not office.marked
            self.take(number, replace(office, relation=mark, marked=True) if marked and mark else office)
            last, at, mark = office, office.stop, None
            while at < len(tokens) and at - last.stop < 2 and (tokens.text[at] == "," or tokens.lower[at] in _AND):
                at += 1
            office = self.by_first.get(at) if at > last.stop else None
            if office is not None and office.article is None and not office.owned and not office.marked:
                office = inherited(office, last)

    def after_mark(self, at: int) -> tuple[int, TenureRelation | None]:
        """The token after an adverb of time before a title, and what it tells: `X, previously Norway's minister`."""
        row = self.words.marks.get(self.tokens.lower[at]) if at < len(self.tokens) else None
        if row is not None and at not in self.by_first and at + 1 in self.by_first:
            return at + 1, row.relation
        if at < len(self.tokens) and self.tokens.lower[at] == "until":
            after = next((place for place in range(at + 2, at + 6) if place in self.by_first), None)
            if after is not None:
                return after, "held"
        return at, None

    def after_caption_place(self, at: int) -> int:
        """The token after where in the picture somebody stands: `(left)`, `, second from right`."""
        tokens, stop = self.tokens, at + 1
        while stop < min(at + 6, len(tokens)) and tokens.lower[stop].strip(".") in self.words.caption_places:
            stop += 1
        closes = {"(": ")", ",": ","}.get(tokens.text[at] if at < len(tokens) else "")
        if stop == at + 1 or stop >= len(tokens) or closes is None or tokens.text[stop] != closes:
            return at
        return stop + 1 if closes == ")" else stop

    def after_party(self, at: int) -> int:
        """The token after a lawmaker's party and state: `Anna Holm, R-Fla., the chair of ...`; else `at` itself."""
        text = self.tokens.text
        stop = text.index(",", at) if "," in text[at : at + 5] else at
        return stop + 1 if re.fullmatch(r"[RDI][-‐‑–][A-Z][\w.]*", "".join(text[at:stop])) else at

    def is_free(self, office: Office) -> bool:
        """Not the title of the name that follows, no group of people, not taken yet."""
        return office.first not in self.taken and office.stop not in self.opening and not office.plural

    def is_apposed(self, office: Office, run: Run) -> bool:
        """Whether the phrase after the comma describes the name, and is not the next one of a list of people."""
        tokens, at = self.tokens, office.stop
        if at < len(tokens) and tokens.text[at] == "," and at + 1 < len(tokens):
            at += 1
        if at < len(tokens) and tokens.lower[at] in _AND and office.article == "the":
            following = self.by_first.get(at + 1)
            return following is not None or tokens.dep[office.at] == "appos"
        return True

    def phrase_and_comma(self, number: int, run: Run) -> None:
        """`China's top diplomat, X, said`: only where the name is closed off by a comma or is an apposition."""
        first = self.before_address(run.first)
        if first < 2 or self.tokens.text[first - 1] not in (",", "–", "—"):
            return
        office = self.by_stop.get(first - 1)
        if office is None or not self.is_free(office) or (office.article is None and not office.owned):
            return
        closed = run.stop >= len(self.tokens) or self.tokens.text[run.stop] in _CLOSING
        apposed = any(self.tokens.dep[at] == "appos" for at in range(run.first, run.stop))
        if closed or apposed:
            self.take(number, office)


def inherited(office: Office, lead: Office) -> Office:
    """The phrase with what the first of its group tells for all: country and, without an article, `former`."""
    relation = office.relation if office.marked or office.article is not None else lead.relation
    return replace(office, country=office.country or lead.country, relation=relation)
