"""The Python face: build or open a record and ask it questions."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from legation.correcting import keep_correction_of
from legation.lexicon.issues import known_issues
from legation.lexicon.register import load_register
from legation.model import Account, Article, Correction, Entity, Event, Findings, LegationError, Statement
from legation.reckoning.claims import disputed_figures
from legation.reckoning.offices import Answer, office_id, unknown_office, who_holds
from legation.reckoning.repeats import repeated_statements
from legation.record import queries, verify
from legation.record.corrections import Action, history, history_of_all
from legation.record.database import connect
from legation.record.people import people_ids
from legation.record.rows import plain
from legation.reporting import chronology as chronicle
from legation.reporting import views
from legation.reporting.chronology import event_text
from legation.reporting.events import event_object
from legation.reporting.export import WRITERS, export
from legation.reporting.people import person_object
from legation.reporting.readouts import readouts_row
from legation.reporting.results import Results
from legation.reporting.wording import when
from legation.settings import Settings, load_settings
from legation.time_asked import day_asked, time_asked

if TYPE_CHECKING:
    from legation.flow import Progress


def _paths(paths: str | Path | Sequence[str | Path]) -> list[Path]:
    return [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]


class Record:
    """An open record. Methods answer with `Results`: lists of rows that show well and turn into pandas tables.

    Use it as a context manager, or `close` it.
    """

    def __init__(self, path: str | Path = "record.db", settings: Settings | None = None) -> None:
        """Open the record at `path`. Raises LegationError where there is none."""
        self.path = Path(path)
        self.settings = settings or load_settings()
        self.connection: sqlite3.Connection = connect(self.path)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def __repr__(self) -> str:
        found = queries.counts(self.connection)
        parts = ", ".join(f"{found[key]} {key}" for key in ("articles", "statements", "events", "figures"))
        return f"<Record {self.path}: {parts}>"

    @cached_property
    def _articles(self) -> dict[str, Article]:
        return {article.id: article for article in queries.articles(self.connection)}

    @cached_property
    def _entities(self) -> dict[str, Entity]:
        return {entity.id: entity for entity in queries.entities(self.connection)}

    @cached_property
    def _accounts(self) -> dict[str, Account]:
        return {account.id: account for account in queries.findings_of(self.connection, "accounts")}

    def _statement_row(self, statement: Statement) -> dict[str, Any]:
        return views.statement_row(statement, self._articles[statement.article], self._entities)

    def _event_row(self, event: Event) -> dict[str, Any]:
        return views.event_row(event, self._accounts, self._articles, self._entities)

    def articles(self) -> Results:
        """The articles with outlet, title and date."""
        return Results(views.article_row(article) for article in self._articles.values())

    def article(self, key: str) -> Article:
        """One article by id or (the end of) its path."""
        return queries.article(self.connection, key)

    def row(self, key: str) -> dict[str, Any] | None:
        """One event, statement or other finding by its id, or None if `key` is the id of none."""
        event = queries.event(self.connection, key)
        if event is not None:
            accounts = {item.id: item for item in queries.accounts_of(self.connection, key)}
            named = sorted({item.article for item in accounts.values()})
            articles = {item.id: item for item in queries.articles(self.connection, named)}
            row: dict[str, Any] = views.event_row(event, accounts, articles, self._entities)
            row |= event_object(event, list(accounts.values()), articles, self._entities)
            return row | {"linked": self._links_of(key)}
        found = queries.finding(self.connection, key)
        if found is None:
            return None
        table, item, words = found
        (article,) = queries.articles(self.connection, [item.article])
        if isinstance(item, Statement):
            return views.statement_row(item, article, self._entities)
        return {"id": key, "table": table} | dict(plain(item)) | {"words": words, "article": article.path}

    def person(self, key: str) -> dict[str, Any] | None:
        """What the record and the register hold of one person, by id or name; None if `key` names nobody.

        Raises LegationError for a name that several people share.
        """
        everybody = [entity for entity in self._entities.values() if entity.kind == "person"]
        named = [one for one in everybody if key in (one.name, *one.aliases)]
        person = next((one for one in everybody if one.id == key), named[0] if named else None)
        if person is None:
            return None
        if len(named) > 1 and person.id != key:
            raise LegationError(f"{key}: may be {', '.join(one.id for one in named)}; give the id")
        own = [event for event in queries.events(self.connection) if person.id in (*event.sources, *event.targets)]
        row = person_object(
            person,
            [item for item in queries.findings_of(self.connection, "mentions") if item.entity == person.id],
            [item for item in queries.findings_of(self.connection, "tenures") if item.person == person.id],
            [self._statement_row(item) for item in queries.statements_by(self.connection, speaker=[person.id])],
            [self._event_row(event) for event in sorted(own, key=self._day_of)],
            self._articles,
        )
        posts = load_register(self.settings.tables).posts_of(person.id)
        return row | {
            "offices": [
                {"office": post.office, "since": when(post.since), "until": when(post.until) if post.until else None}
                for post in posts
            ]
        }

    def readouts(self, event: str) -> dict[str, Any]:
        """One meeting or call as each side tells it, by the event's id or by words (`Biden Xi phone call`).

        What only one side's report carries is `not in this report` of the other; nothing is called denied.
        """
        return readouts_row(self.connection, event)

    def _links_of(self, event: str) -> list[str]:
        """The events before and after in the same thread: `planned-held: … (reason)`."""
        return [
            f"{item.link}: {when(other.date)} {event_text(other, self._entities)} {other.id} ({item.reason})"
            for item, other in queries.linked_events(self.connection, event)
        ]

    def copies(self) -> Results:
        """The articles judged to be copies of one text (or kept apart by an analyst), with the reason and by whom."""
        return Results(
            {
                "verdict": item.verdict,
                "article": self._articles[item.left].path,
                "copy": self._articles[item.right].path,
                "reason": item.reason,
                "by": item.by,
                "ids": [item.left, item.right],
            }
            for item in queries.judgements(self.connection, "same-article")
            if {item.left, item.right} <= self._articles.keys()
        )

    def namesakes(self) -> Results:
        """Persons of one name in two articles, judged one or two, with the reason and by whom.

        `person` and `other` are an id and the article that is compared (`john-holm@vienna.txt`); `correct` takes them.
        """
        ids = people_ids(self.connection)

        def shown(key: str) -> str:
            told, _, article = key.partition("@")
            path = self._articles[article].path if article in self._articles else article
            return f"{ids.get((article, told), told)}@{path}" if article else told

        return Results(
            {
                "verdict": item.verdict,
                "person": shown(item.left),
                "other": shown(item.right),
                "score": item.score,
                "reason": item.reason,
                "by": item.by,
            }
            for item in queries.judgements(self.connection, "same-person")
        )

    def repeated(self) -> Results:
        """Statements told by several outlets: the earliest telling, the fullest, the outlets (the earliest first)."""
        statements = queries.findings_of(self.connection, "statements")
        told = repeated_statements(statements, self._articles, queries.judgements(self.connection, "same-statement"))
        by_id = {item.id: item for item in statements}
        return Results(
            {
                "tellings": len(item.statements),
                "earliest": item.earliest,
                "fullest": item.fullest,
                "outlets": self._outlets(by_id[item.earliest], [by_id[key] for key in item.statements]),
                **self._short(by_id[item.fullest]),
            }
            for item in told
        )

    def _outlets(self, first: Statement, told: Sequence[Statement]) -> list[str]:
        articles = [self._articles[item.article] for item in (first, *told)]
        return list(dict.fromkeys(item.outlet or item.agency or item.path for item in articles))

    def _short(self, statement: Statement) -> dict[str, Any]:
        row = self._statement_row(statement)
        return {key: row[key] for key in ("date", "speaker", "words", "article")}

    def disputed_figures(self) -> Results:
        """Numbers that differ for one thing and one period, side by side: a row a claim."""
        return Results(
            {"dispute": number} | views.figure_row(figure, self._articles[figure.article], self._entities)
            for number, claims in enumerate(disputed_figures(queries.findings_of(self.connection, "figures")), 1)
            for figure in claims.figures
        )

    def findings(self, key: str) -> Findings:
        """All that the record holds of one article, by id or a part of its path."""
        return queries.article_findings(self.connection, self.article(key))

    def _speakers(self, words: str) -> list[str]:
        return [entity.id for entity in queries.people_named(self.connection, words)]

    def statements(
        self,
        speaker: str | None = None,
        *,
        about: str | None = None,
        since: str | date | None = None,
        until: str | date | None = None,
        above: float = 0.0,
    ) -> Results:
        """Who said what: by a speaker's name, about an issue (`taiwan`) or a state (`USA`, `China`), in a time.

        `since` and `until` are dates or `YYYY[-MM[-DD]]`; `above` is the least confidence, 0 to 1.
        Raises LegationError where `about` is neither an issue nor a state or body.
        """
        known = self._speakers(speaker) if speaker else None
        found = queries.statements_by(
            self.connection,
            speaker=known,
            speaker_words=None if known else speaker,
            about=self._meant_by(about),
            since=day_asked(since),
            until=day_asked(until, last=True),
            above=above,
        )
        return Results(self._statement_row(item) for item in found)

    def _meant_by(self, about: str | None) -> str | None:
        """The issue that the words name, or the id of the state or body."""
        if about is None or about.lower() in known_issues():
            return about and about.lower()
        register = load_register(self.settings.tables)
        known = register.entity(about.upper()) or next(iter(register.named(about)), None)
        if known is None:
            issues = ", ".join(known_issues())
            raise LegationError(f"about {about!r}: no such issue, state or body; the issues are {issues}")
        return known.id

    def events(self, label: str | None = None, *, code: str | None = None, status: str | None = None) -> Results:
        """What happened, by date: all, or those of a label (`meeting`), PLOVER code (`CONSULT`) or status."""
        return Results(
            self._event_row(event)
            for event in queries.events(self.connection)
            if label in (None, event.label) and code in (None, event.code) and status in (None, event.status)
        )

    def meetings(self, party: str | None = None) -> Results:
        """Meetings, calls, visits and summits, by date; of one party (a name, or a country's code), if named."""
        wanted = self._parties(party) if party else None
        return Results(
            self._event_row(event)
            for event in sorted(queries.meetings(self.connection), key=self._day_of)
            if wanted is None or wanted & {*event.sources, *event.targets}
        )

    def _day_of(self, event: Event) -> str:
        """When an event was, else when it was first reported, as ISO text; the undated come last."""
        accounts = [self._accounts[key] for key in event.accounts if key in self._accounts]
        told = [event.date] if event.date else [self._articles[account.article].published for account in accounts]
        days = [interval.earliest or interval.latest for interval in told if interval is not None]
        return min((day.isoformat() for day in days if day is not None), default="9999")

    def _parties(self, words: str) -> set[str]:
        named = set(self._speakers(words))
        if not named:
            hint = f"`legation search {words!r}` looks in the whole text"
            raise LegationError(f"party {words!r}: the record has no such person, state or body; {hint}")
        return named | {key for key, entity in self._entities.items() if entity.country in named}

    def people(self) -> Results:
        """The people named, most mentioned first."""
        counted = Counter(mention.entity for mention in queries.findings_of(self.connection, "mentions"))
        people = [entity for entity in self._entities.values() if entity.kind == "person"]
        people.sort(key=lambda entity: (-counted[entity.id], entity.id))
        return Results(views.entity_row(entity, counted[entity.id]) for entity in people)

    def figures(self) -> Results:
        """The numbers claimed, in reading order."""
        found = queries.findings_of(self.connection, "figures")
        return Results(views.figure_row(item, self._articles[item.article], self._entities) for item in found)

    def table(self, name: str) -> Results:
        """A whole table of findings in exchange form: `tenures`, `channels`, `voice`, ..."""
        if name not in queries.FINDING_TABLES:
            raise LegationError(f"{name}: no such table; there are {', '.join(queries.FINDING_TABLES)}")
        return Results(plain(row) for row in queries.findings_of(self.connection, name))

    def who(self, office: str, on: str | date | None = None) -> Answer:
        """Who held an office on a day (today, if left out), and by which words or register row.

        `office`: an id (`CHN/foreign-minister`) or words (`Chinese foreign minister`). `on`: a day, or a month or year
        (`2015-07`, `2015`) for everybody who held it in that time.
        """
        register = load_register(self.settings.tables)
        office = office_id(office, register)
        told = queries.tenures_of(self.connection, office)
        if not told and office not in register.offices():
            owner, _, kind = office.partition("/")
            raise unknown_office(office, owner, kind, register)
        published = {article.id: article.published for article in self._articles.values()}
        names = {entity.id: entity.name for entity in self._entities.values()}
        answer = who_holds(office, time_asked(on), told, register, published, names)
        # A reader knows an article by its path.
        named = tuple(replace(item, article=self._articles[item.article].path) for item in answer.press if item.article)
        return replace(answer, press=named)

    def search(self, words: str, limit: int = 20) -> Results:
        """Statements and articles that hold all of the words, best first."""
        return Results(queries.search(self.connection, words, limit))

    def chronology(
        self,
        *,
        since: str | date | None = None,
        until: str | date | None = None,
        party: str | None = None,
        statements: bool = False,
        limit: int | None = None,
    ) -> str:
        """A Markdown chronology of events (and statements), one footnote a line: outlet, date, exact words."""
        wanted = self._parties(party) if party else None
        first, last = day_asked(since), day_asked(until, last=True)
        lines = [
            chronicle.event_line(event, self._accounts, self._articles, self._entities)
            for event in queries.events(self.connection)
            if wanted is None or wanted & {*event.sources, *event.targets}
        ]
        if statements:
            found = queries.statements_by(self.connection, speaker=sorted(wanted) if wanted else None)
            lines += [chronicle.statement_line(item, self._articles[item.article], self._entities) for item in found]
        return chronicle.markdown(chronicle.between(lines, first, last)[:limit])

    def export(self, folder: str | Path, form: str = "jsonl") -> dict[str, int]:
        """Write every table into a folder as `jsonl`, `csv` or `parquet`; returns rows a table."""
        if form not in WRITERS:
            raise LegationError(f"{form}: no such format; there are {', '.join(WRITERS)}")
        return export(self.connection, form, Path(folder))

    def correct(
        self,
        row: str | None,
        action: Action,
        *,
        by: str,
        why: str,
        field: str | None = None,
        value: Any = None,
        table: str | None = None,
    ) -> Correction:
        """Keep an analyst's word on a row; it takes effect at once and outlives every rebuild.

        `action`: accept, reject, edit (`field`, `value`), merge or split (`value`: the other row's id), add (`table`,
        `value`: the new row with `article` and `words`). A person is corrected by id (`john-holm`), or by id and
        article (`john-holm@vienna.txt`) where one article's is meant. A speaker is named by the id of somebody known,
        or by a new name. Raises LegationError for what does not fit.
        """
        register = load_register(self.settings.tables)
        made = keep_correction_of(
            self.connection, register, action, row, by=by, why=why, field=field, value=value, table=table
        )
        from legation import flow

        flow.settle_record(self.connection, self.settings.tables)
        for name in ("_articles", "_entities", "_accounts"):
            self.__dict__.pop(name, None)
        return made

    def history(self, row: str | None = None) -> Results:
        """A row's life: when it was recorded, and each correction of it; without a row, all corrections."""
        return Results(history(self.connection, row) if row else history_of_all(self.connection))

    def verify(self) -> list[str]:
        """What is wrong with the record: an empty list if every span stands in its text."""
        wrong = [" ".join(item) for item in verify.find_wrong_spans(self.connection)]
        return verify.damage(self.connection) + wrong

    def counts(self) -> Mapping[str, int]:
        """How many rows of each kind."""
        return queries.counts(self.connection)


def who(office: str, on: str | date | None = None, settings: Settings | None = None) -> Answer:
    """Who held an office by the register alone, on a day or in a month or year; `Record.who` asks the press too."""
    register = load_register((settings or load_settings()).tables)
    office = office_id(office, register)
    if office not in register.offices():
        owner, _, kind = office.partition("/")
        raise unknown_office(office, owner, kind, register)
    return who_holds(office, time_asked(on), [], register)


def open(path: str | Path = "record.db") -> Record:
    """The record at `path`. Raises LegationError where there is none."""
    return Record(path)


def build(
    paths: str | Path | Sequence[str | Path],
    record: str | Path = "record.db",
    *,
    workers: int = 1,
    settings: Settings | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Record:
    """Read a file or folder (or several) of press into a record and open it.

    `workers`: processes that read at once. `columns`: for tables with unusual headers, e.g. `{"text": "Volltext"}`.
    """
    # Taking in and reading need heavy libraries: questions to a record don't wait for them.
    from legation import flow

    settings = settings or load_settings()
    for path in _paths(paths):
        if not path.exists():
            raise LegationError(f"{path}: no such file or folder; check the name")
    flow.build(_paths(paths), Path(record), workers=workers, settings=settings, columns=columns, progress=progress)
    return Record(record, settings)


def read(path: str | Path, settings: Settings | None = None) -> list[Findings]:
    """The findings of one file, without a record."""
    from legation import flow

    return flow.read(Path(path), settings or load_settings())


__all__ = ["Record", "Results", "build", "open", "read", "who"]
