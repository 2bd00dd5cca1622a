#!/bin/sh
# What `make install` puts somewhere else works there.
set -eu
place=$(realpath "$BUILD")/installed
rm -rf "$place"
make --no-print-directory -s install BUILD="$BUILD" DESTDIR="$place" \
    PREFIX=/usr/local
cd "$place"
usr/local/bin/ccn --version
cat >where.lua <<'EOT'
assert(type(require "criteria.relocation") == "table")
EOT
usr/local/bin/ccn run where.lua
