"""Marked pairs and word pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model import Span
from legation.reading.events.pairs import MAX_PIECES, Pair, encode, read_marks
from legation.reading.wordpiece import WordPiece, read_vocabulary

PIECES = WordPiece(read_vocabulary())


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        pytest.param("<s>Japan</s> met <t>Kenya</t>.", "Japan", "Kenya", id="plain"),
        pytest.param("<t>Kenya</t> met <s>Japan</s>.", "Japan", "Kenya", id="target first"),
        pytest.param("<s>Polish and <t>Czech</t> troops</s> trained.", "Polish and Czech troops", "Czech", id="nested"),
        pytest.param("<t>Kenya</t> was raided.", None, "Kenya", id="no source"),
    ],
)
def test_marks_give_the_pair(marked, source, target):
    pair = read_marks(marked)
    assert "<" not in pair.sentence
    for span, words in ((pair.source, source), (pair.target, target)):
        assert (pair.sentence[slice(*span)] if span else None) == words


def test_a_hidden_pair_reads_alike_whoever_acts():
    one = encode(read_marks("<s>Japan</s> met <t>Kenya</t>."), PIECES, hidden=True)
    other = encode(read_marks("<s>The French army</s> met <t>Li Dong</t>."), PIECES, hidden=True)
    assert one == other


@given(st.text(max_size=400), st.data())
def test_any_sentence_is_encoded_within_bounds(text, data):
    cut = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=4, max_size=4)))
    ids = encode(Pair(text, Span(*cut[:2]), Span(*cut[2:])), PIECES)
    assert 2 <= len(ids) <= MAX_PIECES


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param("Talks resumed.", ["talks", "resumed", "."], id="words and a stop"),
        pytest.param("Élysée", ["elyse", "##e"], id="accents go"),
        pytest.param("", [], id="nothing"),
        pytest.param("会谈", None, id="ideographs part"),
    ],
)
def test_words_are_cut_as_in_bert(text, pieces):
    names = {at: piece for piece, at in PIECES.vocabulary.items()}
    found = [names[at] for at in PIECES.ids(text)]
    assert len(found) == 2 if pieces is None else "".join(found).replace("##", "") == "".join(pieces).replace("##", "")


@given(st.text())
def test_any_text_is_cut(text):
    assert all(0 <= at < len(PIECES.vocabulary) for at in PIECES.ids(text))
