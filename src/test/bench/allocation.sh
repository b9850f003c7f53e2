#!/usr/bin/env bash
# Requests a second of a signed-in lender's allocation page. Needs wrk, and a portal that serves the demonstration on this machine.
# Usage: src/test/bench/allocation.sh [http://localhost:8080] [seconds] [connections]
set -euo pipefail
base=${1:-http://localhost:8080}; seconds=${2:-20}; connections=${3:-16}
jar=$(mktemp); trap 'rm -f "$jar"' EXIT
curl -sf -o /dev/null -c "$jar" -H "Origin: $base" -H 'Content-Type: application/json' -d '{"login":"endeavour","password":"copper-ledger-2010"}' "$base/api/v1/session"
cookie=$(awk '$6 ~ /^prorata/ && $6 !~ /browser/ {print $6 "=" $7}' "$jar")
for path in /deals/rusoro-2010/allocation /api/v1/deals/rusoro-2010/allocation; do
  for round in warm measured; do
    wrk -t2 -c"$connections" -d"${seconds}s" -H "Cookie: $cookie" "$base$path" > "$jar.$round"
  done
  printf '%s: %s requests a second, %s\n' "$path" "$(awk '/Requests\/sec/ {print $2}' "$jar.measured")" "$(awk '/Non-2xx/ {print; found=1} END {if (!found) print "all 2xx"}' "$jar.measured")"
  rm -f "$jar".*
done
