#!/usr/bin/env bash
# Builds the site where needed and serves it: serve.sh PORT
. "$(dirname "$0")/environment.sh"

port=$1
case $port in '' | *[!0-9]*) fail "PORT must be a number, such as 'make serve PORT=8081'." ;; esac
# Asked before the build, which may take minutes.
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
  fail "Port $port is in use by another program: stop that program, or choose another port, such as 'make serve PORT=$((port + 1))'."
fi
tools/build.sh
say "Serving dist/ as in production, until Ctrl-C:"
exec cargo run --quiet --locked --offline --bin site -- serve --dir dist --port "$port"
