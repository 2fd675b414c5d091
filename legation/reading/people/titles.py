"""Titles and descriptions without a name: somebody of the text whom they fit, else the register's holder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from legation.lexicon.register_names import fold
from legation.model import DateInterval
from legation.reading.people.offices import Office
from legation.reading.people.persona import Naming, Persona
from legation.reading.people.pronouns import PERSONAL, Pronouns
from legation.reading.people.tokens import Tokens
from legation.reading.people.traces import NEAR, Reference, Traces
from legation.reading.people.verbs import appointment_of
from legation.reading.people.words import RoleRow, Words

if TYPE_CHECKING:
    from legation.lexicon.register import Person, Register

_DIPLOMATS = frozenset({"minister", "envoy", "diplomat", "adviser", "spokesperson"})
_LOOSE: Mapping[str, frozenset[str]] = {
    "diplomat": _DIPLOMATS,
    "leader": frozenset({"leader", "party", "noble"}),
    "official": frozenset({"minister", "envoy", "diplomat", "adviser", "spokesperson", "head", "staff"}),
    "envoy": frozenset({"envoy", "diplomat"}),
    "scholar": frozenset({"scholar", "head"}),
    "academic": frozenset({"scholar", "head"}),
    "expert": frozenset({"scholar", "head"}),
    "analyst": frozenset({"scholar"}),
    "spokesman": frozenset({"spokesperson"}),
    "spokeswoman": frozenset({"spokesperson"}),
    "spokesperson": frozenset({"spokesperson"}),
    "lawmaker": frozenset({"lawmaker", "speaker"}),
    "politician": frozenset({"minister", "leader", "lawmaker", "speaker", "party"}),
    "statesman": frozenset({"minister", "leader"}),
}
"""Which kinds of office a general noun may stand for."""
_BE = frozenset({"is", "was", "be", "been", "remains"})
_MANY = 200
"""Persons; a text with more is a list, in which nobody from far away is meant."""


class Titles:
    """Resolves the titles and descriptions of one text on the way through it."""

    def __init__(
        self,
        tokens: Tokens,
        traces: Traces,
        pronouns: Pronouns,
        ending: Mapping[int, Naming],
        personas: dict[str, Persona],
        register: Register,
        on: DateInterval | None,
        words: Words,
    ) -> None:
        self.tokens, self.traces, self.pronouns, self.ending = tokens, traces, pronouns, ending
        self.personas, self.register, self.on = personas, register, on
        self.words = words
        self.unnamed: dict[str, int] = {}
        """Where somebody without a name was last brought in by a role: after `a diplomat` the diplomat is he."""
        self.known: dict[tuple[str, str | None], str | None] = {}
        """Titles already asked for: the register's answer costs more than a look here."""

    def titled(self, office: Office) -> Reference | None:
        """`the foreign minister`, `his predecessor`: somebody of the text, else the register's holder."""
        vague = office.article in ("a", "an") or not (office.is_definite or office.owned)
        if office.plural or vague or self.is_predicate(office):
            if office.article in ("a", "an") and not office.plural and not self.is_predicate(office):
                self.unnamed[office.role] = office.first
            return None
        form: Literal["title", "description"] = (
            "title" if office.row.office == "yes" and office.role not in _LOOSE else "description"
        )
        if office.row.kind in ("counterpart", "succession"):
            persona = self.by_owner(office)
            form = "description"
        else:
            persona = self.in_text(office) or self.in_register(office)
        if persona is None:
            return None
        self.traces.add(office.first, persona, office.stop)
        return Reference(office.first, office.stop, persona.id, form)

    def is_predicate(self, office: Office) -> bool:
        """`took over as the minister`, `is the minister`, `was named the minister`: told of somebody, no mention."""
        before, tokens = office.first - 1, self.tokens
        if before < 0 or tokens.sentence[before] != tokens.sentence[office.first]:
            return False
        row = appointment_of(before, tokens, self.words)
        named = row is not None and (row.object == "named" or row.subject == "holds")
        return named or tokens.lower[before] == "as" or (tokens.pos[before] == "AUX" and tokens.lower[before] in _BE)

    def in_text(self, office: Office) -> Persona | None:
        """The person named nearby whom the phrase fits; an office of that name also from elsewhere in the text."""
        fitting: dict[str, tuple[int, Persona]] = {}
        for trace in self.traces.recent(office.first, NEAR):
            if self.unnamed.get(office.role, -1) > trace.at:
                break
            # "The Secretary and the Foreign Minister" are two.
            beside = trace.stop == office.first - 1 and self.tokens.lower[trace.stop] in ("and", "&", "with")
            other = beside or self.pronouns.is_rival(trace, office.at)
            degree = 0 if other else self.fits(trace.persona, office)
            known = fitting.get(trace.persona.id)
            fitting[trace.persona.id] = (min(degree, known[0]) if known else degree, trace.persona)
        top = max((degree for degree, _ in fitting.values()), default=0)
        met = {id: persona for id, (degree, persona) in fitting.items() if degree == top and degree}
        if len(met) == 1:
            return next(iter(met.values()))
        if met:
            last = self.traces.latest_sentence(office.first)
            close = {id for id in met if id in last}
            return met[close.pop()] if len(close) == 1 else None
        if office.country is None or len(self.personas) > _MANY or office.role in self.unnamed:
            return None
        told = [persona for persona in self.personas.values() if self.holds(persona, office)]
        return told[0] if len(told) == 1 else None

    def fits(self, persona: Persona, office: Office) -> int:
        """How well: 3 the same words, 2 the same office by the register, 1 a general word; 0 not at all."""
        if office.country is not None and persona.country not in (None, office.country):
            return 0
        if any(fold(other.title) == fold(office.title) for other in persona.offices) and not office.marked:
            return 3
        if self.holds(persona, office):
            return 2
        told = [other for other in persona.offices if not office.marked or other.relation == office.relation]
        loose = _LOOSE.get(office.role)
        bare = fold(office.title) == office.role
        known = self.known_roles(persona) if bare and not office.marked else []
        if office.role == "leader" and bare and self.leads(persona):
            return 1
        if loose is not None and bare:
            return int(any(row.kind in loose for row in (*(other.row for other in told), *known)))
        if bare and any(row.role == office.role for row in (*(other.row for other in told), *known)):
            return 1
        return int(self.is_known_as(persona, office))

    def leads(self, persona: Persona) -> bool:
        """Whether the register has the person at the head of a state or a government on the article's day."""
        if persona.known is None or self.on is None:
            return False
        return self.register.leads(persona.known.id, self.on)

    def known_roles(self, persona: Persona) -> list[RoleRow]:
        """The nouns of the offices that the register gives the person on the article's day: minister, secretary."""
        if persona.known is None or self.on is None:
            return []
        titles = {self.register.office_title(held.office) for held in self.register.posts_of(persona.known.id, self.on)}
        rows = (self.words.role_of(title) for title in sorted(titles))
        return [row for row in rows if row is not None]

    def is_known_as(self, persona: Persona, office: Office) -> bool:
        """Whether the register gives the person that office on the article's day; before it for `former`."""
        if persona.known is None or self.on is None or self.on.latest is None or office.row.office != "yes":
            return False
        post = self.post(office.title, office.country or persona.country)
        if post is None:
            return False
        now = {holder.office for holder in self.register.posts_of(persona.known.id, self.on)}
        if not office.marked:
            return post in now
        ended = {
            holder.office
            for holder in self.register.posts_of(persona.known.id)
            if holder.until is not None and holder.until.latest is not None and holder.until.latest <= self.on.latest
        }
        return office.relation == "held" and post in ended - now

    def holds(self, persona: Persona, office: Office) -> bool:
        """Whether the text (or the register, on the article's date) gives the person that very office."""
        title = fold(office.title)
        told = [other for other in persona.offices if not office.marked or other.relation == office.relation]
        same_country = office.country is None or persona.country == office.country
        if title != office.role and same_country and any(fold(other.title) == title for other in told):
            return True
        post = self.post(office.title, office.country or persona.country)
        if post is None:
            return False
        return post in persona.posts and (not office.marked or any(other.relation == office.relation for other in told))

    def in_register(self, office: Office) -> Persona | None:
        """The one holder on the article's date, where title and country tell the office without a doubt."""
        on = self.on
        owner = office.country or office.body
        if owner is None or on is None or on.earliest is None or on.latest is None or office.marked:
            return None
        if on.precision not in ("day", "week", "month") or office.row.office != "yes":
            return None
        post = self.post(office.title, owner)
        if post is None and office.body is not None:
            post = self.post(office.title, office.body)
        holders = self.register.holders(post, on) if post is not None else ()
        return self.enter(holders[0].person) if len(holders) == 1 else None

    def enter(self, person: Person) -> Persona:
        """The register's person as one of this text."""
        persona = self.personas.get(person.id)
        if persona is None:
            persona = Persona(person.id, person.name, person, person.country, person.gender)
            self.personas[person.id] = persona
        return persona

    def owner_of(self, office: Office) -> Persona | None:
        """Whose predecessor or counterpart: the person of `his` or of the name before `'s`."""
        for at in range(office.first, office.at):
            if self.tokens.lower[at] in PERSONAL:
                if at not in self.pronouns.owners:
                    self.pronouns.personal(at)
                return self.pronouns.owners.get(at)
            if self.tokens.lower[at] in ("'s", "’s") and at in self.ending:
                return self.ending[at].persona
        return None

    def by_owner(self, office: Office) -> Persona | None:
        """The predecessor, successor or counterpart, where just one person can be meant."""
        owner = self.owner_of(office)
        if owner is None or self.on is None:
            return None
        held = self.register.posts_of(owner.known.id, self.on) if owner.known is not None else ()
        posts = owner.posts or {holder.office for holder in held}
        found: dict[str, Person] = {}
        for post in sorted(posts):
            person = (
                self.counterpart(post, office)
                if office.row.kind == "counterpart"
                else self.neighbour(post, owner, office)
            )
            if person is not None:
                found[person.id] = person
        return self.enter(next(iter(found.values()))) if len(found) == 1 else None

    def counterpart(self, post: str, office: Office) -> Person | None:
        """Who holds the same office of the country told."""
        if office.country is None or self.on is None:
            return None
        _, _, kind = post.partition("/")
        target = f"{office.country}/{kind}"
        told = [persona.known for persona in self.personas.values() if target in persona.posts and persona.known]
        if told:
            return told[0] if len(told) == 1 else None
        holders = self.register.holders(target, self.on)
        return holders[0].person if len(holders) == 1 else None

    def neighbour(self, post: str, owner: Persona, office: Office) -> Person | None:
        """Who held the owner's office before him or after him, where the register's rows follow each other."""
        held = self.register.tenures(post)
        mine = [number for number, holder in enumerate(held) if holder.person.id == owner.id]
        if not mine:
            return None
        number = mine[0] - 1 if office.role == "predecessor" else mine[-1] + 1
        if not 0 <= number < len(held) or held[number].person.id == owner.id:
            return None
        # Who comes next is not known before the day: the register knows more than the article.
        begins, today = held[number].since.earliest, self.on.latest if self.on else None
        return held[number].person if begins is None or today is None or begins <= today else None

    def post(self, title: str, owner: str | None) -> str | None:
        """The register's office of that title."""
        key = (title, owner)
        if key not in self.known:
            self.known[key] = self.register.office_of(title, owner)
        return self.known[key]
