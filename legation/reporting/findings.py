"""One article's findings as lines of text: what was found, each with its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from legation.model import Findings
from legation.reporting.wording import chain_of, clipped, coded_names, name_of, names_of, speaker_of, when


def findings_lines(findings: Findings, ids: Mapping[str, Sequence[str]] | None = None) -> list[str]:
    """The article's metadata, then its findings kind by kind.

    `ids`: of each table the record's ids of the findings, in their order; `legation correct` takes them.
    """
    ids = ids or {}
    article = findings.article
    named = dict.fromkeys(part for part in (article.outlet, article.agency, article.author) if part)
    by = " · ".join(named) or "outlet unknown"
    lines = [
        f"{article.title or article.path}",
        f"{by} · {when(article.published)} ({article.published_basis}) · {article.path}",
    ]
    sections = {
        "People and offices": _people(findings, ids.get("tenures")),
        "Statements": _statements(findings),
        "Events": _accounts(findings),
        "Channels": _with_ids(_channels(findings), ids.get("channels")),
        "Figures": _with_ids(_figures(findings), ids.get("figures")),
        "The outlet's own voice": _with_ids(_voice(findings), ids.get("voice")),
        "Not understood": iter([f"{p.kind}: {p.message}" for p in (*article.warnings, *findings.problems)]),
    }
    for title, rows in sections.items():
        listed = list(rows)
        if listed:
            lines += ["", f"{title} ({len(listed)})", *(f"  {row}" for row in listed)]
    return [*lines, ""]


def _with_ids(rows: Iterator[str], ids: Sequence[str] | None) -> Iterator[str]:
    return rows if ids is None else (f"{row}  {key}" for row, key in zip(rows, ids, strict=True))


def _people(findings: Findings, ids: Sequence[str] | None = None) -> Iterator[str]:
    entities = {entity.id: entity for entity in findings.entities}
    offices: dict[str, list[str]] = {}
    for number, tenure in enumerate(findings.tenures):
        key = f"  {ids[number]}" if ids else ""
        offices.setdefault(tenure.person, []).append(f"{tenure.relation} {tenure.office}{key}")
    for entity in findings.entities:
        if entity.kind == "person":
            country = f" ({entity.country})" if entity.country else ""
            yield f"{name_of(entity.id, entities)}{country}" + "".join(
                f"; {office}" for office in offices.get(entity.id, [])
            )


def _statements(findings: Findings) -> Iterator[str]:
    entities = {entity.id: entity for entity in findings.entities}
    words = findings.article.words
    for item in findings.statements:
        if item.repeats is None:
            said = " … ".join(words(span) for span in item.content)
            cue = f" {words(item.cue)}" if item.cue else ""
            about = f" about {names_of(item.targets, entities)}" if item.targets else ""
            told = f"{item.form}, {item.stance}{about}; {when(item.date)}; {chain_of(item.chain)}"
            yield f"{speaker_of(item, entities)}{cue}: {clipped(said)}\n      {told}; {item.confidence:.2f}  {item.id}"


def _accounts(findings: Findings) -> Iterator[str]:
    entities = {entity.id: entity for entity in findings.entities}
    for item in findings.accounts:
        flags = [item.status, *(["historical"] if item.historical else []), *(["alleged"] if item.alleged else [])]
        sides = (coded_names(side, item.actor_codes, entities) for side in (item.sources, item.targets))
        who = " → ".join(sides).strip(" →")
        place = f", {item.place}" if item.place else ""
        line = f"{item.code or '-'} {item.label}: {who}{place}; {when(item.date)} ({', '.join(flags)})"
        yield f"{line}\n      “{clipped(findings.article.words(item.evidence[0]))}”  {item.id}"


def _channels(findings: Findings) -> Iterator[str]:
    entities = {entity.id: entity for entity in findings.entities}
    for item in findings.channels:
        words = clipped(findings.article.words((item.start, item.end)), 100)
        yield f"{item.channel} {item.state}: {names_of(item.parties, entities)}; {when(item.date)} “{words}”"


def _figures(findings: Findings) -> Iterator[str]:
    entities = {entity.id: entity for entity in findings.entities}
    for item in findings.figures:
        bound = "" if item.bound == "exact" else f"{item.bound} "
        claimed = f"; {name_of(item.claimant, entities)}" if item.claimant else ""
        period = f", {when(item.period)}" if item.period else ""
        yield f"{bound}{item.value:,.10g} {item.unit or ''} {item.what}{period}{claimed}".replace("  ", " ")


def _voice(findings: Findings) -> Iterator[str]:
    for item in findings.voice:
        because = ", ".join(f"“{evidence.words}”" for evidence in item.because)
        yield f"{item.kind}: “{clipped(findings.article.words((item.start, item.end)))}” ({because})"
