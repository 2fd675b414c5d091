# Two commands for a new user: `make demo` and `make test`. The others are for developers (see CONTRIBUTING.md).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared

.PHONY: demo test check fuzz golden evaluate clean

$(VENV)/.demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -e '.[formats]'
	touch $@

$(VENV)/.test: $(VENV)/.demo
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -e '.[test]'
	touch $@

demo: $(VENV)/.demo
	rm -f record.db record.db-wal record.db-shm
	$(BIN)/legation build examples/press --record record.db
	@echo
	$(BIN)/legation chronology --record record.db --since 2022-08 --limit 14
	@echo
	@echo "What to type next:"
	@echo "  . $(BIN)/activate"
	@echo "  legation said \"Xi Jinping\" --about taiwan"
	@echo "  legation who CHN/foreign-minister --on 2023-01-15"
	@echo "  legation meetings"
	@echo "  legation show woodside        # one article with all that was found in it"
	@echo "  legation build YOUR_FOLDER --record your.db"

test: $(VENV)/.test
	$(BIN)/ruff check legation evaluation training tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto

check: test

fuzz: $(VENV)/.test
	LEGATION_HYPOTHESIS=fuzz $(BIN)/python -m pytest -n auto tests

golden: $(VENV)/.test
	$(BIN)/python -m tests.golden.make

evaluate: $(VENV)/.test
	$(BIN)/python -m evaluation.all $(SHARED)

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .hypothesis
