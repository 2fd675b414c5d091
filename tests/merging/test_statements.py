"""One statement told by many is known again; other statements of the same speaker are not."""

from __future__ import annotations

import random
from datetime import date

import pytest

from legation.merging.statements import Told, content_stems, judge_statements

QUOTED = "We will never accept a wall across the harbour, and every permit for it will be withdrawn before the winter"


def told(
    words: str, on: str | None = "2023-05-02", *, speaker="anna-holm", article=None, verbatim=True, id=None
) -> Told:
    day = date.fromisoformat(on) if on else None
    key = id or f"s{abs(hash((words, on, article))):x}"
    return Told(key, article or f"a-{key}", speaker, words, day, day, False, verbatim)


SAME = [
    pytest.param(told(QUOTED, id="s1"), told(QUOTED, "2023-05-03", id="s2"), "same quotation", id="the same quotation"),
    pytest.param(
        told(QUOTED, id="s1"),
        told("We will never accept a wall across the harbour", id="s2"),
        "shortened",
        id="a quotation shortened",
    ),
    pytest.param(
        told(QUOTED, id="s1"),
        told(
            (
                "her government would not accept the wall across the harbour; permits would be withdrawn before "
                "winter comes"
            ),
            id="s2",
            verbatim=False,
        ),
        "reworded",
        id="reported in other words",
    ),
    pytest.param(
        told("The harbour wall is not acceptable for us and the permits will be taken back before winter", id="s1"),
        told(
            "A wall in the harbour is unacceptable and permits will be taken back before the winter",
            "2023-05-04",
            id="s2",
        ),
        "reworded",
        id="translated back",
    ),
]


@pytest.mark.parametrize(("left", "right", "says"), SAME)
def test_one_statement_in_two_articles_is_known_again(left, right, says):
    (judged,) = judge_statements([left, right])
    assert (judged.kind, judged.verdict, judged.by) == ("same-statement", "same", "legation")
    assert says in judged.reason


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(told(QUOTED, id="s2", speaker="nils-aune"), id="another speaker"),
        pytest.param(told(QUOTED, "2023-06-30", id="s2"), id="two months later"),
        pytest.param(told(QUOTED, id="s2", article="a-s1"), id="the same article"),
        pytest.param(told("We will never accept it", id="s2"), id="too few words to be known by"),
        pytest.param(
            told("The harbour needs a new wall before the winter and the money is there", id="s2"), id="same matter"
        ),
    ],
)
def test_what_only_looks_alike_is_not_put_together(other):
    assert judge_statements([told(QUOTED, id="s1"), other]) == []


def test_the_same_judgements_whatever_the_order_of_arrival():
    listed = [
        told(QUOTED + f" {n % 3} " + "of this year " * (n % 2), f"2023-05-{n + 1:02}", id=f"s{n:02}") for n in range(20)
    ]
    expected = judge_statements(listed)
    assert expected
    for seed in range(3):
        random.Random(seed).shuffle(listed)
        assert judge_statements(listed) == expected


def test_inflected_words_share_their_stem():
    assert content_stems("opposes opposing opposed") == ("oppos",) * 3
    assert content_stems("the of and") == ()
