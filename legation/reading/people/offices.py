"""Phrases that name an office or describe a person by it: `Malaysia's Foreign Minister`, `the former ambassador to Ghana`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legation.model import TenureRelation
from legation.reading.people.actors import Actor
from legation.reading.people.names import Run
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import RoleRow, Words

ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MODIFYING = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_LINKS = frozenset({"of", "for", "to", "at", "on", "with"})
_SCHOLARLY = frozenset({"scholar", "staff", "head", "adviser", "law"})
_HYPHENS = frozenset("-‐‑–")
_LONGEST = 24


@dataclass(frozen=True, slots=True)
class Office:
    """One phrase by token numbers: `first` to `stop` with its article and owner, `core` the office alone."""

    first: int
    core: int
    at: int
    """The head noun."""
    stop: int
    role: str
    row: RoleRow
    relation: TenureRelation
    title: str
    """The office's words, singular, without country, article and marks of time."""
    country: str | None = None
    body: str | None = None
    """Id of the register's body or other organisation that the phrase names."""
    organisation: str | None = None
    article: str | None = None
    """`the`, `a`, a possessive pronoun, or None."""
    owned: bool = False
    """A possessor or demonym stands before it: `China's`, `the Chinese`."""
    plural: bool = False
    marked: bool = False
    """`former` and the like stand inside it."""

    @property
    def is_definite(self) -> bool:
        """Whether it points at one known holder: `the`, `his`, `China's`."""
        return self.article not in (None, "a", "an") or (self.owned and self.article is None)


