# Sourced after install.sh: brings what only the tests need.

# The tests' commands and files, and the Debian package of each.
missing_packages() {
  command -v chromium >/dev/null || echo chromium
  command -v firefox-esr >/dev/null || echo firefox-esr
  command -v WebKitWebDriver >/dev/null || echo webkit2gtk-driver
  command -v Xvfb >/dev/null || echo xvfb
  command -v nginx >/dev/null || [ -x /usr/sbin/nginx ] || echo nginx
  [ -e /usr/share/nginx/modules-available/mod-http-brotli-static.conf ] || echo libnginx-mod-http-brotli-static
  command -v caddy >/dev/null || echo caddy
  python3 -c 'import ensurepip' 2>/dev/null || echo python3-venv
}

install_packages() {
  local packages
  packages=$(missing_packages | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] ||
    fail "The tests need packages that are missing: run 'sudo apt-get install ${packages% }' (or install the same on another system), and run the command again."
  say "Installing Debian packages for the tests (about 2 minutes): ${packages% } …"
  local log=target/test-logs/apt.log
  mkdir -p target/test-logs
  # shellcheck disable=SC2086 # a list of names
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $packages; } >"$log" 2>&1
  [ -z "$(missing_packages)" ] ||
    fail "The Debian packages ${packages% } could not be installed: check the connection to the internet and run the command again (the log is $log)."
}

install_frictionless() {
  python3 -m venv "$1" && "$1/bin/pip" install --quiet "frictionless==$2"
}

probe_frictionless() { "$1/bin/python" -c 'import frictionless; print(frictionless.__version__)' 2>/dev/null; }

install_python_pptx() {
  python3 -m venv "$1" && "$1/bin/pip" install --quiet "python-pptx==$2"
}

probe_python_pptx() { "$1/bin/python" -c 'import pptx; print(pptx.__version__)' 2>/dev/null; }

install_pypdf() {
  python3 -m venv "$1" && "$1/bin/pip" install --quiet "pypdf==$2"
}

probe_pypdf() { "$1/bin/python" -c 'import pypdf; print(pypdf.__version__)' 2>/dev/null; }

# install_npm FOLDER WHAT: the npm packages of a folder's lock file, unless those are there.
install_npm() {
  local lock=$1/package-lock.json installed=$1/node_modules/.installed
  if ! cmp -s "$lock" "$installed"; then
    say "Installing $2 (about half a minute) …"
    (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) && cp "$lock" "$installed" ||
      fail "The npm packages could not be installed: check the connection to the internet and run the command again."
  fi
}

install_test_tools() {
  cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || rustup component add rustfmt clippy ||
    fail "rustfmt and clippy are missing: run 'rustup component add rustfmt clippy', and run the command again."
  install_packages
  install_npm tests/browser "the browser tests' npm packages"
  place frictionless "$FRICTIONLESS" "frictionless-$FRICTIONLESS" probe_frictionless install_frictionless "about a minute"
  place python-pptx "$PYTHON_PPTX" "python-pptx-$PYTHON_PPTX" probe_python_pptx install_python_pptx "about half a minute"
  # The browser tests read PowerPoint files with it.
  export PPTX_PYTHON="$CACHE/python-pptx-$PYTHON_PPTX/bin/python"
  place pypdf "$PYPDF" "pypdf-$PYPDF" probe_pypdf install_pypdf "some seconds"
}
