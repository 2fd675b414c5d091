"""From a noun in a clause to the entities that it names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from legation.lexicon.table import TableRow, read_table
from legation.model import Entity
from legation.reading.cast import Cast
from legation.reading.events.clauses import VERBAL, agent, lemma_of, surface_subject, together, undergoer
from legation.reading.events.groups import GROUP
from legation.reading.events.listed import hyphened, names_before
from legation.reading.events.tables import words_of

_NEAR = 1500
"""Characters back within which `the two countries` were named."""
_TAIWAN = "TWN"
_OFTEN = 3
"""Mentions from which an entity is what the article is about."""
_COMPANIES = frozenset({"group", "delegation", "team", "mission", "party"})
_LEADING = frozenset({"lead", "head", "base", "back", "sponsor"})
"""`A delegation led by Holm`, `a group based in Norland`: the participle says whose it is."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BOTH = frozenset({"two", "both"})
_DEEPER = frozenset({"conj", "compound", "nmod", "amod", "npadvmod"})
"""How a name hangs on a modifier: `China-Europe`, `China-based`."""
_OTHERS = frozenset({"predecessor", "successor", "counterpart", "rival", "opponent", "guest", "host"})
"""Nouns that name somebody by another one."""
_HEADS = frozenset({"leader", "president", "minister"})
_OF = re.compile(r"\s(?:of|on|for|in|with)\s")
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})


class RegionRow(TableRow):
    """A region, or the adjective of one, that stands for a body of its states (by the body's id)."""

    word: str
    body: str
    example: str


@cache
def regions() -> Mapping[str, str]:
    """The body for which each word stands."""
    return {row.word: row.body for row in read_table("region_words", RegionRow)}


