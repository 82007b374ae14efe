#!/usr/bin/env bash
# Runs every check and test, and ends with one line: N passed, N failed.
. "$(dirname "$0")/environment.sh"
. tools/install.sh
. tools/install_for_tests.sh

# Made-up studies and Views are the same for everybody, so that what fails here fails elsewhere; another number makes others.
export PROPTEST_RNG_SEED="${PROPTEST_RNG_SEED:-2022}"

passed=0
failed=0
failures=()
logs=target/test-logs
mkdir -p "$logs"

# A check counts as one test.
check() {
  local name=$1
  say "── $name"
  if "${@:2}"; then passed=$((passed + 1)); else lost "$name" 1; fi
}

# A suite counts its own tests: COUNT reads "passed failed" from its log.
suite() {
  local name=$1 count=$2 log good bad status=0
  log=$logs/$(printf '%s' "$name" | tr -c 'a-z' '-').log
  say "── $name"
  "${@:3}" 2>&1 | tee "$log" || status=$?
  read -r good bad < <("$count" "$log")
  passed=$((passed + good))
  # A suite that breaks before it counts, or counts nothing, has failed all the same.
  if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "$good" -eq 0 ]; }; then bad=1; fi
  [ "$bad" -eq 0 ] || lost "$name" "$bad"
}

lost() {
  failed=$((failed + $2))
  failures+=("$1")
}

count_cargo() { awk '/^test result:/ { good += $4; bad += $6 } END { print good + 0, bad + 0 }' "$1"; }
count_node() {
  awk '/^# pass / { good = $3 } /^# (fail|cancelled) / { bad += $3 } END { print good + 0, bad + 0 }' "$logs/browser.tap"
}

in_browsers() {
  rm -f "$logs/browser.tap"
  # One file at a time: tests of timing and focus suffer where browsers share two cores.
  node --test --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=tap --test-reporter-destination="$logs/browser.tap" \
    tests/browser/*.test.mjs
}

install_build_tools
install_test_tools
say "Fetching crates (first time about a minute) …"
fetch_crates

check "format" cargo fmt --check
check "clippy, native" cargo clippy --locked --offline --quiet --all-targets -- -D warnings
check "clippy, engine" cargo clippy --locked --offline --quiet --target-dir target/engine --target wasm32-unknown-unknown \
  --lib --bin engine --bin deck --no-default-features --features engine -- -D warnings
suite "native tests" count_cargo cargo test --locked --offline --no-fail-fast
check "study" cargo run --locked --offline --quiet --bin site -- check
check "data package" "$CACHE/frictionless-$FRICTIONLESS/bin/python" tests/frictionless.py
check "build" tools/build.sh
check "PDF" "$CACHE/pypdf-$PYPDF/bin/python" tests/pdf.py
suite "browser tests" count_node in_browsers

for failure in ${failures[@]+"${failures[@]}"}; do say "failed: $failure"; done
say "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
