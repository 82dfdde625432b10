"""The program as a person or another program calls it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from claims.cli import app

ROOT = Path(__file__).parent.parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
WHOLE = [sys.executable, "-m", "claims.cli"]


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a call."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[Any]:
        """The JSON values on standard output, one for each line."""
        return [json.loads(line) for line in self.out.splitlines()]


def call(*words: str | Path, stdin: str | bytes = "") -> Run:
    """Call the program inside of this process."""
    done = CliRunner().invoke(
        app, [str(word) for word in words], input=stdin, catch_exceptions=False
    )
    return Run(done.exit_code, done.stdout, done.stderr)


def environment(**more: str) -> dict[str, str]:
    """The environment without anything that sets the program, and with ``more``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMS_")}
    return kept | {"PYTHONPATH": str(ROOT)} | more


def process(*words: str | Path, stdin: bytes = b"", folder: Path | None = None, **more: str) -> Run:
    """Call the program as a process of its own, in a folder, with more variables set."""
    done = subprocess.run(
        [*WHOLE, *map(str, words)],
        input=stdin,
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        timeout=120,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
