#!/usr/bin/env bash
# Runs the Rust tests, with cargo-nextest where there is one. Arguments select tests by a part of their name.
set -euo pipefail
cd "$(dirname "$0")/.."

if command -v cargo-nextest >/dev/null; then
    # nextest leaves the examples in doc comments to cargo.
    [ $# -gt 0 ] || cargo test --workspace --locked --doc --quiet
    cargo nextest run --workspace --locked --no-fail-fast "$@"
else
    cargo test --workspace --locked --no-fail-fast -- "$@"
fi
