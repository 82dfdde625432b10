#!/usr/bin/env bash
# What the tests need beside Python: a Chromium, the programs of PostgreSQL and a reader of PDF, by apt when they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

has_chromium() {
  local name
  for name in chromium chromium-browser; do
    if command -v "$name" >/dev/null && "$name" --version >/dev/null 2>&1 </dev/null; then return 0; fi
  done
  compgen -G "${PLAYWRIGHT_BROWSERS_PATH:-${HOME:-}/.cache/ms-playwright}/chromium*" >/dev/null
}

has_postgresql() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

has_pdftotext() { command -v pdftotext >/dev/null; }

# The tests make servers of their own; a package must not start one on this machine.
without_main_cluster() {
  local settings=/etc/postgresql-common/createcluster.conf
  if [ "$(id -u)" = 0 ] && [ ! -e "$settings" ]; then
    mkdir -p "$(dirname "$settings")"
    printf 'create_main_cluster = false\n' >"$settings"
  fi
}

need() {
  local what=$1 package=$2 test=$3
  if "$test"; then return; fi
  say "$what is missing; installing it by apt …"
  if [ "$package" = postgresql ]; then without_main_cluster; fi
  scripts/apt.sh "$package" || true
  if "$test"; then return; fi
  say "make: the tests need $what, and it could not be installed from here."
  say "      On Debian: sudo apt-get install $package"
  if [ "$package" = chromium ]; then
    say "      On Ubuntu, where that package is an empty one: .venv/bin/python -m playwright install --with-deps chromium"
  fi
  exit 1
}

need Chromium chromium has_chromium
need PostgreSQL postgresql has_postgresql
need pdftotext poppler-utils has_pdftotext
