"""Which office phrase stands with which name: `Foreign Minister X`, `X, the foreign minister`, `the minister, X,`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.reading.people.actors import Actor
from legation.reading.people.names import Run
from legation.reading.people.offices import Office
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

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
        self.states = {actor.first: actor for actor in actors if actor.entity.kind == "state"}
        self.by_stop = {office.stop: office for office in offices}
        self.by_first = {office.first: office for office in offices}
        self.opening = {self.before_address(run.first): number for number, run in enumerate(runs)}
        self.found: dict[int, list[Office]] = defaultdict(list)
        self.taken: set[int] = set()
        self.adjacent: set[int] = set()

    def links(self) -> Links:
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
        office = self.of_place(office, run)
        group = self.group_before(office)
        for member in group:
            self.take(number, member)
        self.adjacent.add(number)
        if office.plural:
            self.share(number, group)

    def of_place(self, office: Office, run: Run) -> Office:
        """The country told after the name: `Foreign Minister Holm of Norway`, `Anna Holm (Norway)`."""
        at, tokens = run.stop, self.tokens
        if office.country is not None or at + 1 >= len(tokens) or tokens.lower[at] not in ("of", "("):
            return office
        actor = self.states.get(at + 1 + (tokens.lower[at + 1] == "the"))
        return replace(office, country=actor.entity.country) if actor is not None else office

    def group_before(self, office: Office) -> list[Office]:
        """`Chinese State Councilor and Foreign Minister`: the country and `former` of the first hold for all."""
        group = [office]
        while group[0].first > 1:
            joined = self.tokens.lower[group[0].first - 1] in _AND
            # "President X's adviser Y": the possessor's title is not the adviser's.
            if not joined and (group[0].article is not None or group[0].core != group[0].first):
                break
            earlier = self.by_stop.get(group[0].first - joined)
            # "The Secretary and Foreign Minister Holm" are two people: the first of them was introduced before.
            if earlier is None or earlier.plural or (earlier.article is not None and earlier.country is None):
                break
            group.insert(0, earlier)
        lead = group[0]
        return [lead, *(inherited(member, lead) for member in group[1:])]

    def share(self, number: int, group: Sequence[Office]) -> None:
        """`Presidents Xi and Putin`: the title holds for the names that follow too."""
        while number + 1 < len(self.runs):
            between = range(self.runs[number].stop, self.before_address(self.runs[number + 1].first))
            if len(between) > 2 or not between or any(self.tokens.lower[at] not in (*_AND, ",") for at in between):
                return
            number += 1
            for office in group:
                self.take(number, replace(office, country=None))
            self.adjacent.add(number)

    def phrases_after(self, number: int, run: Run) -> None:
        tokens = self.tokens
        at = run.stop
        if at < len(tokens) and tokens.text[at] in _OPENING:
            at += 1
            # Ages: "Anna Holm, 45, a teacher".
            if at + 1 < len(tokens) and tokens.text[at].isdigit() and tokens.text[at + 1] == ",":
                at += 2
            at = self.after_party(at)
        else:
            return
        office = self.by_first.get(at)
        if office is None or not self.is_free(office) or not self.is_apposed(office, run):
            return
        while office is not None and self.is_free(office):
            self.take(number, office)
            last, at = office, office.stop
            while at < len(tokens) and at - last.stop < 2 and (tokens.text[at] == "," or tokens.lower[at] in _AND):
                at += 1
            office = self.by_first.get(at) if at > last.stop else None
            if office is not None and office.article is None and not office.owned and not office.marked:
                office = inherited(office, last)

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
