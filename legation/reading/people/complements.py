"""What follows a role noun and belongs to the title: `of foreign affairs`, `to the US`, `at Fudan University`."""

from __future__ import annotations

from dataclasses import dataclass

from legation.reading.people.offices import ARTICLES, HYPHENS, MODIFYING, OWNERS, POSSESSIVE, singular
from legation.reading.people.scene import Scene
from legation.reading.people.words import RoleRow

_LINKS = frozenset({"of", "for", "to", "at", "on", "with", "in", "from"})
_SCHOLARLY = frozenset({"scholar", "staff", "head", "adviser", "law"})
_NO_BODY = frozenset({"portfolio", "rank", "calendar"})
_LONGEST = 24
"""Tokens."""


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of a complement by token numbers: its preposition and the words after it."""

    link: str
    first: int
    stop: int


class Complement:
    """The complement that begins right after a role noun (or after its `-designate`); it may be empty."""

    def __init__(self, scene: Scene, head: int, at: int, row: RoleRow) -> None:
        self.scene, self.tokens, self.head, self.row = scene, scene.tokens, head, row
        self.stop, self.segments = self._walk(at)

    def _walk(self, at: int) -> tuple[int, list[Segment]]:
        tokens = self.tokens
        begin = last = at
        segments: list[Segment] = []
        while at < len(tokens) and at - begin < _LONGEST and tokens.sentence[at] == tokens.sentence[begin - 1]:
            lower = tokens.lower[at]
            if lower in _LINKS:
                if not self._links(at, bool(segments)):
                    break
                segments.append(Segment(lower, at + 1, at + 1))
                at += 2 if at + 1 < len(tokens) and tokens.lower[at + 1] in (*ARTICLES, *OWNERS) else 1
                continue
            if not segments or not self._goes_on(at) or self._is_next_title(at):
                break
            at += 1
            if lower not in ("and", "&") and lower not in POSSESSIVE:
                last = at
                segments[-1] = Segment(segments[-1].link, segments[-1].first, last)
        return last, [segment for segment in segments if segment.stop > segment.first]

    def _is_next_title(self, at: int) -> bool:
        """Whether a title of the name that follows begins here: `Secretary for Foreign Affairs Ambassador Holm`."""
        tokens, scene = self.tokens, self.scene
        if at + 1 >= len(tokens) or not tokens.text[at][0].isupper() or tokens.lower[at] not in scene.words.roles:
            return False
        compound = tokens.lower[at - 1] in scene.words.roles
        return scene.is_person(at + 1) and not compound

    def _links(self, at: int, nested: bool) -> bool:
        """Whether the preposition at `at` belongs to the title and not to the sentence around it."""
        tokens = self.tokens
        after = at + 1
        article = after < len(tokens) and tokens.lower[after] in (*ARTICLES, *OWNERS)
        after += article
        if (
            after >= len(tokens)
            or tokens.pos[after] in ("NUM", "PUNCT", "VERB", "PRON")
            or self.scene.is_calendar(after)
        ):
            return False
        if self.scene.is_person(after) and not article:
            return False
        capital = tokens.text[after][0].isupper()
        match tokens.lower[at]:
            case "of":
                return True
            case "for":
                if article and not capital:
                    return self._opens_body(after)
                return capital or tokens.pos[after] in ("NOUN", "ADJ", "PROPN")
            case "to":
                return after in self.scene.actor or self.row.kind == "adviser"
            case "at":
                return capital and (nested or self.row.kind in _SCHOLARLY or after not in self.scene.actor)
            case "on":
                return self.row.kind in ("scholar", "envoy", "adviser") or (
                    capital and (nested or self.row.kind == "lawmaker")
                )
            case "from":
                return self.row.kind == "counterpart" and after in self.scene.actor
            case "with":
                return capital and self.row.kind in ("scholar", "staff")
            case _:
                return self.row.kind == "envoy" and after in self.scene.actor

    def _opens_body(self, at: int) -> bool:
        """Whether the words at `at` name a ministry or the like: `the foreign ministry`, `the central bank`."""
        tokens = self.tokens
        for place in range(at, min(at + 4, len(tokens))):
            row = self.scene.words.not_names.get(tokens.lower[place])
            if row is not None and row.kind == "organisation":
                return True
            if tokens.pos[place] not in MODIFYING:
                return False
        return False

    def _goes_on(self, at: int) -> bool:
        """Whether the token at `at` is one more word of a complement that has begun."""
        tokens = self.tokens
        if tokens.lower[at] in ("and", "&"):
            return self._joins(at)
        if tokens.lower[at] in POSSESSIVE:
            return at + 1 < len(tokens) and tokens.text[at + 1][0].isupper()
        if self.scene.is_person(at) or self.scene.is_calendar(at) or self._is_time(at):
            return False
        if at in self.scene.actor:
            return True
        if tokens.text[at] in HYPHENS:
            return tokens.joined(at - 1) and tokens.joined(at)
        return tokens.pos[at] in MODIFYING or (tokens.text[at][0].isupper() and tokens.pos[at] in ("X", "VERB"))

    def _is_time(self, at: int) -> bool:
        """`next` of `ambassador to Ghana next month`: an adverb of time, no part of the title."""
        tokens = self.tokens
        noun = tokens.head[at] if tokens.dep[at] in ("amod", "det", "advmod", "nummod") else at
        return tokens.dep[noun] == "npadvmod" and tokens.text[at].islower()

    def _joins(self, at: int) -> bool:
        """Whether `and` goes on with a portfolio (`foreign affairs and trade`), not with another person or office."""
        tokens = self.tokens
        after = at + 1
        if after >= len(tokens) or tokens.pos[after] not in ("NOUN", "PROPN", "ADJ") or self.scene.is_person(after):
            return False
        if after in self.scene.actor and self.scene.actor[after].entity.kind == "state":
            return False
        return not any(
            singular(tokens.lower[place]) in self.scene.words.roles
            for place in range(after, min(after + 4, len(tokens)))
        )

    def words(self) -> str:
        """The complement for the title, with a blank before it; a mere `of STATE` is left out."""
        tokens, head, stop = self.tokens, self.head, self.stop
        if not self.segments:
            return tokens.words(head + 1, stop) if stop > head + 1 and tokens.text[head + 1] in HYPHENS else ""
        first, last = self.segments[0], self.segments[-1]
        if last.link in ("of", "from") and self._is_state(last):
            stop = last.first - 1
        begin = head + 1
        if len(self.segments) > 1 and first.link == "of" and last.link == "in" and self._is_state(first):
            # "the ambassador of Ghana in Oslo": the state is whose, the city is where.
            begin = first.stop
        return (" " + tokens.words(begin, stop)) if stop > begin else ""

    def _is_body(self, first: int, stop: int) -> bool:
        """Whether the words name an organisation, not a portfolio such as `State` or `Foreign Affairs`."""
        rows = [self.scene.words.not_names.get(self.tokens.lower[at]) for at in range(first, stop)]
        kinds = {row.kind for row in rows if row is not None and row.word not in ("state", "states")}
        if "organisation" in kinds:
            return True
        actor = self.scene.actor.get(first)
        if actor is not None and actor.entity.kind == "organisation":
            return True
        return self.row.kind not in ("minister", "leader", "envoy", "noble") and kinds.isdisjoint(_NO_BODY)

    def _inner(self, segment: Segment) -> int:
        """The first token after the segment's article."""
        return segment.first + (self.tokens.lower[segment.first] in (*ARTICLES, *OWNERS))

    def _is_state(self, segment: Segment) -> bool:
        """Whether the segment is a state's name and nothing else."""
        actor = self.scene.actor.get(self._inner(segment))
        place = (self._inner(segment), segment.stop)
        return actor is not None and actor.entity.kind == "state" and (actor.first, actor.stop) == place

    def belongs(self, country: str | None, body: str | None) -> tuple[str | None, str | None]:
        """Country and body's id, filled in from the complement. Where an envoy is sent to is not his country."""
        for segment in self.segments:
            if segment.link in ("to", "on", "in", "for"):
                continue
            for at in range(self._inner(segment), segment.stop):
                actor = self.scene.actor.get(at)
                if actor is not None and not self.scene.is_hyphened(actor):
                    country = country or actor.entity.country
                    if actor.entity.kind == "organisation":
                        body = body or actor.entity.id
        return country, body

    def organisation(self) -> str | None:
        """The body's name: after `at` if there is one, else the whole of what `of` opens."""
        segments = self.segments
        for number, segment in enumerate(segments):
            inner = self._inner(segment)
            if segment.link == "at":
                rest = [other for other in segments[number:] if other.link not in ("to", "on")]
                return self.tokens.words(inner, rest[-1].stop)
            later = any(other.link == "at" for other in segments[number + 1 :])
            links = ("of", "with", "on") if self.row.kind == "lawmaker" else ("of", "with")
            if segment.link not in links or later or self._is_state(segment):
                continue
            if not self.tokens.text[inner][0].isupper() or not self._is_body(inner, segment.stop):
                continue
            inside = [segment, *(other for other in segments[number + 1 :] if other.link not in ("to", "on"))]
            return self.tokens.words(inner, inside[-1].stop)
        return None
