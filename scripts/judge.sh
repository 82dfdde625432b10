#!/usr/bin/env bash
# Installs what judges packages and exports in tests into .venv/judge, apart from our own packages, once for each pair of locks.
set -euo pipefail
cd "$(dirname "$0")/.."

python=.venv/bin/python
folder=.venv/judge
locks=(requirements/judge.txt requirements/judge-schemas.txt)
wanted=$("$python" -c 'import hashlib, pathlib, sys; print(hashlib.sha256(b"".join([sys.version.encode(), *(pathlib.Path(each).read_bytes() for each in sys.argv[1:])])).hexdigest())' "${locks[@]}")
if [ "$(cat "$folder/.lock" 2>/dev/null)" != "$wanted" ]; then
  printf 'Installing the judges from %s and %s, each checked against its hash …\n' "${locks[@]}" >&2
  rm -rf "$folder"
  "$python" -m pip install --disable-pip-version-check --no-input --quiet --require-hashes --no-deps \
    --target "$folder" -r "${locks[0]}" -r "${locks[1]}" >&2 </dev/null
  printf '%s\n' "$wanted" >"$folder/.lock"
fi
