#!/usr/bin/env bash
# Measures our figures against other charting libraries in a real browser: bench.sh [--quick] [cells] [points] [growth] [search] [embed]
. "$(dirname "$0")/environment.sh"
. tools/install.sh
. tools/install_for_tests.sh

require_node
command -v chromium >/dev/null || install_packages
install_npm tests/browser "the browser tests' npm packages"
install_npm tests/bench "the libraries to measure against"
# ENGINE may name the folder of another compiled engine, such as one with the names that a profiler shows.
[ -n "${ENGINE:-}" ] || tools/build.sh
fetch_crates
cargo build --locked --offline --quiet --bin site || fail "The native tool does not compile: see the messages above."
exec node tests/bench/run.mjs "$@"
