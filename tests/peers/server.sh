# shellcheck shell=bash
# A server for one run of tests, on an empty data folder and free loopback ports; and suites against it. To be sourced
# from the repository's root, after `binary` was set. Whoever sources it ends with `finish`.

# Settings of whoever runs this are meant for another server.
unset "${!ANTEROOM_@}"

work=$(mktemp -d)
target=$(realpath -m "${CARGO_TARGET_DIR:-target}")
server=
passed=0
failed=0

# shellcheck source=tests/sdk/postgres.sh
. tests/sdk/postgres.sh

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
trap 'exit 130' INT TERM

prepare_node() { # folder
    [ "$1/node_modules/.package-lock.json" -nt "$1/package-lock.json" ] || (cd "$1" && npm ci --silent --no-audit)
}

prepare_python() { # name of the environment, requirements with hashes
    local venv=$target/$1
    if ! cmp --silent "$2" "$venv/requirements.txt"; then
        python3 -m venv --clear "$venv"
        "$venv/bin/pip" install --quiet --require-hashes -r "$2"
        cp "$2" "$venv/requirements.txt"
    fi
    PATH=$venv/bin:$PATH
}

free_port() {
    python3 -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'
}

is_ready() {
    python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=5)' \
        "${plain_issuer}health/ready" 2>/dev/null
}

start_server() { # name, database; sets plain_issuer and tls_issuer
    local data=$work/$1 plain_port tls_port
    plain_port=$(free_port)
    tls_port=$(free_port)
    plain_issuer=http://localhost:$plain_port/
    tls_issuer=https://localhost:$tls_port/
    "$binary" serve --data-dir "$data" --listen "127.0.0.1:$plain_port" --tls-listen "127.0.0.1:$tls_port" \
        --database "$2" >"$work/server.log" 2>&1 &
    server=$!
    export TEST_DATA=$data TEST_KEY_FILE=$data/management-key.json
    export NODE_EXTRA_CA_CERTS=$data/ca.pem SSL_CERT_FILE=$data/ca.pem
    for _ in $(seq 300); do
        if is_ready; then return; fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
    echo "The server does not start:" && tail -n 20 "$work/server.log"
    exit 1
}

finish_server() {
    stop_server && return
    echo "== The server did not end well:" && tail -n 20 "$work/server.log"
    failed=$((failed + 1))
}

# Runs a command quietly and shows its closing lines, or more of them if it fails.
suite() { # name, closing lines, command …
    local name=$1 lines=$2 began=$SECONDS
    shift 2
    if "$@" >"$work/suite.log" 2>&1; then
        echo "== $name: passed in $((SECONDS - began)) s"
        passed=$((passed + 1))
    else
        echo "== $name: FAILED in $((SECONDS - began)) s"
        failed=$((failed + 1))
        lines=300
    fi
    tail -n "$lines" "$work/suite.log"
}

finish() { # name of the run
    echo "=== $1: $passed suites passed, $failed failed, in $SECONDS s ==="
    [ "$failed" -eq 0 ]
}
