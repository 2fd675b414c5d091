"""Whatever the text: spans stand in it, mentions don't overlap, nothing breaks."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.reading.people import name_repairs
from tests.reading.people.reader import Reader, Reading

WORDS = st.sampled_from(
    [
        *"Foreign Minister Anna Holm Wang Yi Prof . , and of the his He former ambassador to US China's".split(),
        *"“ ” ( ) - President Xi Chinese Beijing SECRETARY HOLM : J. Jr. said as was named who is".split(),
        *("O’Neill", "von", "al-", "Ünal", "王毅", "\u00a0", "\n", "5"),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join))


def check(reading: Reading) -> None:
    text, end = reading.article.text, 0
    for mention in reading.cast.mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end]
        assert mention.entity in reading.cast.entities
        end = mention.end
    for tenure in reading.tenures:
        assert text[tenure.start : tenure.end] == tenure.words
        assert tenure.person in reading.cast.entities
        assert tenure.office.strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_spans_stand_in_any_text(reader: Reader, text: str):
    check(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param(" \n\n\t ", id="blank"),
        pytest.param("Holm " * 400, id="one name again and again"),
        pytest.param("Minister of " * 200, id="titles without end"),
        pytest.param("A, B, C, " * 100 + "and D", id="initials"),
        pytest.param("\u202eAnna Holm\u202c 🇳🇴 said “", id="odd unicode"),
    ],
)
def test_odd_texts_break_nothing(reader: Reader, text: str):
    reading = reader.read(text)
    check(reading)
    assert isinstance(name_repairs(reading.cast), list)


def test_the_same_text_gives_the_same_cast(reader: Reader):
    text = "Foreign Minister Anna Holm met Wang Yi. She praised the Chinese diplomat. Wang left."
    first, second = reader.read(text), reader.read(text)
    assert first.cast.mentions == second.cast.mentions
    assert first.tenures == second.tenures
