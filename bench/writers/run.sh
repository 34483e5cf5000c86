#!/usr/bin/env bash
# Measures payments recorded per second by 8 parallel writers, on SQLite and on PostgreSQL.
# WRITERS (8), ROUNDS (5), SECONDS_EACH (5) and INVOICES (200, for each writer) can be set. BENCH_POSTGRES may name a
# database to use, as a connection string; otherwise a private server is started with initdb and pg_ctl and removed again.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
server=
trap '[ -z "$server" ] || as_server "$bin/pg_ctl" stop --pgdata "$work/pg" --mode fast > /dev/null || true; rm -rf "$work"' EXIT

# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

dotnet build -c Release -v quiet --nologo
program=bin/Release/net10.0/WritersBench.dll
echo "$(nproc) processors"
dotnet "$program" Sqlite "Data Source=$work/bench.db"

postgres=${BENCH_POSTGRES:-}
if [ -z "$postgres" ]; then
  bin=$(dirname "$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  port=${PORT:-5099}
  chmod 755 "$work"
  mkdir "$work/pg" && { [ "$(id -u)" != 0 ] || chown postgres "$work/pg"; }
  (cd /tmp && as_server "$bin/initdb" --pgdata "$work/pg" --auth trust --username postgres --encoding UTF8 --locale C.UTF-8 > /dev/null)
  # As durable as in use: each payment is on the disk before it is confirmed.
  (cd /tmp && as_server "$bin/pg_ctl" start --wait --pgdata "$work/pg" --log "$work/pg/log" \
    --options "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" > /dev/null)
  server=1
  postgres="Host=127.0.0.1;Port=$port;Username=postgres;Database=bench"
fi
dotnet "$program" Postgres "$postgres"
