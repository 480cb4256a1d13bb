#!/usr/bin/env bash
# Runs the Rust tests. Arguments select tests by a part of their name.
#
# All integration tests run in one process, because they share one PostgreSQL cluster and one world to copy.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo test --workspace --locked --no-fail-fast -- "$@"
