"""Articles that tell the two ends of a thread: each link stands between events, with its reason."""

from __future__ import annotations

import pytest

from legation.record import queries
from tests.test_cases_across_articles import build, dispatch


def wire(day: str, title: str, text: str) -> str:
    return dispatch("Meridian Wire", day, title, text)


THREADS = {
    "planned-held": (
        wire("May 2, 2023", "Blinken to visit Vienna", "Antony Blinken will visit Vienna on May 9, 2023."),
        wire(
            "May 10, 2023",
            "Blinken in Vienna",
            "VIENNA - U.S. Secretary of State Antony Blinken visited Vienna on May 9, 2023.",
        ),
    ),
    "planned-cancelled": (
        wire("May 2, 2023", "Blinken to visit Beijing", "Antony Blinken will visit Beijing on May 9, 2023."),
        wire(
            "May 8, 2023",
            "Blinken puts off trip",
            "Antony Blinken cancelled his visit to Beijing on May 8, 2023, a day before he was to leave.",
        ),
    ),
    "threat-act": (
        wire(
            "May 2, 2023",
            "Japan threatens tariffs",
            "Japan threatened South Korea with tariffs on steel on May 2, 2023.",
        ),
        wire(
            "May 20, 2023",
            "Japan imposes tariffs",
            "Japan imposed steel tariffs on South Korea on May 19, 2023.",
        ),
    ),
    "sanction-lifted": (
        wire(
            "May 2, 2021",
            "France sanctions Mali",
            "France imposed sanctions on Mali over the jailed miners on May 1, 2021.",
        ),
        wire(
            "May 20, 2023",
            "France lifts sanctions",
            "France lifted the sanctions on Mali over the jailed miners on May 19, 2023.",
        ),
    ),
    "appointed-left": (
        wire(
            "December 30, 2022",
            "Qin Gang is foreign minister",
            "China appointed Qin Gang as foreign minister on December 30, 2022.",
        ),
        wire(
            "July 25, 2023",
            "Qin Gang removed",
            "China removed Qin Gang as foreign minister on July 25, 2023.",
        ),
    ),
    "suspended-restored": (
        wire(
            "August 5, 2022",
            "China suspends climate talks",
            "China suspended climate talks with the United States on August 5, 2022.",
        ),
        wire(
            "November 15, 2022",
            "Climate talks resume",
            "China and the United States resumed climate talks on November 14, 2022.",
        ),
    ),
}


@pytest.mark.parametrize("link", THREADS)
def test_the_two_ends_of_a_thread_are_linked_with_a_reason(link, tmp_path):
    before, after = THREADS[link]
    connection = build(tmp_path, {"before.txt": before, "after.txt": after})
    paths = {article.id: article.path for article in queries.articles(connection)}
    articles = {account.id: paths[account.article] for account in queries.findings_of(connection, "accounts")}
    events = {event.id: {articles[key] for key in event.accounts} for event in queries.events(connection)}
    links = [item for item in queries.judgements(connection, "linked-events") if item.link == link]
    assert [(events[item.left], events[item.right]) for item in links] == [({"before.txt"}, {"after.txt"})]
    assert all(item.reason.startswith(f"{link}: ") and "words shared" in item.reason for item in links)
