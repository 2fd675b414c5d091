"""The persons of one text: full names joined to the register or to each other, then bare surnames to their bearers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from legation.lexicon.register_names import fold, other_articles, slug
from legation.model import DateInterval
from legation.reading.people.actors import Actor
from legation.reading.people.bearers import Bearers
from legation.reading.people.known import Known
from legation.reading.people.latest import Latest
from legation.reading.people.links import Links
from legation.reading.people.names import Run
from legation.reading.people.offices import HYPHENS, Office
from legation.reading.people.persona import (
    Naming,
    Persona,
    agrees,
    contradicts,
    disagrees,
    is_family_first,
    is_no_scholar,
    name_parts,
)
from legation.reading.people.signs import Signs
from legation.reading.people.slips import mend
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

if TYPE_CHECKING:
    from legation.lexicon.register import Register


class Roster:
    """Everybody in one text. Full names are entered first, so that a surname may be introduced after its first use."""

    def __init__(
        self,
        tokens: Tokens,
        runs: Sequence[Run],
        links: Links,
        register: Register,
        words: Words,
        on: DateInterval | None,
        actors: Iterable[Actor],
    ) -> None:
        self.tokens, self.runs, self.links = tokens, runs, links
        self.register, self.words, self.on = register, words, on
        self.known = Known(tokens, register, words, on, actors)
        self.signs = Signs(tokens, runs, links, register, words, self.known)
        self.personas: dict[str, Persona] = {}
        self.by_form: dict[str, Persona] = {}
        self.by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
        self.bearers = Bearers(tokens, words, self.known)
        self.namings: list[Naming] = []
        self.repairs: list[str] = []
        self.governments: list[tuple[int, int, str]] = []
        """Where a leader's name stands for his government (`the Holm administration`), and the state."""
        self.strangers: list[Run] = []
        """Single names that look like a person's and are nobody's for sure: a pronoun after them may be theirs."""

    def fill(self) -> None:
        """Enter everybody named in full, then whoever is named by surname alone."""
        single: list[int] = []
        later: list[int] = []
        whole = self.whole_names()
        for number, run in enumerate(self.runs):
            if run.stop - run.first < 2 or self.tokens.kind[run.first] == "headline":
                single.append(number)
            elif any(name.endswith(" " + self.known.folded(run)) for name in whole):
                later.append(number)
            else:
                self.by_whole_name(number, run)
        surnames = {part for persona in self.personas.values() for part in persona.family}
        for number in later:
            # A surname of several words: Al Thani, Le Drian, López Obrador.
            if self.known.folded(self.runs[number]) in surnames:
                single.append(number)
            else:
                self.by_whole_name(number, self.runs[number])
        self.bearers.enter(self.personas.values())
        latest = Latest(self.tokens, self.namings)
        single.sort(key=self.by_certainty)
        for number in single:
            self.by_part(number, self.runs[number], latest)
        mend(self)
        self.namings = [naming for naming in self.namings if not self.is_government(naming)]
        self.namings.sort(key=lambda naming: naming.first)

    def by_certainty(self, number: int) -> int:
        """Titled surnames first, those with a state or body before others: they may bring in whom bare ones mean."""
        if any(office.country or office.body for office in self.links.of_run.get(number, ())):
            return 0
        return 1 if self.runs[number].titled or number in self.links.adjacent else 2

    def is_government(self, naming: Naming) -> bool:
        """`the Holm administration`, `Holm-era`: the name means his government, which is noted, or his time."""
        tokens, at = self.tokens, naming.stop
        if at + 1 < len(tokens) and tokens.text[at] in HYPHENS and tokens.joined(at):
            at += 1
        row = self.words.governments.get(tokens.lower[at]) if at < len(tokens) else None
        if row is None or tokens.sentence[at] != tokens.sentence[naming.first]:
            return False
        if row.means == "government" and naming.persona.country is not None:
            self.governments.append((naming.first, at + 1, naming.persona.country))
        return True

    def whole_names(self) -> set[str]:
        """The folded names of three words and more, the register's too: their surname may have several words."""
        names = {self.known.folded(run) for run in self.runs if run.stop - run.first > 2}
        known = {fold(self.register.people[id].name) for run in self.runs for id in run.known}
        return {name for name in names | known if name.count(" ") > 1}

    def by_whole_name(self, number: int, run: Run) -> None:
        """Enter one named in full, if it is a person at all."""
        if self.signs.is_person(number, run):
            self.add(number, run.first, run.stop, self.by_full_name(number, run))

    def add(self, number: int, first: int, stop: int, persona: Persona) -> None:
        run = self.runs[number]
        self.namings.append(Naming(first, stop, persona))
        persona.gender = persona.gender or run.gender
        for office in self.links.of_run.get(number, ()):
            persona.offices.append(office)
            if office.country and persona.country is None:
                persona.country = office.country
            post = self.known.post_of(office, persona.country)
            if post is not None:
                persona.posts.add(post)

    def by_full_name(self, number: int, run: Run) -> Persona:
        words = self.tokens.words(run.first, run.stop)
        folded = fold(words)
        offices = self.links.of_run.get(number, ())
        persona = self.by_form.get(folded)
        if (
            persona is not None
            and not disagrees(persona, offices)
            and not self.known.is_dead_namesake(persona.known, offices)
        ):
            return persona
        known = self.known.person_of(words, run, offices)
        if known is not None:
            persona = self.personas.get(known.id) or Persona(known.id, known.name, known, known.country, known.gender)
            if not run.known:
                self.note_spelling(words, persona)
        else:
            persona = self.shorter_or_longer(folded) or Persona(self.free_id(slug(words)), words)
            if len(words) > len(persona.name) and persona.known is None:
                persona.name = words
        self.personas[persona.id] = persona
        persona.forms.add(words)
        if folded not in self.by_form:
            self.by_form[folded] = persona
            parts = folded.split() or [""]
            self.by_ends[parts[0], parts[-1]].append(folded)
        self.enter_parts(persona, run)
        return persona

    def free_id(self, wanted: str) -> str:
        """An id that nobody of this text or of the register has: two of one name stay two."""
        number, id = 1, wanted
        while id in self.personas or id in self.register.people:
            number += 1
            id = f"{wanted}-{number}"
        return id

    def note_spelling(self, words: str, persona: Persona) -> None:
        """Warn that a name was read that the register spells otherwise."""
        known = persona.known
        if known is not None and known not in self.register.people_named(words):
            persona.broken.add(words)
            held = self.register.posts_of(known.id, self.on)
            row = f" ({held[0].row})" if held else ""
            self.repairs.append(f"“{words}” is read as {known.name}: the same name spelled otherwise{row}")

    def shorter_or_longer(self, folded: str) -> Persona | None:
        """Somebody already met whose name has the same first and last word: `John Smith`, `John R. Smith`."""
        parts = folded.split()
        for form in self.by_ends.get((parts[0], parts[-1]), ()):
            shorter, longer = sorted((parts, form.split()), key=len)
            if 1 < len(shorter) < len(longer) and set(shorter) <= set(longer):
                return self.by_form[form]
        return None

    def enter_parts(self, persona: Persona, run: Run) -> None:
        """The words by which the person may be called later: the family name, wherever it stands, and the others."""
        parts = list(name_parts(self.tokens, run.first, run.stop))
        if persona.known is not None:
            family = fold(persona.known.family).split()
            # The press has names of its own for the second mention: Lula, Mahathir, Sisi for el-Sisi.
            alone = {fold(variant) for variant in persona.known.variants if " " not in variant}
            persona.family |= alone | other_articles({" ".join(family), *alone})
        elif is_family_first(self.tokens.text[run.first], len(parts), self.words):
            family = parts[:1]
        else:
            family = parts[-1:]
        persona.family.update([" ".join(family), *family[-1:]])
        if persona.gender is None and persona.known is None:
            row = self.words.given.get(self.tokens.text[run.first])
            persona.gender = row.gender if row is not None else None
        persona.given.update(part for part in parts if part not in family and len(part) > 1)

    def by_part(self, number: int, run: Run, latest: Latest) -> None:
        """Resolve one bare surname, or a headline's run that holds one: to nobody rather than the wrong one."""
        folded = self.known.folded(run)
        if run.stop - run.first > 1 and folded not in self.bearers.family:
            self.in_headline(number, run)
            return
        if (
            self.signs.is_inside_longer_name(run)
            or self.signs.ends_longer_name(run)
            or (number not in self.links.of_run and self.signs.is_place(run))
        ):
            return
        offices = self.links.of_run.get(number, ())
        bearers = self.bearers.family.get(folded, ())
        fitting = [one for one in bearers if not disagrees(one, offices) and agrees(one, run.gender)]
        if run.scholar:
            fitting = [one for one in fitting if not is_no_scholar(one)]
        persona = self.bearers.nearest(fitting, run, offices, latest)
        if persona is None and not fitting:
            persona = self.unheard(number, run, folded, offices) or self.bearers.by_given_name(run, folded, bearers)
        if persona is not None:
            self.add(number, run.first, run.stop, persona)
            latest.note(run.first, persona)
        elif run.labelled or self.tokens.text[run.first] in self.words.given:
            self.strangers.append(run)

    def in_headline(self, number: int, run: Run) -> None:
        """Somebody of the body inside a headline's run: by whole name, else a sure new name, else by surname."""
        whole = {
            (at, stop): persona
            for at in range(run.first, run.stop)
            for stop in range(run.stop, at + 1, -1)
            if (persona := self.by_form.get(fold(self.tokens.words(at, stop)))) is not None
        }
        if whole:
            (first, stop), persona = next(iter(whole.items()))
            self.add(number, first, stop, persona)
        elif self.signs.is_person(number, run):
            self.add(number, run.first, run.stop, self.by_full_name(number, run))
        else:
            for at in range(run.first, run.stop):
                bearers = self.bearers.family.get(fold(self.tokens.text[at]), ())
                if len(bearers) == 1:
                    self.add(number, at, at + 1, bearers[0])
                    return

    def unheard(self, number: int, run: Run, folded: str, offices: Sequence[Office]) -> Persona | None:
        """Somebody named by surname alone: the register's holder of the office told, else a person of that name.

        Without a title only a surname that one office-holder of the day bears, in a text about his country, is enough.
        """
        words = self.tokens.words(run.first, run.stop)
        people = [person for person in self.register.people_named(words) if not contradicts(person.country, offices)]
        if self.known.is_introduced(run) and not offices:
            people = []
        known = self.known.holder_of(people, offices) or self.known.holder_of(
            self.known.spelled_otherwise(words, offices), offices
        )
        firm = any(office.row.office == "yes" and not office.plural for office in offices)
        titled = run.titled or (number in self.links.adjacent and firm)
        if known is None and not offices:
            known = self.known.by_surname(people, run) or self.known.by_government(people, run)
        if known is None and not titled:
            return self.misspelt(words) if run.labelled else None
        if known is not None:
            persona = self.personas.get(known.id) or Persona(known.id, known.name, known, known.country, known.gender)
            self.note_spelling(words, persona)
        else:
            persona = Persona(self.free_id(slug(words)), words.title() if words.isupper() else words)
        self.personas[persona.id] = persona
        persona.forms.add(words)
        self.enter_parts(persona, run)
        self.bearers.enter_late(persona)
        return persona

    def misspelt(self, words: str) -> Persona | None:
        """The one person of this text whose surname the words are a slip of."""
        found = self.bearers.misspelt(words)
        if found is None:
            return None
        persona, why = found
        self.repairs.append(f"“{words}” is read as {persona.name}: {why}, and the text names {persona.name} too")
        return persona
