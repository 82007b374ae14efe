#!/usr/bin/env bash
# Leaves the deployable site in dist/. Does nothing where dist/ already is what the sources make.
. "$(dirname "$0")/environment.sh"
. tools/install.sh

stamp=target/dist.fingerprint
sources() {
  say "$(fingerprint src assets tools Cargo.toml Cargo.lock Trunk.toml index.html) $(rustc --version) ${URL:-} ${KEEP:-} $browser"
}

# The report is printed to a PDF where there is a browser that can.
browser=$(command -v "${CHROMIUM:-chromium}" || true)

require_rust
before=$(sources)
if [ -f "$stamp" ] && [ -f dist/index.html ] && [ "$(cat "$stamp")" = "$before $(fingerprint dist)" ]; then
  say "dist/ is up to date."
  exit 0
fi

install_build_tools
say "Fetching crates (first time about a minute) …"
fetch_crates
say "Compiling the native tool (first time about 3 minutes, later seconds) …"
cargo build --locked --offline --quiet --bin site || fail "The native tool does not compile: see the messages above."
say "Compiling the engine and laying out the site (first time about 3 minutes, later less than one) …"
# Trunk takes NO_COLOR for a yes or no. The site's address goes to the native tool, which Trunk runs. Paths of this machine
# are kept out of the engine: they say too much, weigh something, and would make each machine's bytes different. The newer
# names of functions say which types they are for, by which the native tool takes the engine apart.
CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Csymbol-mangling-version=v0 --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}/registry/src= --remap-path-prefix=$PWD=" \
  env -u NO_COLOR RUST_BACKTRACE=0 CARGO_TARGET_DIR=target/engine THROUGHLINE_URL="${URL:-}" THROUGHLINE_KEEP="${KEEP:-}" THROUGHLINE_PDF="$browser" trunk build --log warn ||
  fail "The site could not be built: see the messages above."
if [ -n "$browser" ]; then
  tools/pdf.sh || fail "The report could not be printed: see the messages above."
else
  say "No throughline.pdf: Chromium is not on this machine (set CHROMIUM to its command)."
fi
say "$before $(fingerprint dist)" >"$stamp"
say "dist/ holds the site."
