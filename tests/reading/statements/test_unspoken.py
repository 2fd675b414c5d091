"""What looks like a cue and reports no speech."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("President Erik Dahl signed an order on the fishing fleets on Monday.", id="deed"),
        pytest.param("Norway and Sweden agreed to meet again in the autumn.", id="both agree to do"),
        pytest.param("If Norway insists on one price for all, there will be no treaty.", id="condition"),
        pytest.param("Erik Dahl should now say what he wants.", id="advice"),
        pytest.param("Officials have never publicly blamed Norway for the fire.", id="denied"),
        pytest.param("On Monday Norway complained to the World Trade Organization.", id="only to whom"),
        pytest.param("Norway’s foreign ministry rejected the statement.", id="a noun for words"),
    ],
)
def test_no_statement(read, text):
    assert read(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Erik Dahl agreed that the treaty was dead.", id="agreed that"),
        pytest.param("Norway rejected the charge that its ships had entered the harbour.", id="a charge told"),
        pytest.param("Erik Dahl did not say that the treaty was dead.", id="denied but told"),
    ],
)
def test_a_statement(read, text):
    assert len(read(text)) == 1
