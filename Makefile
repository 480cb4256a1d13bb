# The commands of a working day. `make` alone lists them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build console check test setup lint test-console test-rust test-examples test-sdk test-peers test-browser bench bench-million bench-console fuzz audit format snapshots

TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
export PATH := $(TARGET)/tools/bin:$(PATH)

# Everything the console is made of; of its packages only the list.
CONSOLE_SOURCES := $(shell find web -name node_modules -prune -o -name dist -prune -o -type f -print)
CONSOLE_PACKAGES := web/node_modules/.package-lock.json

help: ## Show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: build ## Build and start on http://localhost:8480 and https://localhost:8443 with everything in ./data
	@exec $(TARGET)/release/anteroom serve --data-dir data

build: $(if $(shell command -v npm),console) ## Build the release binary, target/release/anteroom; without Node.js it has no console
	cargo build --release --locked --package anteroom

console: web/dist/index.html ## Build the administrators' console, which release builds then hold

$(CONSOLE_PACKAGES): web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

# Cargo does not look for a console that was not there when it built last: it is told.
web/dist/index.html: $(CONSOLE_SOURCES) $(CONSOLE_PACKAGES)
	cd web && npm run build --silent
	@touch crates/http/build.rs

check: ## The quick look while writing: does it compile, are the walls whole
	cargo check --workspace --all-targets --locked
	cargo test --locked --package anteroom --test it house::

test: setup lint test-console test-rust test-examples test-sdk test-peers test-browser ## Everything, as continuous integration runs it

setup: ## Install what the tests need and this machine lacks
	@tools/setup.sh

lint: setup ## Formatting, lints, licences and sources of dependencies
	cargo fmt --all --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo deny --locked check bans licenses sources

test-console: $(CONSOLE_PACKAGES) ## The console: its client is fresh, formatting, lints, types, unit and component tests
	cd web && npm run check --silent

test-rust: ## Unit and integration tests, each on SQLite and on PostgreSQL
	tools/test-rust.sh

test-examples: ## The tests of the examples
	tools/test-examples.sh

test-sdk: ## Published SDKs and schemathesis against a running server, on SQLite and on PostgreSQL
	cargo build --locked --package anteroom
	tests/sdk/run.sh $(TARGET)/debug/anteroom

test-peers: ## Published OpenID Connect libraries and the example application, on SQLite and on PostgreSQL
	cargo build --locked --package anteroom
	tests/peers/run.sh $(TARGET)/debug/anteroom

test-browser: console ## The hosted pages, a single-page application, and the console over 10,000 users, in Chromium
	cargo build --locked --package anteroom
	tests/browser/run.sh $(TARGET)/debug/anteroom

bench: build ## Cost of a request on both databases: CPU, p50, p99, memory
	ANTEROOM_BIN=$(TARGET)/release/anteroom bench/run.sh

bench-million: build ## A million users: imported, found, exported, on both databases
	ANTEROOM_BIN=$(TARGET)/release/anteroom bench/million.sh

bench-console: build ## How quickly the console is there, over 10,000 users
	bench/console.sh $(TARGET)/release/anteroom

fuzz: ## What strangers send, in endless variations: each parser for TIME seconds (60)
	fuzz/run.sh

audit: setup ## Known vulnerabilities in dependencies (reads a database on the network)
	cargo deny --locked check advisories

format: ## Format all code
	cargo fmt --all
	cargo fmt --manifest-path fuzz/Cargo.toml

snapshots: ## Run the Rust tests and accept every changed snapshot; read the difference before you commit it
	INSTA_UPDATE=always tools/test-rust.sh
