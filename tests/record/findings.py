"""Findings made by hand, with every kind of row, for tests of the record."""

from __future__ import annotations

import re
from datetime import date

from legation.model import (
    Account,
    Article,
    Block,
    ChainLink,
    Channel,
    DateInterval,
    Entity,
    Evidence,
    Figure,
    Findings,
    Mention,
    Problem,
    Span,
    Statement,
    Tenure,
    Voice,
)

TEXT = "Vienna talks\n\nForeign Minister Anna Holm met Bo Lind on 3 May 2022, and said 12 aides “will return”."


def span(words: str, text: str = TEXT) -> Span:
    """Where words stand in the text, whatever its spaces; the start of it for words that it does not hold."""
    found = re.search(r"\s+".join(map(re.escape, words.split())), text)
    return Span(*found.span()) if found else Span(0, len(words))


def some_findings(article_id: str = "a1", path: str = "vienna.txt", text: str = TEXT) -> Findings:
    """One article with a row of every kind."""

    def at(words: str) -> Span:
        return span(words, text)

    day = DateInterval(date(2022, 5, 3), date(2022, 5, 3), "day", "3 May 2022")
    article = Article(
        id=article_id,
        path=path,
        text=text,
        blocks=(Block("headline", *at("Vienna talks")), Block("body", at("Foreign").start, len(text))),
        sha256="0" * 64,
        outlet="The Vienna Post",
        title="Vienna talks",
        published=DateInterval(date(2022, 5, 4), date(2022, 5, 4), "day", "metadata"),
        published_basis="metadata",
        warnings=(Problem("truncated", "ends in mid-sentence"),),
    )
    statement = Statement(
        id=f"s{article_id}",
        article=article_id,
        speaker="anna-holm",
        speaker_name="Anna Holm",
        speaker_words=at("Anna Holm"),
        cue=at("said"),
        content=(at("12 aides"), at("will return")),
        form="mixed",
        targets=("SWE",),
        date=day,
        chain=(ChainLink("outlet", "The Vienna Post"), ChainLink("speaker", "Anna Holm", "anna-holm")),
        issues=("diplomacy",),
        issue_words=(Evidence(at("talks"), "talks"),),
        confidence=0.9,
    )
    account = Account(
        id=f"c{article_id}",
        article=article_id,
        code="CONSULT",
        mode=None,
        contexts=(),
        label="meeting",
        sources=("anna-holm", "bo-lind"),
        targets=("bo-lind", "anna-holm"),
        date=day,
        place="Vienna, Austria",
        status="actual",
        historical=False,
        said_by=None,
        trigger=at("met"),
        evidence=(at("Foreign Minister Anna Holm met Bo Lind on 3 May 2022"),),
        confidence=0.8,
    )
    return Findings(
        article=article,
        entities=(
            Entity("anna-holm", "person", "Anna Holm", "AUT"),
            Entity("bo-lind", "person", "Bo Lind", "SWE"),
        ),
        mentions=(
            Mention(article_id, *at("Anna Holm"), "anna-holm"),
            Mention(article_id, *at("Bo Lind"), "bo-lind"),
        ),
        tenures=(
            Tenure(
                "anna-holm",
                "foreign minister",
                None,
                "AUT",
                "holds",
                None,
                None,
                article_id,
                *at("Foreign Minister Anna Holm"),
                "Foreign Minister Anna Holm",
                "AUT/foreign-minister",
            ),
        ),
        statements=(statement,),
        accounts=(account,),
        channels=(Channel("ministerial-talks", ("AUT", "SWE"), "open", day, article_id, *at("talks")),),
        figures=(Figure(article_id, "anna-holm", 12, "exact", None, "aides", None, *at("12 aides")),),
        voice=(Voice(article_id, "opinion", *at("Vienna"), (Evidence(at("Vienna"), "Vienna"),)),),
        problems=(Problem("unclosed-quotation", "a quotation is not closed"),),
    )
