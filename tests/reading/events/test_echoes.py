"""Acts told by pointing to another's."""

from __future__ import annotations

from datetime import date

import pytest


def echoed(accounts, label):
    """Source, target and month of each account with a label after the first."""
    return [
        (" ".join(one.sources), " ".join(one.targets), one.date.earliest if one.date else None)
        for one in accounts
        if one.label == label
    ][1:]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "Norway expelled ten Malian diplomats in April. Mali responded in kind.",
            "expulsion",
            ("MLI", "NOR", None),
            id="given back",
        ),
        pytest.param(
            "Norway expelled ten Malian diplomats. Mali did the same to six Norwegians in May.",
            "expulsion",
            ("MLI", "NOR", date(2023, 5, 1)),
            id="to others",
        ),
        pytest.param(
            "Norway banned Malian fish in March, and Kenya did so in May.",
            "import-ban",
            ("KEN", "MLI", date(2023, 5, 1)),
            id="by a third",
        ),
        pytest.param(
            "Norway banned Malian fish in March. Kenya followed suit in May.",
            "import-ban",
            ("KEN", "MLI", date(2023, 5, 1)),
            id="followed suit",
        ),
    ],
)
def test_what_another_did_too_is_an_act_of_his_own(tell, text, label, expected) -> None:
    assert echoed(tell(text), label) == [expected]


@pytest.mark.parametrize(
    "after",
    [
        "Kenya refused to do so.",
        "Kenya did not do so.",
        "Kenya may do the same.",
        "The law does so too.",
        "The sea was calm. Kenya did the same.",
        "It was late. The day was long. Kenya did the same.",
    ],
)
def test_what_was_not_done_or_not_by_a_party_is_none(tell, after) -> None:
    accounts = tell(f"Norway banned Malian fish in March. {after}")
    assert echoed(accounts, "ban") == []


def test_the_same_party_does_the_same_once(tell) -> None:
    assert echoed(tell("Norway banned Malian fish in March and did so again in May."), "ban") == []
