#!/usr/bin/env bash
# What a request costs, on SQLite and on a PostgreSQL started here. README.md beside this says how to read the answer.
# Takes four minutes, eight at most. Arguments are passed on: --json FILE, --seconds N, --users N.
#
#   ANTEROOM_BIN            the server's binary, relative to the repository (target/release/anteroom)
#   ANTEROOM_BENCH_PROFILE  the profile the client is built with (release)
set -euo pipefail

caller=$PWD
cd "$(dirname "$0")/.."
source bench/postgres.sh
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
binary=$(realpath "${ANTEROOM_BIN:-$target/release/anteroom}")
profile=${ANTEROOM_BENCH_PROFILE:-release}
people=30000

work=
cluster=
running=
cleanup() {
    [ -z "$running" ] || { kill "$running" && wait "$running"; } 2>/dev/null || true
    stop_postgres
    rm -rf ${work:+"$work"} ${cluster:+"$cluster"}
}

# With the server's package named too, both share their dependencies as they were built for it.
cargo build --quiet --profile "$profile" --locked --package anteroom --package anteroom-bench
bench=$target/$([ "$profile" = dev ] && echo debug || echo "$profile")/anteroom-bench
find_postgres
umask 077

trap cleanup EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
# Not /tmp: that is often in memory, where a durable write costs nothing.
work=$(mktemp -d "${TMPDIR:-/var/tmp}/anteroom-bench.XXXXXX")
cluster=$(mktemp -d "${TMPDIR:-/var/tmp}/anteroom-bench.XXXXXX")
node examples/people/generate.mjs --count "$people" --format ndjson --out "$work/people.ndjson"
start_postgres

# Beside this script, which would otherwise hear a signal only when it ends.
cd "$caller"
timeout --foreground 460 "$bench" requests --server "$binary" --people "$work/people.ndjson" --work "$work" \
    --postmaster "$(head -n 1 "$cluster/data/postmaster.pid")" "$@" &
running=$!
wait "$running"
running=
