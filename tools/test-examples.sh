#!/usr/bin/env bash
# Installs what the examples import, at the versions their lock files name, and runs their tests.
set -euo pipefail
cd "$(dirname "$0")/../examples"

find . -name node_modules -prune -o -name package-lock.json -print | while read -r lock; do
    (cd "$(dirname "$lock")" && npm ci --silent </dev/null)
done

mapfile -t tests < <(find . -name node_modules -prune -o -name '*.test.mjs' -print -o -name '*.test.js' -print | sort)
if [ "${#tests[@]}" -eq 0 ]; then
    echo 'test-examples: no *.test.mjs or *.test.js found under examples/' >&2
    exit 1
fi
node --test "${tests[@]}"
