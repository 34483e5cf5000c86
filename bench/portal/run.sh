#!/usr/bin/env bash
# Measures the customer's page on random links against a constant page of the same size, on the same Kestrel in one run.
# Needs wrk and curl. INVOICES (100000), ROUNDS (5), SECONDS_EACH (8) and CONNECTIONS (16) can be set.
set -euo pipefail
cd "$(dirname "$0")"

port=${PORT:-5099}
base="http://127.0.0.1:$port"
work=$(mktemp -d)
export Data__Directory="$work/data" BENCH_LINKS="$work/links.txt"
export ASPNETCORE_ENVIRONMENT=Production SampleData__Enabled=false SampleData__Password=bench-password-1 Logging__LogLevel__Default=Warning
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT

dotnet build -c Release -v quiet --nologo
program=bin/Release/net10.0/PortalBench.dll
dotnet "$program" seed --customers 2000 --invoices "${INVOICES:-100000}" --seed 1 --portal "$base/pay" --links "$BENCH_LINKS" | tail -n 1
echo "$(wc -l < "$BENCH_LINKS") live links"

start() {
  ASPNETCORE_HOSTINGSTARTUPASSEMBLIES=PortalBench BENCH_BYTES=$1 dotnet "$program" --urls "$base" > "$work/server.log" 2>&1 &
  server=$!
  for _ in $(seq 100); do
    curl -sf "$base/health/ready" > /dev/null && return
    sleep 0.2
  done
  cat "$work/server.log"
  exit 1
}

cpu() { awk '{ print $14 + $15 }' "/proc/$server/stat"; }

# Prints: requests per second, p99 in milliseconds, CPU microseconds a request, errors.
measure() {
  local before after line
  before=$(cpu)
  line=$(wrk -t1 -c"${CONNECTIONS:-16}" -d"${SECONDS_EACH:-8}s" --latency -s "$1" "$2" | grep '^RESULT')
  after=$(cpu)
  echo "$line" | awk -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" \
    '{ printf "%.0f %.2f %.1f %d\n", $2 / ($3 / 1e6), $4 / 1000, ticks / hz * 1e6 / $2, $5 }'
}

start 8000
bytes=$(shuf -n 200 "$BENCH_LINKS" --random-source=<(yes) | while read -r url; do curl -s "$url" | wc -c; done | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }')
kill "$server"; wait "$server" 2>/dev/null || true
start "$bytes"
echo "median page: $bytes bytes"

measure links.lua "$base" > /dev/null
measure constant.lua "$base/bench-constant" > /dev/null
for round in $(seq "${ROUNDS:-5}"); do
  echo "constant $(measure constant.lua "$base/bench-constant")"
  echo "page $(measure links.lua "$base")"
done | tee "$work/rounds.txt"

python3 - "$work/rounds.txt" <<'PY'
import statistics, sys
rows = {"constant": [], "page": []}
for line in open(sys.argv[1]):
    name, *figures = line.split()
    rows[name].append([float(figure) for figure in figures])
median = {name: [statistics.median(column) for column in zip(*all)] for name, all in rows.items()}
ratio = [page / constant for page, constant in zip(median["page"][:3], median["constant"][:3])]
print(f"{'':10}{'requests/s':>12}{'p99 ms':>10}{'CPU us/request':>16}{'errors':>8}")
for name in ("constant", "page"):
    rps, p99, cpu, _ = median[name]
    print(f"{name:10}{rps:12.0f}{p99:10.2f}{cpu:16.1f}{sum(row[3] for row in rows[name]):8.0f}")
print(f"{'ratio':10}{ratio[0]:12.2f}{ratio[1]:10.2f}{ratio[2]:16.2f}")
PY
