# The project's commands. `make help` lists them; what each one runs is in bin/.

PORT ?= 8000
MANAGE := .venv/bin/python manage.py
COMPILE := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock"
LOCKS := requirements requirements-build requirements-node requirements-dev

.DEFAULT_GOAL := help
.PHONY: help setup demo test audit lint format messages danish bench screenshots frontend lock clean develop

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: frontend ## Make .venv/, the style sheets, the database, the example catalogue and its index; safe to repeat
	@bin/venv requirements.txt
	@bin/fill

demo: export BASE_URL ?= http://localhost:$(PORT)
demo: setup ## Serve the example catalogue on PORT (8000) and say how to sign in
	@bin/serve $(PORT)

test: develop ## Run the tests; REQUIRE=postgres,elasticsearch,browser,verapdf makes a missing one a failure
	@bin/test

audit: develop ## Ask QualWeb, pa11y and Lighthouse about every kind of page; takes minutes
	AUDIT=1 .venv/bin/python -m pytest -n 0 -rA tests/browser/audits tests/browser/test_inside.py

lint: develop ## Check style, types, layers, templates, migrations and settings
	@bin/lint

format: develop ## Put code and templates into the house's format
	.venv/bin/ruff check --quiet --fix .
	.venv/bin/ruff format --quiet .
	.venv/bin/djlint --quiet --reformat templates

messages: develop ## Collect the words of the interface for translation, and compile the English
	@bin/messages

bench: develop ## Measure the search at 1,000, 10,000 and 100,000 activities; writes docs/benchmarks.md
	.venv/bin/python -m benchmarks

screenshots: develop ## Take the pictures in docs/screenshots/ and of the handbook, docs/redaktoer/billeder/
	@bin/screenshots

danish: develop ## Collect what Wagtail and its like have no Danish for into locale/da/, compile it, say what lacks
	@bin/danish

frontend: ## Build the style sheets with npm
	@bin/frontend

lock: develop ## Compile requirements*.in into requirements*.txt, with hashes
	@for name in $(LOCKS); do $(COMPILE) $$name.in --output-file $$name.txt $(LOCK_OPTIONS) || exit 1; done

clean: ## Remove what these commands made, the database too
	@bin/elasticsearch stop; bin/postgresql stop
	rm -rf .venv node_modules var portal/static/build

# What working on the portal needs besides running it.
develop:
	@bin/venv requirements.txt requirements-dev.txt
	@bin/frontend --with-checkers
