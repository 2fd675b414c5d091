"""Quality does not drop: the development data score no lower than evaluation/floors.toml says."""

from __future__ import annotations

import tomllib

import pytest

from evaluation.press import f1_of, score_press
from tests.conftest import ROOT

SHARED = ROOT.parent / "shared"
FLOORS = tomllib.loads((ROOT / "evaluation" / "floors.toml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not (SHARED / "bench").is_dir(), reason="the development data are not here")


@pytest.fixture(scope="module")
def press():
    return f1_of(score_press(SHARED))


@pytest.mark.parametrize("figure", FLOORS["press"])
def test_the_press_texts_are_read_as_well_as_ever(figure, press):
    assert press[figure] >= FLOORS["press"][figure]
