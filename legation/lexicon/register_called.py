"""By which names the register's people are called: in full, by family name, or as it sounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from legation.lexicon.register_names import bare, fold, initials_of, orders_of, other_articles, without_middle
from legation.lexicon.register_sounds import sound_of
from legation.lexicon.register_values import Person

_SHORT = 4
"""Letters; names no longer than that sound like too many others."""


class Called:
    """The people of the register, by their names. The indexes are made when they are first asked."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people

    def named(self, words: str) -> tuple[Person, ...]:
        """People by full name in either order or by a variant; only where none fits, by bare family name."""
        folded = fold(bare(words))
        for table in (self._full_names, self._short_names, self._family_names):
            found = table.get(folded)
            if found:
                return tuple(self._people[id] for id in found)
            loose = [id for id in table.get(without_middle(folded), ()) if self._may_have_initials(id, folded)]
            if loose:
                return tuple(self._people[id] for id in loose)
        return ()

    def _may_have_initials(self, id: str, folded: str) -> bool:
        """Whether the middle initials written are not other ones than the person's: George H. W. is not George W."""
        told = initials_of(folded)
        person = self._people[id]
        own = [initials for form in (person.name, *person.variants) if (initials := initials_of(fold(form)))]
        return not told or not own or any(told[0] == initials[0] for initials in own)

    def is_family_name(self, word: str) -> bool:
        """Whether somebody of the register is called so without a given name."""
        return fold(word) in self._family_names

    def sounding(self, words: str) -> tuple[Person, ...]:
        """People whose full or family name is only spelled otherwise: `Sergej Lawrow`, `Lawrow` -> Sergey Lavrov."""
        sound = sound_of(bare(words))
        return tuple(self._people[id] for id in self._sounds.get(sound, ()))

    @cached_property
    def _full_names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for person in self._people.values():
            for name in (person.name, *person.variants, *((person.native,) if person.native else ())):
                for form in orders_of(name, person.family):
                    if person.id not in names[form] and form != fold(person.family):
                        names[form].append(person.id)
        return dict(names)

    @cached_property
    def _short_names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for full, ids in self._full_names.items():
            short = without_middle(full)
            if short != full and " " in short:
                names[short].extend(id for id in ids if id not in names[short])
        return dict(names)

    @cached_property
    def _family_names(self) -> dict[str, list[str]]:
        names: dict[str, list[str]] = defaultdict(list)
        for person in self._people.values():
            alone = {fold(person.family), *(fold(variant) for variant in person.variants if " " not in variant)}
            # The press writes Assad, or Al-Assad, for al-Assad.
            alone |= other_articles(alone)
            for form in sorted(alone):
                names[form].append(person.id)
        return dict(names)

    @cached_property
    def _sounds(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = defaultdict(list)
        for names in (self._full_names, self._family_names):
            for name, ids in names.items():
                if name.isascii() and len(name) > _SHORT:
                    known = sounds[sound_of(name)]
                    known.extend(id for id in ids if id not in known)
        return dict(sounds)
