# shellcheck shell=bash
# Many people, as an administrator of a product would have them. To be sourced after tests/peers/server.sh.

import_people() { # how many
    node examples/people/generate.mjs --count "$1" --format ndjson --out "$work/people.ndjson"
    "$binary" import "$work/people.ndjson" --data-dir "$TEST_DATA" >"$work/import.log" 2>&1 ||
        { tail -n 20 "$work/import.log" && exit 1; }
}