class OfficeFinder:
    """Finds the phrases of one text: one look at every token, a short walk from each role noun."""

    def __init__(self, tokens: Tokens, actors: Sequence[Actor], runs: Sequence[Run], words: Words) -> None:
        self.tokens, self.words = tokens, words
        self.actor: dict[int, Actor] = {at: actor for actor in actors for at in range(actor.first, actor.stop)}
        self.run: dict[int, Run] = {at: run for run in runs for at in range(run.first, run.stop)}

    def find(self) -> list[Office]:
        """The phrases in reading order; those that share one complement (`director and chief of X`) are one."""
        found: list[Office] = []
        at, tokens = 0, self.tokens
        while at < len(tokens):
            row = self.role(at)
            if row is None:
                at += 1
                continue
            head = self.last_of_compound(at)
            office = self.office(head, self.role(head) or row, found[-1].stop if found else 0)
            if office is not None:
                found = [*found[:-1], joined] if found and (joined := self.joined(found[-1], office)) else [*found, office]
            at = max(head + 1, office.stop if office is not None and office.stop > head else 0)
        return found

    def role(self, at: int) -> RoleRow | None:
        """The row of the role noun at `at`, singular or plural; None where another word or a name stands there."""
        tokens = self.tokens
        lower = tokens.lower[at]
        row = self.words.roles.get(lower) or self.words.roles.get(singular(lower))
        if row is None or tokens.credit[at] or not tokens.kind[at] or at in self.actor:
            return None
        if tokens.pos[at] not in ("NOUN", "PROPN") and not (tokens.pos[at] == "ADJ" and tokens.text[at][0].isupper()):
            return None
        run = self.run.get(at)
        return row if run is None else None

    def last_of_compound(self, at: int) -> int:
        """The last role noun of `Secretary-General`, `director general`, `deputy director`."""
        tokens = self.tokens
        while singular(tokens.lower[at]) in self.words.roles:
            after = at + 1
            if after < len(tokens) and tokens.text[after] in _HYPHENS and tokens.joined(at) and tokens.joined(after):
                after += 1
            row = self.role(after) if after < len(tokens) else None
            if row is None or row.kind == "noble" or tokens.sentence[after] != tokens.sentence[at]:
                break
            at = after
        return at

    def office(self, head: int, row: RoleRow, floor: int) -> Office | None:
        """The phrase around a role noun; None where the noun only modifies another one (`minister post`)."""
        tokens = self.tokens
        after = head + 1
        if after < len(tokens) and tokens.sentence[after] == tokens.sentence[head] and self.is_modifier(head, after):
            return None
        left = _Left(self, head, row, floor)
        stop, mark = self.right_mark(after)
        stop, segments = self.complement(stop, row)
        marks = [*left.marks, *([mark] if mark else [])]
        relation = next((found for found in (self.words.marks[word].relation for word in marks) if found != "holds"), "holds")
        country, body, organisation = self.belongs(left, segments)
        word = tokens.text[head]
        plural = self.words.roles.get(tokens.lower[head]) is None
        shown = singular(word.lower()) if word.islower() else singular(word.lower()).capitalize() if plural else word
        title = " ".join(part for part in (left.title, shown + self.complement_words(head, stop, segments)) if part)
        return Office(
            first=left.first,
            core=left.core,
            at=head,
            stop=stop,
            role=singular(tokens.lower[head]),
            row=row,
            relation=relation,
            title=title.replace("- ", "-").replace(" -", "-"),
            country=country,
            body=body,
            organisation=organisation,
            article=left.article,
            owned=left.owned,
            plural=plural,
            marked=bool(marks),
        )

    def is_modifier(self, head: int, after: int) -> bool:
        tokens = self.tokens
        if tokens.text[after] in _HYPHENS and tokens.joined(head) and after + 1 < len(tokens):
            return tokens.lower[after + 1] not in self.words.marks
        if after in self.run or tokens.pos[after] not in ("NOUN", "PROPN", "ADJ"):
            return False
        if tokens.lower[after] in self.words.titles or tokens.lower[after] in self.words.marks:
            return False
        # A capitalised word goes on with the title (National Security ...); a plain noun makes the role its modifier.
        return tokens.text[after][0].isupper() or tokens.pos[after] == "NOUN"

    def right_mark(self, at: int) -> tuple[int, str | None]:
        """`-designate`, `-elect` or `nominee` right after the noun."""
        tokens = self.tokens
        after = at + 1 if at < len(tokens) and tokens.text[at] in _HYPHENS else at
        if after < len(tokens) and tokens.lower[after] in ("designate", "elect", "nominee"):
            return after + 1, tokens.lower[after]
        return at, None

    def complement(self, at: int, row: RoleRow) -> tuple[int, list[tuple[str, int, int]]]:
        """Where `of foreign affairs`, `to the US`, `at Fudan University` end, and those parts as (link, first, stop)."""
        tokens = self.tokens
        begin = last = at
        segments: list[tuple[str, int, int]] = []
        while at < len(tokens) and at - begin < _LONGEST and tokens.sentence[at] == tokens.sentence[begin - 1]:
            lower = tokens.lower[at]
            if lower in _LINKS or lower == "in":
                if not self.links(at, row, bool(segments)):
                    break
                segments.append((lower, at + 1, at + 1))
                at += 2 if at + 1 < len(tokens) and tokens.lower[at + 1] in (*ARTICLES, *OWNERS) else 1
                continue
            if not segments or not self.goes_on(at):
                break
            at += 1
            if lower not in ("and", "&") and lower not in POSSESSIVE:
                last = at
                segments[-1] = (segments[-1][0], segments[-1][1], last)
        return last, [segment for segment in segments if segment[2] > segment[1]]

    def links(self, at: int, row: RoleRow, nested: bool) -> bool:
        """Whether the preposition at `at` belongs to the title and not to the sentence around it."""
        tokens = self.tokens
        after = at + 1
        article = after < len(tokens) and tokens.lower[after] in (*ARTICLES, *OWNERS)
        after += article
        if after >= len(tokens) or tokens.pos[after] in ("NUM", "PUNCT", "VERB", "PRON") or self.is_calendar(after):
            return False
        if self.is_person(after) and not article:
            return False
        capital = tokens.text[after][0].isupper()
        match tokens.lower[at]:
            case "of":
                return True
            case "for":
                return capital or (not article and tokens.pos[after] in ("NOUN", "ADJ"))
            case "to":
                return after in self.actor or row.kind == "adviser"
            case "at":
                return capital and (nested or row.kind in _SCHOLARLY or after not in self.actor)
            case "on":
                return row.kind in ("scholar", "envoy", "adviser") or (nested and capital)
            case "with":
                return capital and row.kind in ("scholar", "staff")
            case _:
                return row.kind == "envoy" and after in self.actor and not nested

    def goes_on(self, at: int) -> bool:
        """Whether the token at `at` is one more word of a complement that has begun."""
        tokens = self.tokens
        if tokens.lower[at] in ("and", "&"):
            return self.joins(at)
        if tokens.lower[at] in POSSESSIVE:
            return at + 1 < len(tokens) and tokens.text[at + 1][0].isupper()
        if self.is_person(at) or self.is_calendar(at):
            return False
        if at in self.actor:
            return True
        if tokens.text[at] in _HYPHENS:
            return tokens.joined(at - 1) and tokens.joined(at)
        return tokens.pos[at] in _MODIFYING or (tokens.text[at][0].isupper() and tokens.pos[at] in ("X", "VERB"))

    def joins(self, at: int) -> bool:
        """Whether `and` goes on with a portfolio (`foreign affairs and trade`), not with another person or office."""
        tokens = self.tokens
        after = at + 1
        if after >= len(tokens) or tokens.pos[after] not in ("NOUN", "PROPN", "ADJ") or self.is_person(after):
            return False
        if after in self.actor and self.actor[after].entity.kind == "state":
            return False
        return not any(singular(tokens.lower[place]) in self.words.roles for place in range(after, min(after + 4, len(tokens))))

    def is_person(self, at: int) -> bool:
        """Whether a name that looks like a person's begins at `at`."""
        run = self.run.get(at)
        if run is None or run.first != at:
            return False
        # A name of two words right after a portfolio: "Minister for International Cooperation Anna Holm".
        row = self.words.not_names.get(self.tokens.lower[at - 1]) if at else None
        after_portfolio = row is not None and row.kind == "portfolio" and run.stop - at > 1
        listed = run.listed and run.stop - at > 1
        return bool(run.known) or run.titled or run.labelled or listed or after_portfolio

    def is_calendar(self, at: int) -> bool:
        row = self.words.not_names.get(self.tokens.lower[at])
        return row is not None and row.kind == "calendar" and self.tokens.text[at][0].isupper()

    def complement_words(self, head: int, stop: int, segments: list[tuple[str, int, int]]) -> str:
        """The complement for the title; a mere `of STATE` is left out."""
        tokens = self.tokens
        if not segments:
            return tokens.words(head + 1, stop) if stop > head + 1 and tokens.text[head + 1] in _HYPHENS else ""
        link, first, last = segments[-1]
        inner = first + (tokens.lower[first] == "the")
        actor = self.actor.get(inner)
        if link == "of" and actor is not None and actor.entity.kind == "state" and (actor.first, actor.stop) == (inner, last):
            stop = first - 1
        return (" " + tokens.words(head + 1, stop)) if stop > head + 1 else ""

    def belongs(self, left: _Left, segments: list[tuple[str, int, int]]) -> tuple[str | None, str | None, str | None]:
        """Country, body id and organisation that the phrase tells. Where an envoy is sent to is not his country."""
        country, body = left.country, left.body
        for link, first, stop in segments:
            if link in ("to", "on", "in"):
                continue
            inner = first + (self.tokens.lower[first] in (*ARTICLES, *OWNERS))
            for at in range(inner, stop):
                actor = self.actor.get(at)
                if actor is not None and not self.is_hyphened(actor):
                    country = country or actor.entity.country
                    if actor.entity.kind == "organisation":
                        body = body or actor.entity.id
        return country, body, self.organisation(segments) or left.organisation

    def organisation(self, segments: list[tuple[str, int, int]]) -> str | None:
        """The body's name in the complement: after `at` if there is one, else the whole of what `of` opens."""
        for number, (link, first, stop) in enumerate(segments):
            inner = first + (self.tokens.lower[first] in (*ARTICLES, *OWNERS))
            if link == "at":
                return self.tokens.words(inner, stop)
            later = [segment for segment in segments[number + 1 :] if segment[0] == "at"]
            if link not in ("of", "with", "for") or later or not self.tokens.text[inner][0].isupper():
                continue
            actor = self.actor.get(inner)
            if actor is not None and actor.entity.kind == "state" and (actor.first, actor.stop) == (inner, stop):
                continue
            row = self.words.not_names.get(self.tokens.lower[inner])
            if row is not None and row.kind == "portfolio":
                continue
            last = next((n for n, segment in enumerate(segments[number:], number) if segment[0] in ("to", "on")), len(segments))
            return self.tokens.words(inner, segments[last - 1][2])
        return None

    def is_hyphened(self, actor: Actor) -> bool:
        """`US` of `Sino-US`, `China` of `China-US`: a relation's side, nobody's country."""
        tokens = self.tokens
        before = actor.first > 0 and tokens.text[actor.first - 1] in _HYPHENS and tokens.joined(actor.first - 1)
        after = actor.stop < len(tokens) and tokens.text[actor.stop] in _HYPHENS and tokens.joined(actor.stop - 1)
        return before or after

    def joined(self, left: Office, right: Office) -> Office | None:
        """`director and party chief of X` as one office; None where the two are offices of their own."""
        tokens = self.tokens
        near = left.stop + 1 == right.first and tokens.lower[left.stop] in ("and", "&")
        bare = left.stop == left.at + 1 and left.core == left.at and right.article is None and not right.marked
        if not near or not bare or right.plural or not (right.stop > right.at + 1 or right.core == right.at):
            return None
        return replace(
            right,
            first=left.first,
            core=left.core,
            relation=left.relation,
            title=f"{left.title} and {right.title}",
            country=left.country or right.country,
            article=left.article,
            owned=left.owned,
            marked=left.marked,
        )


