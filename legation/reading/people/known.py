"""Whom of the register a name, a surname or a title of one text means on its day."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from legation.lexicon.register_names import fold
from legation.model import DateInterval
from legation.reading.people.actors import Actor
from legation.reading.people.names import Run
from legation.reading.people.offices import Office
from legation.reading.people.persona import (
    Persona,
    contradicts,
)
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

if TYPE_CHECKING:
    from legation.lexicon.register import Holder, Person, Register

_LATE = "late"


class Known:
    """The register's people as one text may mean them: by its day and by the states and bodies that it names."""

    def __init__(
        self, tokens: Tokens, register: Register, words: Words, on: DateInterval | None, actors: Iterable[Actor]
    ) -> None:
        self.tokens, self.register, self.words, self.on = tokens, register, words, on
        named = [actor.entity for actor in actors]
        self.countries = {entity.country for entity in named if entity.country}
        """States that the text names."""
        self.bodies = {entity.id for entity in named if entity.kind == "organisation"}

    def folded(self, run: Run) -> str:
        return fold(self.tokens.words(run.first, run.stop))

    def post_of(self, office: Office, country: str | None) -> str | None:
        """The register's office: of the state told, else of the body told, else of the person's state."""
        owners = (office.country, office.body) if office.country or office.body else (country,)
        found = (self.register.office_of(office.title, owner) for owner in owners if owner is not None)
        return next((post for post in found if post), None) or self.register.office_of(office.title, None)

    def person_of(self, words: str, run: Run, offices: Sequence[Office]) -> Person | None:
        """The register's person of that full name; None where the text tells another country or leaves two open."""
        people: Iterable[Person] = (
            [self.register.people[id] for id in run.known] if run.known else self.register.people_named(words)
        )
        fitting = [person for person in people if not contradicts(person.country, offices)]
        fitting = [person for person in fitting if not self.is_dead_namesake(person, offices)]
        if not fitting:
            fitting = self.spelled_otherwise(words, offices)
        if len(fitting) > 1:
            told = {office.country for office in offices if office.country}
            fitting = [person for person in fitting if person.country in told] or fitting
        if len(fitting) > 1 and self.on is not None:
            fitting = [person for person in fitting if self.register.posts_of(person.id, self.on)] or fitting
        return fitting[0] if len(fitting) == 1 else None

    def is_dead_namesake(self, person: Person | None, offices: Sequence[Office]) -> bool:
        """`the late president X` cannot be the X who is president on the article's day."""
        late = any(_LATE in self.tokens.lower[office.first : office.at] for office in offices)
        return late and person is not None and self.on is not None and bool(self.register.posts_of(person.id, self.on))

    def spelled_otherwise(self, words: str, offices: Sequence[Office]) -> list[Person]:
        """Office-holders of the day whose name is only spelled otherwise; by surname alone of a state of this text."""
        if self.on is None:
            return []
        known = self.register.people_named(words) or self.register.people_sounding(words)
        return [
            person
            for person in known
            if not contradicts(person.country, offices)
            and not self.is_dead_namesake(person, offices)
            and self.register.posts_of(person.id, self.on)
            and (" " in words or self.is_at_home(person))
        ]

    def posts_now(self, persona: Persona) -> tuple[Holder, ...]:
        if persona.known is None or self.on is None:
            return ()
        return self.register.posts_of(persona.known.id, self.on)

    def by_surname(self, people: Sequence[Person], run: Run) -> Person | None:
        """The one office-holder of the day whom a bare surname means, in a text that names his country.

        A surname that nobody else of the register ever bore needs no other sign; a head of state or of government with
        such a surname is known by `Mr` alone.
        """
        folded = self.folded(run)
        # A name in its own letters (王毅) is whole, however short.
        if self.on is None or (len(folded) < 3 and folded.isascii()):
            return None
        now = [person for person in people if self.register.posts_of(person.id, self.on)]
        if len(now) > 1:
            now = [person for person in now if self.is_at_home(person)]
        if len(now) != 1:
            return None
        rivals = [person for person in people if self.is_at_home(person)]
        alone = len(rivals or people) == 1 and self.tokens.text[run.first] not in self.words.given
        if self.is_at_home(now[0]):
            return now[0] if alone or (len(folded) > 3 and (run.titled or run.labelled)) else None
        return now[0] if alone and run.titled and self.register.leads(now[0].id, self.on) else None

    def by_government(self, people: Sequence[Person], run: Run) -> Person | None:
        """The head of state or government of the day who is named by nothing but `the Xi government`."""
        tokens, at = self.tokens, run.stop
        row = self.words.governments.get(tokens.lower[at]) if at < len(tokens) else None
        before = tokens.lower[run.first - 1] if run.first else ""
        if self.on is None or row is None or row.means != "government" or before != "the":
            return None
        heads = [person for person in people if self.register.leads(person.id, self.on)]
        return heads[0] if len(heads) == 1 else None

    def is_at_home(self, person: Person) -> bool:
        """Whether the text names the person's state, or a body in which he holds an office that day."""
        owners = {holder.office.partition("/")[0] for holder in self.register.posts_of(person.id, self.on)}
        return person.country in self.countries or not owners.isdisjoint(self.bodies)

    def is_introduced(self, run: Run) -> bool:
        """`Johnson, a trader`, `Johnson, 54, a trader`: somebody whom the writer does not take for known."""
        after = self.tokens.lower[run.stop : run.stop + 4]
        if len(after) == 4 and after[1].isdigit() and after[2] == ",":
            return after[0] == ","
        return len(after) > 1 and after[0] == "," and after[1] in ("a", "an", "the")

    def holder_of(self, people: Sequence[Person], offices: Sequence[Office]) -> Person | None:
        """The one of these people who held one of these offices when the article was published.

        Where the words tell no state or body, a surname that several bore, or a title that many offices share, is
        believed only of somebody whose state or body the text names.
        """
        if not offices or (self.on is None and len(people) > 1):
            return None
        owned = any(office.country or office.body for office in offices)
        holding = []
        for person in people:
            # Without a day only a surname that one person of the register ever bore tells who is meant.
            posts = {holder.office for holder in self.register.posts_of(person.id, self.on)}
            home = owned or self.is_at_home(person)
            if self.names_post(offices, posts, person):
                if home or len(people) == 1:
                    holding.append(person)
            elif home and self.is_bare_title(offices, posts):
                holding.append(person)
        return holding[0] if len(holding) == 1 else None

    def names_post(self, offices: Sequence[Office], posts: Collection[str], person: Person) -> bool:
        """Whether the words name one of these posts."""
        titles = [replace(office, title=title) for office in offices for title in (office.title, office.role)]
        if any(self.post_of(title, person.country) in posts for title in titles):
            return True
        owners = [(post, post.partition("/")[0]) for post in posts]
        return any(self.register.office_of(office.title, owner) == post for office in offices for post, owner in owners)

    def is_bare_title(self, offices: Sequence[Office], posts: Collection[str]) -> bool:
        """`Secretary`, `Minister`: no office of its own, but what holders of one of these posts are called."""
        if not all(fold(office.title) == office.role for office in offices):
            return False
        kinds = {
            row.kind for post in posts if (row := self.words.role_of(self.register.office_title(post))) is not None
        }
        return all(office.row.kind in kinds for office in offices)
