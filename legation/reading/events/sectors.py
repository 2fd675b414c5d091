"""What an actor is, from the nouns that name it: judges and courts are JUD, troops MIL, companies BUS.

The sectors and their codes are those of the PLOVER manual (Open Event Data Alliance); which noun belongs to which is
told by `sector_words.csv`, by the kinds of bodies and offices, and by the register's rows of bodies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Token

from legation.lexicon.register_rows import Sector
from legation.lexicon.table import TableRow, read_table
from legation.reading.events.clauses import lemma_of

_GENERAL = "GOV"
"""Gives way to a narrower word beside it: `army official` is MIL."""
_FORMER = "ELI"
"""Makes one of the government's a former one; says nothing of a former student."""
_NAMES = frozenset({"GPE", "PERSON"})
"""What a place or a person is called says nothing of a sector: Qin Gang is none."""
_BEFORE = frozenset({"amod", "compound", "nmod", "poss"})


class SectorRow(TableRow):
    """A noun (or an adjective such as `former`) and the PLOVER sector of those whom it names."""

    word: str
    sector: Sector
    example: str


@cache
def sector_words() -> Mapping[str, Sector]:
    """The sector of each word, as written in the table."""
    return {row.word: row.sector for row in read_table("sector_words", SectorRow)}


def sector_of_words(words: Iterable[str]) -> str | None:
    """The sector that the words of a title or a noun phrase tell, in any case of letters; None where none does."""
    known = sector_words()
    return _narrowest(known[folded] for word in words if (folded := word.lower().strip("-.,")) in known)


def sector_of_noun(noun: Token) -> str | None:
    """The sector of a noun with what stands before it: `Norwegian army officials` are MIL."""
    known = sector_words()
    before = [part for one in noun.children if one.i < noun.i and one.dep_ in _BEFORE for part in (*one.lefts, one)]
    words = [one for one in (*before, noun) if one.ent_type_ not in _NAMES]
    found = [known.get(one.lower_) or known.get(lemma_of(one)) for one in words]
    return _narrowest(sector for sector in found if sector is not None)


def _narrowest(found: Iterable[str]) -> str | None:
    told = list(found)
    narrow = next((sector for sector in told if sector not in (_GENERAL, _FORMER)), None)
    if narrow is not None or _GENERAL not in told:
        return narrow
    return _FORMER if _FORMER in told else _GENERAL
