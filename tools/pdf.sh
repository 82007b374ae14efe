#!/usr/bin/env bash
# Prints the built report to dist/throughline.pdf, by the server and a browser.
. "$(dirname "$0")/environment.sh"

require_node
[ -f dist/index.html ] || fail "There is no site in dist/: run 'make build' first."
command -v "${CHROMIUM:-chromium}" >/dev/null ||
  fail "Chromium is missing: install it (Debian: apt-get install chromium), or set CHROMIUM to its command."
address=$(mktemp)
target/debug/site serve --dir dist --port 0 >"$address" &
server=$!
trap 'kill "$server"; rm -f "$address"' EXIT
for _ in $(seq 100); do
  [ ! -s "$address" ] || break
  sleep 0.1
done
node tools/pdf.mjs "$(cat "$address")" dist/throughline.pdf "${URL:-}"
say "dist/throughline.pdf holds the report for paper."
