#!/usr/bin/env bash
# Runs the fuzz targets one after the other, each for TIME seconds (60), or those named as arguments. What is found is
# written to target/fuzz/findings; to run one again: target/fuzz/HOST/release/NAME FILE.
#
# This is libFuzzer on the stable compiler: the flags below count which branches are taken and watch comparisons. They
# need --target, or build scripts would be counted too.
set -euo pipefail

cd "$(dirname "$0")"
seconds=${TIME:-60}
target=$(realpath -m "${CARGO_TARGET_DIR:-../target}")/fuzz
host=$(rustc -vV | sed -n 's/^host: //p')
flags="--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module"
for option in level=4 inline-8bit-counters pc-table trace-compares; do
    flags+=" -Cllvm-args=-sanitizer-coverage-$option"
done
RUSTFLAGS=$flags cargo build --quiet --release --locked --target "$host" --target-dir "$target"

[ $# -gt 0 ] || set -- jwt authorization_request redirect cookies bodies language query import
mkdir -p "$target/findings"
for name in "$@"; do
    mkdir -p "$target/corpus/$name"
    log=$target/findings/$name.log
    # Inputs that reach something new are kept in the first folder; those beside this script are only read.
    if ! "$target/$host/release/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=4096 \
        -print_final_stats=1 -print_funcs=0 -artifact_prefix="$target/findings/$name-" \
        "$target/corpus/$name" "corpus/$name" >"$log" 2>&1; then
        grep -vE '^#[0-9]|^(INFO|WARNING)' "$log" >&2
        echo "fuzz: $name has found something" >&2
        exit 1
    fi
    awk -v name="$name" '/^stat::number_of_exec/ { runs = $2 } /^stat::average/ { each = $2 } /cov: / { for (i = 1; i < NF; i++)
        if ($i == "cov:") seen = $(i + 1) } END { printf "%-22s %11d runs, %7d a second, %5d places reached\n", name, runs, each, seen }' "$log"
done
