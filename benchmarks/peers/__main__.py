"""``python -m benchmarks.peers``: installs the peers from their locks, each package checked against its hash."""

from __future__ import annotations

import shutil
import subprocess
import sys

from benchmarks.peers import FOLDER, PEERS, ROOT

_PIP = (
    *(sys.executable, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"),
    *("--quiet", "--require-hashes", "--no-deps", "--target"),
)
_WHEELS_OF_ANOTHER_PYTHON = {
    "duckling": ("--only-binary=:all:", "--python-version=3.9", "--implementation=cp", "--abi=cp39")
}
"""Duckling's binding has no wheel for a Python that is still maintained; the one for 3.9 is loaded by path."""


def main() -> int:
    """Install every set anew; 1 when one of them could not be."""
    missing = [lock for lock in dict.fromkeys(peer.lock for peer in PEERS) if not _install(lock)]
    for lock in missing:
        print(f"{lock}: could not be installed here; the bench shows it as such.", file=sys.stderr)
    return 1 if missing else 0


def _install(lock: str) -> bool:
    folder = FOLDER / lock
    shutil.rmtree(folder, ignore_errors=True)
    wanted = ROOT / "requirements" / f"peers-{lock}.txt"
    more = _WHEELS_OF_ANOTHER_PYTHON.get(lock, ())
    print(f"Installing {wanted.relative_to(ROOT)} …", file=sys.stderr)
    done = subprocess.run([*_PIP, str(folder), *more, "-r", str(wanted)], check=False)
    if done.returncode:
        shutil.rmtree(folder, ignore_errors=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
