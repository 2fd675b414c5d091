"""What many tests share: one parser, one set of tools, one record of the example press."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

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
