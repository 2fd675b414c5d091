"""Whether a run of words is a person's name, by whatever evidence stands at hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from legation.reading.people.known import Known
from legation.reading.people.links import Links
from legation.reading.people.names import Run
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words

if TYPE_CHECKING:
    from legation.lexicon.register import Register

PLACING = frozenset({"in", "at", "near", "to", "from", "outside", "around", "via"})
"""Words after which the name of a city is no surname."""


class Signs:
    """Looks at what stands in and around the runs of one text."""

    def __init__(
        self, tokens: Tokens, runs: Sequence[Run], links: Links, register: Register, words: Words, known: Known
    ) -> None:
        self.tokens, self.links, self.register, self.words, self.known = tokens, links, register, words, known
        self.placed = {run.first for run in runs if run.placed}

    def is_person(self, number: int, run: Run) -> bool:
        """Whether a run of several words is a person's name, by whatever evidence stands at hand."""
        if run.known:
            return True
        behind_the = run.first > 0 and self.tokens.lower[run.first - 1] == "the"
        if self.is_inside_longer_name(run) or behind_the or run.stop - run.first > 6:
            return False
        offices = self.links.of_run.get(number, ())
        if self.known.spelled_otherwise(self.tokens.words(run.first, run.stop), offices):
            return True
        if run.titled or (number in self.links.adjacent and any(office.row.office != "no" for office in offices)):
            return True
        headline = self.tokens.kind[run.first] == "headline"
        if number in self.links.of_run:
            return run.listed or run.labelled or not headline
        proper = all(self.tokens.pos[at] in ("PROPN", "PUNCT", "X") for at in range(run.first, run.stop))
        if headline:
            return run.listed and run.labelled and run.stop - run.first <= 3
        given = self.tokens.text[run.first] in self.words.given or (proper and self._is_told_of(run))
        return given or (proper and run.labelled)

    def is_inside_longer_name(self, run: Run) -> bool:
        """`Anna Lindh` of `Anna Lindh Foundation`, `Holm` of `Holm Institute`."""
        tokens = self.tokens
        if run.stop < len(tokens) and tokens.text[run.stop][:1].isupper():
            row = self.words.not_names.get(tokens.lower[run.stop])
            return row is not None and row.kind in ("organisation", "thing")
        return False

    def ends_longer_name(self, run: Run) -> bool:
        """`Park` of `Hyde Park`: a common word that closes the name of a thing."""
        tokens, before = self.tokens, run.first - 1
        if before < 0 or tokens.lower[run.first] not in self.words.not_names or run.first - before != 1:
            return False
        named = tokens.pos[before] == "PROPN" and tokens.text[before][0].isupper()
        return named and tokens.dep[before] == "compound" and not self._is_common(before)

    def is_place(self, run: Run) -> bool:
        """`in Austin`, `Austin, Texas`: a surname that is a place's name here."""
        if run.titled:
            return False
        before = self.tokens.lower[run.first - 1] if run.first else ""
        if before in PLACING and self.register.place(self.tokens.words(run.first, run.stop)) is not None:
            return run.placed or before != "to"
        if not run.placed:
            return False
        # `, Texas,`: the region that the city lies in.
        comma, region, end = [*self.tokens.text[run.stop : run.stop + 3], "", "", ""][:3]
        placed = run.stop + 1 in self.placed or self.register.place(region) is not None
        return comma == "," and region[:1].isupper() and end in (",", ".") and placed

    def _is_told_of(self, run: Run) -> bool:
        """`Anna Holm, who teaches law`: nobody but a person is `who`."""
        after = [*self.tokens.lower[run.stop : run.stop + 2], "", ""]
        return after[0] == "who" or (after[0] == "," and after[1] in ("who", "whose"))

    def _is_common(self, at: int) -> bool:
        """Whether a form of address, a role noun or a word that is no name stands there."""
        lower = self.tokens.lower[at].rstrip(".")
        return lower in self.words.titles or lower in self.words.roles or lower in self.words.not_names
