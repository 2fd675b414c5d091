"""Titles in the plural for several names: `the foreign ministers of Norway and Kenya, X and Y`, `X and Y, envoys`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from legation.reading.people.actors import Actor
from legation.reading.people.names import Run
from legation.reading.people.offices import ARTICLES, OWNERS, Office, singular
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

_BETWEEN = frozenset({"and", "&", ","})


@dataclass(frozen=True, slots=True)
class Pairing:
    """One plural title with the runs that it is told of, each with its own part of the title."""

    office: Office
    parts: tuple[tuple[int, Office], ...]


class Pairer:
    """Finds whose the plural titles of one text are. As many states as names: one each, in their order."""

    def __init__(self, tokens: Tokens, runs: Sequence[Run], actors: Sequence[Actor], words: Words) -> None:
        self.tokens, self.runs, self.words = tokens, runs, words
        self.states: Mapping[int, Actor] = {actor.first: actor for actor in actors if actor.entity.kind == "state"}
        self.state_ends = {actor.stop: actor for actor in self.states.values()}
        self.by_first = {run.first: number for number, run in enumerate(runs)}
        self.by_stop = {run.stop: number for number, run in enumerate(runs)}

    def pairings(self, offices: Sequence[Office]) -> Iterator[Pairing]:
        """The plural titles that stand with a list of two names or more, in reading order."""
        for office in offices:
            if not office.plural:
                continue
            first, before = self.states_before(office)
            stop, after = self.states_after(office)
            names = self.names_after(stop) or self.names_before(first)
            states = before if len(before) > 1 or not after else after
            copula = first > 0 and self.is_copula(first - 1)
            told = bool(names) and len(states) in (0, 1, len(names))
            if told and (states or self.is_apposed(first, office)):
                past = copula and self.tokens.lower[first - 1] == "were" and not office.marked
                whole = replace(office, first=first, relation="held" if past else office.relation)
                yield Pairing(office, tuple(self.parts(whole, names, states)))

    def is_apposed(self, first: int, office: Office) -> bool:
        """`X and Y, senior fellows at the institute, said`: the phrase is closed off after the names."""
        at = office.stop
        return (
            first > 0 and self.tokens.text[first - 1] == "," and at < len(self.tokens) and self.tokens.text[at] in ",."
        )

    def parts(self, office: Office, names: Sequence[int], states: Sequence[str]) -> Iterator[tuple[int, Office]]:
        """The title of each name: with its own state where there are as many, else with the one state for all."""
        for place, number in enumerate(names):
            country = states[place] if len(states) == len(names) else states[0] if states else office.country
            yield number, replace(office, country=country, plural=False, role=singular(office.role))

    def states_before(self, office: Office) -> tuple[int, list[str]]:
        """The left edge of `the Norwegian and Kenyan foreign ministers`, and the states in their order."""
        at = office.core
        found: list[str] = []
        while (actor := self.state_ends.get(at)) is not None and actor.entity.country:
            found.insert(0, actor.entity.country)
            at = actor.first
            if self.tokens.lower[at - 1] not in _BETWEEN or self.state_ends.get(at - 1) is None:
                break
            at -= 1
        first = min(at, office.first)
        return first - (first > 0 and self.tokens.lower[first - 1] in (*ARTICLES, *OWNERS)), found

    def states_after(self, office: Office) -> tuple[int, list[str]]:
        """The right edge of `foreign ministers of Norway and Kenya, respectively`, and the states in their order."""
        tokens, stop = self.tokens, office.stop
        inside = [actor for at, actor in self.states.items() if office.at < at < stop]
        found = [actor.entity.country for actor in sorted(inside, key=lambda actor: actor.first)]
        while found and stop + 1 < len(tokens) and tokens.lower[stop] in _BETWEEN:
            at = stop + 1 + (tokens.lower[stop + 1] in ("and", "the"))
            actor = self.states.get(at + (at < len(tokens) and tokens.lower[at] == "the"))
            if actor is None or tokens.sentence[actor.first] != tokens.sentence[office.at]:
                break
            found.append(actor.entity.country)
            stop = actor.stop
        return stop, [country for country in found if country]

    def names_after(self, stop: int) -> list[int]:
        """The runs of `..., X and Y` right after a title."""
        at = self.name_at(stop)
        if at is None and stop < len(self.tokens) and self.tokens.text[stop] == ",":
            at = self.name_at(stop + 1)
        return self.listed(at) if at is not None else []

    def name_at(self, at: int) -> int | None:
        """The run that begins at a token, or after the form of address there."""
        while at < len(self.tokens) and self.tokens.lower[at].rstrip(".") in self.words.titles:
            at += 1
        return self.by_first.get(at)

    def listed(self, number: int) -> list[int]:
        """The run and those that follow it in one list `X, Y and Z`; empty where there is just one."""
        found = [number]
        while (following := self.next_name(found[-1])) is not None:
            found.append(following)
        closed = len(found) > 1 and self.tokens.lower[self.before(found[-1])] in ("and", "&")
        return found if closed else []

    def before(self, number: int) -> int:
        """The token before a name and its form of address."""
        at = self.runs[number].first - 1
        while at > 0 and self.tokens.lower[at].rstrip(".") in self.words.titles:
            at -= 1
        return at

    def next_name(self, number: int) -> int | None:
        tokens, at = self.tokens, self.runs[number].stop
        if at >= len(tokens) or tokens.lower[at] not in _BETWEEN:
            return None
        at += 1
        if at < len(tokens) and tokens.lower[at] in ("and", "&"):
            at += 1
        found = self.name_at(at)
        near = found is not None and tokens.sentence[self.runs[found].first] == tokens.sentence[self.runs[number].first]
        return found if near else None

    def names_before(self, first: int) -> list[int]:
        """The runs of `X and Y, the ...`, `X and Y are the ...` or `X met Y. They are the ...` before a title."""
        at = first - 1
        if at < 1 or (self.tokens.text[at] != "," and not self.is_copula(at)):
            return []
        if self.tokens.lower[at - 1] == "they":
            return self.last_sentence(self.tokens.sentence[at] - 1)
        last = self.by_stop.get(at)
        found = [last] if last is not None else []
        while found and (earlier := self.by_stop.get(self.before(found[0]))) is not None:
            if self.tokens.lower[self.before(found[0])] not in _BETWEEN:
                break
            found.insert(0, earlier)
        joined = len(found) > 1 and any(self.tokens.lower[self.before(one)] in ("and", "&") for one in found[1:])
        return found if joined else []

    def is_copula(self, at: int) -> bool:
        """Whether `are` or `were` stands there."""
        return self.tokens.lower[at] in ("are", "were") and self.tokens.pos[at] in ("AUX", "VERB")

    def last_sentence(self, sentence: int) -> list[int]:
        """The names of the sentence before, where there are two or more and nobody twice."""
        runs = enumerate(self.runs)
        found = [number for number, run in runs if self.tokens.sentence[run.first] == sentence]
        return found if len(found) > 1 and all(self.runs[one].stop - self.runs[one].first > 1 for one in found) else []
