"""Where the press and the register differ about the holder of an office: told once, however many articles tell it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.model import DateInterval, Tenure

if TYPE_CHECKING:
    from legation.lexicon.register import Register


@dataclass(frozen=True, slots=True)
class Difference:
    """What one telling has against the register: its words, what it makes of whom, when, and the register's answer."""

    words: str
    tells: str
    when: DateInterval | None
    register: str

    def __str__(self) -> str:
        return _sentence(self.words, self.tells, self.when, self.register)


def difference(
    tenure: Tenure, published: DateInterval | None, register: Register, names: Mapping[str, str] | None = None
) -> Difference | None:
    """What the register has against one telling; None where it agrees or has no rows to compare."""
    rows = register.tenures(tenure.post) if tenure.post is not None else ()
    if tenure.post is None or not rows:
        return None
    name, title = name_of(tenure.person, register, names), register.office_title(tenure.post)
    known = any(holder.person.id == tenure.person for holder in rows)
    missing = "the register has no such row"
    if tenure.relation == "held":
        return None if known else Difference(tenure.words, f"{name} was {title}", None, missing)
    when = tenure.since or tenure.until or published
    if when is None or when.earliest is None or when.latest is None:
        return None if known else Difference(tenure.words, f"{name} is {title}", None, missing)
    if tenure.relation not in ("holds", "vacates"):
        return None if known else Difference(tenure.words, f"{name} named {title}", when, missing)
    holders = register.holders(tenure.post, when)
    if any(holder.person.id == tenure.person for holder in holders):
        return None
    others = ", ".join(f"{holder.person.name} ({holder.row})" for holder in holders) or "nobody"
    return Difference(tenure.words, f"{name} as {title}", when, f"the register has {others}")


def told_once(differences: Iterable[Difference]) -> tuple[str, ...]:
    """One line for what several articles tell alike, with how many more there are and the whole time that they span."""
    alike: dict[tuple[str, str], list[Difference]] = {}
    for item in differences:
        alike.setdefault((item.tells, item.register), []).append(item)
    return tuple(
        _sentence(group[0].words, tells, _span([item.when for item in group]), register, len(group) - 1)
        for (tells, register), group in alike.items()
    )


def name_of(person: str, register: Register, names: Mapping[str, str] | None) -> str:
    """The register's name of a person, else the record's, else the id made readable."""
    entity = register.entity(person)
    return entity.name if entity is not None else (names or {}).get(person) or person.replace("-", " ").title()


def _sentence(words: str, tells: str, when: DateInterval | None, register: str, more: int = 0) -> str:
    told = f"{tells}, {when.in_words()}" if when is not None else tells
    return f"“{words}”{f' and {more} more' if more else ''}: {told}; {register}"


def _span(times: Iterable[DateInterval | None]) -> DateInterval | None:
    """From the first to the last of the times; the one time itself where there is just one."""
    told = [time for time in times if time is not None]
    if len({(time.earliest, time.latest) for time in told}) < 2:
        return told[0] if told else None
    firsts = [time.earliest for time in told if time.earliest is not None]
    lasts = [time.latest for time in told if time.latest is not None]
    return DateInterval(min(firsts), max(lasts), "unknown", told[0].basis) if firsts and lasts else told[0]
