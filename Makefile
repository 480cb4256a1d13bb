# The commands of a working day. `make` alone lists them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run build check test setup lint test-rust test-examples test-sdk test-peers test-browser bench bench-million fuzz audit format snapshots

TARGET := $(abspath $(or $(CARGO_TARGET_DIR),target))
export PATH := $(TARGET)/tools/bin:$(PATH)

help: ## Show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

run: build ## Build and start on http://localhost:8480 and https://localhost:8443 with everything in ./data
	@exec $(TARGET)/release/anteroom serve --data-dir data

build: ## Build the release binary, target/release/anteroom
	cargo build --release --locked --package anteroom

check: ## The quick look while writing: does it compile, are the walls whole
	cargo check --workspace --all-targets --locked
	cargo test --locked --package anteroom --test it house::

test: setup lint test-rust test-examples test-sdk test-peers test-browser ## Everything, as continuous integration runs it

setup: ## Install what the tests need and this machine lacks
	@tools/setup.sh

lint: setup ## Formatting, lints, licences and sources of dependencies
	cargo fmt --all --check
	cargo fmt --manifest-path fuzz/Cargo.toml --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	cargo deny --locked check bans licenses sources

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

test-browser: ## The hosted pages and a single-page application in Chromium
	cargo build --locked --package anteroom
	tests/browser/run.sh $(TARGET)/debug/anteroom

bench: build ## Cost of a request on both databases: CPU, p50, p99, memory
	ANTEROOM_BIN=$(TARGET)/release/anteroom bench/run.sh

bench-million: build ## A million users: imported, found, exported, on both databases
	ANTEROOM_BIN=$(TARGET)/release/anteroom bench/million.sh

fuzz: ## What strangers send, in endless variations: each parser for TIME seconds (60)
	fuzz/run.sh

audit: setup ## Known vulnerabilities in dependencies (reads a database on the network)
	cargo deny --locked check advisories

format: ## Format all code
	cargo fmt --all
	cargo fmt --manifest-path fuzz/Cargo.toml

snapshots: ## Run the Rust tests and accept every changed snapshot; read the difference before you commit it
	INSTA_UPDATE=always tools/test-rust.sh
