"""What stands around a role noun: the text's actors and names by token, and what may not belong to a title."""

from __future__ import annotations

from collections.abc import Sequence

from legation.reading.people.actors import Actor
from legation.reading.people.names import Run
from legation.reading.people.offices import HYPHENS
from legation.reading.people.tokens import Tokens
from legation.reading.people.words import Words


class Scene:
    """The tokens of one text with its actors and name-like runs, looked up by token."""

    def __init__(self, tokens: Tokens, actors: Sequence[Actor], runs: Sequence[Run], words: Words) -> None:
        self.tokens, self.words = tokens, words
        self.actor: dict[int, Actor] = {at: actor for actor in actors for at in range(actor.first, actor.stop)}
        self.run: dict[int, Run] = {at: run for run in runs for at in range(run.first, run.stop)}
        sure = (run for run in runs if run.stop - run.first > 1 and (run.known or run.labelled or run.listed))
        self.surnames = {tokens.text[run.stop - 1] for run in sure}
        """Last words of the names told in full: alone they are names too."""

    def is_person(self, at: int) -> bool:
        """Whether a name that looks like a person's begins at `at`."""
        run = self.run.get(at)
        if run is None or run.first != at:
            return False
        tokens = self.tokens
        # A name of two words right after a portfolio: "Minister for International Cooperation Anna Holm".
        row = self.words.not_names.get(tokens.lower[at - 1]) if at else None
        after_portfolio = row is not None and row.kind == "portfolio" and run.stop - at > 1
        listed = run.listed and run.stop - at > 1
        after = tokens.text[at + 1][0] if at + 1 < len(tokens) else ""
        alone = run.stop - at == 1 and tokens.text[at] in self.surnames and not after.isupper() and after not in HYPHENS
        return alone or bool(run.known) or run.titled or run.labelled or listed or after_portfolio

    def is_calendar(self, at: int) -> bool:
        """Whether a capitalised month or weekday stands at `at`."""
        row = self.words.not_names.get(self.tokens.lower[at])
        return row is not None and row.kind == "calendar" and self.tokens.text[at][0].isupper()

    def is_hyphened(self, actor: Actor) -> bool:
        """`US` of `Sino-US`, `China` of `China-US`: a relation's side, nobody's country."""
        tokens = self.tokens
        before = actor.first > 0 and tokens.text[actor.first - 1] in HYPHENS and tokens.joined(actor.first - 1)
        after = actor.stop < len(tokens) and tokens.text[actor.stop] in HYPHENS and tokens.joined(actor.stop - 1)
        return before or after
