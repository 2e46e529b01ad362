# Every target in one line; `make` alone lists them.
.DEFAULT_GOAL := help
.PHONY: help serve build test check fmt web-test e2e bench screenshots sizes gate judge fuzz deny

NODE_OK := $(shell node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' 2>/dev/null && echo yes)
ifneq ($(NODE_OK),yes)
$(error Node.js 20 or newer is missing: install it from your package manager, then run make again)
endif

WASM := --target wasm32-unknown-unknown

help: ## List the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "make %-12s %s\n", $$1, $$2 }'

serve: build ## Build the release and serve it on http://127.0.0.1:8080 with the headers that ship
	@PORT=$(PORT) node scripts/serve.mjs

build: ## Make the release in dist/
	node scripts/build.mjs

test: ## Everything that must hold: check, tests in and outside a browser, sizes, what leaves the page
	$(MAKE) check
	cargo test --workspace
	$(MAKE) web-test
	$(MAKE) build
	$(MAKE) sizes
	$(MAKE) gate
	$(MAKE) e2e

check: node_modules ## Format and lints, without running a test
	node scripts/tools.mjs
	cargo fmt --all --check
	npx prettier --check --log-level warn scripts tests/e2e tests/bench web/boot.js
	cargo clippy --workspace --all-targets -- -D warnings
	cargo clippy -p kernklant --all-targets $(WASM) -- -D warnings

fmt: node_modules ## Format Rust and JavaScript in place
	cargo fmt --all
	npx prettier --write --log-level warn scripts tests/e2e tests/bench web/boot.js

web-test: node_modules ## Tests of components and of the worker's page side, in a browser
	cargo test -p kernklant --test web $(WASM)

e2e: node_modules ## Journeys through the release in dist/ under its headers (make build first)
	node --test --test-reporter spec tests/e2e/journeys/*.test.mjs

bench: node_modules build ## Time and memory from drop to classes, beside PapaParse and uDSV
	node scripts/bench.mjs

screenshots: node_modules ## Pictures of every screen into OUT=folder, and the README's into docs/
	node scripts/screenshots.mjs $(OUT)

sizes: ## Bytes of every shipped file; fails above the ceiling of the first load
	@node scripts/sizes.mjs

gate: ## No address and no way out in dist/
	@node scripts/gate.mjs

judge: ## What comes out of a folder of cases: make judge FOLDER=… OUT=…
	@cargo run --quiet --example judge -- $(FOLDER) $(OUT)

fuzz: ## Mutated files of both corpora through the readers, with a new seed each run: make fuzz SECONDS=…
	FUZZ_SECONDS=$(or $(SECONDS),60) cargo test -p abc-books --profile fuzz --test it fuzz -- --nocapture

deny: ## Licences and advisories of all crates (needs cargo-deny)
	cargo deny check

node_modules: package-lock.json
	npm ci --no-fund --no-audit
	@touch node_modules
