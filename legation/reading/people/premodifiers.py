"""What stands before a role noun and belongs to the title: modifiers, `former`, country or possessor, article."""

from __future__ import annotations

from legation.reading.people.actors import Actor
from legation.reading.people.offices import ARTICLES, HYPHENS, MODIFYING, OWNERS, POSSESSIVE
from legation.reading.people.scene import Scene
from legation.reading.people.words import RoleRow

_DOING = frozenset({"acting", "managing", "founding", "visiting", "presiding", "ruling", "sitting", "leading"})
"""Words in `-ing` that open a title; any other one that opens a sentence is a participle."""


class Premodifiers:
    """What stands before a role noun: modifiers, marks of time, country, possessor, article."""

    def __init__(self, scene: Scene, head: int, row: RoleRow, floor: int) -> None:
        self.scene, self.tokens, self.row = scene, scene.tokens, row
        self.country: str | None = None
        self.body: str | None = None
        self.organisation: str | None = None
        self.article: str | None = None
        self.owned = False
        self.marks: list[str] = []
        self.head = head
        self.dropped: set[int] = set()
        self.first = self._walk(floor)
        kept = [at for at in range(self.first, head) if at not in self.dropped]
        while kept and self.tokens.text[kept[0]] in HYPHENS:
            kept.pop(0)
        self.core = kept[0] if kept else head
        self.title = self._words(kept)

    def _words(self, kept: list[int]) -> str:
        parts: list[str] = []
        for number, at in enumerate(kept):
            glued = number > 0 and kept[number - 1] == at - 1 and self.tokens.joined(at - 1)
            parts.append(("" if glued or not number else " ") + self.tokens.text[at])
        return "".join(parts)

    def _walk(self, floor: int) -> int:
        at, steps = self.head, 0
        while at > floor and steps < 12:
            before = at - 1
            if (
                self.tokens.sentence[before] != self.tokens.sentence[self.head]
                or self.tokens.block[before] != self.tokens.block[at]
            ):
                break
            lower = self.tokens.lower[before]
            if lower in ARTICLES or lower in OWNERS:
                self.article = lower
                self.dropped.add(before)
                return before
            if lower in POSSESSIVE and before > floor:
                return self._possessor(before, floor)
            step = self._step(before, at)
            if step == at:
                break
            at, steps = step, steps + 1
        return at

    def _step(self, before: int, at: int) -> int:
        """The new left edge after taking in the token at `before`; `at` where the phrase ends."""
        tokens, scene = self.tokens, self.scene
        lower, text = tokens.lower[before], tokens.text[before]
        if text in HYPHENS and before > 0 and tokens.joined(before) and tokens.joined(before - 1):
            if tokens.lower[before - 1] in scene.words.marks:
                self.marks.append(tokens.lower[before - 1])
                self.dropped.update((before, before - 1))
            return before - 1
        if lower in scene.words.titles or (lower == "under" and text[0].isupper()):
            # "His Majesty King ...": the form of address is no part of the office; "Under Secretary" is.
            if lower != "under":
                self.dropped.add(before)
            return before
        if lower in scene.words.marks and not (lower == "new" and text[0].isupper() and tokens.text[at][0].isupper()):
            # "was appointed minister", "parliament ousted Minister X" tell an act; "the appointed minister" describes.
            acts = ("AUX", "NOUN", "PROPN") if tokens.dep[before] == "ROOT" else ("AUX",)
            if tokens.pos[before] == "VERB" and before > 0 and tokens.pos[before - 1] in acts:
                return at
            self.marks.append(lower)
            self.dropped.add(before)
            return before
        actor = scene.actor.get(before)
        if actor is not None:
            return self._actor(actor)
        if scene.is_calendar(before) or self._is_name(before):
            return at
        if lower in ("and", "&", ",", "of", "for"):
            return before if self._is_inside(before) else at
        opens = before == 0 or tokens.sentence[before - 1] != tokens.sentence[before]
        if opens and lower.endswith("ing") and lower not in _DOING:
            # "Meeting Minister Holm, he said"
            return at
        upper, above = text[0].isupper(), tokens.text[at][0].isupper()
        if tokens.pos[before] in MODIFYING and tokens.pos[before] != "NUM":
            if tokens.dep[before] == "npadvmod" and not upper:
                # "said today Acting Secretary ...": a word of time.
                return at
            # A small letter before a capital one belongs to the sentence: "told reporters Foreign Minister ...".
            outside = above and not upper and at not in self.dropped and not self._is_party_rank(before, at)
            return at if outside else before
        return before if upper and tokens.pos[before] == "VERB" and before > 0 and above else at

    def _is_party_rank(self, before: int, at: int) -> bool:
        """`the top Democrat on the panel`: an adjective of rank before a noun that always has a capital."""
        ranked = before > 0 and self.tokens.lower[before - 1] in ARTICLES and self.tokens.pos[before] == "ADJ"
        return ranked and at == self.head and self.row.kind == "lawmaker"

    def _actor(self, actor: Actor) -> int:
        entity = actor.entity
        if not self.scene.is_hyphened(actor) and not self._is_topic(actor):
            self.country = self.country or entity.country
            if entity.kind == "state":
                self.dropped.update(range(actor.first, actor.stop))
                self.owned = True
            elif entity.kind == "organisation":
                self.body, self.organisation = self.body or entity.id, self.organisation or entity.name
                self.owned = True
        return actor.first

    def _is_topic(self, actor: Actor) -> bool:
        """`a China expert`, `Iran envoy`: a state's plain name before such a noun is the subject, not the country."""
        owner = actor.stop < self.head and self.tokens.lower[actor.stop] in POSSESSIVE
        topical = self.row.kind in ("envoy", "scholar", "adviser", "staff", "head")
        plain = not actor.adjective and not self.tokens.text[actor.stop - 1].replace(".", "").isupper()
        return actor.entity.kind == "state" and topical and plain and not owner

    def _is_name(self, at: int) -> bool:
        run = self.scene.run.get(at)
        return run is not None and (run.stop - run.first > 1 or bool(run.known) or run.labelled or run.titled)

    def _is_inside(self, at: int) -> bool:
        """Whether `and`, `of` or a comma joins two words of one title: `Foreign and Commonwealth Secretary`."""
        tokens, words = self.tokens, self.scene.words
        if (
            at == 0
            or at + 1 >= len(tokens)
            or not tokens.text[at - 1][0].isupper()
            or not tokens.text[at + 1][0].isupper()
        ):
            return False
        left = words.not_names.get(tokens.lower[at - 1])
        if tokens.lower[at] in ("of", "for"):
            return left is not None and left.kind == "organisation"
        right = words.not_names.get(tokens.lower[at + 1])
        return all(row is not None and row.kind == "portfolio" for row in (left, right))

    def _possessor(self, mark: int, floor: int) -> int:
        """The left edge of `China's`, `the ministry's`; the possessor tells the country if it is a state or body."""
        tokens = self.tokens
        self.dropped.add(mark)
        actor = self.scene.actor.get(mark - 1)
        first = mark - 1
        if actor is not None:
            first = self._actor(actor)
            self.dropped.update(range(actor.first, actor.stop))
        self.owned = True
        while (
            first > floor
            and actor is None
            and tokens.pos[first - 1] in MODIFYING
            and tokens.sentence[first - 1] == tokens.sentence[mark]
        ):
            first -= 1
        if first > floor and tokens.lower[first - 1] in ARTICLES:
            first -= 1
        self.dropped.update(range(first, mark + 1))
        self.article = "the"
        return first
