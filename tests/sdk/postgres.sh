# shellcheck shell=bash disable=SC2034
# A PostgreSQL cluster for one test run, reached by TCP with a password as in earnest. To be sourced.

postgres_url=
postgres_folder=
postgres_process=

# The server refuses to run as root: then it belongs to the user postgres.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        exec setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    fi
    exec "$@"
}

postgres_program() { # name
    local newest
    newest=$(find /usr/lib/postgresql -path "*/bin/$1" 2>/dev/null | sort -V | tail -n 1) || true
    command -v "${newest:-$1}" || { echo "There is no $1: tools/setup.sh installs PostgreSQL" >&2 && return 1; }
}

start_postgres() { # port; sets postgres_url, of an empty database
    local password
    password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    postgres_folder=$(mktemp -d)
    echo "$password" >"$postgres_folder/password"
    [ "$(id -u)" -ne 0 ] || chown -R postgres: "$postgres_folder"
    (as_postgres "$(postgres_program initdb)" --pgdata="$postgres_folder/data" --username=anteroom --encoding=UTF8 \
        --locale=C.UTF-8 --auth=scram-sha-256 --pwfile="$postgres_folder/password" --no-sync >/dev/null)
    (as_postgres "$(postgres_program postgres)" -D "$postgres_folder/data" -p "$1" -k "$postgres_folder" \
        -c listen_addresses=127.0.0.1 -c fsync=off >"$postgres_folder/log" 2>&1) &
    postgres_process=$!
    postgres_url=postgres://anteroom:$password@127.0.0.1:$1/postgres
    for _ in $(seq 100); do
        ! "$(postgres_program pg_isready)" --quiet --host=127.0.0.1 --port="$1" || return 0
        sleep 0.1
    done
    echo "PostgreSQL does not start:" && tail -n 20 "$postgres_folder/log"
    return 1
}

stop_postgres() {
    [ -z "$postgres_process" ] || { kill -INT "$postgres_process" 2>/dev/null && wait "$postgres_process"; }
    [ -z "$postgres_folder" ] || rm -rf "$postgres_folder"
    postgres_process=
    postgres_folder=
}
