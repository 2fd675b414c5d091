"""Finds the phrases that name an office or describe a person by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model import TenureRelation
from legation.reading.people.complements import Complement
from legation.reading.people.offices import HYPHENS, Office, singular
from legation.reading.people.premodifiers import Premodifiers
from legation.reading.people.scene import Scene
from legation.reading.people.words import RoleRow


class OfficeFinder:
    """Finds the phrases of one text: one look at every token, a short walk from each role noun."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.tokens, self.words = scene, scene.tokens, scene.words

    def find(self) -> list[Office]:
        """The phrases in reading order; those that share one complement (`director and chief of X`) are one."""
        found: list[Office] = []
        at, tokens = 0, self.tokens
        while at < len(tokens):
            row = self.role(at)
            if row is None:
                at += 1
                continue
            head = self.last_of_compound(at)
            office = self.office(head, self.role(head) or row, found[-1].stop if found else 0)
            if office is not None:
                joined = self.joined(found[-1], office) if found else None
                if joined is not None:
                    found.pop()
                found.append(joined or office)
            at = max(head + 1, office.stop if office is not None and office.stop > head else 0)
        return found

    def role(self, at: int) -> RoleRow | None:
        """The row of the role noun at `at`, singular or plural; None where another word or a name stands there."""
        tokens = self.tokens
        lower = tokens.lower[at]
        row = self.words.roles.get(lower) or self.words.roles.get(singular(lower))
        if row is None or tokens.credit[at] or not tokens.kind[at] or at in self.scene.actor:
            return None
        loud = tokens.pos[at] == "ADJ" and tokens.text[at][0].isupper()
        if tokens.pos[at] not in ("NOUN", "PROPN") and not loud and not self.is_title_of_several(at, row):
            return None
        run = self.scene.run.get(at)
        return row if run is None else None

    def is_title_of_several(self, at: int, row: RoleRow) -> bool:
        """`presidents` of `presidents X and Y`, which the parser takes for a verb."""
        plural = self.words.roles.get(self.tokens.lower[at]) is None
        return plural and row.kind in ("leader", "minister") and self.scene.is_person(at + 1)

    def last_of_compound(self, at: int) -> int:
        """The last role noun of `Secretary-General`, `director general`, `deputy director`."""
        tokens = self.tokens
        while singular(tokens.lower[at]) in self.words.roles:
            after = at + 1
            if after < len(tokens) and tokens.text[after] in HYPHENS and tokens.joined(at) and tokens.joined(after):
                after += 1
            row = self.role(after) if after < len(tokens) else None
            if row is None or row.kind == "noble" or tokens.sentence[after] != tokens.sentence[at]:
                break
            at = after
        return at

    def office(self, head: int, row: RoleRow, floor: int) -> Office | None:
        """The phrase around a role noun; None where the noun only modifies another one (`minister post`)."""
        tokens = self.tokens
        after = head + 1
        if after < len(tokens) and tokens.sentence[after] == tokens.sentence[head] and self.is_modifier(head, after):
            return None
        left = Premodifiers(self.scene, head, row, floor)
        stop, mark = self.right_mark(after)
        complement = Complement(self.scene, head, stop, row)
        country, body = complement.belongs(left.country, left.body)
        plural = self.words.roles.get(tokens.lower[head]) is None
        title = " ".join(part for part in (left.title, self.shown(head, plural) + complement.words()) if part)
        if mark is not None and title.lower().endswith(mark):
            title = title[: -len(mark)].rstrip(" -‐‑–")
        marks = [*left.marks, *([mark] if mark else [])]
        return Office(
            first=left.first,
            core=left.core,
            at=head,
            stop=complement.stop,
            role=singular(tokens.lower[head]),
            row=row,
            relation=self.relation(marks),
            title=title.replace("- ", "-").replace(" -", "-"),
            country=country,
            body=body,
            organisation=complement.organisation() or left.organisation,
            article=left.article,
            owned=left.owned,
            plural=plural,
            marked=bool(marks),
        )

    def shown(self, head: int, plural: bool) -> str:
        """The role noun as it stands, singular."""
        word = self.tokens.text[head]
        if not plural:
            return word
        return singular(word) if word.islower() else singular(word.lower()).capitalize()

    def relation(self, marks: Sequence[str]) -> TenureRelation:
        """Whether the marks of time say `held` or `named`; `holds` where none does."""
        told: list[TenureRelation] = [self.words.marks[mark].relation for mark in marks]
        return next((relation for relation in told if relation != "holds"), "holds")

    def is_modifier(self, head: int, after: int) -> bool:
        """Whether the role noun only modifies the word after it."""
        tokens = self.tokens
        if tokens.text[after] in HYPHENS and tokens.joined(head) and after + 1 < len(tokens):
            return tokens.lower[after + 1] not in self.words.marks
        if after in self.scene.run or tokens.pos[after] not in ("NOUN", "PROPN", "ADJ"):
            return False
        if tokens.lower[after] in self.words.titles or tokens.lower[after] in self.words.marks:
            return False
        # A capitalised word goes on with the title (National Security ...); a plain noun makes the role its modifier.
        return tokens.text[after][0].isupper() or tokens.pos[after] == "NOUN"

    def right_mark(self, at: int) -> tuple[int, str | None]:
        """`-designate`, `-elect` or `nominee` right after the noun."""
        tokens = self.tokens
        after = at + 1 if at < len(tokens) and tokens.text[at] in HYPHENS else at
        if after < len(tokens) and tokens.lower[after] in ("designate", "elect", "nominee"):
            return after + 1, tokens.lower[after]
        return at, None

    def joined(self, left: Office, right: Office) -> Office | None:
        """`director and party chief of X` as one office; None where the two are offices of their own."""
        tokens = self.tokens
        near = left.stop + 1 == right.first and tokens.lower[left.stop] in ("and", "&")
        bare = left.stop == left.at + 1 and left.core == left.at and right.article is None and not right.marked
        if not near or not bare or right.plural or not (right.stop > right.at + 1 or right.core == right.at):
            return None
        return replace(
            right,
            first=left.first,
            core=left.core,
            relation=left.relation,
            title=f"{left.title} and {right.title}",
            country=left.country or right.country,
            article=left.article,
            owned=left.owned,
            marked=left.marked,
        )
