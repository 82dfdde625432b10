#!/usr/bin/env bash
# Runs the checks named, one `make` target after the other, all of them even when one fails, and says what failed.
set -euo pipefail
cd "$(dirname "$0")/.."

failed=()
for check in "$@"; do
  printf '\n== %s\n' "$check"
  began=$SECONDS
  if make "$check" </dev/null; then outcome=fine; else outcome=FAILED; failed+=("$check"); fi
  printf -- '-- %s: %s (%d s)\n' "$check" "$outcome" "$((SECONDS - began))"
done
if [ ${#failed[@]} -gt 0 ]; then
  printf '\nFailed: %s\n' "${failed[*]}"
  exit 1
fi
printf '\nAll checks are fine.\n'
