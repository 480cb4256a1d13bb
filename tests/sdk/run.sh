#!/usr/bin/env bash
# Drives the server with SDKs that others published: starts it on an empty data folder, runs the example programs, the
# Node.js and Python suites and schemathesis against it, and stops it.
#
#   ANTEROOM_BIN            the server's binary, relative to the repository (target/debug/anteroom)
#   ANTEROOM_TEST_DATABASE  an empty PostgreSQL database; if given, everything is repeated on it
set -euo pipefail
umask 077

root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
binary=${ANTEROOM_BIN:-$target/debug/anteroom}
postgres=${ANTEROOM_TEST_DATABASE:-}
unset ANTEROOM_BIN ANTEROOM_TEST_DATABASE # the server refuses settings that it does not know

work=$(mktemp -d)
server=
failed=0

stop_server() { # answers the server's exit status
    local id=$server
    server=
    [ -z "$id" ] || { kill "$id" 2>/dev/null && wait "$id"; }
}
trap 'stop_server || true; rm -rf "$work"' EXIT

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

free_ports() { # prints two
    python3 -c 'import socket
sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(each.getsockname()[1] for each in sockets))'
}

is_ready() {
    python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5)' \
        "$TEST_URL/health/ready" 2>/dev/null
}

start_server() { # data folder, database
    local plain tls
    read -r plain tls < <(free_ports)
    "$binary" serve --data-dir "$1" --listen "127.0.0.1:$plain" --tls-listen "127.0.0.1:$tls" --database "$2" \
        >"$work/server.log" 2>&1 &
    server=$!
    export TEST_URL=http://127.0.0.1:$plain TEST_KEY_FILE=$1/management-key.json
    export NODE_EXTRA_CA_CERTS=$1/ca.pem SSL_CERT_FILE=$1/ca.pem
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

python_suite() (cd tests/sdk/python && python3 -m pytest -p no:cacheprovider)

run_suites() { # engine, database
    echo "=== The published SDKs on $1 ==="
    start_server "$work/$1" "$2"
    suite "example programs" 8 examples
    suite "npm auth0" 8 node_suite
    suite "PyPI auth0-python" 1 python_suite
    suite "schemathesis" 14 tests/sdk/schemathesis/run.sh
    stop_server || { echo "== The server did not end well:" && tail -n 20 "$work/server.log" && failed=1; }
}

prepare_node examples/load
prepare_node tests/sdk/node
prepare_python
run_suites SQLite "sqlite:$work/SQLite/anteroom.db"
[ -z "$postgres" ] || run_suites PostgreSQL "$postgres"
exit "$failed"
