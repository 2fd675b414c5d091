"""Titles into offices: `foreign minister` of CHN is CHN/foreign-minister, `Secretary of State` USA/foreign-minister."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from legation.lexicon.register_load import Cells
from legation.lexicon.register_names import bare, fold, without_article

# Words that tell when or how somebody holds an office, not which one it is.
STANDING = re.compile(
    r"^(?:the|then|former|ex|current|acting|interim|outgoing|incoming|new|newly appointed|longtime|caretaker|his|her|"
    r"its|their|our|late|veteran|first female|top ranking)\s+"
)
HEADS = ("head-of-state", "head-of-government")
"""The kinds of office that lead a state, the first first."""
_STYLED = HEADS[0]
"""The kind of office whose title differs by the form of state: king, emir, president."""
LONGEST_OWNER = 8
"""The most words that a state's or body's name before a title has."""
_LINK = re.compile(r"\s(?:of|for)\s(?:the\s)?")
TO = re.compile(r"^(.*?)\s+(?:to|in)\s+(?:the\s+)?(.+)$", re.DOTALL)


@dataclass(frozen=True)
class OfficeKind:
    """A kind of office with the general titles of its holders."""

    kind: str
    title: str
    titles: tuple[str, ...]
    generic: bool
    single: bool
    sector: str | None


@dataclass(frozen=True)
class Office:
    """One state's or body's office."""

    id: str
    owner: str
    kind: str
    title: str
    titles: tuple[str, ...]


def office_kind_of(row: Cells) -> OfficeKind:
    """A row of `office_kinds.csv` as a value; nicknames count as titles."""
    cells = row.cells
    return OfficeKind(
        kind=cells["kind"],
        title=cells["title"],
        titles=(*row.words("titles"), *row.words("nicknames")),
        generic=cells["generic"] == "yes",
        single=cells["single"] == "yes",
        sector=row.get("sector"),
    )


def office_of_row(row: Cells) -> Office:
    """A row of `offices.csv` as a value."""
    cells = row.cells
    return Office(cells["id"], cells["country_or_body"], cells["kind"], cells["title"], row.words("titles"))


class Offices:
    """The offices of states and bodies, asked by title."""

    def __init__(
        self,
        kinds: Iterable[OfficeKind],
        offices: Iterable[Office],
        name_to_id: Callable[[str], str | None],
        is_state: Callable[[str], bool],
    ) -> None:
        self.kinds = {kind.kind: kind for kind in kinds}
        self.by_id: Mapping[str, Office] = {office.id: office for office in offices}
        self._id_of_name = name_to_id
        self._is_state = is_state
        self._kinds_by_title: dict[str, list[str]] = defaultdict(list)
        for kind in self.kinds.values():
            for title in kind.titles:
                self._kinds_by_title[_key(title)].append(kind.kind)
        self._own_titles: dict[str, dict[str, str]] = defaultdict(dict)
        self._owned_kinds: dict[str, dict[str, str]] = defaultdict(dict)
        self._everywhere: dict[str, set[str]] = defaultdict(set)
        self._styles: set[str] = set()
        for office in self.by_id.values():
            if office.kind == _STYLED:
                self._styles.update(_key(title) for title in (office.title, *office.titles))
            for title in (office.title, *office.titles):
                self._own_titles[office.owner].setdefault(_key(title), office.id)
                if _key(title) not in self._kinds_by_title:
                    self._everywhere[_key(title)].add(office.id)
            if not self._is_one_of_many(office):
                self._owned_kinds[office.owner].setdefault(office.kind, office.id)

    @staticmethod
    def _is_one_of_many(office: Office) -> bool:
        """Whether the kind's general title leaves open which office is meant: `ambassador`, `special envoy`."""
        return office.id.count("/") > 1

    def find(self, title: str, owner: str | None) -> str | None:
        """The office that a title names, of `owner` (a state or body) where the context tells it.

        Without an owner the title itself must tell it: by a title that only one state or body has, or by its name
        (`Chinese foreign minister`, `president of France`).
        """
        words = without_article(bare(title))
        folded = _without_standing(_key(words))
        if not folded:
            return None
        if owner is not None:
            found = self._of_owner(folded, owner) or self._ambassador(words, owner)
            if found is not None:
                return found
        elif len(self._everywhere.get(folded, ())) == 1:
            return next(iter(self._everywhere[folded]))
        return self._with_owner_named(words, owner)

    def _of_owner(self, folded: str, owner: str) -> str | None:
        own = self._own_titles.get(owner, {}).get(folded)
        if own is not None:
            return own
        for kind in self._kinds_by_title.get(folded, ()):
            if kind == _STYLED and self._is_style_of_others(folded, owner):
                continue
            owned = self._owned_kinds.get(owner, {}).get(kind)
            if owned is not None:
                return owned
        if owner in self._owned_kinds or not self._is_state(owner):
            return self._minister_of_known_state(folded, owner)
        kinds = (
            kind
            for kind in self._kinds_by_title.get(folded, ())
            if self.kinds[kind].generic and not (kind == _STYLED and self._is_style_of_others(folded, owner))
        )
        return next((f"{owner}/{kind}" for kind in kinds), None)

    def _is_style_of_others(self, folded: str, owner: str) -> bool:
        """Whether the title is what other states call their head, and this one does not: no king is of a republic."""
        own = self._owned_kinds.get(owner, {}).get(_STYLED)
        usual = _key(self.kinds[_STYLED].title)
        return folded in self._styles and (own is not None or folded != usual)

    def _minister_of_known_state(self, folded: str, owner: str) -> str | None:
        """A state with rows of its own has no other head, but may have ministers that the table leaves out."""
        if not self._is_state(owner):
            return None
        for kind in self._kinds_by_title.get(folded, ()):
            if self.kinds[kind].generic and not kind.startswith("head-of-"):
                return f"{owner}/{kind}"
        return None

    def _ambassador(self, words: str, owner: str) -> str | None:
        match = TO.match(words)
        if match is None or not self._is_state(owner):
            return None
        if "ambassador" not in self._kinds_by_title.get(_without_standing(_key(match[1])), ()):
            return None
        post = self._id_of_name(match[2])
        return f"{owner}/ambassador/{post}" if post and post != owner else None

    def _with_owner_named(self, words: str, owner: str | None) -> str | None:
        """`Chinese foreign minister`, `China's top diplomat`, `US ambassador to China`, `foreign minister of China`."""
        parts = words.split()
        while True:
            found = self._owner_before(parts, owner) or self._owner_after(parts, owner)
            # `New Zealand's` opens with a word that may tell the standing: it is taken off only where nothing is named.
            if found is not None or not parts or not STANDING.match(_key(parts[0]) + " "):
                return found
            parts = parts[1:]

    def _owner_before(self, parts: list[str], owner: str | None) -> str | None:
        for cut in range(1, min(len(parts), LONGEST_OWNER + 1)):
            named = self._id_of_name(" ".join(parts[:cut]))
            if named is not None and owner in (None, named):
                rest = " ".join(parts[cut:])
                found = self._of_owner(_without_standing(_key(rest)), named) or self._ambassador(rest, named)
                if found is not None:
                    return found
        return None

    def _owner_after(self, parts: list[str], owner: str | None) -> str | None:
        before, of, after = " ".join(parts).rpartition(" of ")
        named = self._id_of_name(after) if of else None
        return self._of_owner(_key(before), named) if named is not None and owner in (None, named) else None

    def title(self, office: str, name_of: Callable[[str], str | None]) -> str:
        """The usual title of an office's holder; the id itself where nothing is known of it."""
        known = self.by_id.get(office)
        if known is not None:
            return known.title
        parts = office.split("/")
        kind = self.kinds.get(parts[1]) if len(parts) > 1 else None
        if kind is None:
            return office
        if len(parts) == 3:
            return f"{kind.title} to {name_of(parts[2]) or parts[2]}" if kind.kind == "ambassador" else kind.title
        return kind.title

    def is_single(self, office: str) -> bool:
        """Whether one person at a time holds the office."""
        kind = self._kind(office)
        return kind is None or kind.single

    def sector(self, office: str) -> str | None:
        """The PLOVER sector of those who hold an office; None where the register does not know its kind."""
        kind = self._kind(office)
        return kind.sector if kind is not None else None

    def _kind(self, office: str) -> OfficeKind | None:
        known = self.by_id.get(office)
        return self.kinds.get(known.kind if known is not None else (*office.split("/"), "")[1])


def _key(words: str) -> str:
    """The comparable form of a title: `Minister for the Interior` is the minister of interior."""
    return _LINK.sub(" of ", fold(words.replace("&", " and ")))


def _without_standing(folded: str) -> str:
    while True:
        shorter = STANDING.sub("", folded)
        if shorter == folded:
            return folded
        folded = shorter
