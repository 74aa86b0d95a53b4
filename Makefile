# `make serve` runs the site, `make test` the tests. Everything that is made lies in .venv and var.

HOST ?= 127.0.0.1
PORT ?= 8000
# The first interpreter found; any from 3.11 on will do: make serve PYTHON=python3.12
PYTHON ?= $(firstword $(shell command -v python3 python3.14 python3.13 python3.12 python3.11 python) python3)

VENV := .venv
RUN := $(VENV)/bin/python
# Old releases of pip build jieba, which has no wheel, in a way of their own unless told.
INSTALL := PIP_USE_PEP517=1 $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes --requirement

.PHONY: serve test test-long check format admin bench requirements schema messages clean

serve: $(VENV)/base
	@CASEBOOK_BIND="$(HOST):$(PORT)" ALLOWED_HOSTS="$${ALLOWED_HOSTS:-localhost,127.0.0.1,[::1],$(HOST)}" \
		exec $(RUN) -m casebook.serve

test: $(VENV)/dev
	@$(RUN) -m tests.databases $(ARGS)

# The tests that repeat a lot, in full; with fixed seeds.
test-long: $(VENV)/dev
	@TEST_LONG=1 $(RUN) -m tests.databases -m long $(ARGS)

check: $(VENV)/dev
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/djlint --check --lint templates
	$(RUN) manage.py makemigrations --check --dry-run
	@$(RUN) -m benchmarks.lines

format: $(VENV)/dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/djlint --quiet --reformat templates

# An account for the admin at /admin/.
admin: $(VENV)/base
	@$(RUN) manage.py migrate --verbosity 0
	@$(RUN) manage.py createsuperuser

# What was measured for docs/performance.md; some minutes, on an idle machine.
bench: $(VENV)/dev
	@for name in parse_book import_book pages mcp suggest search; do \
		echo "== $$name"; $(RUN) -m benchmarks.$$name || exit 1; done

# Pins anew what pyproject.toml asks for; needs uv.
requirements:
	uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --quiet \
		--generate-hashes --no-emit-index-url --no-header --no-annotate --output-file requirements/base.txt
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --upgrade --quiet \
		--generate-hashes --no-emit-index-url --no-header --no-annotate \
		--constraint requirements/base.txt --output-file requirements/dev.txt

# The English wording of the interface, brought up to date with the sources; needs gettext.
messages: $(VENV)/base
	$(RUN) manage.py makemessages --locale en --extension html,txt,py,md --no-location --no-obsolete \
		--no-wrap --ignore .venv --ignore var --ignore tests --ignore benchmarks --ignore docs --ignore "README*"
	msgfmt --check-format --output-file locale/en/LC_MESSAGES/django.mo locale/en/LC_MESSAGES/django.po

# The description of the API that tests compare with.
schema: $(VENV)/dev
	$(RUN) manage.py spectacular --validate --fail-on-warn --file docs/openapi.yaml

clean:
	rm -rf $(VENV) var

$(VENV)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Casebook needs Python 3.11 or newer: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Casebook needs Python's venv module (on Debian: apt-get install python3-venv)" >&2; exit 1; }
	@touch $@

$(VENV)/base: requirements/base.txt | $(VENV)/python
	@echo "Installing what the site needs …"
	@$(INSTALL) $<
	@touch $@

$(VENV)/dev: requirements/dev.txt | $(VENV)/python
	@echo "Installing what the site and its tests need …"
	@$(INSTALL) $<
	@touch $@
