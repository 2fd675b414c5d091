"""Who held an office on a day: the register's answer, what the press tells, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from legation.model import DateInterval, LegationError, Tenure

if TYPE_CHECKING:
    from legation.lexicon.register import Holder, Register


@dataclass(frozen=True, slots=True)
class Holding:
    """One holder, since when and by which evidence: a row of the register or an article's words."""

    person: str
    name: str
    since: DateInterval | None
    until: DateInterval | None
    evidence: str
    article: str | None = None
    """The article whose words the evidence is; None for a row of the register."""
    note: str | None = None

    def as_object(self) -> dict[str, Any]:
        """The holding as plain values."""
        return {
            "person": self.person,
            "name": self.name,
            "since": _shown(self.since),
            "until": _shown(self.until),
            "evidence": self.evidence,
            "article": self.article,
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """Who held `office` on the day or in the time `on`, by the register and by the press, which are never mixed."""

    office: str
    title: str
    on: date | DateInterval
    register: tuple[Holding, ...]
    press: tuple[Holding, ...]
    disagreements: tuple[str, ...]

    @property
    def name(self) -> str | None:
        """The one holder's name: the register's, or where it has nobody the press's; None where that is not one."""
        names = list(dict.fromkeys(holding.name for holding in self.register or self.press))
        return names[0] if len(names) == 1 else None

    def as_object(self) -> dict[str, Any]:
        """The answer as plain values, for JSON."""
        return {
            "office": self.office,
            "title": self.title,
            "on": _shown(_interval(self.on)),
            "name": self.name,
            "register": [holding.as_object() for holding in self.register],
            "press": [holding.as_object() for holding in self.press],
            "disagreements": list(self.disagreements),
        }

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self) -> list[str]:
        """The answer in words, one line a fact."""
        when = f"in {self.on.basis}" if isinstance(self.on, DateInterval) else f"on {self.on.isoformat()}"
        found = [f"{self.title} ({self.office}) {when}:"]
        found += [_line(holding) for holding in self.register] or ["  the register names nobody"]
        if self.press:
            found += ["told by the press:", *(_line(holding) for holding in self.press)]
        if self.disagreements:
            found += ["where they differ:", *(f"  {line}" for line in self.disagreements)]
        return found


def office_id(words: str, register: Register) -> str:
    """The id of an office given by id or in words (`Chinese foreign minister`). Raises LegationError if unknown."""
    if words in register.offices():
        return words
    owner, mark, kind = words.partition("/")
    if not mark:
        found = register.office_of(words, None) or register.office_of(words.title(), None)
        if found is None:
            raise LegationError(f"{words}: no such office; write COUNTRY/OFFICE, such as CHN/foreign-minister")
        return found
    named = register.named(owner)
    country = owner if register.entity(owner) is not None else named[0].id if named else None
    if country is None:
        raise LegationError(f"{words}: {owner} is no state or body of the register; give its code, such as CHN or NATO")
    found = register.office_of(kind.replace("-", " "), country)
    if found is not None:
        return found
    if f"{country}/{kind}" in register.offices():
        return f"{country}/{kind}"
    near = [office for office in register.offices() if office.startswith(f"{country}/")]
    if not near:
        return f"{country}/{kind}"
    raise LegationError(f"{words}: no such office; the register has {', '.join(near[:12])}")


def who_holds(
    office: str,
    on: date | DateInterval,
    tenures: Iterable[Tenure],
    register: Register,
    published: Mapping[str, DateInterval | None] | None = None,
    names: Mapping[str, str] | None = None,
) -> Answer:
    """Who held the office on a day, by the register's rows and by the press's words, and where they differ.

    `office` is an id or words; `tenures` what the press tells (of other offices too: they are passed over);
    `published` the day of each article, without which a title told as present dates nothing and is only compared;
    `names` the names of people whom the register does not know, by id.
    Raises LegationError for an office that nobody knows.
    """
    post = office_id(office, register)
    told = [tenure for tenure in tenures if tenure.post == post]
    known = tuple(_of_row(holder) for holder in register.holders(post, on))
    days = published or {}
    press = tuple(
        _of_words(tenure, register, names) for tenure in told if _covers(tenure, on, days.get(tenure.article))
    )
    differing = tuple(
        line for tenure in told if (line := disagreement(tenure, days.get(tenure.article), register, names)) is not None
    )
    return Answer(post, register.office_title(post), on, known, press, tuple(dict.fromkeys(differing)))


