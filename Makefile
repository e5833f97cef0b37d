# `make start` and `make test` are all a newcomer needs; `make help` lists the rest.
PORT ?= 8080
VAR ?= var
PYTHON ?= python3
TESTS ?= tests
# one process more than cores, as browsers wait; each keeps the files it has begun, longer ones come first (tests/conftest.py)
PARALLEL = --numprocesses $(shell expr $$(nproc || echo 2) + 2) --maxprocesses 5 --dist loadfile --no-loadscope-reorder
TIER_FILE = $(if $(TIER),servers/$(TIER).cfg,buildout.cfg)
# Compiled modules are kept even where the environment says otherwise: each start of Plone would compile 5,000 files.
export PYTHONDONTWRITEBYTECODE =
# not exported: Plone's control script takes PYTHON from the environment for its own
ENVIRONMENT = PYTHON="$(PYTHON)" scripts/environment

# each moment is a process with a site of its own, so many of them at once
AT_ONCE = $(shell nproc || echo 2)

# when else than on an ordinary day it has to work (tests/moments.py), and what can tell
MOMENTS = saturday-late last-of-december clocks-put-forward clocks-put-back leap-day
DAYS = $(addprefix tests/,approvals/clock approvals/assignment approvals/journal/test_audit.py approvals/lists/test_lists.py \
	approvals/test_substitution_web.py coworking/test_substitutes.py editorial/test_releasing.py notices/test_rules.py \
	site/demo materials/test_reviews.py)

# what needs neither a site nor other programs
QUICK = tests/lib tests/docs tests/test_arrows.py tests/test_one_way.py tests/test_parameters.py \
	tests/test_examples.py tests/setup/test_pins.py \
	$(shell find tests -name test_rules.py) --ignore tests/docs/test_http_examples.py

.PHONY: help start test quick moments check format pot search-eval pins buildout
help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /  make \1: /p' Makefile

start: .venv/serving ## a running hub with demo content at http://localhost:8080/hub (PORT=, VAR=)
	@.venv/bin/kommunalhub serve --demo --port $(PORT) --var "$(VAR)"

# all processes of a run, and those that the tests start, share what page templates compile to
test: export CHAMELEON_CACHE ?= $(CURDIR)/.venv/templates
test: .venv/testing ## all tests (TESTS= for some of them)
	@scripts/chromium
	@scripts/nginx
	@scripts/postgresql
	@mkdir -p "$$CHAMELEON_CACHE"
	@.venv/bin/pytest $(PARALLEL) $(TESTS)

quick: .venv/testing ## rules, docs and arrows, in less than a minute
	@.venv/bin/pytest -q $(QUICK)

moments: export CHAMELEON_CACHE ?= $(CURDIR)/.venv/templates
moments: .venv/testing ## what depends on the day, at other moments than an ordinary one
	@mkdir -p "$$CHAMELEON_CACHE"
	@printf '%s\n' $(MOMENTS) | xargs -P $(AT_ONCE) -I{} scripts/moment {} $(DAYS)

check: .venv/testing ## style, pins, dependencies and messages only, in seconds
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@scripts/markup --check
	@.venv/bin/python scripts/pins.py --check
	@.venv/bin/python scripts/dependencies.py
	@.venv/bin/python scripts/pot.py --check

format: .venv/testing ## Python, templates, ZCML and XML as `make check` wants them
	@.venv/bin/ruff check --fix --quiet
	@.venv/bin/ruff format --quiet
	@scripts/markup --inplace

pot: .venv/testing ## list all messages anew: locales/kommunalhub.pot
	@.venv/bin/python scripts/pot.py

search-eval: .venv/serving ## how well and fast the search finds, beside plain Plone (ARGS="--sizes 312")
	@nice .venv/bin/python benchmarks/search/evaluate.py $(ARGS)
	@echo; nice .venv/bin/python benchmarks/search/places.py
	@echo; nice .venv/bin/python benchmarks/search/answers.py

pins: .venv/testing ## resolve all versions anew: constraints.txt and versions.cfg
	@.venv/bin/python scripts/pins.py

buildout: .venv/building ## bin/instance and bin/kommunalhub for a server (TIER=one-server|several-machines)
	@.venv/bin/buildout -c $(TIER_FILE) buildout:directory="$(CURDIR)" bootstrap
	@bin/buildout -c $(TIER_FILE) buildout:directory="$(CURDIR)"

.venv/serving: setup.py constraints.txt scripts/environment
	@$(ENVIRONMENT)
	@touch $@

.venv/testing: setup.py constraints.txt scripts/environment
	@$(ENVIRONMENT) test buildout postgresql
	@touch $@ .venv/serving

.venv/building: setup.py constraints.txt scripts/environment
	@$(ENVIRONMENT) buildout postgresql
	@touch $@ .venv/serving