class _Left:
    """What stands before a role noun: modifiers, marks of time, country, possessor, article."""

    def __init__(self, finder: OfficeFinder, head: int, row: RoleRow, floor: int) -> None:
        self.finder, self.tokens, self.row = finder, finder.tokens, row
        self.country: str | None = None
        self.body: str | None = None
        self.organisation: str | None = None
        self.article: str | None = None
        self.owned = False
        self.marks: list[str] = []
        self.head = head
        self.dropped: set[int] = set()
        self.first = self._walk(floor)
        kept = [at for at in range(self.first, head) if at not in self.dropped]
        while kept and self.tokens.text[kept[0]] in _HYPHENS:
            kept.pop(0)
        self.core = kept[0] if kept else head
        self.title = self._words(kept)

    def _words(self, kept: list[int]) -> str:
        parts: list[str] = []
        for number, at in enumerate(kept):
            glued = number > 0 and kept[number - 1] == at - 1 and self.tokens.joined(at - 1)
            parts.append(("" if glued or not number else " ") + self.tokens.text[at])
        return "".join(parts)

    def _walk(self, floor: int) -> int:
        at, steps = self.head, 0
        while at > floor and steps < 12:
            before = at - 1
            if self.tokens.sentence[before] != self.tokens.sentence[self.head] or self.tokens.block[before] != self.tokens.block[at]:
                break
            lower = self.tokens.lower[before]
            if lower in ARTICLES or lower in OWNERS:
                self.article = lower
                self.dropped.add(before)
                return before
            if lower in POSSESSIVE and before > floor:
                return self._possessor(before, floor)
            step = self._step(before, at)
            if step == at:
                break
            at, steps = step, steps + 1
        return at

    def _step(self, before: int, at: int) -> int:
        """The new left edge after taking in the token at `before`; `at` where the phrase ends."""
        tokens, finder = self.tokens, self.finder
        lower, text = tokens.lower[before], tokens.text[before]
        if text in _HYPHENS and before > 0 and tokens.joined(before) and tokens.joined(before - 1):
            if tokens.lower[before - 1] in finder.words.marks:
                self.marks.append(tokens.lower[before - 1])
                self.dropped.update((before, before - 1))
            return before - 1
        if lower in finder.words.marks:
            self.marks.append(lower)
            self.dropped.add(before)
            return before
        actor = finder.actor.get(before)
        if actor is not None:
            return self._actor(actor)
        if finder.is_calendar(before) or self._is_name(before):
            return at
        if lower in ("and", "&", ",", "of", "for"):
            return before if self._is_inside(before) else at
        upper, above = text[0].isupper(), tokens.text[at][0].isupper()
        if tokens.pos[before] in _MODIFYING and tokens.pos[before] != "NUM":
            # A small letter before a capital one belongs to the sentence: "told reporters Foreign Minister ...".
            return at if above and not upper and at not in self.dropped else before
        return before if upper and tokens.pos[before] == "VERB" and before > 0 and above else at

    def _actor(self, actor: Actor) -> int:
        entity = actor.entity
        if not self.finder.is_hyphened(actor) and not self._is_topic(actor):
            self.country = self.country or entity.country
            if entity.kind == "state":
                self.dropped.update(range(actor.first, actor.stop))
                self.owned = True
            elif entity.kind == "organisation":
                self.body, self.organisation = self.body or entity.id, self.organisation or entity.name
                self.owned = True
        return actor.first

    def _is_topic(self, actor: Actor) -> bool:
        """`a China expert`, `Iran envoy`: a state's plain name before such a noun is the subject, not the country."""
        owner = actor.stop < self.head and self.tokens.lower[actor.stop] in POSSESSIVE
        topical = self.row.kind in ("envoy", "scholar", "adviser", "staff", "head")
        plain = not actor.adjective and not self.tokens.text[actor.stop - 1].replace(".", "").isupper()
        return actor.entity.kind == "state" and topical and plain and not owner

    def _is_name(self, at: int) -> bool:
        run = self.finder.run.get(at)
        return run is not None and (run.stop - run.first > 1 or bool(run.known) or run.labelled or run.titled)

    def _is_inside(self, at: int) -> bool:
        """Whether `and`, `of` or a comma joins two words of one title: `Foreign and Commonwealth Secretary`."""
        tokens, words = self.tokens, self.finder.words
        if at == 0 or at + 1 >= len(tokens) or not tokens.text[at - 1][0].isupper() or not tokens.text[at + 1][0].isupper():
            return False
        left = words.not_names.get(tokens.lower[at - 1])
        if tokens.lower[at] in ("of", "for"):
            return left is not None and left.kind == "organisation"
        right = words.not_names.get(tokens.lower[at + 1])
        return all(row is not None and row.kind == "portfolio" for row in (left, right))

    def _possessor(self, mark: int, floor: int) -> int:
        """The left edge of `China's`, `the ministry's`; the possessor tells the country if it is a state or body."""
        tokens = self.tokens
        self.dropped.add(mark)
        actor = self.finder.actor.get(mark - 1)
        first = mark - 1
        if actor is not None:
            first = self._actor(actor)
            self.dropped.update(range(actor.first, actor.stop))
        self.owned = True
        while first > floor and actor is None and tokens.pos[first - 1] in _MODIFYING and tokens.sentence[first - 1] == tokens.sentence[mark]:
            first -= 1
        if first > floor and tokens.lower[first - 1] in ARTICLES:
            first -= 1
        self.dropped.update(range(first, mark + 1))
        self.article = "the"
        return first


def singular(word: str) -> str:
    """The singular of a role noun: `ministers` -> `minister`, `spokesmen` -> `spokesman`."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def offices_by_stop(offices: Sequence[Office]) -> Mapping[int, Office]:
    """The phrases by the token after them."""
    return {office.stop: office for office in offices}
