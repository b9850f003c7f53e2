#!/usr/bin/env bash
# Requests a second of a signed-in lender's allocation page. Needs wrk, and a portal that serves the demonstration on this machine.
# The machine's compiler needs about two minutes of load on two cores before the figure stands still: that is the warming-up.
# Usage: src/test/bench/allocation.sh [http://localhost:8080] [seconds to measure] [connections] [seconds to warm up]
set -euo pipefail
base=${1:-http://localhost:8080}; seconds=${2:-20}; connections=${3:-16}; warm=${4:-120}
jar=$(mktemp); trap 'rm -f "$jar"' EXIT
curl -sf -o /dev/null -c "$jar" -H "Origin: $base" -H 'Content-Type: application/json' -d '{"login":"endeavour","password":"copper-ledger-2010"}' "$base/api/v1/session"
cookie=$(awk '$6 ~ /^prorata/ && $6 !~ /browser/ {print $6 "=" $7}' "$jar")
for path in /deals/rusoro-2010/allocation /api/v1/deals/rusoro-2010/allocation; do
  wrk -t1 -c"$connections" -d"${warm}s" -H "Cookie: $cookie" "$base$path" > /dev/null
  wrk -t1 -c"$connections" -d"${seconds}s" -H "Cookie: $cookie" "$base$path" > "$jar.measured"
  printf '%s: %s requests a second, %s\n' "$path" "$(awk '/Requests\/sec/ {print $2}' "$jar.measured")" "$(awk '/Non-2xx/ {print; found=1} END {if (!found) print "all 2xx"}' "$jar.measured")"
  rm -f "$jar".*
done
