"""Articles of one story come together; stories of one kind stay apart; arrival order does not matter."""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.merging import b_cubed, pairs_together, story_of, write_clusters
from legation.merging.pairs import MEASURES, Collection, candidates_of, pairs_of
from legation.merging.stories import group_stories, join, load_story_model
from legation.merging.views import Story, names_among, numbers_of, stems_of

FERRY = [
    (
        "Ferry runs aground off Bergen",
        (
            "A ferry with 214 people on board ran aground off Bergen early on Tuesday, the coast guard said. All "
            "passengers of the Solveig were brought ashore by tugs. Captain Nils Aune said the rudder had failed."
        ),
    ),
    (
        "All safe after Solveig hits rocks near Bergen",
        (
            "Tugs brought 214 passengers ashore after the ferry Solveig hit rocks off Bergen, Norway's coast guard "
            "said on Tuesday. The rudder had failed, captain Nils Aune told the inquiry."
        ),
    ),
    (
        "Rudder blamed in Bergen ferry grounding",
        (
            "Captain Nils Aune blamed a failed rudder for the grounding of the ferry Solveig off Bergen on Tuesday. "
            "The coast guard brought all 214 passengers ashore with two tugs."
        ),
    ),
]
TARIFF = [
    (
        "Vienna puts a duty on steel",
        (
            "Austria's parliament put a duty of 12 percent on imported steel on Friday, trade minister Eva Lindner "
            "said. Mills in Linz had asked for help against cheap imports since March."
        ),
    ),
    (
        "Austrian parliament votes for steel duty",
        (
            "Imported steel will cost 12 percent more in Austria after parliament in Vienna voted for a duty on "
            "Friday. Trade minister Eva Lindner said that mills in Linz needed the protection."
        ),
    ),
]
FERRY_ELSEWHERE = [
    (
        "Ferry sinks off Cebu",
        (
            "A ferry with 96 people on board sank off Cebu on Sunday in heavy rain, the Philippine coast guard "
            "said. Divers found seven bodies near the Maria Luz. The owner, Ramon Tiu, was questioned."
        ),
    ),
    (
        "Seven dead as Maria Luz goes down off Cebu",
        (
            "Divers recovered seven bodies from the ferry Maria Luz, which went down off Cebu in heavy rain on "
            "Sunday with 96 people. Philippine police questioned its owner, Ramon Tiu."
        ),
    ),
]


def stories(*groups):
    told = [(f"{n}-{k}", title, text) for n, group in enumerate(groups) for k, (title, text) in enumerate(group)]
    return [Story(id, title, text) for id, title, text in told]


def test_reports_of_one_story_come_together_and_two_ferries_stay_apart():
    found = group_stories(stories(FERRY, TARIFF, FERRY_ELSEWHERE))
    assert sorted(found) == [["0-0", "0-1", "0-2"], ["1-0", "1-1"], ["2-0", "2-1"]]


def test_the_same_stories_whatever_the_order_of_arrival():
    told = stories(FERRY, TARIFF, FERRY_ELSEWHERE)
    expected = group_stories(told)
    for seed in range(4):
        random.Random(seed).shuffle(told)
        assert group_stories(told) == expected


def test_reports_published_months_apart_are_not_compared():
    told = [story._replace(day=100 * number) for number, story in enumerate(stories(FERRY))]
    assert all(len(partners) == 0 for partners in candidates_of(Collection(told)))
    assert len(group_stories(told)) == 3


@pytest.mark.parametrize("texts", [[], [("", "")], [("", ""), ("", "")], [("¿", "\x00\ufeff" * 50), ("", "a" * 9000)]])
def test_empty_and_odd_texts_are_groups_of_their_own(texts):
    told = [Story(str(number), title, text) for number, (title, text) in enumerate(texts)]
    assert sorted(key for group in group_stories(told) for key in group) == [story.id for story in told]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_texts_are_grouped_each_once(texts):
    told = [Story(str(number), text[:20], text) for number, text in enumerate(texts)]
    assert sorted(key for group in group_stories(told) for key in group) == sorted(story.id for story in told)


def test_the_model_fits_the_measures_and_prefers_the_likelier_pair():
    model = load_story_model()
    assert len(model.means) == len(MEASURES)
    pairs = pairs_of(Collection(stories(FERRY, TARIFF, FERRY_ELSEWHERE)))
    assert pairs.measures.shape == (len(pairs.left), len(MEASURES))
    assert np.isfinite(pairs.measures).all()


def test_two_large_groups_need_more_than_two_single_stories():
    left, right, likely = [], [], []
    for one in range(16):
        for other in range(one + 1, 16):
            left.append(one)
            right.append(other)
            likely.append(0.99 if (one < 8) == (other < 8) else 0.5)
    groups = join(16, np.array(left), np.array(right), np.array(likely), 0.3, 0.45)
    assert groups == [list(range(8)), list(range(8, 16))]
    assert join(2, np.array([0]), np.array([1]), np.array([0.5]), 0.3, 0.45) == [[0, 1]]


def test_first_words_of_sentences_are_no_names():
    texts = ["Talks began in Oslo. The talks went on.", "Later talks failed in Oslo. Later still, later talks resumed."]
    assert "oslo" in names_among(texts)
    assert not {"talks", "later"} & names_among(texts)


def test_words_and_numbers_are_read_without_their_endings():
    assert stems_of("Negotiators negotiated") == ["negoti", "negoti"]
    assert numbers_of("In 2023, 1,200 people; 3.5 percent. B52") == ["2023", "1200", "3.5"]


def test_the_evaluation_writes_a_cluster_for_every_row(tmp_path):
    rows = [
        {"id": number, "title": title, "text": text, "date": "2023-05-0x"} for number, (title, text) in enumerate(FERRY)
    ]
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert write_clusters(source, target) == 1
    written = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in written] == [0, 1, 2]
    assert len({row["cluster"] for row in written}) == 1
    assert story_of({"id": 1, "title": None, "text": "x", "date": "2023-05-01T10:00"}).day is not None


NEWS = Path(__file__).parent / "data" / "dated_news.jsonl"
DATED = [json.loads(line) for line in NEWS.read_text("utf-8").splitlines()]


def test_dated_stories_of_one_kind_stay_apart_and_follow_ups_together():
    gold = {row["id"]: row["cluster"] for row in DATED}
    groups = group_stories(story_of(row) for row in DATED)
    together, right = pairs_together(gold, groups)
    assert right == together
    assert b_cubed(gold, groups) >= 0.95


def test_days_alone_tell_most_of_them_apart():
    gold = {row["id"]: row["cluster"] for row in DATED}
    groups = group_stories(story_of(row | {"source": None}) for row in DATED)
    assert b_cubed(gold, groups) >= 0.9


def test_one_outlets_mould_is_no_evidence():
    """Calls in the same words with other people on one day, and with the same one a day later, are other calls."""
    mould = (
        "The following is attributable to the spokesperson: Foreign Minister Pavle Horvat spoke today by telephone "
        "with Foreign Minister {}. The ministers stressed their close partnership and discussed {}."
    )
    told = [
        ("Moira Keane of Carrow", 10, "trade and security"),
        ("Liv Aas of Norland", 10, "trade and energy"),
        ("Moira Keane of Carrow", 11, "the storm and the airport that it closed"),
    ]
    stories = [
        Story(str(at), f"Minister Horvat's call with {who}", mould.format(who, what), 738000 + day, "Teveria ministry")
        for at, (who, day, what) in enumerate(told)
    ]
    assert [len(group) for group in group_stories(stories)] == [1, 1, 1]
