#!/usr/bin/env bash
# Makes .venv and installs what the locks pin: `environment.sh run` or `environment.sh dev`.
# What is installed already is not looked at again: a stamp holds the hash of the lock and of pyproject.toml.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:?run or dev}
lock=requirements/$kind.txt
venv=.venv

say() { printf '%s\n' "$*" >&2; }
fail() { say "make: $*"; exit 1; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null </dev/null; }
can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null </dev/null; }

find_python() {
  local candidate
  for candidate in ${PYTHON_FOR_VENV:-} python3.13 python3.12 python3.11 python3.14 python3 python; do
    if command -v "$candidate" >/dev/null && new_enough "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  fail "Python 3.11 or newer is needed and none was found. On Debian or Ubuntu: sudo apt-get install python3"
}

# Debian and Ubuntu ship Python without what makes environments.
install_venv_module() {
  local package
  package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  say "Python's venv module is missing; installing $package …"
  scripts/apt.sh "$package" || fail "Install it and run make again: sudo apt-get install $package"
  can_make_venv "$1" || fail "$1 still cannot make environments. Install it and run make again: sudo apt-get install $package"
}

make_venv() {
  local python
  python=$(find_python)
  can_make_venv "$python" || install_venv_module "$python"
  say "Making $venv with $("$python" --version) …"
  rm -rf "$venv"
  "$python" -m venv "$venv"
  pwd >"$venv/.place"
}

# An environment works where it was made and nowhere else: its programs hold the path.
in_place() { [ ! -e "$venv/.place" ] || [ "$(cat "$venv/.place")" = "$(pwd)" ]; }

usable() { [ -x "$venv/bin/pip" ] && in_place && new_enough "$venv/bin/python"; }
usable || make_venv

python=$venv/bin/python
fingerprint() {
  "$python" - "$@" <<'PY'
import hashlib, pathlib, sys

parts = [pathlib.Path(name).read_bytes() for name in sys.argv[1:]]
print(hashlib.sha256(b"\0".join([sys.version.encode(), str(pathlib.Path.cwd()).encode(), *parts])).hexdigest())
PY
}

stamped() { [ "$(cat "$venv/.$1" 2>/dev/null)" = "$2" ]; }

# The development lock holds all that the other one pins.
wanted=$(fingerprint "$lock")
if ! stamped "lock-$kind" "$wanted"; then
  say "Installing $(grep -cE '^[a-z0-9]' "$lock") packages from $lock, each checked against its hash (a few minutes the first time) …"
  "$python" -m pip install --disable-pip-version-check --no-input --require-hashes -r "$lock" >&2 </dev/null
  printf '%s\n' "$wanted" >"$venv/.lock-$kind"
  if [ "$kind" = dev ]; then fingerprint requirements/run.txt >"$venv/.lock-run"; fi
fi

project=$(fingerprint pyproject.toml)
if ! stamped project "$project"; then
  say "Installing the project …"
  "$python" -m pip install --disable-pip-version-check --no-input --no-index --no-deps --no-build-isolation -q -e . >&2 </dev/null
  printf '%s\n' "$project" >"$venv/.project"
fi
