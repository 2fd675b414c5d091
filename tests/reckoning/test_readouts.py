"""Each side's readout of a meeting, whose it is and why, and what only one of them says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from legation.lexicon.register import load_register
from legation.model import Account, Article, ChainLink, DateInterval, Entity, Event, Judgement, Span, Statement
from legation.reckoning.readouts import readouts_of, side_of
from legation.reckoning.repeats import repeated_statements

DAY = DateInterval(date(2022, 10, 30), date(2022, 10, 30), "day", "October 30")
ENTITIES = {
    "antony-blinken": Entity("antony-blinken", "person", "Antony Blinken", "USA"),
    "wang-yi": Entity("wang-yi", "person", "Wang Yi", "CHN"),
    "USA": Entity("USA", "state", "United States", "USA"),
    "CHN": Entity("CHN", "state", "China", "CHN"),
}


def article(id: str, outlet: str | None = None, day: int = 30) -> Article:
    when = DateInterval(date(2022, 10, day), date(2022, 10, day), "day", "")
    return Article(
        id, f"{id}.txt", "on the harbour and the climate they spoke at length", (), id, outlet=outlet, published=when
    )


def said(id: str, where: str, speaker: str | None, *issues: str, end: int = 14, chain=()) -> Statement:
    return Statement(id, where, speaker, None, None, None, (Span(0, end),), "indirect", chain=chain, issues=issues)


def account(id: str, where: str) -> Account:
    parties = ("antony-blinken", "wang-yi")
    return Account(
        id,
        where,
        "CONSULT",
        "phone",
        (),
        "phone-call",
        parties,
        parties,
        DAY,
        None,
        "actual",
        False,
        None,
        Span(0, 1),
        (Span(0, 9),),
    )


EVENT = Event(
    "e1",
    "CONSULT",
    "phone",
    "phone-call",
    ("antony-blinken", "wang-yi"),
    (),
    DAY,
    None,
    "actual",
    ("c1", "c2"),
    ("a", "b"),
)
ARTICLES = {"a": article("a", "Xinhua"), "b": article("b", None)}
STATEMENTS = {
    "a": [
        said("s1", "a", "wang-yi", "taiwan"),
        said("s2", "a", "wang-yi", "trade"),
        said("s3", "a", "antony-blinken", "climate"),
    ],
    "b": [
        said("s4", "b", "antony-blinken", "climate"),
        said("s5", "b", "antony-blinken", "taiwan"),
        said("s6", "b", "USA", "ukraine", "other"),
    ],
}


def test_each_side_has_its_readout_with_the_reason():
    found = readouts_of(EVENT, [account("c1", "a"), account("c2", "b")], ARTICLES, STATEMENTS, ENTITIES)
    by_country = {side.country: side for side in found.sides}
    assert "run by the state of CHN" in by_country["CHN"].articles[0][1]
    assert "USA" in by_country or "United States" in str(by_country)
    assert by_country["CHN"].topics == ("taiwan", "trade", "climate")
    assert by_country["USA"].topics == ("climate", "taiwan", "ukraine")
    assert found.level == "ministers"


def test_what_both_say_what_only_one_says_and_in_which_order():
    found = readouts_of(EVENT, [account("c1", "a"), account("c2", "b")], ARTICLES, STATEMENTS, ENTITIES)
    assert set(found.both) == {"taiwan", "climate"}
    assert dict(found.only) == {"CHN": ("trade",), "USA": ("ukraine",)}
    assert found.order_differs
    shared = [({point.left, point.right}, point.topic) for point in found.shared]
    assert ({"s3", "s4"}, "climate") in shared


def test_with_one_report_nothing_is_missing_from_the_other():
    found = readouts_of(EVENT, [account("c1", "a")], ARTICLES, STATEMENTS, ENTITIES)
    assert found.both == ()
    assert found.only == ()


def test_whose_report_it_is_comes_from_outlet_body_or_speaker_else_from_nothing():
    register, sides = load_register(), ("USA", "CHN")
    by_chain = said("s9", "b", None, chain=(ChainLink("intermediary", "the ministry", "CHN"),))
    assert side_of(ARTICLES["b"], [by_chain], sides, ENTITIES, register)[0] == "CHN"
    assert side_of(ARTICLES["b"], STATEMENTS["b"], sides, ENTITIES, register)[0] == "USA"
    assert side_of(article("c", "Reuters"), [], sides, ENTITIES, register) == (
        None,
        "no outlet, body or speaker tells whose report it is",
    )


def test_of_a_repeated_statement_the_earliest_and_the_fullest_are_marked():
    articles = {"a": article("a", day=31), "b": article("b", day=30), "c": article("c", day=29)}
    told = [said("s1", "a", "wang-yi", end=50), said("s2", "b", "wang-yi", end=14), said("s3", "c", "wang-yi", end=14)]
    same = Judgement("same-statement", "s1", "s2", "same", 0.9, "", "legation")
    (found,) = repeated_statements(told, articles, [same])
    assert (found.statements, found.earliest, found.fullest) == (("s1", "s2"), "s2", "s1")
    refused = replace(same, verdict="different", by="an analyst")
    assert repeated_statements(told, articles, [same, refused]) == []