class Actors:
    """Looks up the entities of one article by the words that name them."""

    def __init__(self, doc: Doc, cast: Cast) -> None:
        self.doc = doc
        self.cast = cast
        self._pairs: list[tuple[int, list[str]]] = []
        self._people: dict[int, list[str]] = {}

    def note_pair(self, at: int, names: Sequence[str]) -> None:
        """Notes the parties of an event told at character `at`; where they are of two states, `the two` are these."""
        known = (name for name in names if self.country(name) is not None or self.is_body(name))
        states = list(dict.fromkeys(self.side(name) for name in known))
        named = [(name, self.entity(name)) for name in dict.fromkeys(names)]
        people = [name for name, one in named if one is not None and one.kind == "person"]
        if len(people) == 2:
            self._people[at] = people
        if len(states) == 2:
            self._pairs.append((at, states))

    def pair_before(self, token: Token, one: Sequence[str]) -> list[str]:
        """The states of the last event between two told shortly before `token`; only a pair with the side `one`.

        A headline names one side of what is told below: where `one` is known, an event after it serves as well.
        """
        near = [pair for at, pair in reversed(self._pairs) if token.idx - _NEAR < at < token.idx]
        near += [pair for at, pair in self._pairs if one and at > token.idx]
        return next((pair for pair in near if set(one) <= set(pair)), [])

    def of(self, token: Token | None) -> tuple[str, ...]:
        """The entities that a noun and those joined to it by `and` name, in reading order."""
        if token is None:
            return ()
        asked = _asked(token)
        if asked is not None:
            return self.of(asked)
        found: list[str] = []
        joined = together(token)
        if token.dep_ in _SUBJECTS:
            found += names_before(self.doc, self.cast, joined[0])
        found += [name for name in hyphened(self.doc, self.cast, token) if name not in found]
        for one in joined:
            found += [name for name in self._single(one) if name not in found]
        return tuple(found)

    def of_all(self, tokens: Iterable[Token]) -> tuple[str, ...]:
        """The entities of several nouns."""
        found: list[str] = []
        for token in tokens:
            found += [name for name in self.of(token) if name not in found]
        return tuple(found)

    def entity(self, name: str) -> Entity | None:
        """The entity with an id."""
        return self.cast.entities.get(name)

    def country(self, name: str) -> str | None:
        """The state that an entity belongs to; a state belongs to itself."""
        return self.cast.country(name)

    def side(self, name: str) -> str:
        """The state that an entity stands with; one of no state stands for itself."""
        return self.cast.side(name)

    def sides(self, names: Iterable[str]) -> set[str]:
        """The states of several entities, and those of them that are of no state."""
        return self.cast.sides(names)

    def foreign(self, names: Iterable[str], own: Collection[str]) -> tuple[str, ...]:
        """Those of the entities that stand with none of the sides `own`."""
        return tuple(name for name in names if self.side(name) not in own)

    def is_many(self, name: str) -> bool:
        """Whether an entity has members who may meet: a body of several states, a group."""
        entity = self.cast.entities.get(name)
        return entity is not None and entity.kind == "organisation" and entity.country is None

    def is_body(self, name: str) -> bool:
        """Whether an entity is a body of several states that has a name: the EU."""
        return self.is_many(name) and not name.startswith(GROUP)

    def _named(self, token: Token) -> str | None:
        mention = self.cast.at(token.idx)
        if mention is None:
            return self._region(token)
        entity = self.cast.entities.get(mention.entity)
        if entity is not None and _is_occasion(entity):
            return None
        if mention.form == "description" and entity is not None and entity.kind == "organisation" and entity.country:
            # Police, troops and ministries that have no name of their own act for their state.
            return entity.country
        return mention.entity

    def _titled(self, token: Token) -> str | None:
        """`Norwegian diplomat Anna Holm`, where the parser hangs the name elsewhere: the person, not the state."""
        following = token.i + 1
        if token.pos_ != "NOUN" or following == len(self.doc):
            return None
        mention = self.cast.at(self.doc[following].idx)
        if mention is None or mention.form != "name" or self.cast.entity_of(mention).kind != "person":
            return None
        span = self.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        return mention.entity if span is not None and span.root.dep_ == "appos" else None

    def _region(self, token: Token) -> str | None:
        """`Europe`, `the European side`: the union of that region, where the article names it."""
        body = regions().get(token.lower_) if token.text[:1].isupper() else None
        return body if body in self.cast.entities else None

    def _regional(self, token: Token) -> list[str]:
        """`Ten European citizens`: the body that stands for their region."""
        found = (self._region(one) for one in token.children if one.dep_ == "amod")
        return [name for name in found if name is not None][:1]

    def _single(self, token: Token, depth: int = 3) -> list[str]:
        own = self._named(token)
        if own is not None:
            # A party without a name gives way to a name beside it: "the two ministers", "ministers of France".
            owners = [name for one in token.children if one.tag_ == "PRP$" and (name := self._named(one)) is not None]
            return (
                [own]
                if not own.startswith(GROUP)
                else owners
                or self._beside(token)
                or self._pair(token)
                or self._members(token, depth)
                or self._body(token)
                or self._regional(token)
                or [own]
            )
        beside = self._beside(token)
        if beside:
            return beside
        titled = self._titled(token)
        if titled is not None:
            return [titled]
        pair = self._pair(token) or self._island(token) or self._body(token)
        if pair:
            return pair
        if token.tag_ in ("PRP", "PRP$"):
            return self._meant(token) if depth else []
        if lemma_of(token) in _COMPANIES and depth and _is_bare(token):
            return self._company(token)
        governed = self._governed(token)
        if governed:
            return governed
        # "Lund's predecessor" is not Lund.
        another = lemma_of(token) in _OTHERS
        modifiers = [one for one in token.children if one.dep_ in _MODIFIERS and not (another and one.dep_ == "poss")]
        found = [name for one in modifiers for name in self._behind(one, depth)]
        for one in modifiers:
            # "China-Europe talks", "Japanese and Korean officials"
            found += [name for far in one.children if (name := self._named(far)) is not None and far.dep_ in _DEEPER]
        if any(not name.startswith(GROUP) for name in found):
            return list(dict.fromkeys(found))
        other = self._other_side(token)
        if other:
            return other
        if lemma_of(token) in words_of("areas"):
            return self._bordering(token) or list(dict.fromkeys(found))
        if lemma_of(token) in words_of("talks") | words_of("accords") | words_of("treaties"):
            # "rejected a meeting with Holm in Oslo": where it was to be is no side.
            return self._after(token, ("between", "with"), depth) or list(dict.fromkeys(found))
        # "her counterpart in Oslo" is no Norwegian.
        # Nor is an arbitral tribunal in The Hague a Dutch one.
        elsewhere = any(one.tag_ == "PRP$" or one.lower_ in words_of("worldly") for one in token.children)
        # And "an attack in Mali" was not made by Mali.
        elsewhere = elsewhere or lemma_of(token) in words_of("deeds")
        places = () if elsewhere else ("in",)
        return self._after(token, ("of", "from", "among", *places), depth) or list(dict.fromkeys(found))

    def _beside(self, token: Token) -> list[str]:
        """`The minister, Anna Holm`, `the two states, Norland and Mali`: the names say more than the noun."""
        for one in token.children:
            if one.dep_ in ("appos", "acl"):
                beside = together(one) if one.dep_ == "appos" else [_named_by(one)]
                names = [name for each in beside if (name := self._named(each)) is not None]
                if names:
                    return list(dict.fromkeys(names))
        return []

    def _governed(self, token: Token) -> list[str]:
        """`The Biden administration`, `Lund's government`: the state, not the person."""
        if lemma_of(token) not in words_of("governing"):
            return []
        heads = (one for one in token.children if one.dep_ in ("compound", "poss", "nmod"))
        people = (self.entity(name) for one in heads if (name := self._named(one)) is not None)
        return [one.country for one in people if one is not None and one.kind == "person" and one.country is not None]

    def _behind(self, modifier: Token, depth: int) -> list[str]:
        """The entity of a modifier; of `the two leaders' offices` the leaders' states."""
        own = self._named(modifier)
        if own is None:
            return self._island(modifier)
        if not own.startswith(GROUP):
            return [own]
        return self._single(modifier, depth - 1) if depth else [own]

    def _bordering(self, area: Token) -> list[str]:
        """`Waters east of the island`, `airspace near Norland`: whose the area is or beside whom it lies."""
        for one in area.subtree:
            if one.dep_ == "pobj" and one.i > area.i:
                own = self._named(one)
                found = [own] if own is not None else self._island(one)
                if found:
                    return found
        return []

    def _members(self, token: Token, depth: int) -> list[str]:
        found = self._after(token, ("of", "from"), depth)
        return [name for name in found if not name.startswith(GROUP)]

    def _after(self, token: Token, words: Collection[str], depth: int) -> list[str]:
        """The first entities that follow a noun under one of the prepositions, or in `a delegation led by`."""
        if not depth:
            return []
        for one in token.children:
            leading = one.dep_ == "acl" and lemma_of(one) in _LEADING and one.tag_ == "VBN"
            holders = [one] if one.dep_ == "prep" and one.lower_ in words else [*one.children] if leading else []
            for holder in holders:
                for deeper in holder.children:
                    if deeper.dep_ == "pobj":
                        inner = [name for joined in together(deeper) for name in self._single(joined, depth - 1)]
                        if inner:
                            return list(dict.fromkeys(inner))
        return []

    def _pair(self, token: Token) -> list[str]:
        """`The two countries`, `both sides`: the last two states named before."""
        if lemma_of(token) not in words_of("sides") and token.lower_ not in ("both", "two"):
            return []
        if _is_couple(token):
            # "Holm met Berg. The leaders agreed": those who met.
            return self._noted(token)
        if token.lower_ not in ("both", "two") and not any(one.lower_ in _BOTH for one in token.children):
            return []
        # "The two presidents" are of the countries of the people named, wherever they met.
        of_people = self._last_two(token, {"person"}) if lemma_of(token) in _HEADS else []
        return of_people or self._two_people(token) or self._noted(token) or self._last_two(token, None)

    def _two_people(self, token: Token) -> list[str]:
        """`The two will meet again`: the two persons of the last event between two states, where it had just these."""
        if token.lower_ not in _BOTH:
            return []
        at = next((at for at, _ in reversed(self._pairs) if token.idx - _NEAR < at < token.idx), None)
        return self._people.get(at, []) if at is not None else []

    def _body(self, token: Token) -> list[str]:
        """`The 27 members`, `the bloc`: the body of states named last."""
        if lemma_of(token) not in words_of("membership") or not any(one.lower_ == "the" for one in token.children):
            return []
        before = reversed(self.cast.within(max(0, token.idx - _NEAR), token.idx))
        # The ids of bodies are their acronyms.
        return next(([one.entity] for one in before if one.entity.isupper() and self.is_body(one.entity)), [])

    def _island(self, token: Token) -> list[str]:
        """`The island` in an article on Taiwan, as long as no other place is named after it."""
        if lemma_of(token) != "island" or not any(one.lower_ == "the" for one in token.children):
            return []
        for mention in reversed(self.cast.within(max(0, token.idx - _NEAR), token.idx)):
            if mention.entity == _TAIWAN:
                return [_TAIWAN]
            if self.cast.entity_of(mention).kind == "place" and not self._is_topic(_TAIWAN, mention.entity):
                return []
        return []

    def _is_topic(self, name: str, other: str) -> bool:
        """Whether an article names an entity often, and more often than another."""
        counted = Counter(mention.entity for mention in self.cast.mentions)
        return counted[name] >= _OFTEN and counted[name] > counted[other]

    def _other_side(self, token: Token) -> list[str]:
        """`Her counterpart`: the other of the two states of the last event with hers."""
        if lemma_of(token) != "counterpart":
            return []
        owner = next((self._named(one) for one in token.children if one.tag_ == "PRP$"), None)
        own = self.country(owner) if owner is not None else None
        pair = next((pair for at, pair in reversed(self._pairs) if at < token.idx and own in pair), None)
        return [name for name in pair if name != own] if pair is not None else []

    def _noted(self, token: Token) -> list[str]:
        """The states of the last event between two, told shortly before."""
        return next((pair for at, pair in reversed(self._pairs) if token.idx - _NEAR < at < token.idx), [])

    def _last_two(self, token: Token, kinds: Collection[str] | None) -> list[str]:
        """The states of the last two entities before `token` that are of one of `kinds` (None: any)."""
        seen: list[str] = []
        for mention in reversed(self.cast.within(max(0, token.idx - _NEAR), token.idx)):
            country = self.country(mention.entity)
            entity = self.cast.entities.get(mention.entity)
            if kinds is not None and (entity is None or entity.kind not in kinds):
                continue
            if entity is not None and entity.kind == "place":
                continue
            if country is None and entity is not None and entity.kind == "organisation":
                continue
            if country is not None and country not in seen:
                seen.append(country)
            if len(seen) == 2:
                return seen[::-1]
        return []

    def _meant(self, pronoun: Token) -> list[str]:
        """`indicted two men for their part`: a pronoun that the cast leaves open stands for its clause's people."""
        if pronoun.lower_ not in ("they", "their", "them"):
            return []
        for above in pronoun.ancestors:
            if above.pos_ == "VERB":
                for one in (undergoer(above), agent(above)):
                    if one is not None and one.i < pronoun.i and pronoun not in one.subtree:
                        found = [name for joined in together(one) for name in self._single(joined, 0)]
                        if found:
                            return found
        return self._subjects_before(pronoun)

    def _subjects_before(self, pronoun: Token, steps: int = 3) -> list[str]:
        """`Holm and Berg met. They agreed ...`: the several subjects of the sentence before.

        Where its subject is one alone (`Holm met Berg. They ...`), the two sides of the event told last.
        """
        start = pronoun.sent.start
        if start == 0 or self.doc[start - 1].text.endswith("\n\n"):
            return []
        before = self.doc[start - 1].sent
        subjects = [one for verb in _main_verbs(before.root) for one in verb.children if one.dep_ in _SUBJECTS]
        for one in subjects:
            if one.lower_ == "they" and steps:
                found = self._subjects_before(one, steps - 1)
            else:
                found = list(dict.fromkeys(name for joined in together(one) for name in self._single(joined, 0)))
            if len(found) > 1:
                return found
        if pronoun.lower_ != "they" or any(_is_plural(one) for one in subjects):
            return []
        return self._told_with(before.start_char, pronoun.idx)

    def _told_with(self, start: int, end: int) -> list[str]:
        """The two persons, or else the two states, of the last event between two told from `start` to `end`."""
        told = {**dict(self._pairs), **self._people}
        last = next((told[at] for at in sorted(told, reverse=True) if start <= at < end), [])
        # "The Norwegian side was led by Holm, that of Mali by Berg. They agreed": on what they had met for.
        here = self.sides(one.entity for one in self.cast.within(start, end))
        pairs = (pair for at, pair in reversed(self._pairs) if start - _NEAR < at < end)
        return last or next((pair for pair in pairs if here >= set(pair)), [])

    def _company(self, token: Token) -> list[str]:
        """`The group met ...`: the group or delegation of which the text spoke before."""
        for at in range(token.i - 1, max(-1, token.i - 600), -1):
            before = self.doc[at]
            if lemma_of(before) in _COMPANIES and not _is_bare(before):
                found = self._single(before)
                if found:
                    return found
        return []

    def places_as_states(self, names: Iterable[str]) -> tuple[str, ...]:
        """The same entities, with the state in place of a town or region that lies in it."""
        found: list[str] = []
        for name in names:
            entity = self.cast.entities.get(name)
            if entity is not None and entity.kind == "place" and entity.country is not None:
                name = entity.country
            if name not in found:
                found.append(name)
        return tuple(found)


