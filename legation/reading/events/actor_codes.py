"""The country and sector of each actor: a court in Ohio is (USA, JUD), the UN (UNO, none), a rebel of Mali (MLI, REB).

Country codes are ISO 3166 alpha-3; bodies of several states have the international codes of the PLOVER manual.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Token

from legation.lexicon.register import Register
from legation.lexicon.table import TableRow, read_table
from legation.model import Account, ActorCode, Article, Entity, Span, Tenure
from legation.reading.cast import Cast
from legation.reading.events.clauses import lemma_of
from legation.reading.events.sectors import sector_of_noun, sector_of_words
from legation.reading.events.tables import words_of
from legation.reading.parse import head_at

_OWNING = frozenset({"amod", "compound", "nmod", "poss", "npadvmod"})
_PLACING = frozenset({"of", "in", "from"})
_BY_KIND = {"igo": "IGO", "other": "NGO"}
"""The international code of bodies of no state that are neither the UN's nor the EU's."""


class InternationalRow(TableRow):
    """A body (by its id) that belongs to the United Nations or the European Union."""

    body: str
    code: Literal["UNO", "EUR"]
    example: str


@cache
def _families() -> Mapping[str, str]:
    return {row.body: row.code for row in read_table("international_codes", InternationalRow)}


def with_actor_codes(
    accounts: Iterable[Account], doc: Doc, article: Article, cast: Cast, tenures: Sequence[Tenure], register: Register
) -> list[Account]:
    """The accounts, each with the codes of its actors."""
    coder = _Coder(doc, article, cast, tenures, register)
    return [replace(account, actor_codes=tuple(coder.codes(account))) for account in accounts]


class _Coder:
    """Looks up the codes of the entities of one article."""

    def __init__(self, doc: Doc, article: Article, cast: Cast, tenures: Sequence[Tenure], register: Register) -> None:
        self._doc = doc
        self._published = article.published
        self._cast = cast
        self._tenures = tenures
        self._register = register

    def codes(self, account: Account) -> Iterator[ActorCode]:
        """The codes of an account's actors, in order; none for those of whom nothing is known."""
        for name in dict.fromkeys((*account.sources, *account.targets)):
            country, sector = self._code(name, account)
            if country is not None or sector is not None:
                yield ActorCode(name, country, sector)

    def _code(self, name: str, account: Account) -> tuple[str | None, str | None]:
        entity = self._cast.entities.get(name) or self._register.entity(name)
        if entity is None:
            return None, None
        if entity.kind == "state":
            return name, self._sector_told(name, account)
        if entity.kind == "person":
            return self._person(entity)
        country = entity.country or self._international(name)
        if entity.kind == "place" or self._register.entity(name) is not None:
            return country, self._register.sector(name)
        return country, self._sector_of_mentions(name)

    def _international(self, body: str) -> str | None:
        known = self._register.bodies.get(body)
        return (_families().get(body) or _BY_KIND.get(known.kind)) if known is not None else None

    # ---- people

    def _person(self, person: Entity) -> tuple[str | None, str | None]:
        held = [post.office for post in self._register.posts_of(person.id, self._published)]
        told = [one for one in self._tenures if one.person == person.id]
        held += [one.post for one in told if one.post is not None and one.relation in ("holds", "named")]
        coded = [(self._owner(office), self._register.office_sector(office)) for office in held]
        if coded:
            # Who heads both a state and a body of states acts for the state, and first for his own.
            return min(
                coded,
                key=lambda code: (code[0] != person.country, code[0] not in self._register.states, code[1] != "GOV"),
            )
        sector = self._sector_of_titles(person, told) or self._sector_of_mentions(person.id)
        past = self._register.posts_of(person.id) or any(one.relation in ("held", "vacates") for one in told)
        return person.country, "ELI" if past and sector in (None, "GOV") else sector

    def _owner(self, office: str) -> str | None:
        """The country code of the state or body whose office it is."""
        owner = office.partition("/")[0]
        if owner in self._register.states:
            return owner
        body = self._register.bodies.get(owner)
        return (body.country or self._international(owner)) if body is not None else None

    def _sector_of_titles(self, person: Entity, told: Sequence[Tenure]) -> str | None:
        titles = [person.role, *(f"{one.organisation or ''} {one.office}" for one in told)]
        return next((sector for title in titles if title and (sector := sector_of_words(title.split()))), None)

    # ---- words

    def _sector_of_mentions(self, name: str) -> str | None:
        """The sector that some mention tells: `student Anna Holm`, `Anna Holm, a judge`, `20 companies`."""
        for mention in self._cast.mentions:
            if mention.entity == name and mention.form != "pronoun":
                head = head_at(self._doc, mention.start, mention.end)
                near = [head, *(one for one in head.children if one.dep_ == "appos")] if head is not None else []
                found = next((sector for one in near if (sector := sector_of_noun(one))), None)
                if found is not None:
                    return found
        return None

    def _sector_told(self, state: str, account: Account) -> str | None:
        """What of a state acts or is acted on: told by the words nearest to the trigger that name it."""
        trigger = head_at(self._doc, *account.trigger)
        if trigger is None:
            return None
        named = [found for span in account.evidence for found in self._named(state, span)]
        whole = Span(trigger.sent.start_char, trigger.sent.end_char)
        named = named or list(self._named(state, whole))
        return min(named, key=lambda found: _steps(found[0], trigger))[1] if named else None

    def _named(self, state: str, span: Span) -> Iterator[tuple[Token, str | None]]:
        """The nouns in a span that name a state or its own, each with the sector that it tells."""
        for mention in self._cast.within(span.start, span.end):
            head, entity = head_at(self._doc, mention.start, mention.end), self._cast.entity_of(mention)
            if head is None or self._cast.country(mention.entity) != state:
                continue
            if entity.kind == "person":
                if head.dep_ in _OWNING and lemma_of(head.head) in words_of("governing"):
                    yield head.head, "GOV"
                continue
            if entity.kind == "organisation":
                yield head, self._register.sector(entity.id) or sector_of_noun(head)
                continue
            owner = _owned_by(head)
            if owner is not None:
                yield owner, sector_of_noun(owner)
            elif entity.kind == "state":
                yield head, "GOV" if mention.form == "metonym" else sector_of_noun(head)


def _owned_by(name: Token) -> Token | None:
    """The noun that a state's name belongs to: `troops` in `Norwegian troops`, `a court` in `a court in Norway`."""
    while name.dep_ == "conj" and name.head.pos_ in ("PROPN", "ADJ", "NOUN"):
        # "The ministers of Norway, Ghana and Mali"
        name = name.head
    if name.dep_ in _OWNING:
        return name.head
    if name.dep_ == "pobj" and name.head.lower_ in _PLACING and name.head.head.pos_ in ("NOUN", "PROPN"):
        return name.head.head
    return None


def _steps(word: Token, trigger: Token) -> int:
    """How many steps of the parse part two words of a sentence."""
    above = {one.i: number for number, one in enumerate((trigger, *trigger.ancestors))}
    climbed = enumerate((word, *word.ancestors))
    return next((number + above[one.i] for number, one in climbed if one.i in above), len(trigger.doc))
