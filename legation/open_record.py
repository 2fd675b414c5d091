"""An open record, asked from Python."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any

from legation.correcting import keep_correction_of
from legation.lexicon.issues import known_issues
from legation.lexicon.register import load_register
from legation.model import Article, Correction, Findings, LegationError
from legation.reckoning.claims import disputed_figures
from legation.reckoning.offices import Answer, office_id, unknown_office, who_holds
from legation.record import queries, searches, verify
from legation.record.corrections import Action, history, history_of_all
from legation.record.database import connect
from legation.record.rows import plain
from legation.reporting import chronology as chronicle
from legation.reporting import judged, views
from legation.reporting.export import WRITERS, export
from legation.reporting.people import find_person, people_rows, person_row
from legation.reporting.readouts import readouts_row
from legation.reporting.results import Results
from legation.reporting.rows import row_of
from legation.reporting.shelf import Shelf
from legation.reporting.wording import when
from legation.settings import Settings, load_settings
from legation.time_asked import day_asked, time_asked


class Record:
    """An open record. Methods answer with `Results`: lists of rows that show well and turn into pandas tables.

    Use it as a context manager, or `close` it.
    """

    def __init__(self, path: str | Path = "record.db", settings: Settings | None = None) -> None:
        """Open the record at `path`. Raises LegationError where there is none."""
        self.path = Path(path)
        self.settings = settings or load_settings()
        self.connection: sqlite3.Connection = connect(self.path)
        self._shelf = Shelf(self.connection)

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

    def articles(self) -> Results:
        """The articles with outlet, title and date."""
        return Results(views.article_row(article) for article in queries.articles(self.connection))

    def article(self, key: str) -> Article:
        """One article by id or (the end of) its path."""
        return queries.article(self.connection, key)

    def row(self, key: str) -> dict[str, Any] | None:
        """One event, statement or other finding by its id, or None if `key` is the id of none."""
        return row_of(self._shelf, key)

    def person(self, key: str) -> dict[str, Any] | None:
        """What the record and the register hold of one person, by id or name; None if `key` names nobody.

        Raises LegationError for a name that several people share.
        """
        person = find_person(self._shelf, key)
        if person is None:
            return None
        posts = load_register(self.settings.tables).posts_of(person.id)
        return person_row(self._shelf, person) | {
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

    def copies(self) -> Results:
        """The articles judged to be copies of one text (or kept apart by an analyst), with the reason and by whom."""
        return Results(judged.copies(self._shelf))

    def namesakes(self) -> Results:
        """Persons of one name in two articles, judged one or two, with the reason and by whom.

        `person` and `other` are an id and the article that is compared (`john-holm@vienna.txt`); `correct` takes them.
        """
        return Results(judged.namesakes(self._shelf))

    def repeated(self) -> Results:
        """Statements told by several outlets: the earliest telling, the fullest, the outlets (the earliest first)."""
        return Results(judged.repeated(self._shelf))

    def disputed_figures(self) -> Results:
        """Numbers that differ for one thing and one period, side by side: a row a claim."""
        return Results(
            {"dispute": number} | views.figure_row(figure, self._shelf.articles[figure.article], self._shelf.entities)
            for number, claims in enumerate(disputed_figures(queries.findings_of(self.connection, "figures")), 1)
            for figure in claims.figures
        )

    def findings(self, key: str) -> Findings:
        """All that the record holds of one article, by id or a part of its path."""
        return queries.article_findings(self.connection, self.article(key))

    def _speakers(self, words: str) -> list[str]:
        return [entity.id for entity in searches.people_named(self.connection, words)]

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
        found = searches.statements_by(
            self.connection,
            speaker=known,
            speaker_words=None if known else speaker,
            about=self._meant_by(about),
            since=day_asked(since),
            until=day_asked(until, last=True),
            above=above,
        )
        return Results(self._shelf.statement_rows(found))

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
        found = queries.events(self.connection, label=label, code=code, status=status)
        return Results(self._shelf.event_rows(found))

    def meetings(self, party: str | None = None) -> Results:
        """Meetings, calls, visits and summits, by date; of one party (a name, or a country's code), if named."""
        found = queries.meetings(self.connection, self._parties(party) if party else None)
        return Results(self._shelf.event_rows(found))

    def _parties(self, words: str) -> list[str]:
        named = set(self._speakers(words))
        if not named:
            hint = f"`legation search {words!r}` looks in the whole text"
            raise LegationError(f"party {words!r}: the record has no such person, state or body; {hint}")
        return sorted(named | {key for key, entity in self._shelf.entities.items() if entity.country in named})

    def people(self) -> Results:
        """The people named, most mentioned first."""
        return Results(people_rows(self._shelf))

    def figures(self) -> Results:
        """The numbers claimed, in reading order."""
        found = queries.findings_of(self.connection, "figures")
        shelf = self._shelf
        shelf.articles.load(item.article for item in found)
        return Results(views.figure_row(item, shelf.articles[item.article], shelf.entities) for item in found)

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
        articles = self._shelf.articles
        articles.load(item.article for item in told)
        published = {item.article: articles[item.article].published for item in told}
        people = self._shelf.entities
        people.load(item.person for item in told)
        names = {item.person: people[item.person].name for item in told if item.person in people}
        answer = who_holds(office, time_asked(on), told, register, published, names)
        # A reader knows an article by its path.
        named = tuple(replace(item, article=articles[item.article].path) for item in answer.press if item.article)
        return replace(answer, press=named)

    def search(self, words: str, limit: int = 20) -> Results:
        """Statements and articles that hold all of the words, best first."""
        return Results(searches.search(self.connection, words, limit))

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
        said = searches.statements_by(self.connection, speaker=wanted) if statements else []
        lines = self._shelf.lines(queries.events(self.connection, parties=wanted), said)
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
        self._shelf = Shelf(self.connection)
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
