"""One person or two of one name."""

from __future__ import annotations

import random

import pytest

from legation.merging.people import Told, judge_people, told_of
from legation.model import Entity, Tenure


def told(
    article: str, *, name: str = "Anna Holm", country: str | None = None, office: str = "", body: str = ""
) -> Told:
    entity = Entity("-".join(name.lower().split()), "person", name, country)
    offices, bodies = ((office,) if office else ()), ((body,) if body else ())
    return Told(article, entity, offices, bodies, frozenset({country} if country else set()))


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        pytest.param(told("a", country="NOR"), told("b", country="NOR"), "same", id="country agrees"),
        pytest.param(told("a", country="NOR"), told("b", country="GHA"), "different", id="country differs"),
        pytest.param(
            told("a", office="foreign minister"), told("b", office="Foreign Minister"), "same", id="office agrees"
        ),
        pytest.param(
            told("a", body="Oslo University"), told("b", body="the Oslo University"), "same", id="organisation agrees"
        ),
        pytest.param(
            told("a", office="foreign minister"), told("b", office="virologist"), "different", id="offices differ"
        ),
        pytest.param(told("a"), told("b"), "same", id="nothing differs"),
        pytest.param(told("a", name="Holm"), told("b", name="Holm"), "different", id="bare surnames"),
    ],
)
def test_one_name_is_one_person_where_country_or_office_agrees(left, right, verdict):
    (judgement,) = judge_people([left, right])
    assert (judgement.kind, judgement.verdict) == ("same-person", verdict)
    assert judgement.reason
    assert (judgement.left, judgement.right) == (left.key, right.key)


def test_people_of_the_register_need_no_judgement():
    assert judge_people([told("a"), told("b")], known=["anna-holm"]) == []


def test_other_names_are_not_compared():
    assert judge_people([told("a"), told("b", name="Erik Lund")]) == []


def test_two_of_one_name_stay_two_whoever_comes_next():
    people = [
        told("a", country="NOR"), told("b", country="GHA"), told("c", country="NOR"), told("d", country="GHA")
    ]  # fmt: skip
    same = {(judgement.left, judgement.right) for judgement in judge_people(people) if judgement.verdict == "same"}
    assert same == {("anna-holm@a", "anna-holm@c"), ("anna-holm@b", "anna-holm@d")}


def test_one_office_in_other_words_is_one_office():
    left = told("a", office="Director of the National Harbour Council")
    right = told("b", office="White House National Harbour Council director")
    other = told("c", office="Director of the National Museum")
    verdicts = {(item.left, item.right): item.verdict for item in judge_people([left, right, other])}
    assert verdicts[left.key, right.key] == "same"
    assert verdicts[left.key, other.key] == "different"


def test_the_order_of_the_input_does_not_matter():
    people = [
        told(article, country=country) for article, country in zip("abcdef", ["NOR", "GHA", None] * 2, strict=True)
    ]
    first = judge_people(people)
    random.Random(1).shuffle(people)
    assert judge_people(people) == first


def test_what_articles_tell_is_gathered_from_entities_and_tenures():
    person = Entity("anna-holm", "person", "Anna Holm")
    tenure = Tenure("anna-holm", "dean", "Oslo University", "NOR", "holds", None, None, "a", 0, 4, "dean")
    (found,) = told_of({"a": [person, Entity("NOR", "state", "Norway", "NOR")]}, [tenure])
    assert (found.key, found.offices, found.organisations) == ("anna-holm@a", ("dean",), ("Oslo University",))
    assert found.countries == {"NOR"}
