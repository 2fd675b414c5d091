"""Reads one article: the stages, one under the other."""

from __future__ import annotations

from collections.abc import Iterable

from legation.lexicon.register import Register
from legation.model import Article, Entity, Findings, Problem
from legation.reading.cast import Cast
from legation.reading.channels import find_channels
from legation.reading.events import find_accounts, with_groups, without_idle_groups
from legation.reading.events.actor_codes import with_actor_codes
from legation.reading.events.governments import with_governments
from legation.reading.events.speech_acts import with_speech_acts
from legation.reading.figures import find_figures
from legation.reading.opinions import opinions_on, with_stances
from legation.reading.parse import parse, read_spans
from legation.reading.people import find_cast, find_tenures, name_repairs, set_stage
from legation.reading.people.words import load_words
from legation.reading.statements import find_attributions, find_statements
from legation.reading.times import find_times_of
from legation.reading.titled import with_titled_subjects
from legation.reading.tools import Tools
from legation.reading.voice import find_voice


def read_article(article: Article, tools: Tools) -> Findings:
    """Everything that the article tells. A pure function: the same article and tools give the same findings."""
    doc = parse(article, tools.nlp)
    times = find_times_of(article.text, article.published, read_spans(article))
    stage = set_stage(doc, article, tools.register)
    cast = find_cast(doc, article, tools.register, times, stage)
    cast = with_governments(doc, article, cast, tools.register)
    doc = with_titled_subjects(doc, cast, load_words().roles)
    attributions = find_attributions(doc, tools.attribution)
    statements = find_statements(doc, article, cast, times, attributions, tools.statement_tables)
    statements = with_stances(statements, article.text, cast, tools.statement_tables, tools.stance)
    opinions = opinions_on(statements, doc, cast, tools.relation)
    cast = with_groups(doc, article, cast, tools.events.tables.parties)
    accounts = find_accounts(doc, article, cast, statements, times, tools.events, tools.relation)
    tenures = find_tenures(doc, article, cast, tools.register, times, stage)
    officials = {name for name in cast.entities if tools.register.entity(name)}
    officials |= {held.person for held in tenures if held.post}
    accounts = with_speech_acts(accounts, statements, opinions, article, cast, officials, doc, tools.events.tables)
    accounts = with_actor_codes(accounts, doc, article, cast, tenures, tools.register)
    cast = without_idle_groups(cast, accounts)
    channels = find_channels(doc, article, cast, times, accounts)
    named = [key for item in statements for key in (*item.targets, *item.addressees)]
    named += [key for account in accounts for key in (*account.sources, *account.targets)]
    named += [key for channel in channels for key in channel.parties]
    return Findings(
        article=article,
        entities=(*cast.entities.values(), *_implied(named, cast, tools.register)),
        mentions=cast.mentions,
        tenures=tuple(tenures),
        statements=tuple(statements),
        accounts=tuple(accounts),
        channels=tuple(channels),
        figures=tuple(find_figures(article.text, article, doc, cast, statements, times)),
        voice=tuple(find_voice(doc, article, statements)),
        problems=tuple(Problem("name-repaired", repair) for repair in name_repairs(cast)),
    )


def _implied(named: Iterable[str], cast: Cast, register: Register) -> list[Entity]:
    """The parties that no mention names: the country of a place, the state behind a ministry."""
    missing = sorted(set(named) - cast.entities.keys())
    return [entity for key in missing if (entity := register.entity(key)) is not None]
