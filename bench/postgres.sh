# A PostgreSQL of its own for a script that sources this: `find_postgres`, then `start_postgres` with $cluster naming an
# empty folder, `stop_postgres` at the end.

# PostgreSQL refuses to run as root, so root runs it as the user its package makes.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --init-groups "$@"
    else
        "$@"
    fi
}

find_postgres() {
    local initdb
    initdb=$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) || true
    [ -n "$initdb" ] || { echo 'bench: PostgreSQL is missing; make setup installs it' >&2 && exit 1; }
    PATH=$(dirname "$(realpath "$initdb")"):$PATH
}

free_port() {
    python3 -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])'
}

# A cluster of its own with a random password, durable as it comes (fsync and synchronous_commit are on).
start_postgres() {
    PGPASSWORD=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
    PGHOST=127.0.0.1 PGPORT=$(free_port) PGUSER=postgres PGDATABASE=anteroom
    printf '%s\n' "$PGPASSWORD" >"$cluster/password"
    [ "$(id -u)" -ne 0 ] || chown -R postgres: "$cluster"
    as_postgres initdb --pgdata="$cluster/data" --username=postgres --pwfile="$cluster/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
    as_postgres pg_ctl --pgdata="$cluster/data" --log="$cluster/log" --wait --silent start \
        --options="-c listen_addresses=$PGHOST -c port=$PGPORT -c unix_socket_directories=''"
    export PGPASSWORD PGHOST PGPORT PGUSER PGDATABASE
    createdb
}

stop_postgres() {
    [ -z "$cluster" ] || as_postgres pg_ctl --pgdata="$cluster/data" --mode=immediate stop >/dev/null 2>&1 || true
}
