#!/usr/bin/env bash
# Drives the hosted pages, a single-page application and the console in Chromium: starts the server on an empty data
# folder, runs the suite against its plain and its TLS origin, and stops it; then the same for the console, over many users.
#
#   tests/browser/run.sh [the server's binary: target/debug/anteroom]
#
# ANTEROOM_SCREENSHOTS names a folder for pictures of every page.
set -euo pipefail
umask 077

cd "$(dirname "$0")/../.."
binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/debug/anteroom}")
pictures=${ANTEROOM_SCREENSHOTS:+$(realpath -m "$ANTEROOM_SCREENSHOTS")}
# shellcheck source=tests/peers/server.sh
. tests/peers/server.sh
# shellcheck source=tests/browser/people.sh
. tests/browser/people.sh

browser_suite() (
    export TEST_ISSUER=$tls_issuer TEST_PLAIN_ISSUER=$plain_issuer TEST_TLS_ISSUER=$tls_issuer
    [ -z "$pictures" ] || export ANTEROOM_SCREENSHOTS=$pictures
    cd tests/browser && npm test --silent
)

console_suite() (
    export TEST_ISSUER=$plain_issuer TEST_PLAIN_ISSUER=$plain_issuer
    [ -z "$pictures" ] || export ANTEROOM_SCREENSHOTS=$pictures
    cd tests/browser && npm run test:console --silent
)

prepare_node tests/browser
echo "=== The hosted pages in $("${CHROMIUM:-/usr/bin/chromium}" --version 2>/dev/null) ==="
start_server SQLite "sqlite:$work/SQLite/anteroom.db"
suite "hosted pages and a single-page application" 8 browser_suite
finish_server
start_server Console "sqlite:$work/Console/anteroom.db"
import_people 10000
suite "the console, over 10,000 users" 8 console_suite
finish_server
finish "Browser"