def _is_occasion(entity: Entity) -> bool:
    """`The Summit of the Isles`, `the Annual Aldan Meeting`: an event with a name is no party of it; a standing body
    with such a name has its acronym for an id."""
    if entity.kind != "organisation" or entity.id.isupper():
        return False
    head = _OF.split(entity.name.lower())[0].split()
    return bool(head) and head[-1] in words_of("occasions")


def _main_verbs(root: Token) -> Iterator[Token]:
    """The verb of a sentence, those joined to it, and those of what it says."""
    yield root
    for one in root.children:
        if one.dep_ in ("conj", "ccomp") and one.pos_ in VERBAL:
            yield from _main_verbs(one)


def _is_plural(noun: Token) -> bool:
    """Whether `they` may stand for a noun by itself: `the envoys`."""
    return noun.tag_ in ("NNS", "NNPS") or any(one.dep_ == "conj" for one in noun.children)


def _is_couple(noun: Token) -> bool:
    """`The leaders`, `the delegations`: all those of whom the text speaks."""
    before = {one.lower_ for one in noun.children}
    the = "the" in before and before.isdisjoint(_BOTH)
    return noun.tag_ == "NNS" and lemma_of(noun) in words_of("couples") and the and _is_bare(noun)


def _asked(pronoun: Token) -> Token | None:
    """`Urged Norland to lift the duty that it imposed`: "it" is who is to lift what it did, not who urges."""
    clause = pronoun.head
    if pronoun.lower_ not in ("it", "they") or pronoun.dep_ != "nsubj" or clause.dep_ != "relcl":
        return None
    verb = clause.head.head
    if clause.head.dep_ != "dobj" or verb.dep_ != "xcomp" or not any(one.tag_ == "TO" for one in verb.children):
        return None
    found = surface_subject(verb)
    return found if found is not None and found.i < verb.i and found.pos_ != "PRON" else None


def _is_bare(noun: Token) -> bool:
    """`The group`: nothing but an article stands with it."""
    return all(one.dep_ in ("det", "punct") for one in noun.children if one.i < noun.i) and not any(
        (one.dep_ == "prep" and one.lower_ == "of") or one.dep_ == "acl" for one in noun.children
    )


def _named_by(clause: Token) -> Token:
    """`a scientist named Li Dong`: the name."""
    for one in clause.children:
        if lemma_of(clause) in ("name", "call", "identify") and one.dep_ in ("oprd", "dobj", "attr"):
            return one
    return clause
