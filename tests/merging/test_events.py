"""One event told by many is one event; two events told alike stay two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.load import make_tellings
from legation.merging.events import judge_accounts, merge_accounts
from legation.merging.families import load_families
from legation.merging.likeness import Telling, telling_of
from legation.model import Account, ActorCode, DateInterval, Judgement, Span

FAMILIES = load_families()
COUNTRIES = {"antony-blinken": "USA", "wang-yi": "CHN", "john-kerry": "USA", "xi-jinping": "CHN", "qin-gang": "CHN"}
NUMBERS = count()


def day(text: str) -> DateInterval:
    if text.startswith("by "):
        return DateInterval(None, date.fromisoformat(text[3:]), "unknown", text)
    if ".." in text:
        first, last = (date.fromisoformat(part) for part in text.split(".."))
        return DateInterval(first, last, "month", text)
    return DateInterval(date.fromisoformat(text), date.fromisoformat(text), "day", text)


def told(words: str, label: str, who: str, on: str | None = None, published: str | None = None, **more) -> Telling:
    """An account in an article of its own; `who` names the parties, all of them on both sides."""
    number = next(NUMBERS)
    parties = tuple(who.split())
    account = Account(
        id=f"c{number:05}",
        article=more.pop("article", f"a{number:05}"),
        code=more.pop("code", "CONSULT"),
        mode=None,
        contexts=(),
        label=label,
        sources=parties,
        targets=parties,
        date=day(on) if on else None,
        place=more.pop("place", None),
        status=more.pop("status", "actual"),
        historical=more.pop("historical", False),
        said_by=None,
        trigger=Span(0, 1),
        evidence=(Span(0, len(words)),),
    )
    return telling_of(account, words, day(published) if published else None, COUNTRIES, FAMILIES)


def groups(tellings: list[Telling], judgements: list[Judgement] | None = None) -> list[set[str]]:
    outlets = {telling.account.article: telling.account.article for telling in tellings}
    events = merge_accounts(tellings, [*judge_accounts(tellings), *(judgements or [])], outlets)
    return [set(event.accounts) for event in events]


MUNICH = [
    told(
        "Blinken met Wang Yi in Munich", "meeting", "antony-blinken wang-yi", "2023-02-18", "2023-02-19", place="Munich"
    ),
    told(
        "held talks on the sidelines of the Munich Security Conference", "talks", "antony-blinken wang-yi", "2023-02-18"
    ),
    told("the two diplomats sat down on Saturday evening", "meeting", "wang-yi antony-blinken", None, "2023-02-19"),
    told("the top US and Chinese diplomats met in Munich", "meeting", "USA CHN", "2023-02-18", place="Munich, Germany"),
    told("confronted Wang over the balloon in Munich", "meeting", "antony-blinken wang-yi", "2023-02-19", "2023-02-19"),
]


def test_five_outlets_tell_one_meeting():
    assert groups(MUNICH) == [{telling.account.id for telling in MUNICH}]


def test_where_accounts_differ_in_the_day_the_event_shows_both():
    outlets = {telling.account.article: telling.account.article for telling in MUNICH}
    (event,) = merge_accounts(MUNICH, judge_accounts(MUNICH), outlets)
    contested = {item.field: dict(item.values) for item in event.contested}
    assert set(contested["date"]) == {"2023-02-18", "2023-02-19"}
    assert contested["date"]["2023-02-19"] == (MUNICH[4].account.id,)
    assert "place" not in contested


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            told("Blinken visited Beijing", "visit", "antony-blinken CHN", "2023-06-18", place="Beijing"),
            told("Kerry visited Beijing", "visit", "john-kerry CHN", "2023-07-16", place="Beijing"),
            id="two visitors a month apart",
        ),
        pytest.param(
            told("Blinken visited Beijing", "visit", "antony-blinken CHN", None, "2023-07-17"),
            told("Kerry visited Beijing", "visit", "john-kerry CHN", None, "2023-07-17"),
            id="two visitors, undated",
        ),
        pytest.param(
            told("Blinken spoke with Wang", "phone-call", "antony-blinken wang-yi", "2022-10-30"),
            told("Blinken spoke with Wang", "phone-call", "antony-blinken wang-yi", "2022-11-02"),
            id="two calls in one week",
        ),
        pytest.param(
            told("the annual dialogue was held", "dialogue", "USA CHN", "2021-06-01"),
            told("the annual dialogue was held", "dialogue", "USA CHN", "2022-06-01"),
            id="yearly meetings of one forum",
        ),
        pytest.param(
            told("Blinken will visit Beijing", "visit", "antony-blinken CHN", "2023-06-18", status="planned"),
            told("Blinken visited Beijing", "visit", "antony-blinken CHN", "2023-06-18"),
            id="the plan and the visit",
        ),
        pytest.param(
            told("Blinken met Wang", "meeting", "antony-blinken wang-yi", "2023-06-19"),
            told("Blinken met Xi", "meeting", "antony-blinken xi-jinping", "2023-06-19"),
            id="two meetings of one visit",
        ),
        pytest.param(
            told("Blinken met Wang", "meeting", "antony-blinken wang-yi", "2023-06-18"),
            told("Blinken rang Wang", "phone-call", "antony-blinken wang-yi", "2023-06-18"),
            id="a meeting and a call",
        ),
    ],
)
def test_different_events_stay_apart(one, other):
    assert len(groups([one, other])) == 2


def test_an_undated_account_does_not_join_two_calls():
    calls = [
        told("Blinken spoke with Wang", "phone-call", "antony-blinken wang-yi", "2022-10-30"),
        told("Blinken spoke with Wang", "phone-call", "antony-blinken wang-yi", "2022-11-02"),
        told("Blinken spoke with Wang", "phone-call", "antony-blinken wang-yi", None, "2022-11-03"),
    ]
    found = groups(calls)
    assert not any({calls[0].account.id, calls[1].account.id} <= group for group in found)


def test_what_led_to_the_news_of_several_days_is_one_visit():
    tellings = [
        told("halted the talks over the visit to Taiwan", "visit", "john-kerry TWN", "by 2022-08-05"),
        told("suspended in August after the visit to Taiwan", "visit", "john-kerry TWN", "by 2022-08-31"),
    ]
    assert len(groups(tellings)) == 1
    outlets = {telling.account.article: telling.account.article for telling in tellings}
    (event,) = merge_accounts(tellings, judge_accounts(tellings), outlets)
    assert event.date == day("by 2022-08-05")


def test_a_guess_that_touches_a_month_in_its_first_day_is_another_meeting():
    tellings = [
        told("The two presidents met in Bali", "meeting", "antony-blinken wang-yi", "2022-11-01..2022-11-30"),
        told("The two sides exchanged views on trade", "talks", "USA CHN", None, "2022-11-01"),
    ]
    assert len(groups(tellings)) == 2


def test_a_persons_word_outranks_the_program():
    one, other = MUNICH[0].account.id, MUNICH[1].account.id
    apart = Judgement("same-event", one, other, "different", 1.0, "two sittings", "an analyst")
    assert not any({one, other} <= group for group in groups(MUNICH[:2], [apart]))
    far = told("Blinken met Wang", "meeting", "antony-blinken wang-yi", "2023-07-13")
    joined = Judgement("same-event", one, far.account.id, "same", 1.0, "the date is a slip", "an analyst")
    assert any({one, far.account.id} <= group for group in groups([MUNICH[0], far], [joined]))


def test_copies_of_one_text_count_as_one_outlet():
    outlets = {telling.account.article: "Meridian Wire" for telling in MUNICH}
    (event,) = merge_accounts(MUNICH, judge_accounts(MUNICH), outlets)
    assert event.outlets == ("Meridian Wire",)


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), order=st.randoms(use_true_random=False))
def test_the_same_events_whatever_the_order_of_arrival(seed, order):
    tellings, outlets = make_tellings(60, seed)
    shuffled = list(tellings)
    order.shuffle(shuffled)
    one = merge_accounts(tellings, judge_accounts(tellings), outlets)
    assert merge_accounts(shuffled, judge_accounts(shuffled), outlets) == one


@settings(max_examples=20, deadline=None)
@given(seed=st.integers(0, 10_000), split=st.integers(1, 59))
def test_judging_only_what_was_touched_gives_the_same_judgements(seed, split):
    tellings, _ = make_tellings(60, seed)
    before = judge_accounts(tellings[:split])
    touched = judge_accounts(tellings, frozenset(telling.account.id for telling in tellings[split:]))
    key = lambda item: (item.left, item.right)  # noqa: E731
    assert sorted([*before, *touched], key=key) == judge_accounts(tellings)


def test_every_account_is_in_exactly_one_event():
    tellings, outlets = make_tellings(500)
    events = merge_accounts(tellings, judge_accounts(tellings), outlets)
    assert sorted(key for event in events for key in event.accounts) == [t.account.id for t in tellings]


def test_no_event_spans_days_that_no_account_could_share():
    tellings, outlets = make_tellings(500)
    by_id = {telling.account.id: telling for telling in tellings}
    for event in merge_accounts(tellings, judge_accounts(tellings), outlets):
        days = [d for key in event.accounts if (d := by_id[key].earliest) and by_id[key].dated]
        assert not days or max(days) - min(days) <= timedelta(days=1)


def test_an_event_has_the_sector_that_most_accounts_tell():
    accounts = [told("They met", "meeting", "CHN USA", "2023-05-01").account for _ in range(3)]
    sectors = zip(accounts, ("MIL", None, "MIL"), strict=True)
    coded = [replace(account, actor_codes=(ActorCode("CHN", "CHN", sector),)) for account, sector in sectors]
    tellings = [telling_of(account, "They met", None, COUNTRIES, FAMILIES) for account in coded]
    [event] = merge_accounts(tellings, judge_accounts(tellings), {one.article: one.article for one in accounts})
    assert event.actor_codes == (ActorCode("CHN", "CHN", "MIL"),)
