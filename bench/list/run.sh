#!/usr/bin/env bash
# Measures the lists' queries with few and many rows on both databases, and prints medians and ratios.
# BENCH_POSTGRES may name a server (a connection string of somebody who may create databases); without it a private one is
# started where initdb is. ROUNDS (41) can be set, ONLY=sqlite or ONLY=postgres, and BENCH_DIR keeps the databases for another run.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
as_server=()
[ "$(id -u)" != 0 ] || as_server=(runuser -u postgres --)
started=
trap '[ -z "$started" ] || "${as_server[@]}" "$bin/pg_ctl" stop -D "$data" -m immediate > /dev/null; rm -rf "$work"' EXIT
keep=${BENCH_DIR:-$work}
mkdir -p "$keep"
export BENCH_DIR=$keep

bin=$(dirname "$(readlink -f "$(command -v initdb || ls -d /usr/lib/postgresql/*/bin/initdb 2> /dev/null | tail -n 1)")")
if [ -z "${BENCH_POSTGRES:-}" ] && [ "${ONLY:-}" != sqlite ] && [ -x "$bin/initdb" ]; then
  data=$keep/postgres
  chmod 755 "$work" "$keep"
  if [ ! -d "$data" ]; then
    mkdir "$data"
    [ "$(id -u)" != 0 ] || chown postgres "$data"
    (cd / && "${as_server[@]}" "$bin/initdb" -D "$data" --auth trust --username postgres --encoding UTF8 --locale C.UTF-8 > /dev/null)
  fi
  port=${PORT:-5269}
  (cd / && "${as_server[@]}" "$bin/pg_ctl" start --wait -D "$data" -l "$data/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data" > /dev/null)
  started=yes
  export BENCH_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres"
fi

dotnet build -c Release -v quiet --nologo
dotnet bin/Release/net10.0/ListBench.dll
