"""The register of the package's tables, loaded once."""

from __future__ import annotations

import pytest

from legation.lexicon.register import Register, load_register


@pytest.fixture(scope="session")
def register() -> Register:
    return load_register()
