# Everything a person does with a checkout. `make` alone lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON := .venv/bin/python
CASE ?= var/demo.db
HOST ?= 127.0.0.1
# Nothing here means: the usual port, or a free one when it is taken.
PORT ?=
# Processes for the tests; 0 runs them one after the other.
JOBS ?= 2
BENCH ?=
LOCKED := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --quiet

.PHONY: help run test format lint contracts types unit browser gate faults bench peers lock clean environment-run environment-dev system

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: environment-run ## the workbench with the demo case, in the browser (CASE=, HOST=, PORT=)
	@mkdir -p var
	@exec .venv/bin/workbench --case "$(CASE)" --demo --host "$(HOST)" $(if $(PORT),--port "$(PORT)")

test: environment-dev system ## all checks: format, lint, contracts, types, tests, browser, quality
	@scripts/checks.sh format lint contracts types unit browser gate

format: ## are the files formatted?
	$(PYTHON) -m ruff format --check .

lint: ## does the linter agree?
	$(PYTHON) -m ruff check .

contracts: ## who may import whom
	.venv/bin/lint-imports --no-cache

types: ## strict types
	$(PYTHON) -m mypy

unit: ## all tests but those in a browser
	$(PYTHON) -m pytest tests --ignore=tests/browser $(if $(filter-out 0,$(JOBS)),--numprocesses=$(JOBS) --dist=loadfile)

browser: ## tests in a real browser
	$(PYTHON) -m pytest tests/browser

gate: ## quality on the labelled set against the pinned floors
	.venv/bin/claims evaluate

faults: environment-dev ## the faults of docs/storage.md on both databases, in full length; prints what was lost
	@$(PYTHON) -m tests.faults $(if $(filter-out 0,$(JOBS)),--numprocesses=$(JOBS))

bench: environment-dev ## time and memory of each stage on seeds (BENCH="sentences slots" for some)
	@$(PYTHON) -m benchmarks $(BENCH)

peers: environment-dev ## packages of others for the tables of make bench (about 2 GB)
	@$(PYTHON) -m benchmarks.peers

lock: environment-dev ## pin the newest allowed versions, with hashes
	.venv/bin/uv pip compile $(LOCKED) --upgrade --extra postgres pyproject.toml requirements/build.in -o requirements/run.txt
	.venv/bin/uv pip compile $(LOCKED) --upgrade --extra postgres --extra dev --constraint requirements/run.txt \
	  pyproject.toml requirements/build.in requirements/tools.in -o requirements/dev.txt
	.venv/bin/uv pip compile $(LOCKED) --upgrade requirements/judge.in -o requirements/judge.txt
	.venv/bin/uv pip compile $(LOCKED) --upgrade --no-deps requirements/judge-schemas.in -o requirements/judge-schemas.txt

clean: ## remove what was built, not what was decided (var/ stays)
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

environment-run:
	@scripts/environment.sh run

environment-dev:
	@scripts/environment.sh dev
	@scripts/judge.sh

system:
	@scripts/system.sh
