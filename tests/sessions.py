"""Shell sessions in documents: found, run, compared.

A block fenced as ``console`` is a session. A line that begins with ``$ `` is a command; the lines up to the next one
are what a person sees, standard output and standard error alike. In expected output a line ``…`` stands for any lines
and ``…`` inside a line for any text. The blocks of one document run in order in one folder.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent

_BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """One command and what a person sees after it."""

    command: str
    seen: str


def steps(document: Path) -> Iterator[Step]:
    """The commands of a document's sessions, in order."""
    for block in _BLOCK.findall(document.read_text("utf-8")):
        for entry in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, seen = entry.partition("\n")
            yield Step(command, seen)


def prepare(folder: Path) -> dict[str, str]:
    """Lay the sample corpus and the command ``claims`` into a folder; give back the environment to run in."""
    (folder / "seeds").symlink_to(ROOT / "seeds")
    command = folder / "bin" / "claims"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claims.cli "$@"\n', "utf-8")
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMS_")}
    path = f"{command.parent}{os.pathsep}{kept.get('PATH', '')}"
    return kept | {
        "PATH": path,
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "100",
        "CLAIMS_ACTOR": "ana",
        "NO_COLOR": "1",
    }


def run(step: Step, folder: Path, environment: dict[str, str]) -> str:
    """What a person sees after the command."""
    done = subprocess.run(
        ["bash", "-c", step.command],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.stdout


def agrees(expected: str, seen: str) -> bool:
    """Whether ``seen`` is what was expected, ``…`` standing for anything."""
    pattern = "".join(
        "(?:.*\n)*?" if line.strip() == "…" else _line(line) for line in expected.splitlines()
    )
    return re.fullmatch(pattern, _trimmed(seen)) is not None


def _line(line: str) -> str:
    return "[^\n]*".join(re.escape(part) for part in line.rstrip().split("…")) + "\n"


def _trimmed(text: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines())
