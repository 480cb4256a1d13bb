#!/bin/sh
# Sends a running server what its OpenAPI document allows and what it forbids, and holds every answer against the
# document. Takes TEST_URL (http://127.0.0.1:8480) and TEST_KEY_FILE; python3 and schemathesis must be those of a
# virtual environment with requirements.txt. Further arguments go to schemathesis.
set -eu
: "${TEST_URL:?the address of the server}" "${TEST_KEY_FILE:?the management key of the server}"

here=$(cd "$(dirname "$0")" && pwd)
HYPOTHESIS_STORAGE_DIRECTORY=$here/../../../target/hypothesis
SCHEMATHESIS_HOOKS=$here/hooks.py
TEST_TOKEN=$(python3 "$here/prepare.py")
export HYPOTHESIS_STORAGE_DIRECTORY SCHEMATHESIS_HOOKS TEST_TOKEN
schemathesis --config-file "$here/schemathesis.toml" --no-color run "$@" "$TEST_URL/api/v2/openapi.json"

# A caller that lost its rights on the way would have been refused everything since, and seen no fault.
python3 "$here/still_served.py"
