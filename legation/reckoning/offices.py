"""Who held an office on a day: the register's answer, what the press tells, and where the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from legation.lexicon.register_offices import HEADS
from legation.model import DateInterval, LegationError, Tenure
from legation.reckoning.differences import difference, name_of, told_once

if TYPE_CHECKING:
    from legation.lexicon.register import Holder, Register

_NEAREST = 8
"""Offices that an error names."""
_LIKE = 0.6
"""The share of letters in common from which one office's name may be a slip of another's."""


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
    around: str = ""
    """Where the register names nobody then: who held it before and who after that time, in words."""

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
        when = _interval(self.on).in_words()
        found = [f"{self.title} ({self.office}) {'in' if isinstance(self.on, DateInterval) else 'on'} {when}:"]
        found += [_line(holding) for holding in self.register] or [f"  the register names nobody{self.around}"]
        if self.press:
            found += ["told by the press:", *_told_lines(self.press)]
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
        if found is not None:
            return found
        country = _owner_in(words, register)
        if country is not None:
            raise unknown_office(words, country, words, register)
        raise LegationError(f"{words}: no such office; write COUNTRY/OFFICE, such as CHN/foreign-minister")
    country = owner if register.entity(owner) is not None else _owner_in(owner, register)
    if country is None:
        raise LegationError(f"{words}: {owner} is no state or body of the register; give its code, such as CHN or NATO")
    found = register.office_of(kind.replace("-", " "), country)
    return found if found is not None else f"{country}/{kind}"


def unknown_office(asked: str, owner: str, kind: str, register: Register) -> LegationError:
    """The error for an office that nobody knows: which offices of that state or body there are, the likest first."""
    entity = register.entity(owner)
    name = entity.name if entity is not None else owner
    known = [office for office in register.offices() if office.startswith(f"{owner}/")]
    if not known:
        return LegationError(f"{asked}: the register knows no offices of {name}; a record of the press may")
    near = sorted(known, key=lambda office: _distance(office.partition("/")[2], kind))[:_NEAREST]
    more = f" and {len(known) - len(near)} more" if len(known) > len(near) else ""
    return LegationError(f"{asked}: nobody is known to hold it; of {name} there are {', '.join(near)}{more}")


def _distance(kind: str, asked: str) -> tuple[float, int]:
    """How far one kind of office is from another one's name: where nothing is like it, the heads come first."""
    ratio = SequenceMatcher(None, asked, kind).ratio()
    return (1 - ratio if ratio > _LIKE else 1.0), HEADS.index(kind) if kind in HEADS else len(HEADS)


def _owner_in(words: str, register: Register) -> str | None:
    """The state or body that words open with, as a name, code or demonym: `Kenya`, `KEN`, `Kenyan wizard`."""
    parts = words.split()
    for stop in range(len(parts), 0, -1):
        lead = " ".join(parts[:stop])
        found = register.demonym(lead) or next((entity.id for entity in register.named(lead)), None)
        if found is not None or register.entity(lead) is not None:
            return found or lead
    return None


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
    around = "" if known else _around(post, on, register)
    days = published or {}
    press = tuple(
        _of_words(tenure, register, names) for tenure in told if _covers(tenure, on, days.get(tenure.article))
    )
    differing = (
        found
        for tenure in told
        if _concerns(tenure, on, days.get(tenure.article))
        and (found := difference(tenure, days.get(tenure.article), register, names)) is not None
    )
    return Answer(post, register.office_title(post), on, known, press, told_once(differing), around)


def _around(post: str, on: date | DateInterval, register: Register) -> str:
    """The last holder before a time and the first one after it, in words."""
    asked = _interval(on)
    before = [row for row in register.tenures(post) if row.until and _ends_before(row.until, asked)]
    after = [row for row in register.tenures(post) if _ends_before(asked, row.since)]
    told = [f"; until {row.until.in_words()} it was {row.person.name}" for row in before[-1:] if row.until]
    return "".join(told + [f"; since {row.since.in_words()} it was {row.person.name}" for row in after[:1]])


def _ends_before(left: DateInterval, right: DateInterval) -> bool:
    return left.latest is not None and right.earliest is not None and left.latest < right.earliest


def compare_tenures(
    tenures: Iterable[Tenure], register: Register, published: Mapping[str, DateInterval | None] | None = None
) -> list[tuple[Tenure, str]]:
    """The press's tenures that do not fit the register's rows, each with what differs. The register is not changed."""
    days = published or {}
    found = ((tenure, difference(tenure, days.get(tenure.article), register)) for tenure in tenures)
    return [(tenure, str(item)) for tenure, item in found if item is not None]


def _concerns(tenure: Tenure, on: date | DateInterval, published: DateInterval | None) -> bool:
    """Whether the telling says something of that time: its own time or the article's day meets it.

    Who is told as a former holder may have been one on any day before the article; a telling without a day may be of
    any time.
    """
    asked = _interval(on)
    when = tenure.since or tenure.until or published
    if when is None:
        return True
    if tenure.relation == "held" and when is published:
        return asked.earliest is None or when.latest is None or asked.earliest <= when.latest
    return when.meets(asked) or _covers(tenure, on, published)


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
        name_of(tenure.person, register, names),
        tenure.since,
        tenure.until,
        f"“{tenure.words}”",
        article=tenure.article,
    )


def _shown(interval: DateInterval | None) -> str | None:
    """The interval as its ISO days: `2013-03-16`, `2022-12-01/2022-12-31`."""
    if interval is None:
        return None
    first = interval.earliest.isoformat() if interval.earliest else ".."
    last = interval.latest.isoformat() if interval.latest else ".."
    return first if first == last else f"{first}/{last}"


def _told_lines(holdings: Iterable[Holding]) -> list[str]:
    """The press's holdings: one line for what several articles tell of one holder, with the first one's words."""
    alike: dict[tuple[str, DateInterval | None, DateInterval | None], list[Holding]] = {}
    for item in holdings:
        alike.setdefault((item.person, item.since, item.until), []).append(item)
    return [_line(group[0], len(group) - 1) for group in alike.values()]


def _line(holding: Holding, more: int = 0) -> str:
    since = f" since {holding.since.in_words()}" if holding.since else ""
    until = f" until {holding.until.in_words()}" if holding.until else ""
    note = f" ({holding.note})" if holding.note else ""
    source = f"{holding.evidence}, article {holding.article}" if holding.article else holding.evidence
    return f"  {holding.name}{note}{since}{until} [{source}{f', and {more} more' if more else ''}]"
