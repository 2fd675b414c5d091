"""Tells which statements only say again, in headline or pull quote, what another one says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.model import Article, Span, Statement
from legation.reading.statements.contents import pieces
from legation.reading.statements.drafts import words_in
from legation.reading.statements.quotations import Quotation

_SAME_WORDS = 0.6
_SAME_TEXT = 0.9
_LEAST = 3


def overlap(left: set[str], right: set[str]) -> float:
    """The share of the smaller set that the two have in common; 0 where it is very small."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller >= _LEAST else 0.0


def likeness(left: set[str], right: set[str]) -> float:
    """The share of all words that two sets have in common."""
    both = left | right
    return len(left & right) / len(both) if len(both) >= _LEAST else 0.0


def with_repeats(statements: Sequence[Statement], article: Article) -> list[Statement]:
    """Statements with `repeats` set: headlines and pull quotes repeat the body, the body what stood before."""
    text = article.text
    body = {id(s) for s in statements if _kind(s, article) == "body"}
    words = {id(s): words_in(text, s.content) for s in statements}
    out: list[Statement] = []
    for place, statement in enumerate(statements):
        own = words[id(statement)]
        found = None
        if id(statement) in body:
            earlier = [s for s in statements[:place] if id(s) in body and s.speaker_name == statement.speaker_name]
            found = next((s for s in earlier if likeness(own, words[id(s)]) >= _SAME_TEXT), None)
        else:
            others = [s for s in statements if id(s) in body and id(s) != id(statement)]
            best = max(others, key=lambda s: overlap(own, words[id(s)]), default=None)
            if best is not None and overlap(own, words[id(best)]) >= _SAME_WORDS:
                found = best
        out.append(replace(statement, repeats=found.id) if found is not None else statement)
    return out


def pull_quotes(
    statements: Sequence[Statement], article: Article, quotations: Sequence[Quotation]
) -> list[tuple[Span, Statement]]:
    """For each pull quote without a statement of its own, its words and the body statement that it repeats."""
    out = []
    for block in article.blocks:
        if block.kind != "pull-quote" or any(block.start <= s.content[0].start < block.end for s in statements):
            continue
        content = pieces(article.text, [(block.start, block.end)], quotations)
        if not content:
            continue
        own = words_in(article.text, content)
        bodies = [s for s in statements if _kind(s, article) == "body"]
        if block.repeats is not None:
            met = [s for s in bodies if any(piece.overlaps(block.repeats) for piece in s.content)]
            bodies = met or bodies
        best = max(bodies, key=lambda s: overlap(own, words_in(article.text, s.content)), default=None)
        if best is not None and overlap(own, words_in(article.text, best.content)) >= _SAME_WORDS:
            out.append((content[0], best))
    return out


def _kind(statement: Statement, article: Article) -> str:
    at = statement.content[0].start
    return next((block.kind for block in article.blocks if block.start <= at < block.end), "body")
