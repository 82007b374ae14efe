# Sourced by the other scripts: where things are, how to speak, which versions count.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly RUST_AT_LEAST=1.88
readonly NODE_AT_LEAST=20
readonly TRUNK=0.21.14
readonly WASM_BINDGEN=0.2.130
readonly BINARYEN=132
readonly FRICTIONLESS=5.18.1
readonly PYTHON_PPTX=1.0.2
readonly PYPDF=7.1.1

# Tools are shared by all clones of a user, and kept apart from the user's own.
readonly CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/throughline"

say() { printf '%s\n' "$*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# at_least WANTED FOUND: whether the version FOUND (such as 1.95.0) is WANTED or newer.
at_least() {
  [ "$(printf '%s\n%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$1" ]
}

# fingerprint PATH…: one hash over the names and bytes of all files below the paths.
fingerprint() {
  local list
  list=$(find "$@" -type f | LC_ALL=C sort)
  { printf '%s\n' "$list"; printf '%s\n' "$list" | git hash-object --no-filters --stdin-paths; } | git hash-object --stdin
}

require_rust() {
  command -v cargo >/dev/null && command -v rustc >/dev/null ||
    fail "Rust is missing: install it with rustup (https://rustup.rs), open a new shell, and run the command again."
  local version
  version=$(rustc --version | cut -d' ' -f2)
  at_least "$RUST_AT_LEAST" "$version" ||
    fail "Rust $version is too old: run 'rustup update' to get $RUST_AT_LEAST or newer, and run the command again."
  command -v cc >/dev/null || fail "A C compiler is missing: install gcc, and run the command again."
  command -v git >/dev/null || fail "git is missing: install it, and run the command again."
}

require_node() {
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node.js is missing: install Node $NODE_AT_LEAST or newer with npm, and run the command again."
  local version
  version=$(node --version)
  at_least "$NODE_AT_LEAST" "${version#v}" ||
    fail "Node.js $version is too old: install Node $NODE_AT_LEAST or newer, and run the command again."
}
