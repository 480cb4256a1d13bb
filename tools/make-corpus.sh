#!/usr/bin/env bash
# Makes the data folder of this version for the upgrade corpus, crates/anteroom/tests/corpus/VERSION: the SQLite file,
# the same content as SQL for PostgreSQL, the keys, and what the API answered about it. Every later version must open it.
#
# Run it once, for a release; while a version is not released, again whenever its schema changes.
#
#   ANTEROOM_BIN  the server's binary (target/debug/anteroom)
set -euo pipefail
umask 077

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
binary=$(realpath "${ANTEROOM_BIN:-${CARGO_TARGET_DIR:-target}/debug/anteroom}")
unset "${!ANTEROOM_@}" # the server would take them for settings

people=40
password=Corpus-Password-4711
PATH=$PATH:$(printf '%s:' /usr/lib/postgresql/*/bin)
for tool in curl jq sqlite3 initdb pg_ctl pg_dump; do
    command -v "$tool" >/dev/null || { echo "make-corpus: $tool is missing" >&2; exit 1; }
done

work=$(mktemp -d)
cluster=$(mktemp -d)
data=$work/data
server=

clean_up() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ ! -e "$cluster/data/postmaster.pid" ] || as_server_user pg_ctl -D "$cluster/data" -m immediate stop >/dev/null || true
    rm -rf "$work" "$cluster"
}
trap clean_up EXIT

# PostgreSQL refuses to run as root.
as_server_user() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- env PATH="$PATH" "$@"; else "$@"; fi
}

start_server() {
    ANTEROOM_ADMIN_EMAIL=root@example.org ANTEROOM_ADMIN_PASSWORD=$password ANTEROOM_TLS_LISTEN='' \
        "$binary" serve --data-dir "$data" --listen 127.0.0.1:0 >"$work/server.log" 2>&1 &
    server=$!
    for _ in $(seq 200); do
        [ ! -s "$data/management-key.json" ] || break
        sleep 0.05
    done
    url=http://$(jq -r .domain "$data/management-key.json")
}

stop_server() {
    kill "$server"
    wait "$server"
    server=
}

call() { # method, path, further options of curl
    local method=$1 path=$2
    shift 2
    curl --silent --show-error --fail-with-body --globoff -X "$method" "$url$path" \
        -H "Authorization: Bearer $token" -H 'Content-Type: application/json' "$@"
}

sign_in() {
    token=$(jq '{grant_type: "client_credentials", client_id, client_secret, audience}' "$data/management-key.json" |
        curl --silent --show-error --fail-with-body "$url/oauth/token" -H 'Content-Type: application/json' -d @- |
        jq -r .access_token)
}

# Every twelfth of the examples, among them some who are blocked.
create_people() {
    jq -c --arg password "$password" --argjson people "$people" '
        [.[range(0; length; 12)]][:$people][]
        | del(.name_reading) + {connection: "Username-Password-Authentication", password: $password}
    ' examples/users.json | while read -r person; do
        call POST /api/v2/users -d "$person" | jq -r .user_id
    done >"$work/ids"
}

path_of() { # a user's place in the order of creation, from 1
    printf '/api/v2/users/%s' "$(sed -n "$1p" "$work/ids" | sed 's/|/%7C/')"
}

# A little of everything that leaves a row or an event.
change_things() {
    call PATCH "$(path_of 2)" -d '{"user_metadata": {"theme": null, "answer": 42, "note": "ünïcödé 李"}}'
    call PATCH "$(path_of 3)" -d '{"blocked": true}'
    call PATCH "$(path_of 4)" -d '{"blocked": true}'
    call PATCH "$(path_of 4)" -d '{"blocked": false}'
    call PATCH "$(path_of 5)" -d '{"platform_role": "admin"}'
    call DELETE "$(path_of 6)"
    call POST /api/v2/users -H 'Idempotency-Key: corpus-1' \
        -d '{"connection": "Username-Password-Authentication", "email": "once@example.org"}'
    call POST /api/v2/clients -d '{"name": "Corpus web", "app_type": "regular_web"}'
    call POST /api/v2/clients -d '{"name": "Corpus machine", "app_type": "non_interactive"}' >"$work/client.json"
    call POST "/api/v2/clients/$(jq -r .client_id "$work/client.json")/rotate-secret"
    "$binary" tenant create --data-dir "$data" --name acme --origin https://accounts.acme.example
}

# What the API says now is what later versions must say too.
keep_answers() {
    sleep 0.5 # token events are written within 250 ms
    call GET '/api/v2/users?per_page=100' | jq . >"$work/users.json"
    call GET '/api/v2/logs?per_page=100&sort=date:1' | jq . >"$work/logs.json"
    call GET '/api/v2/clients?per_page=100' | jq . >"$work/clients.json"
}

start_postgres() {
    [ "$(id -u)" -ne 0 ] || chown postgres "$cluster"
    as_server_user initdb -D "$cluster/data" --no-sync --locale=C.UTF-8 --encoding=UTF8 --auth=trust \
        --username=anteroom >/dev/null
    as_server_user pg_ctl -D "$cluster/data" -w -l "$cluster/log" \
        -o "-k $cluster -c listen_addresses='' -c fsync=off" start >/dev/null
}

# The words of other versions of PostgreSQL and of psql are left out, so that any server takes the text.
dump() {
    pg_dump -h "$cluster" -U anteroom -d postgres --no-owner --no-privileges --no-comments --column-inserts |
        sed -E '/^\\(un)?restrict /d; /^SET transaction_timeout/d; /^--/d' | cat -s
}

start_server
sign_in
create_people
change_things >/dev/null
keep_answers
stop_server

sqlite3 "$data/anteroom.db" 'PRAGMA wal_checkpoint(TRUNCATE); VACUUM;' >/dev/null
start_postgres
"$binary" copy --from "sqlite:$data/anteroom.db" --to "postgres://anteroom@${cluster//\//%2F}/postgres"

corpus=crates/anteroom/tests/corpus/$("$binary" --version | cut -d' ' -f2)
rm -rf "$corpus"
umask 022
mkdir -p "$corpus"
dump >"$corpus/postgres.sql"
cp "$data/anteroom.db" "$data/master.key" "$data/management-key.json" "$work"/{users,logs,clients}.json "$corpus"
chmod -R u=rwX,go=rX "$corpus"
du -sh "$corpus"
