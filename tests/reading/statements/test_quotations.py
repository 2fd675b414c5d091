"""Quotation marks are paired by paragraph, whatever their style."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.statements.quotations import lines_of, outermost, pair_quotations


def inside(text: str) -> list[str]:
    return [text[q.inside.start : q.inside.end] for q in pair_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("“We agree,” Anna Holm said.", ["We agree,"], id="curly"),
        pytest.param('"We agree," Anna Holm said.', ["We agree,"], id="straight"),
        pytest.param("'We agree,' Anna Holm said.", ["We agree,"], id="straight single"),
        pytest.param("‘We agree,’ Anna Holm said.", ["We agree,"], id="curly single"),
        pytest.param("«We agree», said Anna Holm.", ["We agree"], id="guillemets"),
        pytest.param("»We agree«, said Anna Holm.", ["We agree"], id="guillemets turned inward"),
        pytest.param("„We agree“, said Anna Holm.", ["We agree"], id="low and high"),
        pytest.param("„We agree”, said Anna Holm.", ["We agree"], id="low and closing"),
        pytest.param("„He said ‚no‘ to us“, said Anna Holm.", ["He said ‚no‘ to us", "no"], id="low and high, nested"),
        pytest.param("›We agree‹, said Anna Holm.", ["We agree"], id="single guillemets turned inward"),
        pytest.param("‹We agree›, said Anna Holm.", ["We agree"], id="single guillemets"),
        pytest.param("『We agree』, Anna Holm said.", ["We agree"], id="white corner brackets"),
        pytest.param("“The first\n“and the second”", ["The first", "and the second"], id="opened anew"),
        pytest.param("”We agree”, said Anna Holm.", ["We agree"], id="both closing"),
        pytest.param("``We agree,'' Anna Holm said.", ["We agree,"], id="typewriter"),
        pytest.param("「We agree」, Anna Holm said.", ["We agree"], id="corner brackets"),
        pytest.param(
            '“We agree," Anna Holm said, “at last.”', ["We agree,", "at last."], id="closed with the wrong mark"
        ),
        pytest.param("“We agree, Anna Holm said.\nThe day ended.", ["We agree, Anna Holm said."], id="never closed"),
        pytest.param('"We agree, she said. "We will."', ["We agree, she said. ", "We will."], id="opened twice"),
        pytest.param("“He said ‘no’ to us,” she said.", ["He said ‘no’ to us,", "no"], id="nested"),
        pytest.param("It’s the workers’ plan in the ’90s, isn’t it?", [], id="apostrophes are no marks"),
        pytest.param(
            "'We agree,' said the workers' envoy. 'It's fine.'", ["We agree,", "It's fine."], id="plural possessive"
        ),
        pytest.param("The map is 5' 3\" wide", [], id="feet and inches close nothing"),
    ],
)
def test_pairs_marks_of_every_style(text, expected):
    assert inside(text) == expected


def test_a_mark_left_open_is_told():
    (quotation,) = pair_quotations("“We agree and we will stay")
    assert not quotation.closed


def test_nested_quotations_know_their_depth():
    text = "“He said ‘no’ to us,” she said."
    assert [q.depth for q in pair_quotations(text)] == [0, 1]
    assert len(outermost(pair_quotations(text))) == 1


MARKS = "“”„‟\"«»‘’‚‹›'「」『』`"


@given(st.text(alphabet=st.sampled_from(MARKS + " \n.,ab’s"), max_size=120))
def test_no_arrangement_of_marks_breaks_the_pairing(text):
    quotations = pair_quotations(text)
    lines = lines_of(text)
    for quotation in quotations:
        assert 0 <= quotation.span.start <= quotation.inside.start <= quotation.inside.end <= quotation.span.end
        assert any(line.start <= quotation.span.start and quotation.span.end <= line.end for line in lines)
    outer = outermost(quotations)
    assert all(left.span.end <= right.span.start for left, right in pairwise(outer))
