# Each target does all of its own set-up: a bare clone, Python 3.11 and the package index are enough.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: setup demo test lint types check accuracy bench clean

$(VENV)/.done: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

setup: $(VENV)/.done

demo: setup
	$(BIN)/python examples/demo.py

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

check: setup
	$(BIN)/pytest

test: lint types check

# Figures for docs/accuracy.md; outside sets are read from the paths that are given:
# make accuracy POLNEAR=… NEWSWIRE=… TIMEML=… MEANTIME=… ECB=… ARTICLES=…
accuracy: setup
	$(BIN)/python benchmarks/accuracy.py $(if $(POLNEAR),--polnear $(POLNEAR)) $(if $(NEWSWIRE),--newswire $(NEWSWIRE)) \
	  $(if $(TIMEML),--timeml $(TIMEML)) $(if $(MEANTIME),--meantime $(MEANTIME)) $(if $(ECB),--ecb $(ECB)) \
	  $(if $(ARTICLES),--articles $(ARTICLES))

bench: setup
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
