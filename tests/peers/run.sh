#!/usr/bin/env bash
# Signs people in with libraries that others published: starts the server on an empty data folder, runs the Node.js and
# Python suites against its plain and its TLS origin, and stops it; on SQLite and then on PostgreSQL.
#
#   tests/peers/run.sh [the server's binary: target/debug/anteroom]
set -euo pipefail
umask 077

cd "$(dirname "$0")/../.."
binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/anteroom}")
# shellcheck source=tests/peers/server.sh
. tests/peers/server.sh

node_suite() (cd tests/peers/node && TEST_ISSUER=$1 npm test --silent)

python_suite() (cd tests/peers/python && TEST_ISSUER=$1 python3 -m pytest -p no:cacheprovider)

run_suites() { # engine, database
    echo "=== OpenID Connect libraries on $1 ==="
    start_server "$1" "$2"
    local issuer
    for issuer in "$plain_issuer" "$tls_issuer"; do
        suite "npm openid-client, oauth4webapi and the example, ${issuer%%:*}" 8 node_suite "$issuer"
        suite "PyPI Authlib, ${issuer%%:*}" 1 python_suite "$issuer"
    done
    finish_server
}

prepare_node examples/app
prepare_node tests/peers/node
prepare_python peers-venv tests/peers/python/requirements.txt
run_suites SQLite "sqlite:$work/SQLite/anteroom.db"
start_postgres "$(free_port)"
run_suites PostgreSQL "$postgres_url"
finish "OpenID Connect libraries"
