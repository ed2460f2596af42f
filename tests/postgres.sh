# A PostgreSQL of one's own, for ./test: sourced by it, never run alone.
#
# The server refuses to run as root, so for root it belongs to the system user `postgres`;
# for anyone else it belongs to the caller. Its port, password and folder are its own, so a PostgreSQL that
# already serves this machine is neither used nor disturbed.

postgres_superuser=tewatashi_test

# Prints the folder of the newest installed server binaries of version 15 or later; fails when there is none.
postgres_binaries() {
  local folder version best='' best_version=0
  for folder in /usr/lib/postgresql/*/bin /usr/local/pgsql/bin; do
    [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] || continue
    version=$("$folder/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
    if [ "$version" -ge 15 ] && [ "$version" -gt "$best_version" ]; then
      best=$folder best_version=$version
    fi
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

# Runs a command as the user the server belongs to, from a folder that user may enter.
as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && exec setpriv --reuid=postgres --regid=postgres --init-groups --reset-env -- "$@")
  else
    (cd / && exec "$@")
  fi
}

# postgres_free_port: a TCP port of 127.0.0.1 on which nothing listens now, outside the range the kernel
# hands out to clients.
postgres_free_port() {
  local port
  for _ in $(seq 100); do
    port=$((20000 + RANDOM % 10000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      printf '%s\n' "$port"
      return 0
    fi
  done
  echo 'No free port for PostgreSQL between 20000 and 29999.' >&2
  return 1
}

postgres_is_running() {
  local folder=$1 binaries
  binaries=$(postgres_binaries) || return 1
  as_postgres "$binaries/pg_ctl" status -D "$folder/data" >/dev/null 2>&1
}

# postgres_start FOLDER PORT: makes the cluster in FOLDER on first use and starts it.
postgres_start() {
  local folder=$1 port=$2 binaries password
  binaries=$(postgres_binaries) || { echo 'PostgreSQL 15 or later is not installed.' >&2; return 1; }

  if [ "$(id -u)" -eq 0 ] && ! id postgres >/dev/null 2>&1; then
    useradd --system --home-dir /nonexistent --shell /usr/sbin/nologin postgres || return 1
  fi

  if [ ! -f "$folder/data/PG_VERSION" ]; then
    mkdir -p "$folder" && chmod 700 "$folder" || return 1
    password=${TEWATASHI_TEST_POSTGRES_PASSWORD:-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')}
    (umask 077 && printf '%s\n' "$password" >"$folder/password") || return 1
    [ "$(id -u)" -ne 0 ] || chown -R postgres:postgres "$folder" || return 1
    if ! as_postgres "$binaries/initdb" -D "$folder/data" -U "$postgres_superuser" --pwfile="$folder/password" \
        --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-instructions >"$folder/initdb.log" 2>&1; then
      cat "$folder/initdb.log" >&2
      return 1
    fi
  fi

  # fsync stays on: a test about a killed database proves nothing without it.
  if ! as_postgres "$binaries/pg_ctl" start -w -t 60 -s -D "$folder/data" -l "$folder/server.log" -o "\
-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$folder \
-c max_connections=400 -c shared_buffers=64MB -c min_wal_size=80MB -c max_wal_size=512MB \
-c jit=off -c autovacuum_naptime=30s -c timezone=UTC -c log_min_messages=warning" </dev/null >/dev/null; then
    tail -n 30 "$folder/server.log" >&2
    return 1
  fi
  printf '%s\n' "$port" >"$folder/port"
}

postgres_stop() {
  local folder=$1 binaries
  binaries=$(postgres_binaries) || return 0
  as_postgres "$binaries/pg_ctl" stop -w -t 30 -s -m immediate -D "$folder/data" >/dev/null 2>&1
}

# postgres_connection FOLDER: the superuser's connection string, as Npgsql reads it.
postgres_connection() {
  local folder=$1
  printf 'Host=127.0.0.1;Port=%s;Username=%s;Password=%s;Database=postgres' \
    "$(cat "$folder/port")" "$postgres_superuser" "$(cat "$folder/password")"
}
