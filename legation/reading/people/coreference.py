"""Titles, descriptions and pronouns: joined to the person they stand for, left alone where two would fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from legation.lexicon.register_names import fold
from legation.model import DateInterval
from legation.reading.people.actors import Actor
from legation.reading.people.offices import Office
from legation.reading.people.persons import Naming, Persona
from legation.reading.people.tokens import Tokens

if TYPE_CHECKING:
    from legation.lexicon.register import Person, Register

PERSONAL: Mapping[str, Literal["he", "she"]] = {
    "he": "he",
    "him": "he",
    "his": "he",
    "himself": "he",
    "she": "she",
    "her": "she",
    "hers": "she",
    "herself": "she",
}
NEUTRAL = frozenset({"it", "its", "itself"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
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
_STYLES = frozenset(
    {"majesty", "excellency", "highness", "holiness", "eminence", "honour", "honor", "grace", "lordship"}
)
_OBJECT_VERBS = frozenset(
    {"thank", "congratulate", "praise", "commend", "applaud", "criticize", "criticise", "condemn", "blame", "accuse"}
)
_NEAR = 2
"""How many paragraphs back an antecedent may stand."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for somebody whose name stands elsewhere."""

    first: int
    stop: int
    entity: str
    form: Literal["title", "description", "pronoun"]


@dataclass(frozen=True, slots=True)
class _Trace:
    """Somebody met on the way through the text, and how prominent the place was."""

    at: int
    stop: int
    persona: Persona
    weight: int
    """3: subject of the main clause; 2: another subject; 1: elsewhere; 0: inside a quotation."""


