"""`I` and `we` in statements that officials and their offices sign."""

from __future__ import annotations

import pytest

TEXT = (
    "I congratulate the people of Norway on the treaty. We condemn the attack on the survey ship.\n"
    "Erik Dahl said that the treaty would hold.\n"
)


@pytest.mark.parametrize(
    ("author", "name"),
    [
        pytest.param("Anna Holm, Secretary of State", "Anna Holm", id="official"),
        pytest.param("Office of the Spokesperson", "Office of the Spokesperson", id="body"),
    ],
)
def test_the_signer_speaks_in_writing(read, author, name):
    own = [s for s in read(TEXT, author=author) if s.speaker_name == name]
    assert [s.form for s in own] == ["written", "written"]


@pytest.mark.parametrize("author", ["Anna Holm", "Anna Holm, reporter", "Anna Holm, Harbour News"])
def test_a_reporter_signs_nothing(read, author):
    assert not [s for s in read(TEXT, author=author) if s.form == "written"]
