"""The layout shows the data flow: who may import whom."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import legation

PACKAGE = Path(legation.__file__).parent
MAY_IMPORT = {
    "model": set(),
    "lexicon": {"model"},
    "intake": {"model", "lexicon"},
    "reading": {"model", "lexicon"},
    "merging": {"model", "lexicon"},
    "record": {"model"},
    "reckoning": {"model", "lexicon"},
    "reporting": {"model", "record", "reckoning"},
}


def imported_folders(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    return {name.split(".")[1] for name in names if name.startswith("legation.")}


@pytest.mark.parametrize("folder", MAY_IMPORT)
def test_a_folder_imports_only_what_stands_before_it(folder):
    for path in (PACKAGE / folder).rglob("*.py"):
        assert imported_folders(path) <= MAY_IMPORT[folder] | {folder}, path


def test_sql_stands_in_the_record_folder_only():
    for path in PACKAGE.rglob("*.py"):
        if "record" not in path.relative_to(PACKAGE).parts:
            assert ".execute(" not in path.read_text(encoding="utf-8"), path


def test_every_module_opens_with_one_sentence():
    for path in PACKAGE.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
