"""What the documents show is what happens."""

from __future__ import annotations

import re

import pytest
from click.testing import CliRunner

from legation.cli import main
from legation.cli.group import COMMANDS
from tests.conftest import ROOT

BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)
EXAMPLE = re.compile(r"^\s+legation ((?:.+\n?)+)", re.MULTILINE)


def test_the_tutorial_runs_from_top_to_bottom(tmp_path, monkeypatch, capsys):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    for block in BLOCK.findall((ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")):
        exec(compile(block, "docs/tutorial.md", "exec"), names)
    printed = capsys.readouterr().out
    assert "Wang Yi" in printed
    assert "Qin Gang" in printed
    assert (tmp_path / "exported" / "statements.jsonl").stat().st_size > 0


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_in_a_commands_help_runs(name, press_record, tmp_path, monkeypatch):
    import shlex
    import shutil

    runner = CliRunner()
    shown = runner.invoke(main, [name, "--help"]).output
    examples = EXAMPLE.findall(shown.partition("Example:")[2])
    assert examples, f"{name} --help shows no example"
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    shutil.copy(press_record, tmp_path / "record.db")
    shutil.copy(press_record, tmp_path / "press.db")
    monkeypatch.chdir(tmp_path)
    for example in examples:
        result = runner.invoke(main, shlex.split(example))
        assert result.exit_code == 0, f"legation {example}: {result.output}"
        assert result.output.strip()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_named_in_the_documents(name):
    assert f"legation {name}" in (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def test_every_dependency_has_its_reason():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    listed = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    for requirement in listed:
        name = re.split(r"[\[<>=]", requirement)[0]
        assert name == "legation" or name in reasons, f"{name}: no reason in docs/dependencies.md"
