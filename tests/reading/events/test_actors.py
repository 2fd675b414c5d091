"""Who acts and who is acted on, where the words name them by a roundabout way."""

from __future__ import annotations

import pytest

from legation.reading.article import read_article
from tests.reading.events.conftest import an_article


@pytest.fixture(scope="session")
def sides(tools):
    """Text to label, sources and targets of each account, as the whole reading gives them."""

    def read(text: str) -> list[tuple[str, str, str]]:
        accounts = read_article(an_article(text), tools).accounts
        return [(one.label, " ".join(one.sources), " ".join(one.targets)) for one in accounts]

    return read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The Trump administration imposed sanctions on three Chinese companies on Monday.",
            ("sanction", "USA", "CHN"),
            id="a government called after a leader whom nobody names",
        ),
        pytest.param(
            "The Biden Administration accused Iran of theft.",
            ("accusation", "USA", "IRN"),
            id="written with a capital",
        ),
        pytest.param(
            "President Joe Biden spoke on Sunday. The Biden administration imposed sanctions on Mali on Monday.",
            ("sanction", "USA", "MLI"),
            id="of a leader who is named",
        ),
        pytest.param(
            "Germany recalled its ambassador from Bamako on Friday.",
            ("recall", "DEU", "MLI"),
            id="a town for its state",
        ),
        pytest.param(
            "Beijing condemned the arrest of a Chinese engineer in Warsaw.",
            ("arrest", "POL", "CHN"),
            id="an arrest is made by the state where it is made",
        ),
        pytest.param(
            "Li Dong was sentenced by a court in Ohio to ten years in prison.",
            ("sentence", "USA", "li-dong"),
            id="a court in a part of a state",
        ),
    ],
)
def test_the_state_behind_the_words_acts(text, expected, sides):
    assert expected in sides(text)


def test_a_body_called_administration_is_no_government(sides):
    assert sides("The Ports administration praised Mali on Monday.") == []
