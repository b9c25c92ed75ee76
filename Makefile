# SynerPrise: `make` prints what there is to make.

# The first Python of the right age that can also make a virtual environment.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		2>/dev/null && { echo $$python; break; }; done)

BIN := .venv/bin
HOME_READY := .venv/.ready
EXTENSION_READY := vscode-extension/node_modules/.ready
SAMPLE := amar jonno ekta function likho ja factorial return kore

.DEFAULT_GOAL := help
.PHONY: help run test check bench fix train lock clean
.DELETE_ON_ERROR:

help:  ## print this list
	@echo "SynerPrise: a comment in Bangla or Banglish becomes working Python."
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(HOME_READY)  ## set up, and turn a sample prompt into printed Python
	@echo '# $(SAMPLE)'
	@$(BIN)/synerprise generate '$(SAMPLE)'

test: check  ## set up, and pass every check and test

check: $(HOME_READY) $(EXTENSION_READY)  ## style, types, import contracts, catalogue and tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/synerprise corpus check
	cd vscode-extension && npm run check && npm test
	$(BIN)/python -m pytest

bench: $(HOME_READY)  ## time the model and the jail, beside other ways to do the same
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'ctranslate2>=4.8,<5'
	@$(BIN)/python -m tests.bench

fix: $(HOME_READY)  ## let ruff repair what it can, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

train: $(HOME_READY)  ## train the model from scratch, or go on where a run was stopped
	$(BIN)/synerprise train

lock: $(HOME_READY)  ## write requirements.lock anew from pyproject.toml
	$(BIN)/python -m pip install --quiet 'uv==0.13.*'
	$(BIN)/uv pip compile pyproject.toml --quiet --no-config --universal --python-version 3.11 \
		--fork-strategy fewest --extra accounts --extra report --extra test --generate-hashes \
		--no-emit-index-url --no-annotate --custom-compile-command 'make lock' \
		--output-file requirements.lock

clean:  ## remove what run, test and check set up; a training's checkpoints in build/ stay
	rm -rf .venv vscode-extension/node_modules vscode-extension/out vscode-extension/dist dist
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(HOME_READY): requirements.lock pyproject.toml
	@test -x $(BIN)/python || test -n '$(PYTHON)' || { \
		echo 'SynerPrise needs Python 3.11, 3.12 or 3.13 with its venv module; none was found.'; \
		echo 'Install one (on Debian or Ubuntu: python3 and python3-venv), or say which: make PYTHON=/path/to/python3'; \
		exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo 'Setting up .venv from requirements.lock; the first time this takes a few minutes ...'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

$(EXTENSION_READY): vscode-extension/package.json vscode-extension/package-lock.json
	@command -v npm >/dev/null || { \
		echo 'The editor extension needs Node 20 or newer with npm; none was found.'; exit 1; }
	cd vscode-extension && npm ci --no-audit --no-fund
	@touch $@
