"""Who of one text bears a name: by family name or by given name, and whom of several bare words mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from legation.lexicon.register_names import fold
from legation.reading.people.known import Known
from legation.reading.people.latest import Latest
from legation.reading.people.names import Run
from legation.reading.people.offices import Office
from legation.reading.people.persona import Persona
from legation.reading.people.repairs import slip
from legation.reading.people.slips import MANY
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words


class Bearers:
    """The persons of one text by the folded words that may name them."""

    def __init__(self, tokens: Tokens, words: Words, known: Known) -> None:
        self.tokens, self.words, self.known = tokens, words, known
        self.family: dict[str, list[Persona]] = defaultdict(list)
        self.given: dict[str, list[Persona]] = defaultdict(list)

    def enter(self, personas: Iterable[Persona]) -> None:
        """Take in everybody who was named in full."""
        for persona in personas:
            for part in sorted(persona.family):
                self.family[part].append(persona)
            for part in sorted(persona.given):
                self.given[part].append(persona)

    def enter_late(self, persona: Persona) -> None:
        """Take in one named by surname alone: from here on the bare surname may mean this person too."""
        for part in sorted(persona.family):
            if persona not in self.family[part]:
                self.family[part].append(persona)

    def by_given_name(self, run: Run, folded: str, bearers: Sequence[Persona]) -> Persona | None:
        """`Danny` for the only Danny of the text, where no surname sounds so; a family name at the other end too."""
        known = (
            self.tokens.text[run.first] in self.words.given or self.tokens.text[run.first] in self.words.family_first
        )
        if bearers or not (known or run.titled or run.labelled):
            return None
        named = self.given.get(folded, ())
        return named[0] if len(named) == 1 else None

    def nearest(
        self, fitting: Sequence[Persona], run: Run, offices: Sequence[Office], latest: Latest
    ) -> Persona | None:
        """The one bearer; of several the one with that title, else the only one named in this or the last paragraph."""
        if len(fitting) < 2:
            # "Mohammed", "George": a given name as a surname is believed only near its bearer.
            given = self.tokens.text[run.first] in self.words.given and not offices and not run.titled
            if given and any(one not in fitting for one in self.given.get(self.known.folded(run), ())):
                return None
            return fitting[0] if fitting and not given else latest.only(fitting, run.first)
        if offices:
            posts = {self.known.post_of(office, one.country) for office in offices for one in fitting} - {None}
            roles = {fold(office.title) for office in offices}
            same = [
                one
                for one in fitting
                if one.posts & posts
                or roles & {fold(office.title) for office in one.offices}
                or any(holder.office in posts for holder in self.known.posts_now(one))
            ]
            return same[0] if len(same) == 1 else None
        return latest.only(fitting, run.first)

    def misspelt(self, words: str) -> tuple[Persona, str] | None:
        """The one person whose surname the words are a slip of, and why."""
        if len(self.family) > MANY:
            return None
        near = {
            persona.id: (persona, why)
            for part in sorted(self.family)
            for persona in self.family[part]
            if (why := slip(words, part)) is not None
        }
        return next(iter(near.values())) if len(near) == 1 else None