class Coreference:
    """One walk through the text, in which everybody named or referred to may be taken up by what follows."""

    def __init__(
        self,
        tokens: Tokens,
        namings: Sequence[Naming],
        offices: Sequence[Office],
        actors: Sequence[Actor],
        personas: dict[str, Persona],
        register: Register,
        on: DateInterval | None,
    ) -> None:
        self.tokens, self.actors, self.personas = tokens, actors, personas
        self.register, self.on = register, on
        self.naming = {naming.first: naming for naming in namings}
        self.ending = {naming.stop: naming for naming in namings}
        self.office = {office.first: office for office in offices}
        self.actor = {at: actor for actor in actors for at in range(actor.first, actor.stop)}
        self.rank = {block: rank for rank, block in enumerate(sorted(set(tokens.block)))}
        self.subjects: dict[int, list[int]] = {}
        for at, dep in enumerate(tokens.dep):
            if dep in _SUBJECTS:
                self.subjects.setdefault(tokens.head[at], []).append(at)
        self.traces: list[_Trace] = []
        self.owners: dict[int, Persona] = {}

    def walk(self) -> Iterator[Reference]:
        """The references in reading order."""
        at = 0
        while at < len(self.tokens):
            reference = None
            stop = at + 1
            if at in self.naming:
                naming = self.naming[at]
                self.trace(at, naming.persona, naming.stop)
                stop = naming.stop
            elif at in self.office:
                reference = self.titled(self.office[at])
            elif self.tokens.lower[at] in PERSONAL and not self.is_style(at):
                reference = self.personal(at)
            elif self.tokens.lower[at] in NEUTRAL:
                reference = self.neutral(at)
            if reference is None and self.tokens.lower[at] == "the":
                reference = self.former_or_latter(at)
            if reference is not None:
                stop = max(stop, reference.stop)
                yield reference
            at = stop

    def trace(self, at: int, persona: Persona, stop: int) -> None:
        tokens = self.tokens
        weight = 1
        for place in range(at, stop):
            if tokens.dep[place] in _SUBJECTS:
                weight = 3 if tokens.dep[tokens.head[place]] == "ROOT" else 2
        if weight == 1 and at > 1 and tokens.lower[at - 1] == "to" and tokens.lower[at - 2] == "according":
            weight = 3
        if (
            stop < len(tokens)
            and tokens.text[stop] == ":"
            and (not at or tokens.block[max(at - 4, 0)] != tokens.block[at])
        ):
            # The name tag of a transcript: who speaks says "I", not "he".
            self.traces.append(_Trace(at, stop, persona, -1))
            return
        self.traces.append(_Trace(at, stop, persona, 0 if tokens.quoted[at] else weight))

    def recent(self, at: int, blocks: int) -> Iterator[_Trace]:
        """Who was met before `at`, latest first; a caption knows only itself and is known only to itself."""
        here, caption = self.rank[self.tokens.block[at]], self.tokens.kind[at] in ("caption", "pull-quote")
        for trace in reversed(self.traces):
            there = self.rank[self.tokens.block[trace.at]]
            if here - there > blocks:
                return
            if (caption and here == there) or (not caption and self.tokens.kind[trace.at] == "body"):
                yield trace

    def personal(self, at: int) -> Reference | None:
        """He and she: the most prominent person of this sentence so far, else of the latest sentence with anybody."""
        tokens = self.tokens
        gender = PERSONAL[tokens.lower[at]]
        sentence: int | None = None
        best: list[_Trace] = []
        tagged = {trace.persona.id for trace in self.recent(at, 0) if trace.weight < 0}
        for trace in self.recent(at, _NEAR):
            if trace.persona.gender not in (None, gender) or (trace.weight == 0 and not tokens.quoted[at]):
                continue
            if trace.weight < 0 or trace.persona.id in tagged:
                continue
            if self.is_rival(trace, at):
                continue
            if sentence is None:
                sentence = tokens.sentence[trace.at]
            if tokens.sentence[trace.at] != sentence:
                break
            best.append(trace)
        top = max((trace.weight for trace in best), default=0)
        leading = {trace.persona.id: trace.persona for trace in best if trace.weight == top}
        controller = self.controller(at, best)
        if controller is not None:
            leading = {controller.id: controller}
        if len(leading) != 1 or (tokens.quoted[at] and not best):
            return None
        persona = next(iter(leading.values()))
        persona.gender = persona.gender or gender
        self.owners[at] = persona
        self.trace(at, persona, at + 1)
        return Reference(at, at + 1, persona.id, "pronoun")

    def is_style(self, at: int) -> bool:
        """`His` of `His Majesty`, `Her Excellency`."""
        return at + 1 < len(self.tokens) and self.tokens.lower[at + 1] in _STYLES

    def controller(self, at: int, best: Sequence[_Trace]) -> Persona | None:
        """Who is bidden or thanked: "urged Holm to end his visit", "thanked Holm for his help"."""
        tokens = self.tokens
        for trace in best:
            if tokens.sentence[trace.at] != tokens.sentence[at] or tokens.dep[trace.at] in _SUBJECTS:
                continue
            after = trace.stop
            if after >= at or after + 1 >= len(tokens):
                continue
            bidden = tokens.lower[after] == "to" and tokens.pos[after + 1] == "VERB"
            verb = tokens.head[trace.stop - 1]
            thanked = tokens.lower[after] in ("for", "on", "upon") and tokens.lemma(verb) in _OBJECT_VERBS
            if (bidden or (thanked and at - after < 6)) and tokens.dep[at] not in _SUBJECTS:
                return trace.persona
        return None

    def is_rival(self, trace: _Trace, at: int) -> bool:
        """Whether the pronoun is an object under the verb whose subject that person is: "Holm told him"."""
        tokens = self.tokens
        if trace.weight < 2 or tokens.dep[at] not in ("dobj", "dative", "pobj"):
            return False
        node = tokens.head[at]
        for _ in range(4):
            if tokens.pos[node] in ("VERB", "AUX"):
                break
            node = tokens.head[node]
        return node in (tokens.head[trace.at], tokens.head[trace.stop - 1])

    def neutral(self, at: int) -> Reference | None:
        """It and its: the state or body that is the subject of the clause above, and nothing further away."""
        tokens = self.tokens
        node, first = tokens.head[at], tokens.dep[at] not in _SUBJECTS
        for _ in range(6):
            if not first:
                node = tokens.head[node]
            first = False
            for subject in self.subjects.get(node, ()):
                if subject == at:
                    continue
                actor = self.actor.get(subject)
                if subject > at or actor is None or actor.adjective or actor.entity.kind == "place":
                    return None
                return Reference(at, at + 1, actor.entity.id, "pronoun")
            if tokens.head[node] == node:
                break
        return None

    def former_or_latter(self, at: int) -> Reference | None:
        """`the latter`: the second of the two persons whom the sentence before it (or its beginning) names."""
        tokens = self.tokens
        word = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        if word not in ("latter", "former") or tokens.pos[min(at + 2, len(tokens) - 1)] in ("NOUN", "PROPN", "ADJ"):
            return None
        sentence: int | None = None
        met: list[Persona] = []
        for trace in self.recent(at, 1):
            sentence = tokens.sentence[trace.at] if sentence is None else sentence
            if tokens.sentence[trace.at] != sentence:
                break
            if trace.persona not in met:
                met.insert(0, trace.persona)
        if len(met) != 2:
            return None
        persona = met[word == "latter"]
        self.trace(at, persona, at + 2)
        return Reference(at, at + 2, persona.id, "description")

    def titled(self, office: Office) -> Reference | None:
        """`the foreign minister`, `his predecessor`: somebody of the text, else the register's holder."""
        vague = office.article in ("a", "an") or not (office.is_definite or office.owned)
        if office.plural or vague or self.is_predicate(office):
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
        self.trace(office.first, persona, office.stop)
        return Reference(office.first, office.stop, persona.id, form)

    def is_predicate(self, office: Office) -> bool:
        """`took over as the minister`, `is the minister`: told of somebody, no mention of its own."""
        before = office.first - 1
        return before >= 0 and (
            self.tokens.lower[before] == "as" or (self.tokens.pos[before] == "AUX" and self.tokens.lower[before] in _BE)
        )

    def in_text(self, office: Office) -> Persona | None:
        """The person named nearby whom the phrase fits; an office of that name also from elsewhere in the text."""
        fitting: dict[str, tuple[int, Persona]] = {}
        for trace in self.recent(office.first, _NEAR):
            # "The Secretary and the Foreign Minister" are two.
            beside = trace.stop == office.first - 1 and self.tokens.lower[trace.stop] in ("and", "&", "with")
            degree = 0 if beside else self.fits(trace.persona, office)
            known = fitting.get(trace.persona.id)
            fitting[trace.persona.id] = (min(degree, known[0]) if known else degree, trace.persona)
        top = max((degree for degree, _ in fitting.values()), default=0)
        met = {id: persona for id, (degree, persona) in fitting.items() if degree == top and degree}
        if len(met) == 1:
            return next(iter(met.values()))
        if met:
            last = self.last_sentence(office.first)
            close = {id for id in met if id in last}
            return met[close.pop()] if len(close) == 1 else None
        told = [persona for persona in self.personas.values() if self.holds(persona, office)]
        return told[0] if len(told) == 1 and office.country is not None else None

    def last_sentence(self, at: int) -> set[str]:
        latest = next(self.recent(at, _NEAR), None)
        if latest is None:
            return set()
        sentence = self.tokens.sentence[latest.at]
        return {trace.persona.id for trace in self.recent(at, _NEAR) if self.tokens.sentence[trace.at] == sentence}

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
        if loose is not None and fold(office.title) == office.role:
            return int(any(other.row.kind in loose for other in told))
        bare = fold(office.title) == office.role
        return int(bare and any(other.role == office.role for other in told))

    def holds(self, persona: Persona, office: Office) -> bool:
        """Whether the text (or the register, on the article's date) gives the person that very office."""
        title = fold(office.title)
        told = [other for other in persona.offices if not office.marked or other.relation == office.relation]
        same_country = office.country is None or persona.country == office.country
        if title != office.role and same_country and any(fold(other.title) == title for other in told):
            return True
        post = self.register.office_of(office.title, office.country or persona.country)
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
        post = self.register.office_of(office.title, owner)
        if post is None and office.body is not None:
            post = self.register.office_of(office.title, office.body)
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
                if at not in self.owners:
                    self.personal(at)
                return self.owners.get(at)
            if self.tokens.lower[at] in ("'s", "’s") and at in self.ending:
                return self.ending[at].persona
        return None

    def by_owner(self, office: Office) -> Persona | None:
        owner = self.owner_of(office)
        if owner is None or self.on is None:
            return None
        posts = owner.posts or {holder.office for holder in self.posts_of(owner)}
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

    def posts_of(self, persona: Persona):  # type: ignore[no-untyped-def]
        return self.register.posts_of(persona.known.id, self.on) if persona.known is not None and self.on else ()

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
        return held[number].person if 0 <= number < len(held) and held[number].person.id != owner.id else None
