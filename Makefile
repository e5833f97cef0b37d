# `make start` and `make test` are all a newcomer needs; `make help` lists the rest.
PORT ?= 8080
VAR ?= var
PYTHON ?= python3

.PHONY: help start
help:
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/ -/'

start: .venv/installed ## a running hub with demo content at http://localhost:8080/hub (PORT=, VAR=)
	@.venv/bin/kommunalhub serve --demo --port $(PORT) --var "$(VAR)"

.venv/installed: setup.py constraints.txt scripts/environment
	@PYTHON=$(PYTHON) scripts/environment
	@touch $@
