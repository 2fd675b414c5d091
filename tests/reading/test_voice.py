"""The outlet's own voice is told from what others said."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from legation.model import Article, Block, Span, Statement, Voice
from legation.reading.parse import parse
from legation.reading.voice import find_voice, opinion_rows


def an_article(text: str) -> Article:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        if paragraph.strip():
            blocks.append(Block("body", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(id="a1", path="a1.txt", text=text, blocks=tuple(blocks), sha256="0")


def voices_of(text: str, nlp: Language, statements: tuple[Statement, ...] = ()) -> list[Voice]:
    article = an_article(text)
    return find_voice(parse(article, nlp), article, statements)


def test_every_example_of_the_table_is_found_as_its_row_says(nlp: Language) -> None:
    for row in opinion_rows().values():
        (voice,) = voices_of(f"Anna Holm arrived on Monday. {row.example}", nlp)
        assert voice.kind == row.kind, row
        assert row.words.lower() in {evidence.words.lower() for evidence in voice.because} or row.words in row.example


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“It is clear that the talks have failed,” Anna Holm said.", id="in a quotation"),
        pytest.param('"The regime must go. It is clear that the talks failed', id="quotation never closed"),
        pytest.param('Anna Holm said "there is\nno doubt that the regime" is weak.', id="quotation over two lines"),
        pytest.param("Anna Holm thinks the regime is weak.", id="clause of a verb of thinking"),
        pytest.param("According to Anna Holm, the regime is weak.", id="according to"),
        pytest.param("The sanctions regime was renewed.", id="plain sense of a loaded word"),
        pytest.param("Q: Is the regime weak?\n\nA: The regime is weak.", id="interview"),
        pytest.param("Anna Holm met Peter Lind in Oslo on Monday.", id="plain report"),
        pytest.param("The ministers met on Friday. It is difficult terrain.", id="words that only begin alike"),
    ],
)
def test_leaves_out_what_others_said(text: str, nlp: Language) -> None:
    assert voices_of(text, nlp) == []


def test_words_inside_a_statement_are_the_speakers(nlp: Language) -> None:
    text = "The regime closed the border. The regime opened it again."
    said = Statement("s1", "a1", "anna-holm", None, None, None, (Span(0, 28),), "indirect")
    (voice,) = voices_of(text, nlp, (said,))
    assert text[voice.start : voice.end] == "The regime opened it again."


def test_a_sentence_gives_one_voice_with_all_its_words(nlp: Language) -> None:
    text = "It is hard to see what the so-called reform changed."
    (voice,) = voices_of(text, nlp)
    assert voice.kind == "opinion"
    assert [evidence.words for evidence in voice.because] == ["It is hard to see", "so-called"]


def test_a_curly_apostrophe_is_read_like_a_straight_one(nlp: Language) -> None:
    (voice,) = voices_of("It isn’t clear what the envoy meant.", nlp)
    assert voice.because[0].words == "It isn’t clear what"


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.lists(
        st.sampled_from(
            ["regime", "so-called", "“", "”", '"', "It is clear that", ".", "\n\n", "’", "‘", "said", "A:"]
        ),
        max_size=12,
    ).map(" ".join)
)
def test_spans_give_their_exact_words_in_any_text(text: str, nlp: Language) -> None:
    for voice in voices_of(text, nlp):
        assert text[voice.start : voice.end].strip() == text[voice.start : voice.end] != ""
        for span, words in voice.because:
            assert text[span.start : span.end] == words
            assert voice.start <= span.start < span.end <= voice.end
