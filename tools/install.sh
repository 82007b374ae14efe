# Sourced after environment.sh: brings the pinned tools of the build into the user's cache.

# version_of COMMAND: the first number with dots or without that a tool says it is.
version_of() { "$1" --version 2>/dev/null | grep -oE '[0-9]+(\.[0-9]+)*' | head -n 1; }

# place NAME VERSION FOLDER PROBE INSTALL TIME: makes sure that the cache's FOLDER holds NAME. PROBE and INSTALL are
# functions: PROBE prints the version found in a folder, INSTALL fills an empty folder with a version.
place() {
  local name=$1 version=$2 home=$CACHE/$3 probe=$4 install=$5 time=$6
  [ "$("$probe" "$home")" != "$version" ] || return 0
  mkdir -p "$CACHE" || fail "$CACHE cannot be written: set XDG_CACHE_HOME to a folder that can, and run the command again."
  (
    # One clone installs, others wait. Without flock both install, each in a folder of its own.
    ! command -v flock >/dev/null || { exec 9>"$home.lock" && flock 9; }
    [ "$("$probe" "$home")" != "$version" ] || exit 0
    say "Installing $name $version into $home ($time, once for all clones) …"
    # It is made aside and moved into place when it answers, so that an interrupted one never counts.
    aside=$CACHE/.installing-$3.$$
    trap 'rm -rf "$aside"' EXIT
    trap 'exit 130' INT TERM
    mkdir -p "$aside"
    "$install" "$aside" "$version" >"$home.log" 2>&1 9>&- && [ "$("$probe" "$aside")" = "$version" ] ||
      fail "$name $version could not be installed: check the connection to the internet and run the command again (the log is $home.log)."
    rm -rf "$home"
    mv "$aside" "$home"
  ) || exit 1
}

# provide TOOL VERSION FOLDER PROBE INSTALL TIME: the same for a command, which the user's PATH may have already.
provide() {
  [ "$(version_of "$1")" != "$2" ] || return 0
  place "$@"
  export PATH="$CACHE/$3/bin:$PATH"
  hash -r
}

cargo_install() { env -u CARGO_TARGET_DIR cargo install --root "$1" --quiet "${@:2}"; }
install_trunk() { cargo_install "$1" trunk --version "$2" --locked; }
# Its own lock file can name crates newer than the registry has.
install_wasm_bindgen() { cargo_install "$1" wasm-bindgen-cli --version "$2"; }
install_binaryen() {
  npm install --prefix "$1" --no-audit --no-fund --loglevel=error "binaryen@$2.0.0" && ln -s node_modules/.bin "$1/bin"
}

probe_trunk() { version_of "$1/bin/trunk"; }
probe_wasm_bindgen() { version_of "$1/bin/wasm-bindgen"; }
probe_binaryen() { version_of "$1/bin/wasm-opt"; }

install_build_tools() {
  require_rust
  require_node
  if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
    command -v rustup >/dev/null ||
      fail "This Rust cannot compile to WebAssembly: install Rust with rustup (https://rustup.rs), and run the command again."
    say "Installing Rust's WebAssembly target (about half a minute) …"
    rustup target add wasm32-unknown-unknown ||
      fail "Rust's WebAssembly target could not be installed: check the connection to the internet and run the command again."
  fi
  provide trunk "$TRUNK" "trunk-$TRUNK" probe_trunk install_trunk "about 7 minutes"
  provide wasm-bindgen "$WASM_BINDGEN" "wasm-bindgen-$WASM_BINDGEN" probe_wasm_bindgen install_wasm_bindgen "about 3 minutes"
  provide wasm-opt "$BINARYEN" "binaryen-$BINARYEN" probe_binaryen install_binaryen "some seconds"
}

fetch_crates() {
  cargo fetch --locked --quiet 2>/dev/null || cargo fetch --locked ||
    fail "The crates could not be downloaded: check the connection to the internet and run the command again."
}
