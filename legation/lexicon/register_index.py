"""Names of states and bodies, looked up: names, aliases, acronyms, metonyms, demonyms, ministries by rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from legation.lexicon.register_load import Cells
from legation.lexicon.register_names import bare, fold, is_acronym, plain_letters, without_article
from legation.lexicon.register_values import Body, NameForm, Phrase, State


@dataclass
class NameIndex:
    """Surface forms of states and bodies. Acronyms are kept in their own case only."""

    exact: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)
    folded: dict[str, tuple[Phrase, ...]] = field(default_factory=dict)

    def add(self, words: str, phrase: Phrase) -> None:
        """Let `words` name `phrase` too; the first thing named so comes first."""
        for form in {words, plain_letters(words), words.replace("'", "’")}:
            self.exact[form] = _with(self.exact.get(form, ()), phrase)
        if not is_acronym(words):
            self.folded[fold(words)] = _with(self.folded.get(fold(words), ()), phrase)

    def find(self, words: str) -> tuple[Phrase, ...]:
        """What the words name, in their own case first; words without a capital letter name nothing by folding."""
        for form in (words, without_article(words)):
            found = self.exact.get(form)
            if found is None and form != form.lower():
                found = self.folded.get(fold(form))
            if found:
                return found
        return ()


def _with(known: tuple[Phrase, ...], phrase: Phrase) -> tuple[Phrase, ...]:
    same = any(other.kind == phrase.kind and other.id == phrase.id for other in known)
    return known if same else (*known, phrase)


@dataclass(frozen=True)
class BodyKind:
    """A body that every state has."""

    id: str
    name: str
    kind: str
    sector: str
    names: tuple[str, ...]


def state_of(row: Cells) -> State:
    """A row of `states.csv` as a value."""
    cow = row.get("cow")
    return State(
        id=row.cells["id"],
        name=row.cells["name"],
        official=row.cells["official"],
        status=row.cells["status"],
        capital=row.cells["capital"],
        cow=int(cow) if cow else None,
        demonyms=row.words("demonyms"),
        metonyms=row.words("metonyms"),
        aliases=row.words("aliases"),
        wikidata=row.get("wikidata"),
    )


def body_of_row(row: Cells) -> Body:
    """A row of `bodies.csv` as a value."""
    return Body(
        id=row.cells["id"],
        name=row.cells["name"],
        kind=row.cells["kind"],
        country=row.get("country"),
        sector=row.get("sector"),
        aliases=row.words("aliases"),
        metonyms=row.words("metonyms"),
        state_run=row.get("state_run") == "yes",
        wikidata=row.get("wikidata"),
    )


def body_kind_of(row: Cells) -> BodyKind:
    """A row of `body_kinds.csv` as a value."""
    cells = row.cells
    return BodyKind(cells["id"], cells["name"], cells["kind"], cells["sector"], row.words("names"))


class Names:
    """Every name of a state or body: asked by words, or by words and a state known from the context."""

    def __init__(
        self,
        states: Mapping[str, State],
        bodies: Mapping[str, Body],
        body_kinds: Iterable[BodyKind],
        side_words: Iterable[str],
    ) -> None:
        self.index = NameIndex()
        self.demonyms: dict[str, str] = {}
        self._states = states
        self._side_words = frozenset(side_words)
        self._kinds = {fold(name): kind for kind in body_kinds for name in kind.names}
        self._national: dict[str, dict[str, str]] = defaultdict(dict)
        for state in states.values():
            self._add(state.id, "state", (state.name, state.official, *state.aliases), state.metonyms)
            for demonym in state.demonyms:
                self.demonyms.setdefault(fold(demonym), state.id)
        for body in bodies.values():
            self._add(body.id, "body", (body.name, *_acronym(body), *body.aliases), body.metonyms)
            if body.country and "/" in body.id:
                for name in (body.name, *body.aliases, *body.metonyms):
                    self._national[body.country].setdefault(fold(name), body.id)

    def _add(self, id: str, kind: Literal["state", "body"], names: Iterable[str], metonyms: Iterable[str]) -> None:
        for name in names:
            self.index.add(name, Phrase(kind, id, "name"))
        for name in metonyms:
            self.index.add(name, Phrase(kind, id, "metonym"))

    def find(self, words: str) -> tuple[Phrase, ...]:
        """The states and bodies that the words name: as they stand, as a state's side, as a state's ministry."""
        words = bare(words)
        found = self.index.find(words)
        if found:
            return found
        rest = without_article(words)
        stem, _, last = rest.rpartition(" ")
        if stem and last in self._side_words:
            state = self.state_by_adjective(stem)
            if state is not None:
                return (Phrase("state", state, "metonym"),)
        body = self._ministry(rest)
        return (Phrase("body", body, "name"),) if body else ()

    def demonym(self, words: str) -> str | None:
        """The state whose people or things the words call so; `chinese` in lower case is left alone."""
        words = without_article(bare(words))
        return self.demonyms.get(fold(words)) if words != words.lower() else None

    def state_by_adjective(self, words: str) -> str | None:
        """The state of a demonym, a name or an acronym used before a noun: `Chinese`, `US`, `China's`."""
        state = self.demonym(words)
        if state is not None:
            return state
        return next((phrase.id for phrase in self.index.find(bare(words)) if phrase.kind == "state"), None)

    def body(self, words: str, country: str) -> str | None:
        """The id of the state's own body of that name, where the words don't tell the state: `the foreign ministry`."""
        folded = fold(without_article(bare(words)))
        found = self._national.get(country, {}).get(folded)
        if found is not None:
            return found
        kind = self._kinds.get(folded)
        return f"{country}/{kind.id}" if kind is not None and country in self._states else None

    def _ministry(self, words: str) -> str | None:
        """`Chinese Foreign Ministry`, `China's Ministry of Foreign Affairs`, `Foreign Ministry of Japan`."""
        parts = words.split()
        for cut in range(1, min(len(parts), 6)):
            state = self.state_by_adjective(" ".join(parts[:cut]))
            body = self.body(" ".join(parts[cut:]), state) if state else None
            if body is not None:
                return body
        before, of, after = words.rpartition(" of ")
        state = self.state_by_adjective(after) if of else None
        return self.body(before, state) if state else None


def _acronym(body: Body) -> tuple[str, ...]:
    return () if "/" in body.id else (body.id,)


def form_of(phrases: tuple[Phrase, ...]) -> NameForm | None:
    """How the first of the things named is named."""
    return phrases[0].form if phrases else None
