#!/usr/bin/env bash
# Installs what judges a package in tests into .venv/judge, apart from our own packages, once for each lock.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
folder=.venv/judge
lock=requirements/judge.txt
wanted=$("$python" -c 'import hashlib, pathlib, sys; print(hashlib.sha256(sys.version.encode() + pathlib.Path(sys.argv[1]).read_bytes()).hexdigest())' "$lock")
if [ "$(cat "$folder/.lock" 2>/dev/null)" != "$wanted" ]; then
  printf 'Installing the judge of packages from %s, each checked against its hash …\n' "$lock" >&2
  rm -rf "$folder"
  "$python" -m pip install --disable-pip-version-check --no-input --quiet --require-hashes --no-deps \
    --target "$folder" -r "$lock" >&2 </dev/null
  printf '%s\n' "$wanted" >"$folder/.lock"
fi
