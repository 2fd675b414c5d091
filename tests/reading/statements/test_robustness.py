"""Nothing breaks the reading of statements: marks of every kind, spoilt and shuffled articles."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

STORY = (
    "Norland vows to keep border open\n"
    "“The harbour is safe,” Anna Holm, the foreign minister, said on Friday in an interview with Reuters. “We agree.”\n"
    "She told Peter Lund that ‘the grain’ had arrived, adding: “Trade with Japan will grow.\n"
    "“It will grow for years.”\n"
    "According to the Xinhua news agency, China accused the envoy of lying; he denied it.\n"
)
PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "\n",
        "\n\n",
        " ",
        "\t",
        "\u00a0",
        "\u200b",
        "é",
        "👩‍🚀",
        "\ufeff",
        "",
    ]
)


@st.composite
def spoilt(draw):
    """The story with characters put in, taken out and moved."""
    text = STORY
    for _ in range(draw(st.integers(1, 8))):
        at = draw(st.integers(0, len(text)))
        upto = draw(st.integers(at, min(len(text), at + 12)))
        text = text[:at] + draw(PIECES) + text[upto:]
    return text


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(text=spoilt())
def test_a_spoilt_article_is_still_read(read, text):
    for statement in read(text, "headline"):
        assert statement.content
        assert all(0 <= start < end <= len(text) for start, end in statement.content)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=200))
def test_any_text_is_read(read, text):
    read(text)


def test_a_very_long_paragraph_is_read(read):
    text = "“The harbour is safe,” Anna Holm said. " * 150
    assert len(read(text)) >= 1
