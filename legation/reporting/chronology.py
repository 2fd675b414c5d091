"""The record as a chronology: Markdown, one line an event or statement, one footnote a line with the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from legation.model import Account, Article, DateInterval, Entity, Event, Statement
from legation.reporting.wording import chain_of, clipped, field_name, name_of, names_of, speaker_of, when

TWO_SIDED = frozenset({"meeting", "phone-call", "video-call", "summit", "talks", "dialogue", "consultation", "treaty"})
STATUS = {
    "planned": "planned",
    "called-for": "called for",
    "denied": "did not happen or denied",
    "hypothetical": "hypothetical",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chronology and the evidence below it."""

    date: DateInterval | None
    text: str
    notes: tuple[str, ...]
    undated: bool
    """Whether the date is only that of publication."""


def event_text(event: Event, entities: Mapping[str, Entity]) -> str:
    """An event in one line of words."""
    sources = names_of(event.sources, entities)
    others = names_of(tuple(key for key in event.targets if key not in event.sources), entities)
    label = event.label.replace("-", " ")
    if event.label in TWO_SIDED:
        both = tuple(dict.fromkeys((*event.sources, *event.targets)))
        text = f"{label.capitalize()}: {names_of(both, entities)}"
    else:
        arrow = " → ".join(part for part in (sources, others) if part)
        if others and not sources and event.code is not None:
            # Who did it is not told; the one to whom it was done must not look like it.
            arrow = f"→ {others}"
        text = f"{label.capitalize()}: {arrow}" if arrow else label.capitalize()
    place = name_of(event.place, entities)
    if place and place not in text:
        text += f", {place}"
    if event.status in STATUS:
        text += f" ({STATUS[event.status]})"
    return text


def note_of(article: Article, words: str, start: int) -> str:
    """A footnote's text: outlet, date of publication, exact words, where they stand."""
    outlet = article.outlet or article.agency or article.path
    published = when(article.published) if article.published else "no date"
    return f"{outlet}, {published}: “{clipped(words, 240)}” ({article.path}, character {start})"


def event_line(
    event: Event, accounts: Mapping[str, Account], articles: Mapping[str, Article], entities: Mapping[str, Entity]
) -> Line:
    """The line of one event with a note for each of its accounts."""
    told = [accounts[key] for key in event.accounts if key in accounts]
    text = event_text(event, entities)
    if event.asked_by:
        text += f", asked for by {name_of(event.asked_by, entities)}"
    if len(event.outlets) > 1:
        text += f" — {len(told)} accounts, {len(event.outlets)} outlets"
    if event.contested:
        text += f"; accounts differ in {', '.join(field_name(item.field) for item in event.contested)}"
    notes = tuple(
        note_of(
            articles[account.article], articles[account.article].words(account.evidence[0]), account.evidence[0].start
        )
        for account in told
    )
    if event.date is not None:
        return Line(event.date, text, notes, False)
    if told and all(account.historical for account in told):
        # The day of publication says nothing of what is told as background.
        return Line(None, f"{text} (told as background)", notes, True)
    published = min((item for a in told if (item := articles[a.article].published)), key=_first_day, default=None)
    return Line(published, text, notes, True)


def statement_line(statement: Statement, article: Article, entities: Mapping[str, Entity]) -> Line:
    """The line of one statement; its note names the chain."""
    words = " … ".join(article.words(span) for span in statement.content)
    cue = f" {article.words(statement.cue)}" if statement.cue else ""
    text = f"{speaker_of(statement, entities)}{cue}: {clipped(words)}"
    chain = chain_of(statement.chain)
    note = note_of(article, words, statement.content[0].start) + (f"; {chain}" if len(statement.chain) > 1 else "")
    return Line(statement.date or article.published, text, (note,), statement.date is None)


def _first_day(interval: DateInterval | None) -> date:
    if interval is None:
        return date.max
    return interval.earliest or interval.latest or date.max


def between(lines: Iterable[Line], first: date | None, last: date | None) -> list[Line]:
    """The lines by date whose interval meets `first` to `last` (None: open); undated ones only if both are open."""
    kept = [
        line
        for line in lines
        if (first is None and last is None)
        or (line.date is not None and line.date.meets(DateInterval(first, last, "unknown", "")))
    ]
    return sorted(kept, key=_order)


def _order(line: Line) -> tuple[date, bool, str]:
    return _first_day(line.date), line.undated, line.text


def markdown(lines: Iterable[Line], title: str = "Chronology") -> str:
    """The lines by date under months, each with its footnote; lines with no date at all come last."""
    ordered = sorted(lines, key=_order)
    out, notes, month = [f"# {title}", ""], [], ""
    for number, line in enumerate(ordered, 1):
        first = _first_day(line.date)
        heading = "Undated" if first == date.max else f"{first:%B %Y}"
        if heading != month:
            out += ([""] if month else []) + [f"## {heading}", ""]
            month = heading
        told = f"reported {when(line.date)}" if line.undated and line.date else when(line.date)
        out += [f"- **{told}** {line.text}[^{number}]"]
        notes.append(f"[^{number}]: " + " | ".join(line.notes))
    return "\n".join([*out, "", *notes, ""])
