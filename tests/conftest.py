"""What many tests share: one parser, one set of tools, one record of the example press."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings
from spacy.language import Language

# The same examples in every run, so that a change is judged by itself; `make fuzz` looks for new ones.
hypothesis_settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis_settings.register_profile("fuzz", max_examples=1000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("LEGATION_HYPOTHESIS", "steady"))

ROOT = Path(__file__).resolve().parent.parent
PRESS = ROOT / "examples" / "press"


@pytest.fixture(scope="session")
def nlp() -> Language:
    from legation.reading.parse import load_parser

    return load_parser()


@pytest.fixture(scope="session")
def tools():
    from legation.reading.tools import load_tools
    from legation.settings import Settings

    return load_tools(Settings().parser)


@pytest.fixture(scope="session")
def press_record(tmp_path_factory) -> Path:
    """A record of the example press, built once a test process; for reading only."""
    from legation import flow

    path = tmp_path_factory.mktemp("record") / "press.db"
    flow.build([PRESS], path)
    return path
