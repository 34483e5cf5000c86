#!/usr/bin/env bash
# Kills a process that records payments, at random moments, on SQLite and on PostgreSQL; holds SQLite's lock for 45 seconds; fills its disk.
# Says what was acknowledged and what of it is wrong afterwards; the exit code is 0 when nothing is.
# KILLS (20, on each database) can be set. The full disk needs the right to mount a small one, and is left out without it.
# BENCH_POSTGRES may name an empty database to use, as a connection string; otherwise a private server is started and removed again.
set -euo pipefail
cd "$(dirname "$0")"

work=$(mktemp -d)
server=
trap 'umount "$work/small" 2> /dev/null || true; [ -z "$server" ] || as_server "$bin/pg_ctl" stop --pgdata "$work/pg" --mode fast > /dev/null || true; rm -rf "$work"' EXIT

# PostgreSQL refuses to run as root.
as_server() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

dotnet build -c Release -v quiet --nologo
program=bin/Release/net10.0/FaultsBench.dll
echo "$(nproc) processors"
wrong=0
dotnet "$program" kill Sqlite "Data Source=$work/bench.db" || wrong=1
dotnet "$program" held Sqlite "Data Source=$work/held.db" || wrong=1
mkdir "$work/small"
if mount -t tmpfs -o size=12m tmpfs "$work/small" 2> /dev/null; then
  dotnet "$program" full Sqlite "Data Source=$work/small/full.db" || wrong=1
else
  echo "Sqlite   full  left out: a small disk cannot be mounted here"
fi

postgres=${BENCH_POSTGRES:-}
if [ -z "$postgres" ]; then
  bin=$(dirname "$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
  port=${PORT:-5098}
  chmod 755 "$work"
  mkdir "$work/pg" && { [ "$(id -u)" != 0 ] || chown postgres "$work/pg"; }
  (cd /tmp && as_server "$bin/initdb" --pgdata "$work/pg" --auth trust --username postgres --encoding UTF8 --locale C.UTF-8 > /dev/null)
  # As durable as in use: each payment is on the disk before it is confirmed.
  (cd /tmp && as_server "$bin/pg_ctl" start --wait --pgdata "$work/pg" --log "$work/pg/log" \
    --options "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" > /dev/null)
  server=1
  postgres="Host=127.0.0.1;Port=$port;Username=postgres;Database=bench"
fi
dotnet "$program" kill Postgres "$postgres" || wrong=1
exit $wrong
