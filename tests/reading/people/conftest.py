"""One reader of people for all tests of this folder."""

from __future__ import annotations

import pytest
from spacy.language import Language

from legation.lexicon.register import load_register
from tests.reading.people.reader import Reader


@pytest.fixture(scope="session")
def reader(nlp: Language) -> Reader:
    return Reader(nlp, load_register())