def compare_tenures(
    tenures: Iterable[Tenure], register: Register, published: Mapping[str, DateInterval | None] | None = None
) -> list[tuple[Tenure, str]]:
    """The press's tenures that do not fit the register's rows, each with what differs. The register is not changed."""
    days = published or {}
    found = ((tenure, disagreement(tenure, days.get(tenure.article), register)) for tenure in tenures)
    return [(tenure, line) for tenure, line in found if line is not None]


def disagreement(
    tenure: Tenure, published: DateInterval | None, register: Register, names: Mapping[str, str] | None = None
) -> str | None:
    """What the register has against one telling; None where it agrees or has no rows to compare."""
    if tenure.post is None:
        return None
    rows = register.tenures(tenure.post)
    if not rows:
        return None
    name = _name_of(tenure.person, register, names)
    title = register.office_title(tenure.post)
    own = [holder for holder in rows if holder.person.id == tenure.person]
    quoted = f"“{tenure.words}”"
    if tenure.relation == "held":
        return None if own else f"{quoted}: {name} was {title}; the register has no such row"
    when = tenure.since or tenure.until or published
    if when is None or when.earliest is None or when.latest is None:
        return None if own else f"{quoted}: {name} is {title}; the register has no such row"
    holders = register.holders(tenure.post, when)
    if tenure.relation in ("holds", "vacates"):
        if any(holder.person.id == tenure.person for holder in holders):
            return None
        others = ", ".join(f"{holder.person.name} ({holder.row})" for holder in holders) or "nobody"
        return f"{quoted}: {name} as {title} in {_shown(when)}; the register has {others}"
    if not own:
        return f"{quoted}: {name} named {title}; the register has no such row"
    return None


def _covers(tenure: Tenure, on: date | DateInterval, published: DateInterval | None) -> bool:
    """Whether the telling speaks for that time: its own dates meet it, or it is told as present then."""
    asked = _interval(on)
    if tenure.relation in ("held", "vacates") and tenure.until is None:
        return False
    if tenure.since is not None or tenure.until is not None:
        first = tenure.since.earliest if tenure.since else None
        last = tenure.until.latest if tenure.until else None
        return DateInterval(first, last, "unknown", "tenure").meets(asked)
    if tenure.relation != "holds" or published is None or published.earliest is None or published.latest is None:
        return False
    return published.meets(asked)


def _interval(on: date | DateInterval) -> DateInterval:
    return on if isinstance(on, DateInterval) else DateInterval(on, on, "day", on.isoformat())


def _of_row(holder: Holder) -> Holding:
    return Holding(
        holder.person.id, holder.person.name, holder.since, holder.until, f"register: {holder.row}", note=holder.note
    )


def _of_words(tenure: Tenure, register: Register, names: Mapping[str, str] | None) -> Holding:
    return Holding(
        tenure.person,
        _name_of(tenure.person, register, names),
        tenure.since,
        tenure.until,
        f"“{tenure.words}”",
        article=tenure.article,
    )


def _name_of(person: str, register: Register, names: Mapping[str, str] | None) -> str:
    entity = register.entity(person)
    return entity.name if entity is not None else (names or {}).get(person) or person.replace("-", " ").title()


def _shown(interval: DateInterval | None) -> str | None:
    """The interval as its ISO days: `2013-03-16`, `2022-12-01/2022-12-31`."""
    if interval is None:
        return None
    first = interval.earliest.isoformat() if interval.earliest else ".."
    last = interval.latest.isoformat() if interval.latest else ".."
    return first if first == last else f"{first}/{last}"


def _line(holding: Holding) -> str:
    since = f" since {_shown(holding.since)}" if holding.since else ""
    until = f" until {_shown(holding.until)}" if holding.until else ""
    note = f" ({holding.note})" if holding.note else ""
    source = f"{holding.evidence}, article {holding.article}" if holding.article else holding.evidence
    return f"  {holding.name}{note}{since}{until} [{source}]"
