#!/usr/bin/env bash
# What a request costs, on SQLite and on a PostgreSQL started here. README.md beside this says how to read the answer.
# Takes four minutes, eight at most. Arguments are passed on: --json FILE, --seconds N, --users N.
#
#   ANTEROOM_BIN            the server's binary, relative to the repository (target/release/anteroom)
#   ANTEROOM_BENCH_PROFILE  the profile the client is built with (release)
set -euo pipefail

caller=$PWD
cd "$(dirname "$0")/.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
binary=$(realpath "${ANTEROOM_BIN:-$target/release/anteroom}")
profile=${ANTEROOM_BENCH_PROFILE:-release}
people=30000

work=
cluster=
running=
cleanup() {
    [ -z "$running" ] || { kill "$running" && wait "$running"; } 2>/dev/null || true
    [ -z "$cluster" ] || as_postgres pg_ctl --pgdata="$cluster/data" --mode=immediate stop >/dev/null 2>&1 || true
    rm -rf ${work:+"$work"} ${cluster:+"$cluster"}
}

# PostgreSQL refuses to run as root, so root runs it as the user its package makes.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups "$@"
    else
        "$@"
    fi
}

find_postgres() {
    local initdb
    initdb=$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) || true
    [ -n "$initdb" ] || { echo 'bench: PostgreSQL is missing; make setup installs it' >&2 && exit 1; }
    PATH=$(dirname "$(realpath "$initdb")"):$PATH
}

free_port() {
    python3 -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'
}

# A cluster of its own with a random password, durable as it comes (fsync and synchronous_commit are on).
start_postgres() {
    PGPASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    PGHOST=127.0.0.1 PGPORT=$(free_port) PGUSER=postgres PGDATABASE=anteroom
    printf '%s\n' "$PGPASSWORD" >"$cluster/password"
    [ "$(id -u)" -ne 0 ] || chown -R postgres: "$cluster"
    as_postgres initdb --pgdata="$cluster/data" --username=postgres --pwfile="$cluster/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    as_postgres pg_ctl --pgdata="$cluster/data" --log="$cluster/log" --wait --silent start \
        --options="-c listen_addresses=$PGHOST -c port=$PGPORT -c unix_socket_directories=''"
    export PGPASSWORD PGHOST PGPORT PGUSER PGDATABASE
    createdb
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
timeout --foreground 460 "$bench" --server "$binary" --people "$work/people.ndjson" --work "$work" \
    --postmaster "$(head -n 1 "$cluster/data/postmaster.pid")" "$@" &
running=$!
wait "$running"
running=
