#!/usr/bin/env bash
# Drives the hosted pages and a single-page application in Chromium: starts the server on an empty data folder, runs the
# suite against its plain and its TLS origin, and stops it.
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

browser_suite() (
    export TEST_ISSUER=$tls_issuer TEST_PLAIN_ISSUER=$plain_issuer TEST_TLS_ISSUER=$tls_issuer
    [ -z "$pictures" ] || export ANTEROOM_SCREENSHOTS=$pictures
    cd tests/browser && npm test --silent
)

prepare_node tests/browser
echo "=== The hosted pages in $("${CHROMIUM:-/usr/bin/chromium}" --version 2>/dev/null) ==="
start_server SQLite "sqlite:$work/SQLite/anteroom.db"
suite "hosted pages and a single-page application" 8 browser_suite
finish_server
finish "Browser"
