"""Which words a time expression dates."""

from __future__ import annotations

from datetime import date

import pytest

from legation.reading.times import find_times, time_of

WRITTEN = date(2022, 11, 17)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        pytest.param(
            "Anna Holm said on Tuesday that the ministers would meet in Oslo on Friday.", "said", "Tuesday", id="cue"
        ),
        pytest.param(
            "Anna Holm said on Tuesday that the ministers would meet in Oslo on Friday.", "meet", "Friday", id="content"
        ),
        pytest.param(
            "Anna Holm said that the ministers met in Oslo on Friday.", "said", None, id="a date of the content only"
        ),
        pytest.param(
            "Anna Holm said Tuesday the 1992 accord would be reviewed.", "reviewed", None, id="a date of a noun"
        ),
        pytest.param(
            "On Friday, the two ministers visited Bergen and met the mayor.", "met", "Friday", id="shared date"
        ),
        pytest.param(
            "They held a meeting on Friday in Oslo after talks collapsed in May.", "meeting", "Friday", id="noun"
        ),
        pytest.param(
            "They held a meeting on Friday in Oslo after talks collapsed in May.", "collapsed", "May", id="adverbial"
        ),
        pytest.param("On Friday he is expected to visit Paris.", "visit", "Friday", id="a plan"),
        pytest.param("“We agree,” Anna Holm told reporters on Monday.", "told", "Monday", id="a quotation first"),
        pytest.param(
            "Holm, who took over in March 2020, met her counterpart on Monday.", "took over", "March 2020", id="tenure"
        ),
        pytest.param(
            "Holm, who took over in March 2020, met her counterpart on Monday.", "met", "Monday", id="main clause"
        ),
        pytest.param(
            "Tuesday's meeting between Anna Holm and Per Lind followed a call in June.",
            "meeting",
            "Tuesday",
            id="owner",
        ),
        pytest.param(
            "Tuesday's meeting between Anna Holm and Per Lind followed a call in June.", "call", "June", id="object"
        ),
        pytest.param("They met. It was Monday.", "met", None, id="another sentence"),
    ],
)
def test_a_trigger_gets_the_date_of_its_own_clause(nlp, text, trigger, expected):
    start = text.index(trigger)
    found = time_of(nlp(text), start, start + len(trigger), find_times(text, WRITTEN))
    assert (found.words if found else None) == expected


def test_no_date_gives_none(nlp):
    assert time_of(nlp("They met."), 5, 8, []) is None
    assert time_of(nlp(""), 0, 0, []) is None
