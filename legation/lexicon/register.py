"""The register: states, bodies, places, offices and who held them when, asked by name and by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from legation.lexicon.register_called import Called
from legation.lexicon.register_index import Names, body_kind_of, body_of_row, form_of, state_of
from legation.lexicon.register_load import Cells, Tables, add_user_table, own_tables
from legation.lexicon.register_names import bare, plain_letters, without_article
from legation.lexicon.register_offices import HEADS, Offices, office_kind_of, office_of_row
from legation.lexicon.register_outlets import Outlets
from legation.lexicon.register_people import gather_holders, gather_people, sure_time, whole_time
from legation.lexicon.register_places import Gazetteer
from legation.lexicon.register_rows import PUBLIC_SECTORS
from legation.lexicon.register_scan import PhraseScanner
from legation.lexicon.register_values import Body, Holder, NameForm, Outlet, Person, Phrase, Place, State
from legation.model import DateInterval, Entity, LegationError

__all__ = ["Body", "Holder", "Outlet", "Person", "Phrase", "Place", "Register", "State", "load_register"]


class Register:
    """Who is who, and when. Made by `load_register`; never changed after that."""

    def __init__(self, tables: Tables) -> None:
        rows = tables.rows
        self.states = {state.id: state for state in map(state_of, rows["states"])}
        self.bodies = {body.id: body for body in map(body_of_row, rows["bodies"])}
        self._body_kinds = {kind.id: kind for kind in map(body_kind_of, rows["body_kinds"])}
        side_words = [row.cells["word"] for row in rows["side_words"]]
        self._kind_names = {name.lower(): kind.id for kind in self._body_kinds.values() for name in kind.names}
        self._names = Names(self.states, self.bodies, self._body_kinds.values(), side_words)
        self._offices = Offices(
            map(office_kind_of, rows["office_kinds"]),
            map(office_of_row, rows["offices"]),
            self._owner_named,
            self.states.__contains__,
        )
        people = gather_people(rows["people"], rows["holders"], self.states)
        self.people = people.by_id
        several = {row.cells["office"] for row in rows["holders"] if not self._offices.is_single(row.cells["office"])}
        self._tenures = gather_holders(rows["holders"], people, several, tables.user_rows)
        for row in rows["holders"]:
            if row.where in tables.user_rows:
                self._check_owner(row)
        self._called = Called(self.people)
        self._place_rows, self._outlet_rows = rows["places"], rows["outlets"]
        self._gazetteer, self._outlets = Gazetteer(self._place_rows), Outlets(self._outlet_rows)

    def _check_owner(self, row: Cells) -> None:
        """Refuse a user's row whose office is of nobody known."""
        owner = row.cells["office"].partition("/")[0]
        if owner not in self.states and owner not in self.bodies:
            raise LegationError(
                f"{row.where}: office: {owner} is no state or body of the register; give its code, such as CHN, "
                "or add it to a table of bodies"
            )

    def entity(self, id: str) -> Entity | None:
        """The state, body or person with that id; ministries that every state has are known by rule: `KEN/mfa`."""
        state = self.states.get(id)
        if state is not None:
            return Entity(id, "state", state.name, id, state.wikidata, state.aliases)
        body = self.bodies.get(id)
        if body is not None:
            return Entity(id, "organisation", body.name, body.country, body.wikidata, body.aliases)
        person = self.people.get(id)
        if person is not None:
            return Entity(id, "person", person.name, person.country, person.wikidata, person.variants)
        country, _, kind = id.partition("/")
        if country in self.states and kind in self._body_kinds:
            return Entity(id, "organisation", self._derived_name(country, kind), country)
        return None

    def _derived_name(self, country: str, kind: str) -> str:
        """As the press calls it: `Kenyan Foreign Ministry`."""
        state, name = self.states[country], self._body_kinds[kind].name
        return f"{state.demonyms[0]} {name}" if state.demonyms else f"{name} of {state.name}"

    def sector(self, id: str) -> str | None:
        """The PLOVER sector of a body, e.g. `GOV`, `MIL`; None for states, people and international bodies."""
        if id in self.bodies:
            return self.bodies[id].sector
        kind = self._body_kinds.get(id.partition("/")[2])
        return kind.sector if kind else None

    def office_sector(self, office: str) -> str | None:
        """The PLOVER sector of an office's holders; where its kind tells none, that of the body whose office it is."""
        return self._offices.sector(office) or self.sector(office.rpartition("/")[0])

    def is_official(self, id: str) -> bool:
        """Whether an entity speaks for a state: the state, one of its public bodies, somebody who holds its offices."""
        person = self.people.get(id)
        if person is not None:
            return any(post.office.partition("/")[0] in self.states for post in self.posts_of(id))
        return id in self.states or self.sector(id) in PUBLIC_SECTORS

    def leads(self, person: str, on: DateInterval) -> bool:
        """Whether somebody was at the head of a state or a government at that time."""
        return any(post.office.partition("/")[2] in HEADS for post in self.posts_of(person, on))

    def named(self, words: str) -> tuple[Entity, ...]:
        """The states and bodies that the words name, the likeliest first; acronyms count only in their own case."""
        found = (self.entity(phrase.id) for phrase in self._names.find(words))
        return tuple(entity for entity in found if entity is not None)

    def body_of(self, words: str, country: str) -> Entity | None:
        """The state's own body that the words name where only the context tells the state: `the foreign ministry`."""
        id = self._names.body(words, country)
        return self.entity(id) if id else None

    @property
    def body_kind_names(self) -> Mapping[str, str]:
        """What bodies that every state has are called, in lower case, with the id of their kind: `foreign ministry`."""
        return self._kind_names

    def kind_of_name(self, words: str) -> NameForm | None:
        """Whether the words are a name, a metonym or a demonym of a state or body; None where they name none."""
        return form_of(self._names.find(words)) or ("demonym" if self.demonym(words) else None)

    def demonym(self, words: str) -> str | None:
        """The state of an adjective or of a people's name: `Chinese` -> `CHN`."""
        return self._names.demonym(words)

    def people_named(self, words: str) -> tuple[Person, ...]:
        """People by full name in either order or by a variant; only where none fits, by bare family name."""
        return self._called.named(words)

    def is_family_name(self, word: str) -> bool:
        """Whether somebody of the register is called so without a given name."""
        return self._called.is_family_name(word)

    def people_sounding(self, words: str) -> tuple[Person, ...]:
        """People whose full or family name is only spelled otherwise: `Sergej Lawrow`, `Lawrow` -> Sergey Lavrov."""
        return self._called.sounding(words)

    def office_of(self, title: str, country: str | None) -> str | None:
        """The office that a title names, of a state or body: `foreign minister`, `CHN` -> `CHN/foreign-minister`.

        Without `country` the title itself must tell whose it is: `Secretary of State` -> `USA/foreign-minister`.
        """
        return self._offices.find(title, country)

    def office_title(self, office: str) -> str:
        """The usual title of the office's holder; the id itself where it is of no kind that the register knows."""
        return self._offices.title(office, lambda id: entity.name if (entity := self.entity(id)) else None)

    def offices(self) -> tuple[str, ...]:
        """The ids of all offices whose holders the register knows, in order of the alphabet."""
        return tuple(sorted(self._tenures))

    def holders(self, office: str, on: date | DateInterval) -> tuple[Holder, ...]:
        """Who held the office on a day or within an interval, oldest first.

        Tenures that surely meet it; where there is none, those that may have (a row that tells only month or year).
        A disputed claim counts only where nobody else holds the office.
        """
        held = _meeting(self._tenures.get(office, ()), on)
        return tuple(holder for holder in held if holder.note != "disputed") or held

    def tenures(self, office: str) -> tuple[Holder, ...]:
        """Everybody who held the office, oldest first."""
        return tuple(self._tenures.get(office, ()))

    def posts_of(self, person_id: str, on: date | DateInterval | None = None) -> tuple[Holder, ...]:
        """The offices that a person held, on a day or within an interval, or ever."""
        held = self._posts.get(person_id, ())
        return _meeting(held, on) if on is not None else tuple(held)

    def place(self, words: str) -> Place | None:
        """The place of that name; None where the gazetteer has none."""
        return self._gazetteer.find(words)

    def outlet(self, words_or_host: str) -> Outlet | None:
        """The outlet or agency by name, alias or host (with or without `www.`)."""
        return self._outlets.find(words_or_host)

    def phrases(self) -> Mapping[str, tuple[Phrase, ...]]:
        """Every surface form that may stand in a text, in its own case, with what it may name.

        States, bodies, people by full name, demonyms, places, outlets. Bare family names are left out.
        """
        return self._phrases

    @cached_property
    def scanner(self) -> PhraseScanner:
        """Finds the phrases of the register in a text."""
        return PhraseScanner(self._phrases)

    def _owner_named(self, words: str) -> str | None:
        """The state or body that stands before a title or after its `of`."""
        state = self._names.state_by_adjective(words)
        if state is not None:
            return state
        found = self._names.index.find(bare(words))
        return found[0].id if found else None

    @cached_property
    def _posts(self) -> dict[str, list[Holder]]:
        posts: dict[str, list[Holder]] = defaultdict(list)
        for held in self._tenures.values():
            for holder in held:
                posts[holder.person.id].append(holder)
        for holders in posts.values():
            holders.sort(key=lambda holder: (holder.since.earliest, holder.office))
        return dict(posts)

    @cached_property
    def _phrases(self) -> dict[str, tuple[Phrase, ...]]:
        found: dict[str, tuple[Phrase, ...]] = dict(self._names.index.exact)

        def add(words: str, phrase: Phrase) -> None:
            for form in (words, plain_letters(words)):
                found[form] = _with(found.get(form, ()), phrase)

        for state in self.states.values():
            for demonym in state.demonyms:
                add(demonym, Phrase("state", state.id, "demonym"))
        for person in self.people.values():
            for name in (person.name, *person.variants, *((person.native,) if person.native else ())):
                if " " in name or not name.isascii():
                    add(name, Phrase("person", person.id, "name"))
        for row in self._place_rows:
            phrase = Phrase("place", row.cells["name"], "name")
            for name in (row.cells["name"], *row.words("aliases")):
                # As written only: `Malé` without its accent is a common word.
                found[name] = _with(found.get(name, ()), phrase)
        for row in self._outlet_rows:
            for name in (row.cells["outlet"], *row.words("aliases")):
                add(name, Phrase("outlet", row.cells["outlet"], "name"))
                # `The Australian` may be a newspaper, and somebody from Australia.
                for phrase in found.get(without_article(name), ()):
                    found[name] = _with(found[name], phrase)
        return found


def _with(known: tuple[Phrase, ...], phrase: Phrase) -> tuple[Phrase, ...]:
    return known if any(other[:2] == phrase[:2] for other in known) else (*known, phrase)


def _meeting(held: Sequence[Holder], on: date | DateInterval) -> tuple[Holder, ...]:
    asked = on if isinstance(on, DateInterval) else DateInterval(on, on, "day", on.isoformat())
    sure = tuple(holder for holder in held if sure_time(holder).meets(asked))
    return sure or tuple(holder for holder in held if whole_time(holder).meets(asked))


@lru_cache(maxsize=8)
def _load(extra: tuple[Path, ...]) -> Register:
    tables = own_tables()
    for path in extra:
        add_user_table(tables, path)
    return Register(tables)


def load_register(extra: Sequence[Path] = ()) -> Register:
    """The register of the package's tables and of a user's CSV files (holders, people, bodies, offices, places).

    A user's file has the columns of the package's table; its name (`holders_mine.csv`) or its header tells which.
    Loaded once for each set of files. Raises LegationError naming file, line, column and what is wrong.
    """
    return _load(tuple(Path(path).resolve() for path in extra))
