#!/usr/bin/env bash
# Validates a study: check.sh FOLDER
. "$(dirname "$0")/environment.sh"
. tools/install.sh

require_rust
fetch_crates
exec cargo run --quiet --locked --offline --bin site -- check --study "$1"
