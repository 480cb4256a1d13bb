#!/usr/bin/env bash
# Makes sure that everything `make test` needs is on this machine, and installs what is missing. Running it again
# changes nothing and takes no time. Debian packages need root; without it the missing ones are named instead.
set -euo pipefail
cd "$(dirname "$0")/.."

# The oldest cargo-deny that reads deny.toml is 0.20; this one is installed where none is found.
cargo_deny_version=0.20.2
tools=${CARGO_TARGET_DIR:-target}/tools
PATH=$tools/bin:$PATH

# While packages are installed, this file keeps PostgreSQL's from making and starting a cluster.
no_cluster=/etc/postgresql-common/createcluster.d/anteroom.conf

fail() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

# Rust and Node.js are what the README asks for; they are not installed behind anybody's back.
require_compilers() {
    command -v cargo >/dev/null || fail 'Rust is missing: see https://rustup.rs'
    command -v node >/dev/null || fail 'Node.js 20 or newer is missing'
    command -v npm >/dev/null || fail 'npm is missing'
    [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] || fail "Node.js 20 or newer is needed, not $(node -v)"
}

# The tests start a PostgreSQL of their own: the server programs are enough, no running cluster.
has_postgresql() {
    command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}

has_c_compiler() {
    command -v cc >/dev/null
}

has_python_venv() {
    python3 -c 'import ensurepip, venv' 2>/dev/null
}

# The hosted pages are looked at in a real browser, in Chinese too, and with a certificate authority of our own.
has_chromium() {
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ]
}

has_chinese_font() {
    [ -n "$(fc-list :lang=zh 2>/dev/null)" ]
}

missing_packages() {
    has_c_compiler || echo 'gcc libc6-dev'
    has_postgresql || echo 'postgresql'
    has_python_venv || echo 'python3 python3-venv'
    has_chromium || echo 'chromium fonts-liberation'
    has_chinese_font || echo 'fontconfig fonts-noto-cjk'
    command -v certutil >/dev/null || echo 'libnss3-tools'
}

install_packages() {
    export DEBIAN_FRONTEND=noninteractive
    trap 'rm -f "$no_cluster"' EXIT
    mkdir -p "$(dirname "$no_cluster")"
    echo 'create_main_cluster = false' >"$no_cluster"
    apt-get update -qq
    apt-get install -qq -y --no-install-recommends "$@" >/dev/null
}

ensure_packages() {
    local packages
    read -r -a packages <<<"$(missing_packages | tr '\n' ' ')"
    [ "${#packages[@]}" -gt 0 ] || return 0
    if ! command -v apt-get >/dev/null || [ "$(id -u)" -ne 0 ]; then
        fail "please install (names of the Debian packages): ${packages[*]}"
    fi
    echo "setup: installing ${packages[*]}"
    install_packages "${packages[@]}"
}

has_cargo_deny() {
    local version
    version=$(cargo-deny --version 2>/dev/null | cut -d' ' -f2) || return 1
    [ -n "$version" ] && [ "$(printf '%s\n' 0.20.0 "$version" | sort -V | head -n 1)" = 0.20.0 ]
}

# Built without optimisation: half a minute instead of several, and it still checks the tree within two seconds.
ensure_cargo_deny() {
    has_cargo_deny && return
    echo "setup: building cargo-deny $cargo_deny_version"
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_STRIP=symbols cargo install --quiet --locked --debug \
        --root "$tools" --target-dir "$tools/build" "cargo-deny@$cargo_deny_version"
    rm -rf "$tools/build"
}

require_compilers
ensure_packages
ensure_cargo_deny
