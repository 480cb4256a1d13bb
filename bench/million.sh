#!/usr/bin/env bash
# Finding people among a million, and bringing them in and out, on SQLite and on a PostgreSQL started here; the same
# among a hundred thousand before, to tell how it grows. README.md beside this says how to read the answer.
# Takes a quarter of an hour and 12 GB of disk. Arguments are passed on: --only sqlite, --seconds N.
#
#   USERS                   how many (1000000); a tenth of them are measured before
#   JSON                    a folder for the figures as JSON
#   ANTEROOM_BIN            the server's binary, relative to the repository (target/release/anteroom)
#   ANTEROOM_BENCH_PROFILE  the profile the client is built with (release)
set -euo pipefail

caller=$PWD
cd "$(dirname "$0")/.."
source bench/postgres.sh
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
binary=$(realpath "${ANTEROOM_BIN:-$target/release/anteroom}")
profile=${ANTEROOM_BENCH_PROFILE:-release}
users=${USERS:-1000000}
newcomers=$((users / 20))

work=
cluster=
running=
cleanup() {
    [ -z "$running" ] || { kill "$running" && wait "$running"; } 2>/dev/null || true
    stop_postgres
    rm -rf ${work:+"$work"} ${cluster:+"$cluster"}
}

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
node examples/people/generate.mjs --count $((users + newcomers)) --format ndjson --out "$work/everyone.ndjson"
start_postgres
cd "$caller"

# The people of a directory and those who come later, from one file: nobody is in both.
measure() {
    local count=$1 folder=$work/$1
    shift
    mkdir "$folder"
    head -n "$count" "$work/everyone.ndjson" >"$folder/people.ndjson"
    sed -n "$((count + 1)),$((count + count / 20))p" "$work/everyone.ndjson" >"$folder/newcomers.ndjson"
    createdb "people_$count"
    PGDATABASE=people_$count "$bench" directory --server "$binary" --people "$folder/people.ndjson" --work "$folder" \
        --newcomers "$folder/newcomers.ndjson" --postmaster "$(head -n 1 "$cluster/data/postmaster.pid")" \
        --json "$work/$count.json" "$@" &
    # Beside this script, which would otherwise hear a signal only when it ends.
    running=$!
    wait "$running"
    running=
    dropdb "people_$count"
    rm -r "$folder"
    [ -z "${JSON:-}" ] || cp "$work/$count.json" "$JSON"
}

measure $((users / 10)) "$@"
measure "$users" --smaller "$work/$((users / 10)).json" "$@"
