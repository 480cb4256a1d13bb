#!/usr/bin/env bash
# Drives the server with SDKs that others published: starts it on an empty data folder, runs the example programs, the
# Node.js and Python suites and schemathesis against it, and stops it; on SQLite and then on PostgreSQL.
#
#   tests/sdk/run.sh [the server's binary: target/debug/anteroom]
set -euo pipefail
umask 077

here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
binary=$(realpath "${1:-$target/debug/anteroom}")
# shellcheck source=tests/sdk/postgres.sh
. "$here/postgres.sh"

# Settings of whoever runs this are meant for another server.
unset "${!ANTEROOM_@}"

work=$(mktemp -d)
server=
failed=0

stop_server() { # answers the server's exit status
    local process=$server
    server=
    [ -z "$process" ] || { kill "$process" 2>/dev/null && wait "$process"; }
}

clean_up() {
    stop_server || true
    stop_postgres || true
    rm -rf "$work"
}
trap clean_up EXIT

prepare_node() { # folder
    [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] || (cd "$1" && npm ci --silent --no-audit)
}

prepare_python() {
    local venv=$target/python-venv requirements
    requirements=$(cat tests/sdk/{python,schemathesis}/requirements.txt)
    if [ "$requirements" != "$(cat "$venv/requirements.txt" 2>/dev/null)" ]; then
        python3 -m venv --clear "$venv"
        "$venv/bin/pip" install --quiet -r tests/sdk/python/requirements.txt \
            -r tests/sdk/schemathesis/requirements.txt
        echo "$requirements" >"$venv/requirements.txt"
    fi
    PATH=$venv/bin:$PATH
}

free_port() {
    python3 -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'
}

is_ready() {
    python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5)' \
        "$TEST_URL/health/ready" 2>/dev/null
}

start_server() { # engine, database, requests a second
    local data=$work/$1
    ANTEROOM_MANAGEMENT_RATE_LIMIT_PER_SECOND=$3 ANTEROOM_MANAGEMENT_RATE_LIMIT_BURST=$3 \
        "$binary" serve --data-dir "$data" --listen "127.0.0.1:$plain_port" --tls-listen "127.0.0.1:$tls_port" \
        --database "$2" >"$work/server.log" 2>&1 &
    server=$!
    export TEST_URL=http://127.0.0.1:$plain_port TEST_KEY_FILE=$data/management-key.json
    export NODE_EXTRA_CA_CERTS=$data/ca.pem SSL_CERT_FILE=$data/ca.pem
    for _ in $(seq 300); do
        if is_ready; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "The server does not start:" && tail -n 20 "$work/server.log"
    exit 1
}

# Runs a command quietly and shows its closing lines, or more of them if it fails.
suite() { # name, closing lines, command …
    local name=$1 lines=$2 began=$SECONDS
    shift 2
    if "$@" >"$work/suite.log" 2>&1; then
        echo "== $name: passed in $((SECONDS - began)) s"
    else
        echo "== $name: FAILED in $((SECONDS - began)) s"
        lines=300
        failed=1
    fi
    tail -n "$lines" "$work/suite.log"
}

load_people() { # what its last line must hold
    local summary
    summary=$(node examples/load/load.mjs --key "$TEST_KEY_FILE") && echo "$summary"
    [[ $summary == *"$1"* ]]
}

examples() {
    load_people "500 people created" && load_people "500 already there" &&
        node examples/load/tour.mjs --key "$TEST_KEY_FILE"
}

node_suite() (cd tests/sdk/node && npm test --silent)

rate_limit_suite() (cd tests/sdk/node && npm run test:rate-limit --silent)

python_suite() (cd tests/sdk/python && python3 -m pytest -p no:cacheprovider)

finish_server() {
    stop_server || { echo "== The server did not end well:" && tail -n 20 "$work/server.log" && failed=1; }
}

run_suites() { # engine, database, schemathesis' examples of an operation
    local plain_port tls_port
    plain_port=$(free_port)
    tls_port=$(free_port)
    echo "=== The published SDKs on $1 ==="
    start_server "$1" "$2" 1000000
    suite "example programs" 8 examples
    suite "npm auth0" 8 node_suite
    suite "PyPI auth0-python" 1 python_suite
    suite "schemathesis" 14 tests/sdk/schemathesis/run.sh --max-examples "$3"
    finish_server
    # Started again on what it left behind, with few requests allowed.
    start_server "$1" "$2" 5
    suite "npm auth0 under a rate limit" 8 rate_limit_suite
    finish_server
}

prepare_node examples/load
prepare_node tests/sdk/node
prepare_python
run_suites SQLite "sqlite:$work/SQLite/anteroom.db" 60
start_postgres "$(free_port)"
run_suites PostgreSQL "$postgres_url" 10
exit "$failed"
