#!/usr/bin/env bash
# How quickly the console is there over 10,000 users, in Chromium: from the address to the list, and from page to page.
#
#   bench/console.sh [the server's binary: target/release/anteroom]
set -euo pipefail
umask 077

cd "$(dirname "$0")/.."
binary=$(realpath "${1:-${CARGO_TARGET_DIR:-target}/release/anteroom}")
# shellcheck source=tests/peers/server.sh
. tests/peers/server.sh
# shellcheck source=tests/browser/people.sh
. tests/browser/people.sh

prepare_node tests/browser
start_server Console "sqlite:$work/Console/anteroom.db"
import_people 10000
export TEST_ISSUER=$plain_issuer TEST_PLAIN_ISSUER=$plain_issuer
(cd tests/browser && node console/pace.mjs)
stop_server
